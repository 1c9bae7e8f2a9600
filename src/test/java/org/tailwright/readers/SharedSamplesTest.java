package org.tailwright.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tailwright.work.Work;

/// Files of other producers that we must not copy: what each holds is kept in a table keyed by its SHA-256, a line for each file with its place
/// and the outcome behind it. `-Dgolden.update=true` writes the table anew; look at the difference before committing it.
class SharedSamplesTest {
    private static final Path SHARED = Path.of("../shared");
    private static final List<String> FOLDERS = List.of("samples", "reference/01-usl/data");
    private static final Path TABLE = Path.of("src/test/resources/golden/samples.txt");
    /// Fewer compared files than this would mean that the table is no test any more.
    private static final int LEAST = 245;

    private record Line(String hash, String place, String outcome) {
        static Line parse(String text) {
            String[] parts = text.split("\t", 3);
            return new Line(parts[0], parts[1], parts[2]);
        }

        String text() {
            return hash + "\t" + place + "\t" + outcome;
        }
    }

    @Test
    void outcomesAreAsBefore() throws IOException {
        assumeTrue(Files.isDirectory(SHARED.resolve(FOLDERS.getFirst())), "the shared samples are absent");
        Map<String, Line> found = new TreeMap<>();
        for (String folder : FOLDERS) {
            for (Path each : SharedSamples.below(SHARED.resolve(folder))) {
                String place = SHARED.relativize(each).toString().replace('\\', '/');
                found.put(place, new Line(hash(each), place, outcome(each)));
            }
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(TABLE, found.values().stream().map(Line::text).collect(Collectors.joining("\n", "", "\n")));
        }
        Map<String, Line> byHash = found.values().stream().collect(Collectors.toMap(Line::hash, each -> each, (one, _) -> one));
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Line due : Files.readAllLines(TABLE).stream().map(Line::parse).toList()) {
            Line now = byHash.get(due.hash());
            if (now != null) {
                compared++;
                if (!now.outcome().equals(due.outcome())) {
                    wrong.add(due.place() + ": " + now.outcome() + ", before: " + due.outcome());
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(compared >= LEAST, compared + " of at least " + LEAST + " files compared");
    }

    private static String outcome(Path file) throws IOException {
        try {
            ReadResult result = Readers.read(file, ReadOptions.DEFAULT, Work.NONE);
            List<String> sets = result.datasets().stream().map(each -> each.kind().id() + " " + each.rows()).toList();
            return result.format() + "; " + (sets.isEmpty() ? "no data" : String.join(", ", sets)) + "; skipped " + result.skipped()
                    + "; problems " + result.problems();
        } catch (UnreadableFile e) {
            return "refused: " + e.getMessage();
        }
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
