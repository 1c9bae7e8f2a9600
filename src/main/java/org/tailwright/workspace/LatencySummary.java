package org.tailwright.workspace;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Flags;
import org.tailwright.data.Histograms;
import org.tailwright.data.Longs;
import org.tailwright.data.Tally;
import org.tailwright.statistics.Quantiles;
import org.tailwright.work.Work;

/// Percentiles at a glance, nanoseconds. Of rows they are the exact order statistics number ceil(np); of histograms the upper end of the
/// bucket that holds that order statistic; of printed percentiles what was printed.
///
/// @param count how many durations, where known
/// @param at value by name ([#NAMES]), only those that are known
/// @param missing why others are not, empty when all are
public record LatencySummary(OptionalLong count, SequencedMap<String, Long> at, String missing) {
    /// The names, in order.
    public static final List<String> NAMES = List.of("p50", "p90", "p99", "p999", "max");

    private static final double[] SHARES = {0.5, 0.9, 0.99, 0.999, 1};

    /// All of them.
    public LatencySummary(long count, long p50, long p90, long p99, long p999, long max) {
        this(OptionalLong.of(count), named(p50, p90, p99, p999, max), "");
    }

    private static SequencedMap<String, Long> named(long... values) {
        SequencedMap<String, Long> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(NAMES.get(i), values[i]);
        }
        return named;
    }

    /// Of the rows that are not `without`; nothing when there are none.
    static Optional<LatencySummary> exact(Longs durations, @Nullable Flags without) {
        Optional<Tally> tally = durations.tally(without);
        return tally.isPresent() ? of(tally.get()) : exact(without == null ? durations.toArray() : others(durations, without));
    }

    private static Optional<LatencySummary> of(Tally tally) {
        if (tally.total() == 0) {
            return Optional.empty();
        }
        long[] at = tally.values(Arrays.stream(SHARES).mapToInt(p -> Quantiles.rank(tally.total(), p)).toArray());
        return Optional.of(new LatencySummary(tally.total(), at[0], at[1], at[2], at[3], at[4]));
    }

    private static long[] others(Longs durations, Flags without) {
        int n = durations.size();
        long[] others = new long[n - without.count()];
        int kept = 0;
        for (int row = 0; row < n; row++) {
            if (!without.at(row)) {
                others[kept++] = durations.at(row);
            }
        }
        return others;
    }

    /// Of durations; nothing when there are none.
    private static Optional<LatencySummary> exact(long[] durations) {
        if (durations.length == 0) {
            return Optional.empty();
        }
        long[] at = Quantiles.of(durations, Work.NONE, SHARES);
        return Optional.of(new LatencySummary(durations.length, at[0], at[1], at[2], at[3], at[4]));
    }

    /// Of the histograms of one tag; nothing when they are empty. Percentiles of several intervals that were printed are left out: they cannot
    /// be put together.
    static Optional<LatencySummary> of(Histograms histograms, String tag) {
        Optional<Histograms.Interval> whole = histograms.whole(tag);
        OptionalLong count = histograms.count(tag);
        if (count.isPresent() && count.getAsLong() == 0) {
            return Optional.empty();
        }
        SequencedMap<String, Long> at = new LinkedHashMap<>();
        for (int i = 0; i < SHARES.length; i++) {
            OptionalDouble value = SHARES[i] == 1 && whole.isEmpty() ? known(histograms.exactMax(tag)) : at(whole, SHARES[i]);
            if (value.isPresent()) {
                at.put(NAMES.get(i), Math.round(value.getAsDouble() * histograms.nanosPerUnit()));
            }
        }
        return Optional.of(new LatencySummary(count, at, missing(whole, at)));
    }

    private static OptionalDouble at(Optional<Histograms.Interval> whole, double share) {
        return whole.map(each -> each.at(share)).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static String missing(Optional<Histograms.Interval> whole, Map<String, Long> at) {
        if (at.size() == NAMES.size()) {
            return "";
        }
        if (whole.isEmpty()) {
            return "percentiles of several intervals cannot be put together";
        }
        return NAMES.stream().filter(each -> !at.containsKey(each)).map(LatencySummary::title).collect(Collectors.joining(", "))
                + " cannot be told from the printed percentiles";
    }

    /// A name as people write it: `p99.9` for `p999`.
    public static String title(String name) {
        return name.equals("max") ? name : Numbers.percentile(SHARES[NAMES.indexOf(name)]);
    }
}
