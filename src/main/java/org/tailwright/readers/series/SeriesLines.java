package org.tailwright.readers.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// What readers of metrics that come in lines share: the loop over lines, what was odd, and the result.
public final class SeriesLines {
    /// Labels of what a tool prints first: means since the machine started, which belong into no curve.
    public static final Map<String, String> SINCE_BOOT = Map.of("report", "since boot");

    private static final int LONGEST = 1 << 16;

    private final SeriesTable table = new SeriesTable();
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<String> assumed = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private long skipped;

    /// Takes a line.
    @FunctionalInterface
    public interface Taker {
        /// @param number 1-based
        void take(String line, long number);
    }

    /// Hands over every line.
    public static void each(Source source, Work work, Taker taker) throws IOException {
        try (Lines lines = new Lines(source.stream(), LONGEST)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if ((lines.number() & 0x3ff) == 0) {
                    work.check();
                }
                taker.take(line, lines.number());
            }
        }
    }

    /// Where samples go.
    public SeriesTable table() {
        return table;
    }

    /// Notes a line or record that is left out; line 0 where it has none.
    public void skip(long line, String why) {
        skipped++;
        diagnostics.line(Diagnostic.Severity.WARNING, line, why);
    }

    /// Adds to what is taken for granted, once.
    public void assume(String sentence) {
        if (!assumed.contains(sentence)) {
            assumed.add(sentence);
        }
    }

    /// Adds to what makes conclusions weaker, once.
    public void doubt(String sentence) {
        if (!doubts.contains(sentence)) {
            doubts.add(sentence);
        }
    }

    /// Notes something about the whole file.
    public void note(String sentence) {
        diagnostics.note(sentence);
    }

    /// The result.
    ///
    /// @param due what a file of the format holds, a hint
    /// @throws UnreadableFile when nothing was read
    public ReadResult result(Source source, String format, String due) throws UnreadableFile {
        if (table.samples() == 0 && skipped > 0) {
            String why = diagnostics.count() == 0 ? "" : ": " + diagnostics.first().getFirst().words();
            throw new UnreadableFile("no line has numbers under a heading" + why, "", due);
        }
        if (table.samples() == 0) {
            diagnostics.note("the file holds no numbers; " + due);
            return ReadResult.of(format, List.of(), diagnostics, 0);
        }
        return ReadResult.of(format, List.of(table.metrics(source, format, skipped, assumed, doubts)), diagnostics, skipped);
    }

    /// The number in plain or scientific form, or NaN.
    public static double number(String text) {
        if (text.isEmpty() || text.length() > 40) {
            return Double.NaN;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
