package org.tailwright.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Where a command writes.
///
/// @param out the answer
/// @param err notes, progress and complaints
/// @param colours whether `out` is a terminal that shows colours
/// @param progress whether `err` is a terminal, so that progress may be shown and wiped
public record Console(PrintStream out, PrintStream err, boolean colours, boolean progress) {
    /// The process' own streams. The launcher says in `tailwright.terminal` which of them (`1`, `2`, `12`) are terminals, because Java can
    /// only tell for both together.
    public static Console system() {
        String terminals = System.getProperty("tailwright.terminal", "");
        boolean colours = terminals.contains("1") && System.getenv("NO_COLOR") == null;
        return new Console(stream(FileDescriptor.out, "stdout.encoding"), stream(FileDescriptor.err, "stderr.encoding"), colours, terminals.contains("2"));
    }

    /// Unix terminals and pipes take UTF-8 whatever the locale says; a Windows console says what it takes.
    private static PrintStream stream(FileDescriptor to, String encoding) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Charset charset = windows ? Charset.forName(System.getProperty(encoding, "UTF-8")) : StandardCharsets.UTF_8;
        return new PrintStream(new FileOutputStream(to), true, charset);
    }

    /// A note that does not belong to the answer.
    void note(String sentence) {
        err.println(sentence);
    }
}
