package org.tailwright.statistics.histograms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.Objective;
import org.tailwright.data.Printed;
import org.tailwright.data.TimeSpan;
import org.tailwright.reports.Figure;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Shares;
import org.tailwright.statistics.omission.Standing;
import org.tailwright.work.Work;

/// Percentiles of interval histograms. Values keep no order within their interval, but the intervals do: where there are 20 of them, they are drawn again in
/// blocks of neighbours, which tells how far a percentile of all of them scatters ([IntervalCounts]). Printed percentiles are told as they were printed.
public final class HistogramAnalysis {
    /// The percentiles told.
    static final double[] SHOWN = {0.5, 0.9, 0.99, 0.999, 0.9999, 1};
    /// Why nothing is inside a latency band, a sentence without its stop.
    public static final String UNBANDED = "Only printed percentiles or buckets of others are known here, or no interval begins inside the selected window, so that no latency band can be cut out of them";
    private static final double[] OVER_TIME = {0.5, 0.9, 0.99};
    private static final int WINDOWS = 150;
    private static final int SEVERAL = 12;
    private static final double TAIL = 0.025;
    private static final double BEYOND = 10;
    private static final Field<String> TAG = Field.text("tag", "which tag is drawn; empty takes the one with most values", "");

    /// The analysis.
    public static final Analysis<String, HistogramResult> ANALYSIS = new Analysis<>("histograms", "Histograms", List.of(Slot.one(Dataset.Kind.HISTOGRAMS)),
            new Form<>(List.of(TAG), values -> values.get(TAG).strip()), HistogramAnalysis::answer, HistogramSections::explain);

    private HistogramAnalysis() {}

    private static Outcome<HistogramResult> answer(Inputs inputs, String tag, Work work) {
        Optional<Histograms> found = inputs.first(Histograms.class).map(inputs.selection()::of);
        if (found.isEmpty()) {
            return Outcome.not("There are no histograms here.");
        }
        Histograms histograms = found.get();
        if (histograms.intervals().isEmpty() && inputs.selection().band().isPresent()) {
            return Outcome.not(UNBANDED + ".");
        }
        if (histograms.intervals().isEmpty()) {
            return Outcome.not(inputs.selection().isAll() ? "The file holds no intervals." : "No interval begins inside the selected window.");
        }
        if (inputs.selection().band().isPresent() && histograms.intervals().stream().allMatch(each -> each.buckets().total() == 0)) {
            return Outcome.not("No value lies inside the selected band of latency.");
        }
        if (!tag.isEmpty() && !histograms.tags().contains(tag)) {
            return Outcome.not("There is no tag '" + tag + "'; there are " + String.join(", ", histograms.tags().stream().map(HistogramAnalysis::named).limit(12).toList()) + ".");
        }
        String chosen = tag.isEmpty() ? largest(histograms) : tag;
        List<HistogramResult.Tag> tags = new ArrayList<>();
        for (String each : histograms.tags()) {
            tags.add(tag(histograms, each, inputs.seed(), work));
            work.check();
        }
        IntervalCounts counts = IntervalCounts.of(histograms, chosen);
        Optional<Double> limit = limit(inputs);
        return Outcome.answer(new HistogramResult(chosen, tags, curve(histograms, counts, chosen, inputs.seed(), work),
                limit.filter(_ -> counts.counted() && counts.total() > 0).map(nanos -> beyond(counts, nanos, inputs.seed(), work)).orElse(null), overTime(histograms, counts, chosen)));
    }

    /// A tag as it is written.
    static String named(String tag) {
        return tag.isEmpty() ? "(none)" : tag;
    }

    /// The first latency objective that speaks of everything, nanoseconds.
    public static Optional<Double> limit(Inputs inputs) {
        return inputs.objectives().stream().filter(each -> each.measure().isPresent() && each.where().isEmpty()).findFirst().map(Objective::limit);
    }

    /// The tag with most values.
    static String largest(Histograms histograms) {
        return histograms.tags().stream().max(Comparator.comparingLong((String tag) -> histograms.count(tag).orElse(0))).orElse("");
    }

    /// The tags that objectives speak about: all where they share no request and are few, else the one with most values.
    public static List<String> judged(Histograms histograms) {
        return histograms.disjoint() && histograms.tags().size() <= SEVERAL ? histograms.tags() : List.of(largest(histograms));
    }

