package org.tailwright.readers.hdr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.data.Histograms;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.text.Units;

/// Collects the printed points of one distribution; the count between two points is put at the upper one, where its bucket ends.
final class Spectrum {
    private static final Pattern ROW =
            Pattern.compile("\\s*([0-9]{1,12}(?:\\.[0-9]{1,9})?)[\\s,]+([01](?:\\.[0-9]{1,18})?)[\\s,]+([0-9]{1,15})(?:[\\s,]+\\S+)?\\s*");
    private static final Pattern MEAN = Pattern.compile("#\\[Mean\\s*=\\s*([0-9]{1,12}(?:\\.[0-9]{1,9})?), StdDeviation.*");
    private static final Pattern MAX = Pattern.compile("#\\[Max\\s*=\\s*([0-9]{1,12}(?:\\.[0-9]{1,9})?), Total count\\s*=\\s*([0-9]{1,18})]\\s*");

    private record Point(double value, double share, long total) {}

    private final List<Point> points = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics();
    private double max = Double.NaN;
    private double mean = Double.NaN;
    private long skipped;
    private boolean csv;

    /// Takes in one line after the title.
    void add(String text, long number) {
        String line = text.strip();
        csv |= line.contains(",") && !line.startsWith("#");
        Matcher mean = MEAN.matcher(line);
        if (mean.matches()) {
            this.mean = Double.parseDouble(mean.group(1));
        }
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            skip(number, "no percentile: value, percentile and count are due");
            return;
        }
        double value = Double.parseDouble(row.group(1));
        double share = Double.parseDouble(row.group(2));
        long total = Long.parseLong(row.group(3));
        if (!points.isEmpty() && (total < points.getLast().total() || value < points.getLast().value())) {
            skip(number, "value or count is less than in the line before");
            return;
        }
        points.add(new Point(value, share, total));
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
        max = Double.parseDouble(match.group(1));
        if (!points.isEmpty() && points.getLast().total() != Long.parseLong(match.group(2))) {
            diagnostics.note("the summary counts " + match.group(2) + " values, the last percentile " + points.getLast().total());
        }
        return true;
    }

    ReadResult result(Source source, ReadOptions options, String format) throws UnreadableFile {
        if (points.isEmpty()) {
            throw new UnreadableFile("no line has a value, a percentile and a count", "", "");
        }
        if (Double.isNaN(max) && !csv) {
            diagnostics.note("the summary with the exact maximum is missing; the end may be cut");
        }
        String said = options.units().getOrDefault("value", options.units().getOrDefault("duration", ""));
        List<String> assumed = Units.nanos(said).isPresent() ? List.of() : List.of("values are milliseconds, as these listings usually are");
        KnownPercentiles known = percentiles(Units.nanos(said).orElse(1_000_000));
        List<Histograms.Interval> only = known.build(Optional.empty(), "").map(List::of).orElse(List.of());
        Trust trust = new Trust(points.size(), skipped, assumed, known.doubts());
        Origin origin = new Origin(source.name(), source.path(), format, trust);
        return ReadResult.of(format, List.of(new Histograms(origin, only, 1, true)), diagnostics, skipped);
    }

    /// The last points are ends of buckets; the exact maximum is nearer.
    private KnownPercentiles percentiles(double nanos) {
        KnownPercentiles known = new KnownPercentiles().mean(mean * nanos).count(points.getLast().total());
        for (Point each : points) {
            boolean top = each.share() == 1 && each.total() == points.getLast().total();
            known.at(each.share(), (each.value() > max || top && max > 0 ? max : each.value()) * nanos, each.total());
        }
        return known;
    }
}
