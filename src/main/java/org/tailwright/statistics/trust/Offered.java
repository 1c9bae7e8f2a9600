package org.tailwright.statistics.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Unit;
import org.tailwright.statistics.Quantiles;
import org.tailwright.statistics.Readings;

/// Offered against achieved rate, and the health of the load generator.
final class Offered {
    private static final double SHORT = 0.98;
    private static final double BUSY = 0.9;

    private Offered() {}

    /// @param offered requests per second that were meant to be sent, as somebody said; 0 when nobody did
    static List<Check> of(Requests requests, List<Metrics> beside, Flow flow, double offered) {
        List<Check> found = new ArrayList<>();
        double seconds = (flow.end() - flow.from()) / 1e9;
        double achieved = Arrays.stream(flow.starts()).sum() / seconds;
        double dropped = dropped(beside, flow) / seconds;
        double meant = offered > 0 ? offered : dropped > 0 ? achieved + dropped : 0;
        if (meant > 0) {
            String words = Numbers.rate(achieved) + " achieved of " + Numbers.rate(meant) + " offered (" + Numbers.percent(achieved / meant) + ")"
                    + (offered > 0 ? "" : "; the difference was dropped by the load generator");
            found.add(achieved < SHORT * meant ? Check.doubt("offered", words + ": the load was less than meant, and what was not sent has no latency")
                    : achieved * SHORT > meant ? Check.doubt("offered", words + ": more was sent than is said to have been offered, so that the number said is wrong") : Check.fine("offered", words));
        } else {
            found.add(Check.note("offered", Numbers.rate(achieved) + " achieved; the data do not say what was offered"));
        }
        lag(requests, found);
        cpu(beside, new TimeSpan(flow.from(), flow.end()), found);
        return found;
    }

    private static double dropped(List<Metrics> beside, Flow flow) {
        return beside.stream().flatMap(each -> each.series().stream()).filter(each -> each.name().toLowerCase(Locale.ROOT).startsWith("dropped_iterations"))
                .filter(each -> each.kind() != Metrics.Kind.GAUGE).mapToDouble(each -> counted(each, inside(each, new TimeSpan(flow.from(), flow.end())))).sum();
    }

    /// How many things a series counted: increments add up, of a counter its growth counts, and a single reading of one is its total. Where the source does not
    /// say which they are, numbers that never fall are taken for a counter, which claims less.
    private static double counted(Metrics.Series series, double... values) {
        boolean rising = series.kind() == Metrics.Kind.UNKNOWN && IntStream.range(1, values.length).allMatch(i -> values[i] >= values[i - 1]);
        if (values.length < 2 || !rising && !Readings.counts(series)) {
            return Arrays.stream(values).sum();
        }
        double grown = 0;
        for (int i = 1; i < values.length; i++) {
            grown += values[i] >= values[i - 1] ? values[i] - values[i - 1] : values[i];
        }
        return grown;
    }

    private static double[] inside(Metrics.Series series, TimeSpan span) {
        return IntStream.range(0, series.values().size()).filter(i -> span.contains(series.times().at(i)))
                .mapToDouble(i -> series.values().at(i)).filter(each -> !Double.isNaN(each)).toArray();
    }

    /// How late requests were sent.
    private static void lag(Requests requests, List<Check> into) {
        Optional<Longs> intended = requests.table().longs(Requests.INTENDED);
        if (intended.isEmpty()) {
            return;
        }
        long[] late = new long[intended.get().size()];
        for (int row = 0; row < late.length; row++) {
            late[row] = requests.starts().at(row) - intended.get().at(row);
        }
        Arrays.sort(late);
        long p99 = Quantiles.ofSorted(late, 0.99);
        String words = "requests were sent up to " + Numbers.duration(late[late.length - 1]) + " after their time, 99 % within " + Numbers.duration(p99);
        into.add(p99 > 10_000_000 ? Check.doubt("schedule", words + ": the load generator did not keep up") : Check.fine("schedule", words));
    }

    private static void cpu(List<Metrics> beside, TimeSpan span, List<Check> into) {
        double highest = 0;
        String name = "";
        for (Metrics metrics : beside) {
            for (Metrics.Series each : metrics.series()) {
                double busy = busy(each, span);
                if (busy > highest) {
                    highest = busy;
                    name = each.title();
                }
            }
        }
        if (!name.isEmpty()) {
            String words = name + " is " + Numbers.percent(highest) + " busy for a twentieth of the time";
            into.add(highest > BUSY ? Check.doubt("generator", words + ": if that is the load generator, its own delays are inside the latencies")
                    : Check.fine("generator", words));
        }
    }

    /// What a processor series reaches for 5 % of the time, as a share; 0 for other series.
    private static double busy(Metrics.Series series, TimeSpan span) {
        String name = series.name().toLowerCase(Locale.ROOT);
        boolean idle = name.contains("idle");
        boolean used = name.contains("cpu") && (name.contains("util") || name.contains("usage") || name.contains("percent"));
        double[] values = name.contains("cpu") && (idle || used) ? inside(series, span) : new double[0];
        Arrays.sort(values);
        double scale = values.length < 5 ? 0 : scale(series, name, values[values.length - 1]);
        if (scale == 0) {
            return 0;
        }
        double share = scale * (idle ? values[values.length / 20] : values[values.length - 1 - values.length / 20]);
        double busy = idle ? 1 - share : share;
        return busy > 1.01 || busy < 0 ? 0 : busy;
    }

    /// What makes a share of a reading: 1 for shares, 0.01 for percentages, 0 where neither name nor unit nor size tells.
    private static double scale(Metrics.Series series, String name, double highest) {
        if (series.values().unit().kind() == Unit.Kind.RATIO || name.contains("ratio") || name.contains("fraction") || name.contains("share")) {
            return 1;
        }
        boolean percent = series.values().unit().symbol().equals("%") || name.contains("percent") || name.contains("pct") || name.contains("%");
        return percent || highest > 1.5 ? 0.01 : 0;
    }
}