    /// One percentile of a tag, with its interval where there is one.
    public static Percentile percentile(Histograms histograms, String tag, double p, long seed, Work work) {
        return percentiles(histograms, IntervalCounts.of(histograms, tag), tag, seed, work, p).getFirst();
    }

    /// A percentile as a figure, with the method that found it.
    public static Figure figure(Histograms histograms, String tag, Percentile found, Inputs inputs) {
        return HistogramSections.figure(inputs, printed(histograms, tag), found);
    }

    static boolean printed(Histograms histograms, String tag) {
        return histograms.intervals().stream().anyMatch(each -> each.tag().equals(tag) && each.printed().isPresent());
    }

    /// The share of the values of a tag that surely reached a limit; NaN where none were counted.
    public static double surely(Histograms histograms, String tag, double limit) {
        IntervalCounts counts = IntervalCounts.of(histograms, tag);
        return counts.printed().isEmpty() && counts.total() > 0 ? counts.surely(limit, histograms.fate(tag).above()) : Double.NaN;
    }

    private static HistogramResult.Tag tag(Histograms histograms, String tag, long seed, Work work) {
        IntervalCounts counts = IntervalCounts.of(histograms, tag);
        OptionalLong n = histograms.count(tag);
        return new HistogramResult.Tag(tag, n.isPresent() ? n.getAsLong() : Double.NaN, counts.intervals(), percentiles(histograms, counts, tag, seed, work, SHOWN), durations(histograms, tag));
    }

    private static List<Percentile> percentiles(Histograms histograms, IntervalCounts counts, String tag, long seed, Work work, double... ps) {
        OptionalLong n = histograms.count(tag);
        Optional<Histograms.Interval> whole = histograms.whole(tag);
        double[] inner = Arrays.stream(ps).filter(p -> p < 1).toArray();
        double[][] ends = counts.lacking().isEmpty() && counts.total() > 0 ? ends(counts, seed, work, inner) : new double[0][];
        List<Percentile> percentiles = new ArrayList<>();
        int at = 0;
        for (double p : ps) {
            OptionalDouble value = whole.map(each -> each.at(p)).orElse(OptionalDouble.empty());
            double nanos = (p == 1 && value.isEmpty() ? histograms.exactMax(tag) : value.orElse(Double.NaN)) * histograms.nanosPerUnit();
            String open = open(histograms.fate(tag), p, n);
            if (p == 1 && open.isEmpty() && !Double.isNaN(nanos)) {
                percentiles.add(maximum(counts, nanos, !Double.isNaN(histograms.exactMax(tag)), n.orElse(0)));
            } else {
                percentiles.add(percentile(counts, p, nanos, n, open, p == 1 || ends.length == 0 ? new double[] {Double.NaN, Double.NaN} : ends[at++]));
            }
        }
        return percentiles;
    }

    /// The maximum between the ends of its bucket or of its rounding.
    private static Percentile maximum(IntervalCounts counts, double value, boolean told, long n) {
        double half = counts.printed().isEmpty() ? 0 : step(value) / 2;
        double low = half > 0 || told || counts.lows().length == 0 ? value - half : Math.min(value, counts.lows()[counts.lows().length - 1]);
        double high = value + half;
        String why = low == high ? "" : "it is known between " + Numbers.duration(low) + " and " + Numbers.duration(high) + " only, " + (half > 0 ? "for it was printed rounded" : "the ends of its bucket");
        return new Percentile(1, value, low, high, n, Double.NaN, true, why);
    }

    /// The step to which a printed value was rounded, as far as it shows it: that of its last digit, of at least two digits.
    static double step(double nanos) {
        BigDecimal digits = BigDecimal.valueOf(Math.round(nanos)).stripTrailingZeros();
        return nanos < 1 ? 0 : Math.pow(10, -digits.scale() - (digits.precision() == 1 ? 1 : 0));
    }

    /// Why a percentile is only known not to be smaller, a clause; empty where it is known.
    private static String open(Histograms.Fate fate, double p, OptionalLong n) {
        if (n.isPresent() && Math.ceil(p * n.getAsLong() * (1 - 1e-12)) > n.getAsLong() - fate.above()) {
            return Numbers.count(fate.above()) + (fate.above() == 1 ? " value lies" : " values lie") + " above the highest bucket edge, nobody knows how far";
        }
        return p == 1 && fate.unanswered() > 0 ? Numbers.count(fate.unanswered()) + (fate.unanswered() == 1 ? " request" : " requests") + " had no answer and no time" : "";
    }

