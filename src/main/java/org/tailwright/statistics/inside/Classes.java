package org.tailwright.statistics.inside;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.NumberRange;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// A column of numbers as texts that name classes. The edges come from all rows, whatever was selected: an edge put where the selection stands out would be
/// tested on what chose it. Few different numbers are a class each; many are cut at the 10, 25, 50, 75 and 90 % quantiles, rounded to two digits, of the number or of the range.
final class Classes {
    private static final double[] CUTS = {0.1, 0.25, 0.5, 0.75, 0.9};
    private static final int FEW = 8;
    /// Rows that the edges are found from at most.
    private static final int LOOKED_AT = 100_000;
    private static final int DIGITS = 2;
    private static final Set<String> OWN = Set.of(Requests.START, Requests.DURATION, Requests.INTENDED, Requests.WEIGHT);

    private Classes() {}

    /// The classes; empty for times, durations, numbers that only grow (a time or a running number in disguise) and such that are all alike.
    static Optional<Texts> of(String name, Column column) {
        if (OWN.contains(name) || unit(column).equals(Unit.TIME) || unit(column).equals(Unit.DURATION) || column instanceof Longs longs && longs.ascends()) {
            return Optional.empty();
        }
        double[] looked = looked(column);
        double[] distinct = Arrays.stream(looked).distinct().limit(FEW + 1L).sorted().toArray();
        List<NumberRange> ranges = distinct.length <= FEW ? Arrays.stream(distinct).mapToObj(NumberRange::single).toList() : between(looked);
        return ranges.size() < 2 ? Optional.empty() : Optional.of(coded(column, ranges));
    }

    private static Unit unit(Column column) {
        return column instanceof Longs longs ? longs.unit() : column instanceof Doubles doubles ? doubles.unit() : Unit.NONE;
    }

    private static double at(Column column, int row) {
        return column instanceof Longs longs ? longs.missing(row) ? Double.NaN : longs.at(row) : column instanceof Doubles doubles ? doubles.at(row) : Double.NaN;
    }

    /// Some rows, evenly spread, in order of their number.
    private static double[] looked(Column column) {
        int n = Math.min(column.size(), LOOKED_AT);
        double[] values = new double[n];
        int kept = 0;
        for (int i = 0; i < n; i++) {
            double value = at(column, (int) ((long) column.size() * i / n));
            values[kept] = value;
            kept += Double.isFinite(value) ? 1 : 0;
        }
        double[] sorted = Arrays.copyOf(values, kept);
        Arrays.sort(sorted);
        return sorted;
    }

    private static List<NumberRange> between(double... sorted) {
        TreeSet<Double> edges = new TreeSet<>();
        for (double cut : CUTS) {
            double edge = rounded(sorted[(int) (cut * (sorted.length - 1))], sorted[sorted.length - 1] - sorted[0]);
            if (edge > sorted[0] && edge <= sorted[sorted.length - 1]) {
                edges.add(edge);
            }
        }
        edges.add(Double.NEGATIVE_INFINITY);
        return edges.stream().map(edge -> {
            Double next = edges.higher(edge);
            return new NumberRange(edge, next == null ? Double.POSITIVE_INFINITY : next);
        }).toList();
    }

    /// To two digits, of the number or of the range, whichever is finer: ports and years lie close together far from 0.
    private static double rounded(double value, double range) {
        BigDecimal exact = new BigDecimal(value);
        int scale = new BigDecimal(range).round(new MathContext(DIGITS)).scale();
        return exact.setScale(Math.max(scale, exact.round(new MathContext(DIGITS)).scale()), RoundingMode.HALF_EVEN).doubleValue();
    }

    private static Texts coded(Column column, List<NumberRange> ranges) {
        List<String> names = ranges.stream().map(NumberRange::text).toList();
        double[] lows = ranges.stream().mapToDouble(NumberRange::low).toArray();
        boolean whole = Double.isInfinite(lows[0]);
        Texts.Coded codes = Texts.coded(column.size(), lows.length - 1);
        int parts = Math.max(1, Math.min(Pool.cores(), column.size() / LOOKED_AT));
        Pool.map(parts, Work.NONE, part -> {
            int end = (int) ((long) column.size() * (part + 1) / parts);
            for (int row = (int) ((long) column.size() * part / parts); row < end; row++) {
                codes.set(row, code(lows, whole, at(column, row)));
            }
            return part;
        });
        return codes.build(new Texts.Store() {
            @Override
            public int codes() {
                return names.size();
            }

            @Override
            public String text(int code) {
                return names.get(code);
            }
        });
    }

    /// The class of a value: −1 for none and for a single number that was not among those looked at.
    private static int code(double[] lows, boolean whole, double value) {
        if (Double.isNaN(value)) {
            return -1;
        }
        int found = Arrays.binarySearch(lows, value);
        return found >= 0 ? found : whole ? -found - 2 : -1;
    }
}
