package org.tailwright.readers.hdr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import org.tailwright.data.Buckets;
import org.tailwright.data.Histograms;
import org.tailwright.data.Origin;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.Units;

/// Collects the intervals of one log.
///
/// Times are absolute, or count from BaseTime, or from StartTime: as HdrHistogram's own reader, without a BaseTime they are relative when the
/// first lies more than a year before StartTime. Behind intervals, these times begin another log that was joined to the first.
final class Intervals {
    private static final Pattern TIME = Pattern.compile("#\\[(StartTime|BaseTime): ([0-9]{1,10}(?:[.,][0-9]{1,9})?)\\b.*");
    private static final Pattern UNIT = Pattern.compile("(?i)#\\[TimeUnit: (\\w+)].*");
    private static final long YEAR = 365L * 86_400 * 1_000_000_000L;

    private final ReadOptions options;
    private final Payload payload = new Payload();
    private final List<Histograms.Interval> intervals = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<String> assumed = new ArrayList<>();
    private String producer = "";
    private String unit = "";
    private long start = -1;
    private long base = -1;
    private boolean inside;
    private double ratio = Double.NaN;
    private double largest;
    private long skipped;

    Intervals(ReadOptions options) {
        this.options = options;
    }

    /// Takes in one line; `whole` is false for a last one without a line end.
    void add(String line, long number, boolean whole) {
        if (line.startsWith("#")) {
            comment(line);
            return;
        }
        if (line.isBlank() || line.startsWith("\"StartTimestamp\"") || line.startsWith("StartTimestamp")) {
            return;
        }
        Optional<HdrLine> found = HdrLine.of(line);
        try {
            if (found.isEmpty()) {
                throw new DataFormatException("no interval: start, length, maximum and histogram are due");
            }
            keep(found.get());
        } catch (DataFormatException e) {
            skipped++;
            diagnostics.line(Diagnostic.Severity.WARNING, number, (whole ? "" : "the last line is cut: ") + e.getMessage());
        }
    }

    private void comment(String line) {
        Matcher time = TIME.matcher(line);
        if (time.matches()) {
            if (inside) {
                start = -1;
                base = -1;
                inside = false;
            }
            if (time.group(1).equals("StartTime")) {
                start = HdrLine.nanos(time.group(2));
            } else {
                base = HdrLine.nanos(time.group(2));
            }
        }
        Matcher named = UNIT.matcher(line);
        if (named.matches()) {
            unit = named.group(1).toLowerCase(Locale.ROOT);
        }
        if (line.startsWith("#[Logged with jHiccup")) {
            producer = "jHiccup";
        } else if (line.startsWith("#[Logging for: ")) {
            producer = "YCSB";
        }
    }

    private void keep(HdrLine line) throws DataFormatException {
        if (line.histogram().startsWith("D")) {
            throw new DataFormatException("a histogram of floating-point values, which is not read");
        }
        Buckets buckets = payload.decode(line.histogram());
        inside = true;
        if (base < 0) {
            base = start >= 0 && line.startNanos() < start - YEAR ? start : 0;
        }
        TimeSpan span = span(line);
        intervals.add(new Histograms.Interval(Optional.of(span), line.tag(), buckets, Double.NaN, false, Optional.empty(), Histograms.Fate.UNTOLD));
        if (line.max() > largest) {
            largest = line.max();
            ratio = buckets.most() / line.max();
        }
    }

    private TimeSpan span(HdrLine line) throws DataFormatException {
        try {
            long from = Math.addExact(base, line.startNanos());
            return new TimeSpan(from, Math.addExact(from, line.lengthNanos()));
        } catch (ArithmeticException e) {
            throw new DataFormatException("a time beyond the year 2262, where nanoseconds end");
        }
    }

    ReadResult result(Source source, String format) throws UnreadableFile {
        if (intervals.isEmpty() && skipped > 0) {
            Diagnostic first = diagnostics.first().getFirst();
            throw new UnreadableFile("no interval can be read: " + first.message(), "line " + first.line(), "");
        }
        if (intervals.isEmpty()) {
            diagnostics.note("the log holds no interval");
        }
        double nanos = nanosPerUnit();
        if (start < 0 && base <= 0 && !intervals.isEmpty() && intervals.getFirst().span().orElseThrow().start() < YEAR) {
            assumed.add("times count from an unknown start");
        }
        if (payload.finer()) {
            assumed.add("buckets of more than three digits are kept with three: up to 0.1 % wide");
        }
        String name = producer.isEmpty() ? format : format + " (" + producer + ")";
        Trust trust = new Trust(intervals.size(), skipped, assumed, List.of());
        boolean disjoint = intervals.stream().map(Histograms.Interval::tag).distinct().count() <= 1;
        Histograms all = new Histograms(new Origin(source.name(), source.path(), name, trust), intervals, nanos, disjoint);
        return ReadResult.of(name, List.of(all), diagnostics, skipped);
    }

    /// The log does not say its unit: the user does, or the producer is known, or the printed maximum tells, which is meant in milliseconds
    /// when it is a thousandth or a millionth of the histogram's.
    private double nanosPerUnit() {
        String said = options.units().getOrDefault("value", options.units().getOrDefault("duration", unit));
        if (Units.nanos(said).isPresent()) {
            return Units.nanos(said).getAsLong();
        }
        if (producer.equals("YCSB")) {
            assumed.add("YCSB records microseconds");
            return 1000;
        }
        if (producer.equals("jHiccup")) {
            assumed.add("jHiccup records nanoseconds");
            return 1;
        }
        boolean micros = ratio > 900 && ratio < 1100;
        assumed.add("values are taken as " + (micros ? "microseconds" : "nanoseconds") + (Double.isNaN(ratio) || ratio < 900 ? ""
                : ", judged by the printed maxima"));
        return micros ? 1000 : 1;
    }
}
