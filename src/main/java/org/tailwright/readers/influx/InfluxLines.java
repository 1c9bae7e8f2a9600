package org.tailwright.readers.influx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.Epochs;
import org.tailwright.readers.series.SeriesRows;
import org.tailwright.readers.series.SeriesTable;
import org.tailwright.readers.series.SeriesUnits;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// The line protocol: a series for each field, named `measurement.field`, with the tags as labels.
public final class InfluxLines implements Reader {
    private static final String FORMAT = "Influx line protocol";
    private static final int LONGEST = 1 << 20;
    private static final int LOOK = 200;
    /// A text with line ends inside is put together again up to this length.
    private static final int LONGEST_JOINED = 1 << 16;
    private static final Pattern PLAIN_TIME = Pattern.compile("-?\\d{1,19}");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "lines `measurement,tag=value field=value time`";
    }

    @Override
    public Claim recognises(Head head) {
        PointLine point = new PointLine();
        int points = 0;
        int telling = 0;
        int bad = 0;
        for (String each : head.lines(LOOK)) {
            if (each.isBlank() || each.startsWith("#")) {
                continue;
            }
            boolean fits = point.parse(each.stripTrailing()).isEmpty() && point.measurement().indexOf('=') < 0
                    && (point.time().isEmpty() || PLAIN_TIME.matcher(point.time()).matches());
            points += fits ? 1 : 0;
            telling += fits && (!point.tags().isEmpty() || !point.time().isEmpty()) ? 1 : 0;
            bad += fits ? 0 : 1;
        }
        if (points == 0 || bad > points / 10 && !head.named(".lp")) {
            return Claim.NO;
        }
        return bad == 0 && telling == points || head.named(".lp") ? Claim.CERTAIN : Claim.MAYBE;
    }

    /// What is collected from one file.
    private static final class Points {
        private final SeriesTable table = new SeriesTable();
        private final Diagnostics diagnostics = new Diagnostics();
        private final PointLine point = new PointLine();
        private final long[] units = new long[4];
        private long texts;
        private long skipped;

        void add(String line, long number) {
            String problem = point.parse(line);
            long time = point.time().isEmpty() ? SeriesRows.TIMELESS : Epochs.bySize(point.time());
            if (problem.isEmpty() && time == Epochs.NONE && !point.time().isEmpty()) {
                problem = "the time is no whole number";
            }
            if (!problem.isEmpty()) {
                skipped++;
                diagnostics.line(Diagnostic.Severity.WARNING, number, problem);
                return;
            }
            if (!point.time().isEmpty()) {
                units[unit(Epochs.unitBySize(point.time()))]++;
            }
            for (PointLine.Field each : point.fields()) {
                if (each.text()) {
                    texts++;
                } else {
                    table.add(point.measurement() + "." + each.key(), point.tags(), kind(each.key()), unit(each.key()), time, each.value());
                }
            }
        }

        private static int unit(long nanos) {
            return nanos == 1 ? 0 : nanos == 1000 ? 1 : nanos == 1_000_000 ? 2 : 3;
        }

        /// Telegraf names fields so when it takes metrics over from Prometheus.
        private static Metrics.Kind kind(String field) {
            return switch (field) {
                case "counter" -> Metrics.Kind.COUNTER;
                case "gauge" -> Metrics.Kind.GAUGE;
                default -> Metrics.Kind.UNKNOWN;
            };
        }

        private Unit unit(String field) {
            String told = point.tags().getOrDefault("unit", "");
            boolean value = field.equals("counter") || field.equals("gauge") || field.equals("sum") || field.equals("value");
            return value && !told.isEmpty() ? SeriesUnits.of(told) : SeriesUnits.named(field);
        }

        ReadResult result(Source source) throws UnreadableFile {
            if (table.samples() == 0 && skipped > 0) {
                throw new UnreadableFile("no line is a point of the line protocol", "line 1", "a point is a measurement with tags, fields with values, and a time");
            }
            if (texts > 0) {
                diagnostics.note(texts + " fields hold texts and are left out");
            }
            if (table.samples() == 0) {
                diagnostics.note("no field holds a number");
                return ReadResult.of(FORMAT, List.of(), diagnostics, skipped);
            }
            List<String> assumed = new ArrayList<>();
            String[] names = {"nanoseconds", "microseconds", "milliseconds", "seconds"};
            for (int i = 1; i < names.length; i++) {
                if (units[i] > 0) {
                    assumed.add("times are " + names[i] + " by their size");
                }
            }
            if (table.timeless() > 0) {
                assumed.add((table.timeless() == table.samples() ? "no point has a time" : table.timeless() + " of " + table.samples() + " values have no time")
                        + ": the file does not say when they were taken");
            }
            return ReadResult.of(FORMAT, List.of(table.metrics(source, FORMAT, skipped, assumed, List.of())), diagnostics, skipped);
        }
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Points points = new Points();
        try (Lines lines = new Lines(source.stream(), LONGEST)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if ((lines.number() & 0x3ff) == 0) {
                    work.check();
                }
                long number = lines.number();
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    points.add(joined(text, lines), number);
                }
            }
        }
        return points.result(source);
    }

    /// A quoted text may have line ends inside: lines are added until its quotes are closed.
    private static String joined(String text, Lines lines) throws IOException {
        PointLine probe = new PointLine();
        String whole = text;
        while (whole.indexOf('"') >= 0 && whole.length() < LONGEST_JOINED && probe.parse(whole).equals("a text is not closed")) {
            String next = lines.next();
            if (next == null) {
                return whole;
            }
            whole += "\n" + next;
        }
        return whole;
    }
}