    private static Percentile percentile(IntervalCounts counts, double p, double value, OptionalLong n, String open, double[] ends) {
        if (!open.isEmpty() && !Double.isNaN(value)) {
            return new Percentile(p, value, Double.NaN, Double.NaN, n.orElse(0), Double.NaN, false, open);
        }
        boolean printed = !counts.printed().isEmpty();
        long rows = n.orElse(0);
        boolean less = printed && n.isPresent() && p < 1 && n.getAsLong() < QuantileIntervals.minimal(p);
        String why = less && !Double.isNaN(value) ? "it was printed for " + n.getAsLong() + " values, and " + Numbers.count(QuantileIntervals.minimal(p)) + " are needed" : Double.isNaN(value) ? printed ? "the file does not hold it" : "there are no values" : p == 1 ? "" : printed || counts.few(p).isEmpty() ? counts.lacking() : counts.few(p);
        boolean supported = !Double.isNaN(value) && !less && (p == 1 || printed || counts.few(p).isEmpty());
        boolean known = why.isEmpty() && p < 1;
        return new Percentile(p, value, known ? Math.min(value, ends[0]) : Double.NaN, known ? Math.max(value, ends[1]) : Double.NaN, rows, Double.NaN, supported, why);
    }

    /// Both ends of the 95 % intervals at some percentiles, nanoseconds: deviations of drawn runs on the scale of logarithms, widened for few blocks and by a bucket,
    /// and never outside of what was measured.
    private static double[][] ends(IntervalCounts counts, long seed, Work work, double... ps) {
        double[] centre = counts.quantiles(ps);
        double[][] drawn = counts.quantiles(seed, "histogram percentiles", work, ps);
        double widening = counts.widening();
        double[][] ends = new double[ps.length][];
        for (int i = 0; i < ps.length; i++) {
            int at = i;
            double grain = counts.grain(centre[i]);
            double[] deviations = Arrays.stream(drawn).mapToDouble(run -> Math.log(Math.max(1, run[at]) / Math.max(1, centre[at]))).sorted().toArray();
            int tail = (int) Math.floor(TAIL * (deviations.length - 1));
            double low = centre[i] * Math.exp(Math.min(0, deviations[tail]) * widening - grain);
            double high = centre[i] * Math.exp(Math.max(0, deviations[deviations.length - 1 - tail]) * widening + grain);
            ends[i] = new double[] {Math.max(counts.lows()[0], low), Math.min(counts.nanos()[counts.nanos().length - 1], high)};
        }
        for (int i = 1; i < ps.length; i++) { // a higher percentile is no lower
            ends[i][0] = Math.max(ends[i][0], ends[i - 1][0]);
            ends[ps.length - 1 - i][1] = Math.min(ends[ps.length - 1 - i][1], ends[ps.length - i][1]);
        }
        return ends;
    }

    private static Shares.Share beyond(IntervalCounts counts, double limit, long seed, Work work) {
        double value = counts.beyond(limit);
        if (!counts.lacking().isEmpty()) {
            return new Shares.Share(value, Double.NaN, Double.NaN, counts.total(), Double.NaN);
        }
        double[] deviations = Arrays.stream(counts.beyond(limit, seed, "histogram share", work)).map(each -> each - value).sorted().toArray();
        double widening = counts.widening();
        int tail = (int) Math.floor(TAIL * (deviations.length - 1));
        return new Shares.Share(value, Math.clamp(value + Math.min(0, deviations[tail]) * widening, 0, value),
                Math.clamp(value + Math.max(0, deviations[deviations.length - 1 - tail]) * widening, value, 1), counts.total(), Double.NaN);
    }

    private static @Nullable Curve curve(Histograms histograms, IntervalCounts counts, String tag, long seed, Work work) {
        Optional<Curve> plain = curve(histograms, tag);
        if (plain.isEmpty() || !counts.lacking().isEmpty()) {
            return plain.orElse(null);
        }
        Curve curve = plain.get();
        double[] carried = Arrays.stream(curve.p()).filter(p -> counts.few(p).isEmpty()).toArray();
        double[][] ends = ends(counts, seed, work, carried);
        double[] lows = new double[curve.p().length];
        double[] highs = new double[lows.length];
        for (int i = 0; i < lows.length; i++) {
            lows[i] = i < carried.length ? Math.min(curve.values()[i], ends[i][0]) : Double.NaN;
            highs[i] = i < carried.length ? Math.max(curve.values()[i], ends[i][1]) : Double.NaN;
        }
        return new Curve(curve.p(), curve.values(), lows, highs, curve.n(), curve.most());
    }

