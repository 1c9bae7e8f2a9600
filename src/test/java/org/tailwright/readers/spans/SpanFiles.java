package org.tailwright.readers.spans;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Reads texts as files of spans.
public final class SpanFiles {
    private SpanFiles() {}

    /// Writes `content` to a file and reads it as the format it is recognised as.
    public static ReadResult read(Path folder, String content) throws IOException, UnreadableFile {
        return read(folder, content.getBytes(StandardCharsets.UTF_8));
    }

    /// Likewise.
    public static ReadResult read(Path folder, byte[] content) throws IOException, UnreadableFile {
        Path file = folder.resolve("spans.json");
        Files.write(file, content);
        return Readers.read(file, ReadOptions.DEFAULT, Work.NONE);
    }

    /// The only data set.
    public static Traces traces(ReadResult result) {
        return (Traces) result.datasets().getFirst();
    }

    /// All rows as texts, with every column.
    public static List<String> rows(Traces traces) {
        return IntStream.range(0, traces.table().rows()).mapToObj(row -> row(traces, row)).toList();
    }

    private static String row(Traces traces, int row) {
        StringBuilder text = new StringBuilder();
        traces.table().columns().forEach((name, column) -> text.append(name).append('=').append(cell(column, row)).append(' '));
        return text.toString();
    }

    /// A cell as text; `-` where it is missing.
    public static String cell(Column column, int row) {
        if (column.missing(row)) {
            return "-";
        }
        return switch (column) {
            case Texts texts -> texts.at(row);
            case Longs longs -> Long.toString(longs.at(row));
            case Doubles doubles -> Double.toString(doubles.at(row));
            case Flags flags -> Boolean.toString(flags.at(row));
        };
    }

    /// The cells of one column.
    public static List<String> column(Traces traces, String name) {
        Column column = traces.table().columns().get(name);
        return IntStream.range(0, traces.table().rows()).mapToObj(row -> cell(column, row)).toList();
    }
}
