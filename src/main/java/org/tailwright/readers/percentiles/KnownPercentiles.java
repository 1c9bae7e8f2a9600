package org.tailwright.readers.percentiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;
import org.tailwright.data.Buckets;
import org.tailwright.data.Histograms;
import org.tailwright.data.Printed;
import org.tailwright.data.TimeSpan;

/// One distribution of which only percentiles were printed, as an interval that says so. All values are nanoseconds, so the data set's
/// `nanosPerUnit` is 1.
///
/// Where the number of values is known, the counts between two percentiles stand at the upper one, and what lies above the highest stands
/// there too. Where it is not, the histogram stays empty: no number of values is made up, and [#doubts] says it. Percentiles are told by
/// [Printed#at] only, so one that the file does not hold stays unknown.
public final class KnownPercentiles {
    private static final double HIGHEST = 0x1p60;
    private static final int DIGITS = 3;

    private record Given(double share, double nanos, long upTo) {}

    private final SortedMap<Double, Given> given = new TreeMap<>();
    private final List<String> doubts = new ArrayList<>();
    private long count = -1;
    private double mean = Double.NaN;
    private Histograms.Fate fate = Histograms.Fate.UNTOLD;

    /// Adds a printed percentile; a value that is no finite number of at least 0 is left out, as is a second value of the same percentile.
    ///
    /// @param share 0 for the minimum, 0.99 for p99, 1 for the maximum
    public KnownPercentiles at(double share, double nanos) {
        return at(share, nanos, -1);
    }

    /// Adds a printed percentile with the number of values up to it; of two with one percentile, as rounding prints them, the larger count stays.
    ///
    /// @param upTo cumulative count, -1 when it was not printed
    public KnownPercentiles at(double share, double nanos, long upTo) {
        if (share >= 0 && share <= 1 && nanos >= 0 && nanos <= HIGHEST) {
            given.merge(share, new Given(share, nanos, upTo), (before, now) -> now.upTo() > before.upTo() ? now : before);
        }
        return this;
    }

    /// The smallest value.
    public KnownPercentiles min(double nanos) {
        return at(0, nanos);
    }

    /// The largest value.
    public KnownPercentiles max(double nanos) {
        return at(1, nanos);
    }

    /// How many values the percentiles summarise; negative when that is not printed.
    public KnownPercentiles count(long values) {
        count = values;
        return this;
    }

    /// How many requests failed.
    ///
    /// @param among failed ones whose times are among the values; negative when that is not printed
    /// @param unanswered failed ones whose times are not
    public KnownPercentiles failed(long among, long unanswered) {
        fate = new Histograms.Fate(0, among < 0 ? -1 : among + unanswered, unanswered);
        return this;
    }

    /// The mean; NaN when it is not printed.
    public KnownPercentiles mean(double nanos) {
        mean = nanos >= 0 && nanos <= HIGHEST ? nanos : Double.NaN;
        return this;
    }

    /// Whether nothing was printed.
    public boolean isEmpty() {
        return given.isEmpty();
    }

    /// The interval; nothing when no percentile was printed or there were no values. A percentile below a lower one is contradictory and left
    /// out with a doubt.
    ///
    /// @param tag empty when there is none
    public Optional<Histograms.Interval> build(Optional<TimeSpan> span, String tag) {
        doubts.clear();
        List<Given> ascending = ascending();
        if (ascending.isEmpty() || count == 0) {
            return Optional.empty();
        }
        Given last = ascending.getLast();
        long different = ascending.stream().mapToDouble(Given::nanos).distinct().count();
        if (count > 0 && different > count) {
            doubts.add("the file says n = " + count + " but prints " + different + " different values: the number is not believed");
            count = -1;
        }
        doubts.add("only printed percentiles are known (" + names(ascending) + "), not the values between them");
        if (count < 0 && last.upTo() < 0) {
            doubts.add("the file does not say how many values there were: no interval of a percentile and no rate can be told");
        }
        List<Printed.Point> points = ascending.stream().map(each -> new Printed.Point(each.share(), each.nanos())).toList();
        double max = last.share() == 1 ? last.nanos() : Double.NaN;
        return Optional.of(new Histograms.Interval(span, tag, Buckets.of(histogram(ascending)), max, true, Optional.of(new Printed(points, mean)), fate));
    }

    /// What makes conclusions weaker, in words for the trust card; filled by [#build].
    public List<String> doubts() {
        return List.copyOf(doubts);
    }

    private List<Given> ascending() {
        List<Given> kept = new ArrayList<>();
        for (Given each : given.values()) {
            if (kept.isEmpty() || each.nanos() >= kept.getLast().nanos()) {
                kept.add(each);
            } else {
                doubts.add("the printed " + name(each.share()) + " is below the " + name(kept.getLast().share()) + " and left out");
            }
        }
        return kept;
    }

    private Histogram histogram(List<Given> ascending) {
        Histogram histogram = new PackedHistogram(DIGITS);
        long all = Math.max(count, ascending.getLast().upTo());
        long before = 0;
        for (int i = 0; i < ascending.size() && all > 0; i++) {
            Given each = ascending.get(i);
            boolean last = i == ascending.size() - 1;
            long upTo = last ? all : Math.min(all, each.upTo() >= 0 ? each.upTo() : rank(all, each.share()));
            if (upTo > before) {
                histogram.recordValueWithCount(Math.round(each.nanos()), upTo - before);
                before = upTo;
            }
        }
        return histogram;
    }

    /// The number of values up to a percentile, as in the order statistic ceil(np); the minimum is one value.
    private static long rank(long n, double share) {
        double exact = n * share;
        return Math.clamp((long) Math.ceil(exact - exact * 1e-12), 1, n);
    }

    private static String names(List<Given> known) {
        int n = known.size();
        List<String> names = known.stream().map(each -> name(each.share())).toList();
        return n <= 12 ? String.join(", ", names) : names.getFirst() + ", " + names.get(1) + " … " + names.get(n - 2) + ", " + names.getLast();
    }

    /// A percentile as people write it: `p99.9`, `min`, `max`.
    public static String name(double share) {
        if (share == 0 || share == 1) {
            return share == 0 ? "min" : "max";
        }
        String digits = String.format(Locale.ROOT, "%.6f", 100 * share);
        return "p" + digits.replaceAll("\\.?0+$", "");
    }
}
