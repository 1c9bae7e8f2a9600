package org.tailwright.readers;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Cuts, flips and repeats bytes of a real file: whatever comes of it is a result or [UnreadableFile], and comes soon.
public final class Damage {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Damage() {}

    /// Reads `rounds` damaged copies of a file, which are written to `folder`.
    public static void survived(Path file, Path folder, int rounds) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int round = 0; round < rounds && whole.length > 0; round++) {
            byte[] damaged = damaged(whole, Seeds.stream(round, "damage", 0), round % 3);
            Path copy = Files.write(folder.resolve("damaged"), damaged);
            String what = file.getFileName() + " round " + round;
            assertTimeoutPreemptively(LONGEST, () -> read(copy, what), what);
        }
    }

    private static byte[] damaged(byte[] whole, RandomGenerator random, int kind) {
        int from = random.nextInt(whole.length);
        return switch (kind) {
            case 0 -> Arrays.copyOf(whole, from);
            case 1 -> {
                byte[] flipped = whole.clone();
                for (int i = 0; i <= random.nextInt(6); i++) {
                    flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                }
                yield flipped;
            }
            default -> {
                int length = 1 + random.nextInt(Math.min(2000, whole.length - from));
                byte[] repeated = Arrays.copyOf(whole, whole.length + length);
                System.arraycopy(whole, from, repeated, from + length, whole.length - from);
                yield repeated;
            }
        };
    }

    private static void read(Path file, String what) throws IOException {
        try {
            assertNotNull(Readers.read(file, ReadOptions.DEFAULT, Work.NONE), what);
        } catch (UnreadableFile e) {
            assertTrue(!e.getMessage().isBlank(), what);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(what, e);
        }
    }
}
