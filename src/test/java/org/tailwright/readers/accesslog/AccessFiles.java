package org.tailwright.readers.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Reads access logs written in tests and shows their rows.
final class AccessFiles {
    private AccessFiles() {}

    static ReadResult read(Path folder, String text) throws IOException, UnreadableFile {
        return read(folder, text, ReadOptions.DEFAULT);
    }

    static ReadResult read(Path folder, String text, ReadOptions options) throws IOException, UnreadableFile {
        return Readers.read(Files.writeString(folder.resolve("log"), text), options, Work.NONE);
    }

    static ReadOptions unit(String unit) {
        return new ReadOptions(ReadOptions.DEFAULT.zone(), Map.of(), Map.of("duration", unit));
    }

    static Requests requests(ReadResult result) {
        assertEquals(1, result.datasets().size());
        return (Requests) result.datasets().getFirst();
    }

    /// Start in microseconds since the epoch, duration in microseconds, label, status, and `failed` where it failed.
    static List<String> rows(ReadResult result) {
        Requests set = requests(result);
        Texts labels = set.labels().orElseThrow();
        Texts status = set.table().texts(Requests.STATUS).orElseThrow();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < set.table().rows(); i++) {
            rows.add(set.starts().at(i) / 1000 + "+" + set.durations().at(i) / 1000 + " " + labels.at(i) + " " + status.at(i)
                    + (set.failures().orElseThrow().at(i) ? " failed" : ""));
        }
        return rows;
    }

    /// Values of a column, `-` where missing; durations in microseconds.
    static List<String> column(ReadResult result, String name) {
        Column column = requests(result).table().columns().get(name);
        List<String> values = new ArrayList<>();
        for (int i = 0; column != null && i < column.size(); i++) {
            values.add(column.missing(i) ? "-" : switch (column) {
                case Longs longs -> String.valueOf(name.endsWith("time") ? longs.at(i) / 1000 : longs.at(i));
                case Texts texts -> texts.at(i);
                default -> "?";
            });
        }
        return values;
    }
}