    /// The percentile curve of a tag as a whole, without a band; through the printed percentiles where these are all that is known, empty where nothing is.
    public static Optional<Curve> curve(Histograms histograms, String tag) {
        double unit = histograms.nanosPerUnit();
        return histograms.whole(tag).flatMap(whole -> whole.printed().isPresent() ? printed(whole.printed().get(), whole, unit) : whole.buckets().total() == 0 ? Optional.empty()
                : Optional.of(Curve.of(p -> Math.round(whole.at(p).orElse(0) * unit), whole.buckets().total(), whole.at(1).orElse(0) * unit)));
    }

    private static Optional<Curve> printed(Printed printed, Histograms.Interval whole, double unit) {
        List<Printed.Point> inside = printed.points().stream().filter(each -> each.share() > 0 && each.share() < 1).toList();
        return inside.isEmpty() ? Optional.empty() : Optional.of(new Curve(inside.stream().mapToDouble(Printed.Point::share).toArray(),
                inside.stream().mapToDouble(each -> each.value() * unit).toArray(), new double[0], new double[0], (int) Math.min(Integer.MAX_VALUE, whole.count().orElse(0)),
                Math.max(inside.getLast().value(), whole.at(1).orElse(0)) * unit));
    }

    private static HistogramResult.@Nullable OverTime overTime(Histograms histograms, IntervalCounts counts, String tag) {
        List<Histograms.Interval> own = histograms.intervals().stream().filter(each -> each.tag().equals(tag)).toList();
        if (own.stream().anyMatch(each -> each.span().isEmpty()) || own.size() < 2) {
            return null;
        }
        List<List<Histograms.Interval>> steps = IntervalCounts.together(own);
        int merged = counts.printed().isEmpty() ? Math.ceilDiv(steps.size(), WINDOWS) : 1;
        int windows = Math.ceilDiv(steps.size(), merged);
        double[][] values = new double[OVER_TIME.length][windows];
        double[] middles = new double[windows];
        double[] n = new double[windows];
        double[] seconds = new double[windows];
        for (int w = 0; w < windows; w++) {
            List<Histograms.Interval> inside = steps.subList(w * merged, Math.min(steps.size(), (w + 1) * merged)).stream().flatMap(List::stream).toList();
            TimeSpan span = inside.stream().map(each -> each.span().orElseThrow()).reduce(TimeSpan::union).orElseThrow();
            middles[w] = span.start() + span.length() / 2.0;
            n[w] = inside.stream().mapToLong(each -> each.count().orElse(0)).sum();
            seconds[w] = span.length() / 1e9;
            Histograms part = new Histograms(histograms.origin(), inside, histograms.nanosPerUnit(), histograms.disjoint());
            Optional<Histograms.Interval> whole = part.whole(tag);
            for (int k = 0; k < OVER_TIME.length; k++) {
                double p = OVER_TIME[k];
                boolean carried = !counts.printed().isEmpty() || n[w] >= QuantileIntervals.minimal(p);
                values[k][w] = carried ? whole.map(each -> each.at(p).orElse(Double.NaN)).orElse(Double.NaN) * histograms.nanosPerUnit() : Double.NaN;
            }
        }
        int[] order = IntStream.range(0, windows).boxed().sorted(Comparator.comparingDouble(w -> middles[w])).mapToInt(Integer::intValue).toArray();
        return new HistogramResult.OverTime(merged, ordered(middles, order), OVER_TIME, Arrays.stream(values).map(each -> ordered(each, order)).toArray(double[][]::new),
                ordered(n, order), ordered(seconds, order));
    }

    private static double[] ordered(double[] values, int... order) {
        return Arrays.stream(order).mapToDouble(each -> values[each]).toArray();
    }

    private static String durations(Histograms histograms, String tag) {
        return switch (Standing.of(histograms, tag).kind()) {
            case SERVICE_TIME, INTENDED_KNOWN -> "service time";
            case FROM_INTENDED -> "response time from intended start";
            case CORRECTED -> "already corrected";
            case SERVER_SIDE -> "residence time";
            case UNKNOWN -> "service or response times, not told which";
        };
    }
}
