package org.tailwright.readers.hdr;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.tailwright.data.Histograms;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.Units;

/// Collects the printed points of one distribution; the count between two points is put at the upper one, where its bucket ends.
final class Spectrum {
    private static final Pattern ROW =
            Pattern.compile("\\s*([0-9]{1,12}(?:\\.[0-9]{1,9})?)[\\s,]+([01](?:\\.[0-9]+)?)[\\s,]+([0-9]{1,15})(?:[\\s,]+\\S+)?\\s*");
    private static final Pattern MAX = Pattern.compile("#\\[Max\\s*=\\s*([0-9]{1,12}(?:\\.[0-9]{1,9})?), Total count\\s*=\\s*([0-9]{1,18})]\\s*");
    private static final int DECIMALS = 6;

    private record Point(BigDecimal value, long total) {}

    private final List<Point> points = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics();
    private Optional<BigDecimal> max = Optional.empty();
    private long skipped;
    private int decimals;
    private boolean csv;

    /// Takes in one line after the title.
    void add(String text, long number) {
        String line = text.strip();
        csv |= line.contains(",") && !line.startsWith("#");
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            skip(number, "no percentile: value, percentile and count are due");
            return;
        }
        BigDecimal value = new BigDecimal(row.group(1));
        long total = Long.parseLong(row.group(3));
        if (!points.isEmpty() && (total < points.getLast().total() || value.compareTo(points.getLast().value()) < 0)) {
            skip(number, "value or count is less than in the line before");
            return;
        }
        decimals = Math.min(DECIMALS, Math.max(decimals, value.scale()));
        points.add(new Point(value, total));
    }

    private void skip(long number, String why) {
        skipped++;
        diagnostics.line(Diagnostic.Severity.WARNING, number, why);
    }

    /// Whether `line` is the summary at the end, which is taken in.
    boolean ended(String line) {
        Matcher match = MAX.matcher(line.strip());
        if (!match.matches()) {
            return false;
        }
        max = Optional.of(new BigDecimal(match.group(1)));
        if (!points.isEmpty() && points.getLast().total() != Long.parseLong(match.group(2))) {
            diagnostics.note("the summary counts " + match.group(2) + " values, the last percentile " + points.getLast().total());
        }
        return true;
    }

    ReadResult result(Source source, ReadOptions options, String format) throws UnreadableFile {
        if (points.isEmpty()) {
            throw new UnreadableFile("no line has a value, a percentile and a count", "", "");
        }
        if (max.isEmpty() && !csv) {
            diagnostics.note("the summary with the exact maximum is missing; the end may be cut");
        }
        Histogram histogram = histogram();
        String said = options.units().getOrDefault("value", options.units().getOrDefault("duration", ""));
        List<String> assumed = Units.nanos(said).isPresent() ? List.of() : List.of("values are milliseconds, as these listings usually are");
        double nanos = Units.nanos(said).orElse(1_000_000) / Math.pow(10, decimals);
        double exact = max.map(each -> each.movePointRight(decimals).doubleValue()).orElse(Double.NaN);
        Trust trust = new Trust(points.size(), skipped, assumed, List.of("only printed percentiles are known, not the values between them"));
        Histograms.Interval only = new Histograms.Interval(Optional.empty(), "", histogram, exact, true);
        Origin origin = new Origin(source.name(), source.path(), format, trust);
        return ReadResult.of(format, List.of(new Histograms(origin, List.of(only), nanos, true)), diagnostics, skipped);
    }

    /// Values in units of the last printed decimal.
    private Histogram histogram() {
        long highest = Math.max(2, scaled(points.getLast().value()));
        Histogram histogram = new Histogram(1, highest, 3);
        long before = 0;
        for (Point each : points) {
            if (each.total() > before) {
                histogram.recordValueWithCount(scaled(each.value()), each.total() - before);
                before = each.total();
            }
        }
        return histogram;
    }

    private long scaled(BigDecimal value) {
        return value.movePointRight(decimals).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
