package org.tailwright.readers.stacks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Stacks;
import org.tailwright.data.Texts;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Profiles written, read and told line by line, for tests.
public final class ProfileFiles {
    private ProfileFiles() {}

    public static ReadResult read(Path folder, String content) throws IOException, UnreadableFile {
        return read(folder, content.getBytes(StandardCharsets.UTF_8));
    }

    public static ReadResult read(Path folder, byte[] content) throws IOException, UnreadableFile {
        return Readers.read(Files.write(folder.resolve("p"), content), ReadOptions.DEFAULT, Work.NONE);
    }

    public static List<Recording> recordings(ReadResult result) {
        return result.datasets().stream().map(Recording.class::cast).toList();
    }

    /// A shared sample; its absence skips the test.
    public static ReadResult sample(String path) throws IOException, UnreadableFile {
        Path file = Path.of("../shared/samples").resolve(path);
        assumeTrue(Files.isRegularFile(file), "the shared samples are absent");
        return Readers.read(file, ReadOptions.DEFAULT, Work.NONE);
    }

    /// Each sample: frames outermost first with their kind's first letter in front, weight, start, thread.
    public static List<String> rows(Recording recording) {
        Stacks stacks = recording.samples();
        Longs nodes = stacks.samples().longs(Stacks.NODE).orElseThrow();
        Doubles weights = stacks.samples().doubles(Requests.WEIGHT).orElseThrow();
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < nodes.size(); row++) {
            int at = row;
            String start = stacks.samples().longs(Requests.START).map(each -> " @" + (each.missing(at) ? "-" : each.at(at))).orElse("");
            String thread = stacks.samples().texts(Requests.THREAD).map(each -> " " + (each.missing(at) ? "-" : each.at(at))).orElse("");
            rows.add(path(stacks, (int) nodes.at(row)) + " " + number(weights.at(row)) + start + thread);
        }
        return rows;
    }

    /// A number as people write it.
    public static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : java.math.BigDecimal.valueOf(value).toPlainString();
    }

    private static String path(Stacks stacks, int innermost) {
        Deque<String> path = new ArrayDeque<>();
        for (int node = innermost; node >= 0; node = stacks.parents()[node]) {
            int frame = stacks.nodeFrames()[node];
            path.addFirst(Stacks.Frame.values()[stacks.kinds()[frame]].name().toLowerCase(java.util.Locale.ROOT).charAt(0) + ":" + stacks.frames().text(frame));
        }
        return String.join(";", path);
    }

    /// All weights added up.
    public static double weight(Recording recording) {
        Doubles weights = recording.samples().samples().doubles(Requests.WEIGHT).orElseThrow();
        double sum = 0;
        for (int row = 0; row < weights.size(); row++) {
            sum += weights.at(row);
        }
        return sum;
    }

    /// Name, rows and weight with its unit of each recording.
    public static List<String> totals(ReadResult result) {
        return recordings(result).stream().map(each -> {
            String unit = each.samples().samples().doubles(Requests.WEIGHT).orElseThrow().unit().symbol();
            return each.counts().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(",")) + " "
                    + number(Math.round(weight(each) * 1e6) / 1e6) + unit;
        }).toList();
    }

    /// Number of samples by thread.
    public static Map<String, Long> threads(Recording recording) {
        Texts threads = recording.samples().samples().texts(Requests.THREAD).orElseThrow();
        Map<String, Long> counts = new java.util.TreeMap<>();
        for (int row = 0; row < threads.size(); row++) {
            counts.merge(threads.at(row), 1L, Long::sum);
        }
        return counts;
    }
}
