package org.tailwright.readers.gclog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Reads GC logs written in tests and shows them as lines.
final class GcFiles {
    private GcFiles() {}

    static ReadResult read(Path folder, String text) throws IOException, UnreadableFile {
        ReadResult result = Readers.read(Files.writeString(folder.resolve("log"), text), ReadOptions.DEFAULT, Work.NONE);
        assertEquals("JVM GC log", result.format().substring(0, 10));
        return result;
    }

    /// The data set whose name ends so; the pauses have no ending.
    static Requests set(ReadResult result, String ending) {
        return result.datasets().stream().filter(each -> each.name().equals("log" + ending)).map(Requests.class::cast).findFirst().orElseThrow();
    }

    static boolean has(ReadResult result, String ending) {
        return result.datasets().stream().map(Dataset::name).anyMatch(("log" + ending)::equals);
    }

    /// `start+duration label`, both times in microseconds.
    static List<String> rows(Requests set) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < set.table().rows(); i++) {
            rows.add(set.starts().at(i) / 1000 + "+" + set.durations().at(i) / 1000 + " " + set.labels().orElseThrow().at(i));
        }
        return rows;
    }

    /// Values of a series of the heap, rounded.
    static List<Long> heap(ReadResult result, String name) {
        Metrics metrics = result.datasets().stream().filter(Metrics.class::isInstance).map(Metrics.class::cast).findFirst().orElseThrow();
        return metrics.named(name).map(each -> {
            List<Long> values = new ArrayList<>();
            for (double value : each.values().toArray()) {
                values.add(Math.round(value));
            }
            return values;
        }).orElse(List.of());
    }
}
