package org.tailwright.readers.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.Metrics;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Writes and reads files of metrics, and finds series in them.
public final class MetricFiles {
    private static final Path SAMPLES = Path.of("../shared/samples");

    private MetricFiles() {}

    /// Reads a text under a name.
    public static ReadResult read(Path folder, String name, String text) throws IOException, UnreadableFile {
        return read(folder, name, text, ReadOptions.DEFAULT);
    }

    /// Reads a text under a name with options.
    public static ReadResult read(Path folder, String name, String text, ReadOptions options) throws IOException, UnreadableFile {
        return Readers.read(Files.writeString(folder.resolve(name), text), options, Work.NONE);
    }

    /// Reads a shared sample; the test is not applicable where it is absent.
    public static ReadResult sample(String path) throws IOException, UnreadableFile {
        assumeTrue(Files.isRegularFile(SAMPLES.resolve(path)), "the shared sample " + path + " is absent");
        return Readers.read(SAMPLES.resolve(path), ReadOptions.DEFAULT, Work.NONE);
    }

    /// The metrics of a result, its first data set.
    public static Metrics metrics(ReadResult result) {
        return assertInstanceOf(Metrics.class, result.datasets().getFirst());
    }

    /// All histograms of a result.
    public static List<Histograms> histograms(ReadResult result) {
        return result.datasets().stream().filter(Histograms.class::isInstance).map(Histograms.class::cast).toList();
    }

    /// The only series of this name whose labels hold at least `labels`, written `key=value`.
    public static Metrics.Series series(ReadResult result, String name, String... labels) {
        Map<String, String> wanted = new HashMap<>();
        Arrays.stream(labels).forEach(each -> wanted.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1)));
        List<Metrics.Series> found = metrics(result).series().stream()
                .filter(each -> each.name().equals(name) && each.labels().entrySet().containsAll(wanted.entrySet())).toList();
        assertEquals(1, found.size(), () -> name + wanted + " among " + metrics(result).series().stream().map(Metrics.Series::title).limit(60).toList());
        return found.getFirst();
    }

    /// The values of a series.
    public static List<Double> values(Metrics.Series series) {
        return Arrays.stream(series.values().toArray()).boxed().toList();
    }

    /// The times of a series, ISO 8601 in UTC, `-` where they are missing.
    public static List<String> times(Metrics.Series series) {
        return java.util.stream.IntStream.range(0, series.times().size())
                .mapToObj(i -> series.times().missing(i) ? "-" : instant(series.times().at(i))).toList();
    }

    /// A time, ISO 8601 in UTC.
    public static String instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L)).toString();
    }

    /// Rows of all data sets of metrics.
    public static long rows(ReadResult result) {
        return result.datasets().stream().filter(Metrics.class::isInstance).mapToLong(Dataset::rows).sum();
    }
}
