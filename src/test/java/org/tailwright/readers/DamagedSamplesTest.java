package org.tailwright.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Cut, flipped and repeated bytes of every sample of other producers: reading them ends in a result or in [UnreadableFile], and the reading
/// thread allocates no more than a multiple of what the file has.
class DamagedSamplesTest {
    private static final Path SAMPLES = Path.of("../shared/samples");
    private static final long SMALL = 96 << 10;
    private static final int VARIANTS = 14;
    private static final int VARIANTS_OF_LARGE = 2;
    private static final int NESTED = 100_000;
    /// Every reader allocates less than this many bytes for one byte of its input, and this much beside it.
    private static final long MULTIPLE = 400;
    private static final long BESIDE = 128L << 20;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nothingUnexpectedHappens() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "the shared samples are absent");
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (Path each : SharedSamples.below(SAMPLES)) {
            byte[] sample = Files.readAllBytes(each);
            for (int i = 0; i < (sample.length <= SMALL ? VARIANTS : VARIANTS_OF_LARGE); i++) {
                damage(each, sample, i).ifPresent(wrong::add);
                read++;
            }
        }
        assertEquals(List.of(), wrong, read + " damaged files");
    }

    private java.util.Optional<String> damage(Path origin, byte[] sample, int variant) throws IOException {
        byte[] damaged = damaged(sample, variant, Seeds.stream(variant, String.valueOf(origin.getFileName()), 0));
        Path file = Files.write(folder.resolve(String.valueOf(origin.getFileName())), damaged);
        long before = allocated();
        try {
            Readers.read(file, ReadOptions.DEFAULT, Work.NONE);
        } catch (UnreadableFile e) {
            // a sentence is what is wanted
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return java.util.Optional.of(origin.getFileName() + " " + variant + ": " + e + " at " + e.getStackTrace()[0]);
        } finally {
            Files.delete(file);
        }
        long used = allocated() - before;
        return used <= BESIDE + MULTIPLE * damaged.length ? java.util.Optional.empty()
                : java.util.Optional.of(origin.getFileName() + " " + variant + ": " + (used >> 20) + " MiB allocated for " + damaged.length + " bytes");
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /// A hundred thousand arrays in one another.
    private static byte[] nested(byte[] sample, int at) {
        byte[] deep = new byte[sample.length + NESTED];
        System.arraycopy(sample, 0, deep, 0, at);
        Arrays.fill(deep, at, at + NESTED, (byte) '[');
        System.arraycopy(sample, at, deep, at + NESTED, sample.length - at);
        return deep;
    }

    /// Three kinds in turn: cut somewhere, some bits flipped, a stretch of bytes written over another place or repeated.
    private static byte[] damaged(byte[] sample, int variant, RandomGenerator random) {
        if (sample.length == 0) {
            return sample;
        }
        boolean json = sample[0] == '{' || sample[0] == '[';
        if (json && variant == VARIANTS_OF_LARGE - 1) {
            return nested(sample, random.nextInt(sample.length));
        }
        return switch (variant % 3) {
            case 0 -> Arrays.copyOf(sample, random.nextInt(sample.length));
            case 1 -> {
                byte[] flipped = sample.clone();
                for (int k = 0; k <= variant; k++) {
                    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                }
                yield flipped;
            }
            default -> {
                int from = random.nextInt(sample.length);
                int length = Math.min(sample.length - from, 1 + random.nextInt(4096));
                byte[] repeated = Arrays.copyOf(sample, sample.length + 3 * length);
                for (int k = 0; k < 3; k++) {
                    System.arraycopy(sample, from, repeated, sample.length + k * length, length);
                }
                System.arraycopy(sample, from, repeated, random.nextInt(sample.length), Math.min(length, 16));
                yield repeated;
            }
        };
    }
}
