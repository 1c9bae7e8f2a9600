package org.tailwright.workspace.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that saves as fast as it can is killed without warning at random moments: the file is whole every time, and the copy of its
/// unsaved work is offered.
final class KilledTest {
    private static final int KILLS = 4;

    @TempDir
    Path folder = Path.of("");

    /// What the child process does.
    static final class Saver {
        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            Recovery recovery = new Recovery(folder.resolve("recovery"), Disk.REAL);
            InvestigationFile files = new InvestigationFile(Disk.REAL);
            Investigation full = Examples.full(folder);
            for (long seed = 1;; seed++) {
                Investigation now = new Investigation(full.files(), full.selection(), new Asked(List.of(), java.util.Map.of(), seed, Optional.empty()),
                        full.pinned(), full.story(), full.seen());
                recovery.keep(now, Optional.empty());
                files.write(folder.resolve("one.tailwright"), now, Optional.empty());
                System.out.write('.');
                System.out.flush();
            }
        }
    }

    @Test
    void nothingIsTornAndTheCopyIsOffered() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        long last = 0;
        for (int i = 0; i < KILLS; i++) {
            Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp",
                    System.getProperty("java.class.path"), Saver.class.getName(), folder.toString()).redirectErrorStream(true).start();
            InputStream saved = child.getInputStream();
            int wanted = 1 + random.nextInt(40);
            for (int n = 0; n < wanted; n++) {
                assertEquals('.', saved.read(), "the child saves");
            }
            Thread.sleep(0, random.nextInt(900_000));
            child.destroyForcibly().waitFor();
            Investigation found = InvestigationFile.read(folder.resolve("one.tailwright")).investigation();
            assertTrue(found.asked().seed() >= wanted, "seed " + found.asked().seed() + " after " + wanted + " saves");
            List<Recovery.Unsaved> left = new Recovery(folder.resolve("recovery"), Disk.REAL).left();
            assertTrue(left.getFirst().investigation().asked().seed() >= found.asked().seed() || i > 0, "the copy is at least as new");
            assertEquals(i + 1, left.size());
            last = found.asked().seed();
        }
        assertTrue(last > 0);
    }
}
