package org.tailwright;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares a text with the one kept in `src/test/resources/golden/<name>.txt`.
///
/// On a difference the test fails, says the first line that differs and writes the actual text to `target/golden/<name>.txt`.
/// With `-Dgolden.update=true` the kept file is written instead; look at the difference before committing it.
public final class GoldenFiles {
    private static final Path KEPT = Path.of("src/test/resources/golden");
    private static final Path ACTUAL = Path.of("target/golden");

    private GoldenFiles() {}

    /// Fails unless `actual` equals the golden file `name` (without ".txt", folders parted by "/"). Line ends count as "\n".
    public static void check(String name, String actual) {
        checkFile(name + ".txt", actual);
    }

    /// The same for a file name with another ending, e.g. "reports/small.html".
    public static void checkFile(String file, String actual) {
        Path kept = KEPT.resolve(file);
        String text = actual.replace("\r\n", "\n");
        try {
            if (Boolean.getBoolean("golden.update")) {
                write(kept, text);
                return;
            }
            if (!Files.exists(kept)) {
                write(ACTUAL.resolve(file), text);
                fail("No golden file " + kept + "; the actual text is in " + ACTUAL.resolve(file) + ", -Dgolden.update=true keeps it");
            }
            String expected = Files.readString(kept).replace("\r\n", "\n");
            if (!expected.equals(text)) {
                write(ACTUAL.resolve(file), text);
                fail(difference(kept, expected, text) + "\nactual text: " + ACTUAL.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String difference(Path kept, String expected, String actual) {
        String[] want = expected.split("\n", -1);
        String[] got = actual.split("\n", -1);
        int line = 0;
        while (line < want.length && line < got.length && want[line].equals(got[line])) {
            line++;
        }
        return kept + " differs in line " + (line + 1) + "\nexpected: " + (line < want.length ? want[line] : "(end)")
                + "\nactual:   " + (line < got.length ? got[line] : "(end)");
    }
}
