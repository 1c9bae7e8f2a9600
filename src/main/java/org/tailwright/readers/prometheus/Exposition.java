package org.tailwright.readers.prometheus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.BucketSeries;
import org.tailwright.readers.series.Epochs;
import org.tailwright.readers.series.SeriesRows;
import org.tailwright.readers.series.SeriesTable;
import org.tailwright.readers.text.Units;
import org.tailwright.work.Work;

/// Collects the lines of one exposition.
final class Exposition {
    private static final int REMEMBERED = 1 << 16;
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    private final Families families = new Families();
    private final SeriesTable table = new SeriesTable();
    private final Map<String, SeriesRows> known = new HashMap<>();
    private final Diagnostics diagnostics = new Diagnostics();
    private final SampleLine sample = new SampleLine();
    private final OptionalDouble told;
    private long skipped;
    private long exemplars;
    private long milliseconds;
    private long seconds;
    private boolean eof;
    private boolean open;
    private boolean cut;

    Exposition(ReadOptions options) {
        OptionalLong unit = Units.nanos(options.units().getOrDefault("duration", options.units().getOrDefault("value", "")));
        told = unit.isPresent() ? OptionalDouble.of(unit.getAsLong()) : OptionalDouble.empty();
    }

    /// Takes in one line.
    void add(String line, long number) {
        String text = line.strip();
        if (text.startsWith("#")) {
            open |= families.comment(text);
            eof = text.equals("# EOF");
            return;
        }
        if (text.isEmpty()) {
            return;
        }
        String problem = sample.parse(text);
        if (problem.isEmpty()) {
            problem = sample();
        }
        if (!problem.isEmpty()) {
            skipped++;
            diagnostics.line(Diagnostic.Severity.WARNING, number, problem);
        }
        cut = !problem.isEmpty();
    }

    /// @param whole whether the last line had an end
    void ended(boolean whole) {
        cut &= !whole;
    }

    private String sample() {
        double value = value(sample.value());
        if (Double.isNaN(value) && !sample.value().equalsIgnoreCase("NaN")) {
            return "the value is no number";
        }
        long time = time(sample.time());
        if (time == Epochs.NONE && !sample.time().isEmpty()) {
            return "the time is no number";
        }
        String identity = sample.identity();
        SeriesRows rows = known.get(identity);
        if (rows == null) {
            String problem = sample.identify();
            if (!problem.isEmpty()) {
                return problem;
            }
            rows = table.series(sample.name(), sample.labels(), families.kind(sample.name(), sample.labels()), families.unit(sample.name()));
            if (rows == null) {
                return "";
            }
            if (known.size() < REMEMBERED) {
                known.put(identity, rows);
            }
        }
        rows.add(time == Epochs.NONE ? SeriesRows.TIMELESS : time, value);
        exemplars += sample.exemplar() ? 1 : 0;
        return "";
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf", "Inf", "+inf", "inf", "+INF", "INF" -> Double.POSITIVE_INFINITY;
            case "-Inf", "-inf", "-INF" -> Double.NEGATIVE_INFINITY;
            default -> number(text);
        };
    }

    private static double number(String text) {
        char last = text.charAt(text.length() - 1);
        if (last < '0' && last != '.' || last > '9') {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// OpenMetrics writes seconds, the older exposition whole milliseconds; no scrape is older than 1973, so the size tells which.
    private long time(String text) {
        if (text.isEmpty()) {
            return Epochs.NONE;
        }
        long whole = Epochs.scaled(text, 1);
        if (text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0 && Math.abs(whole) >= MILLISECONDS_FROM && whole != Epochs.NONE) {
            milliseconds++;
            return Epochs.scaled(text, 1_000_000);
        }
        seconds++;
        return Epochs.seconds(text);
    }

    ReadResult result(Source source, Work work) throws UnreadableFile {
        String format = eof && (open || exemplars > 0 || seconds > 0) ? "OpenMetrics text" : PrometheusText.FORMAT;
        if (cut) {
            diagnostics.note("the last line is cut");
        }
        if (table.samples() == 0 && skipped > 0) {
            throw new UnreadableFile("no line is a sample of a metric", "line 1", "a sample is a name, labels in braces, a value and perhaps a time");
        }
        if (table.samples() == 0) {
            diagnostics.note("the exposition names no sample");
            return ReadResult.of(format, List.of(), diagnostics, skipped);
        }
        if (open && !eof) {
            diagnostics.note("the closing # EOF is missing; the end may be cut");
        }
        if (exemplars > 0) {
            diagnostics.note(exemplars + " exemplars are not read");
        }
        Metrics metrics = table.metrics(source, format, skipped, assumed(), List.of());
        List<Dataset> all = new ArrayList<>();
        all.add(metrics);
        BucketSeries buckets = new BucketSeries(source, format, this::nanos);
        all.addAll(buckets.find(metrics.series(), work));
        if (!buckets.others().isEmpty()) {
            diagnostics.note("not told to be durations, so kept as series only: " + String.join(", ", buckets.others().stream().limit(10).toList())
                    + (buckets.others().size() > 10 ? " and " + (buckets.others().size() - 10) + " more" : ""));
        }
        return ReadResult.of(format, all, diagnostics, skipped);
    }

    private OptionalDouble nanos(String histogram) {
        OptionalDouble named = families.nanos(histogram);
        return named.isPresent() ? named : told;
    }

    private List<String> assumed() {
        List<String> assumed = new ArrayList<>();
        long timeless = table.timeless();
        if (timeless > 0) {
            assumed.add((timeless == table.samples() ? "no sample has a time" : timeless + " of " + table.samples() + " samples have no time")
                    + ": the file does not say when it was scraped");
        }
        if (milliseconds > 0) {
            assumed.add("times are milliseconds by their size");
        }
        if (seconds > 0) {
            assumed.add("times are seconds, as OpenMetrics writes them");
        }
        return assumed;
    }
}
