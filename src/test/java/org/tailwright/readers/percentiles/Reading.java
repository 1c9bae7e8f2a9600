package org.tailwright.readers.percentiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Short ways for the tests of load generators' files.
public final class Reading {
    /// Samples of other producers, which the project does not hold.
    private static final Path SAMPLES = Path.of("../shared/samples");

    private Reading() {}

    /// Reads a text through the list of all formats.
    public static ReadResult of(Path folder, String text) throws IOException, UnreadableFile {
        return of(folder, "unknown", text);
    }

    /// Reads a text from a file with a name.
    public static ReadResult of(Path folder, String name, String text) throws IOException, UnreadableFile {
        return Readers.read(Files.writeString(folder.resolve(name), text), ReadOptions.DEFAULT, Work.NONE);
    }

    /// Reads a shared sample; the test is left out where it is absent.
    public static ReadResult sample(String path) throws IOException, UnreadableFile {
        Path file = SAMPLES.resolve(path);
        assumeTrue(Files.exists(file), "the shared samples are absent");
        return Readers.read(file, ReadOptions.DEFAULT, Work.NONE);
    }

    /// Runs the battery on a text.
    public static void battery(Path folder, String text, String format) throws IOException, UnreadableFile {
        ReaderBattery.run(folder, text.getBytes(StandardCharsets.UTF_8), format, true);
    }

    /// The first data set, which must be histograms.
    public static Histograms histograms(ReadResult result) {
        return assertInstanceOf(Histograms.class, result.datasets().getFirst());
    }

    /// A data set, which must be requests.
    public static Requests requests(ReadResult result, int index) {
        return assertInstanceOf(Requests.class, result.datasets().get(index));
    }

    /// Asserts a percentile in milliseconds.
    public static void millis(double expected, Histograms data, String tag, double share) {
        double actual = data.whole(tag).orElseThrow().at(share).orElseThrow() * data.nanosPerUnit() / 1e6;
        assertEquals(expected, actual, 1e-9 * expected, tag + " p" + 100 * share);
    }

    /// All doubts and assumptions of a data set.
    public static String trust(Dataset data) {
        return data.origin().trust().assumed() + " " + data.origin().trust().doubts();
    }
}
