package org.tailwright.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tailwright.catalog.Analyses;

/// Runs the commands once on small files, so that the Java runtime can keep what a start needs in its ahead-of-time cache. Used by the
/// launcher only; nothing that it prints or writes stays.
final class Rehearsal {
    private static final long SMALL = 4L << 20;
    private static final int FILES = 40;

    private Rehearsal() {}

    static void run(List<Path> folders, Shells shells) {
        Console nowhere = new Console(silent(), silent(), false, false);
        Cli.run(new String[] {"formats"}, nowhere, shells);
        Cli.run(new String[] {"analyses", "--json"}, nowhere, shells);
        for (Path each : folders.stream().flatMap(Rehearsal::small).limit(FILES).toList()) {
            Cli.run(new String[] {"summary", each.toString()}, nowhere, shells);
            Cli.run(new String[] {"summary", "--json", each.toString()}, nowhere, shells);
        }
        if (Boolean.getBoolean("tailwright.rehearse.views")) {
            folders.forEach(each -> views(each, nowhere, shells));
        }
        for (String question : Analyses.ALL.stream().map(each -> each.id()).toList()) {
            Cli.run(new String[] {"run", question, "--help"}, nowhere, shells);
        }
    }

    /// Draws every view once, for a runtime that brings JavaFX itself.
    private static void views(Path folder, Console nowhere, Shells shells) {
        try {
            Path picture = Files.createTempFile("rehearsal", ".png");
            for (String view : shells.pictures().views()) {
                Cli.run(new String[] {"picture", view, folder.toString(), "-o", picture.toString()}, nowhere, shells);
            }
            Files.delete(picture);
        } catch (IOException e) {
            return; // without a place for pictures there is less to rehearse, nothing worse
        }
    }

    private static Stream<Path> small(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> Files.isRegularFile(each) && each.toFile().length() < SMALL).sorted().toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.of(); // without samples there is less to rehearse, nothing worse
        }
    }

    private static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
