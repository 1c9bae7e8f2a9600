package org.tailwright.readers.hdr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tailwright.data.Histograms;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.SpectrumLine;
import org.tailwright.readers.text.Units;

/// Collects the printed points of one distribution; the count between two points is put at the upper one, where its bucket ends.
final class Spectrum {
    private final List<SpectrumLine.Row> points = new ArrayList<>();
    private final String unit;
    private final Diagnostics diagnostics;
    private double max = Double.NaN;
    private double mean = Double.NaN;
    private long skipped;
    private boolean csv;

    /// @param unit of the values; empty where the title names none
    Spectrum(String unit, Diagnostics diagnostics) {
        this.unit = unit;
        this.diagnostics = diagnostics;
    }

    /// How many points there are.
    long size() {
        return points.size();
    }

    /// How many lines could not be read.
    long skipped() {
        return skipped;
    }

    /// Takes in one line after the title.
    void add(String text, long number) {
        String line = text.strip();
        csv |= line.contains(",") && !line.startsWith("#");
        double found = SpectrumLine.mean(line);
        mean = Double.isNaN(found) ? mean : found;
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        Optional<SpectrumLine.Row> row = SpectrumLine.row(line);
        if (row.isEmpty()) {
            skip(number, "no percentile: value, percentile and count are due");
            return;
        }
        if (!points.isEmpty() && (row.get().total() < points.getLast().total() || row.get().value() < points.getLast().value())) {
            skip(number, "value or count is less than in the line before");
            return;
        }
        points.add(row.get());
    }

    private void skip(long number, String why) {
        skipped++;
        diagnostics.line(Diagnostic.Severity.WARNING, number, why);
    }

    /// Whether `line` is the summary at the end, which is taken in.
    boolean ended(String line) {
        Optional<SpectrumLine.Top> top = SpectrumLine.top(line);
        if (top.isEmpty()) {
            return false;
        }
        max = top.get().max();
        if (!points.isEmpty() && points.getLast().total() != top.get().count()) {
            diagnostics.note("the summary counts " + top.get().count() + " values, the last percentile " + points.getLast().total());
        }
        return true;
    }

    /// What was printed; nothing without a point.
    ///
    /// @param assumed is told what was taken for granted
    /// @param doubts is told what makes conclusions weaker
    Optional<Histograms.Interval> build(String tag, ReadOptions options, Set<String> assumed, Set<String> doubts) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        if (Double.isNaN(max) && !csv && unit.isEmpty()) {
            diagnostics.note("the summary with the exact maximum is missing; the end may be cut");
        }
        String said = options.units().getOrDefault("value", options.units().getOrDefault("duration", unit));
        if (Units.nanos(said).isEmpty()) {
            assumed.add("values are milliseconds, as these listings usually are");
        }
        KnownPercentiles known = percentiles(Units.nanos(said).orElse(1_000_000));
        Optional<Histograms.Interval> built = known.build(Optional.empty(), tag);
        doubts.addAll(known.doubts());
        return built;
    }

    /// The last points are ends of buckets; the exact maximum is nearer.
    private KnownPercentiles percentiles(double nanos) {
        KnownPercentiles known = new KnownPercentiles().mean(mean * nanos).count(points.getLast().total());
        for (SpectrumLine.Row each : points) {
            boolean top = each.share() == 1 && each.total() == points.getLast().total();
            known.at(each.share(), (each.value() > max || top && max > 0 ? max : each.value()) * nanos, each.total());
        }
        return known;
    }
}
