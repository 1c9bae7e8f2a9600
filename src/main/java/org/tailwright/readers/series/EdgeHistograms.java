package org.tailwright.readers.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.PackedHistogram;
import org.tailwright.data.Histograms;
import org.tailwright.data.Origin;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.readers.Source;

/// Durations of which only counts between bucket edges are known. Every value is put at the upper edge of its bucket, so that a percentile is
/// never told too low, except above the highest edge: there the edge is all that is known, and the trust card says how many values that
/// concerns.
public final class EdgeHistograms {
    /// Intervals that are kept; more are refused by [#add].
    public static final int MOST = 50_000;

    /// Four digits write usual edges exactly; adding up thousands of such histograms would take seconds, so that many have three.
    private static final int EXACT_DIGITS = 4;
    private static final int DIGITS = 3;
    private static final int FEW = 2000;
    private static final double HIGHEST = 0x1p60;

    /// Counts of one interval: `counts[i]` values up to `edges[i]`, the last count without an edge.
    private record Draft(Optional<TimeSpan> span, String tag, double[] edges, long[] counts, double max) {
        /// Values of which only the highest edge is known; none where a maximum is told.
        long above() {
            return Double.isNaN(max) ? counts[edges.length] : 0;
        }
    }

    private final String name;
    private final double nanos;
    private final String symbol;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private double[] known = new double[0];
    private boolean uniform = true;
    private long negative;
    private long above;
    private long values;

    /// @param name of the histogram in the source
    /// @param nanos nanoseconds of one unit of the edges
    /// @param symbol of that unit
    public EdgeHistograms(String name, double nanos, String symbol) {
        this.name = name;
        this.nanos = nanos;
        this.symbol = symbol;
    }

    /// Adds an interval; one without values or without any edge is left out.
    ///
    /// @param span time covered, empty when the source does not say
    /// @param tag tells series of the same name apart
    /// @param edges upper edges in ascending order, finite, in the source's unit
    /// @param counts one for each edge and one for what is above the last; none negative
    /// @param max exact maximum in the source's unit, NaN where it is unknown
    /// @return whether it is kept
    public boolean add(Optional<TimeSpan> span, String tag, double[] edges, long[] counts, double max) {
        long all = Arrays.stream(counts).sum();
        if (counts.length != edges.length + 1) {
            throw new IllegalArgumentException(counts.length + " counts for " + edges.length + " edges");
        }
        if (edges.length == 0 || all <= 0 || drafts.size() >= MOST) {
            return false;
        }
        values += all;
        above += counts[edges.length];
        for (int i = 0; i < edges.length; i++) {
            negative += edges[i] < 0 ? counts[i] : 0;
        }
        uniform &= drafts.isEmpty() || Arrays.equals(edges, known);
        double[] shared = Arrays.equals(edges, known) ? known : edges.clone();
        known = shared;
        drafts.add(new Draft(span, tag, shared, counts.clone(), max));
        return true;
    }

    /// Adds a sentence to the trust card.
    public void doubt(String sentence) {
        if (!doubts.contains(sentence)) {
            doubts.add(sentence);
        }
    }

    /// The data set, or nothing when no interval was kept.
    public Optional<Histograms> build(Source source, String format, List<String> assumed) {
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        int decimals = decimals();
        double scale = Math.pow(10, decimals);
        List<Histograms.Interval> intervals = new ArrayList<>();
        for (Draft each : drafts) {
            intervals.add(new Histograms.Interval(each.span(), each.tag(), histogram(each, scale, drafts.size() > FEW ? DIGITS : EXACT_DIGITS), each.max() * scale, true).with(new Histograms.Fate(each.above(), -1, 0)));
        }
        Origin origin = new Origin(source.name() + " " + name, source.path(), format, new Trust(values, 0, assumed, doubts()));
        return Optional.of(new Histograms(origin, intervals, nanos / scale, true));
    }

    /// Decimals that write all edges exactly, so that the library's own rounding does not move them; those of a nanosecond at most.
    private int decimals() {
        int finest = (int) Math.round(Math.log10(nanos));
        for (int decimals = 0; decimals < finest; decimals++) {
            double scale = Math.pow(10, decimals);
            if (drafts.stream().allMatch(each -> Arrays.stream(each.edges()).allMatch(edge -> Math.abs(edge * scale - Math.rint(edge * scale)) < 1e-6))) {
                return decimals;
            }
        }
        return Math.max(0, finest);
    }

    private static PackedHistogram histogram(Draft draft, double scale, int digits) {
        PackedHistogram histogram = new PackedHistogram(digits);
        double[] edges = draft.edges();
        for (int i = 0; i < edges.length; i++) {
            record(histogram, capped(edges[i], draft.max()) * scale, draft.counts()[i]);
        }
        double last = edges[edges.length - 1];
        record(histogram, (draft.max() > last ? draft.max() : last) * scale, draft.counts()[edges.length]);
        return histogram;
    }

    /// An exact maximum inside a bucket is a nearer bound than the bucket's edge.
    private static double capped(double edge, double max) {
        return max < edge ? max : edge;
    }

    private static void record(PackedHistogram histogram, double value, long count) {
        if (count > 0) {
            histogram.recordValueWithCount(Math.round(Math.clamp(value, 0, HIGHEST)), count);
        }
    }

    private List<String> doubts() {
        List<String> all = new ArrayList<>();
        all.add("only counts between bucket edges are known: percentiles are upper edges of their buckets" + bracket(0.5) + bracket(0.99));
        if (above > 0) {
            boolean told = drafts.stream().noneMatch(each -> each.counts()[each.edges().length] > 0 && Double.isNaN(each.max()));
            all.add(above + " of " + values + " values are above the highest bucket edge" + (told ? " and stand at the maximum that is told"
                    : " and stand at that edge: percentiles that reach it are lower bounds"));
        }
        if (negative > 0) {
            all.add(negative + " values are below zero and stand at zero");
        }
        if (drafts.size() >= MOST) {
            all.add("more than " + MOST + " intervals: further ones are left out");
        }
        all.addAll(doubts);
        return all;
    }

    /// Between which edges a percentile of all values lies, where all intervals have the same edges.
    private String bracket(double p) {
        if (!uniform) {
            return "";
        }
        TreeMap<Integer, Long> sums = new TreeMap<>();
        for (Draft each : drafts) {
            for (int i = 0; i < each.counts().length; i++) {
                sums.merge(i, each.counts()[i], Long::sum);
            }
        }
        long due = (long) Math.ceil(p * values);
        long seen = 0;
        for (int i = 0; i < known.length; i++) {
            seen += sums.getOrDefault(i, 0L);
            if (seen >= due) {
                String which = ", p" + Math.round(p * 100);
                return i == 0 ? which + " is at most " + plain(known[0]) : which + " lies between " + plain(known[i - 1]) + " and " + plain(known[i]);
            }
        }
        return ", p" + Math.round(p * 100) + " is above " + plain(known[known.length - 1]);
    }

    /// An edge in the source's unit; small seconds as milliseconds, microseconds or nanoseconds.
    private String plain(double value) {
        String[] symbols = {"s", "ms", "µs", "ns"};
        int unit = List.of(symbols).indexOf(symbol);
        double shown = value;
        while (unit >= 0 && unit < symbols.length - 1 && shown != 0 && Math.abs(shown) < 0.1) {
            shown *= 1000;
            unit++;
        }
        BigDecimal rounded = BigDecimal.valueOf(shown).round(new MathContext(4)).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString() + " " + (unit < 0 ? symbol : symbols[unit]);
    }
}
