package org.tailwright.ui.views.distribution;

import java.math.BigDecimal;
import java.math.MathContext;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Sample;
import org.tailwright.statistics.Shares;
import org.tailwright.work.Work;

/// Shares beyond a latency: at once without an interval, then with one.
final class Limits {
    private Limits() {}

    /// What is asked.
    record Question(Sample sample, long nanos) {}

    /// The share alone; takes no time.
    static DistributionCharts.Limit quick(Sample sample, long nanos) {
        return new DistributionCharts.Limit(nanos, Shares.wilson(sample.beyond(nanos), sample.size(), Double.NaN), false);
    }

    /// The share with its interval.
    static DistributionCharts.Limit refined(Question question, Work work) {
        return new DistributionCharts.Limit(question.nanos(), share(question.sample(), question.nanos(), work), false);
    }

    /// Share beyond a latency with its interval.
    static Shares.Share share(Sample sample, double nanos, Work work) {
        double beyond = sample.beyond((long) nanos);
        double p = 1 - beyond;
        double nEff = p <= 0 || p >= 1 ? Double.NaN : QuantileIntervals.of(sample, p, work).nEff();
        return Shares.wilson(beyond, sample.size(), nEff);
    }

    /// A latency as it is typed, to three digits: `250ms`.
    static String typed(double nanos) {
        if (!(nanos > 0)) {
            return "0ms";
        }
        double unit = nanos >= 1e9 ? 1e9 : nanos >= 1e6 ? 1e6 : nanos >= 1e3 ? 1e3 : 1;
        String name = unit == 1e9 ? "s" : unit == 1e6 ? "ms" : unit == 1e3 ? "us" : "ns";
        return new BigDecimal(nanos / unit).round(new MathContext(3)).stripTrailingZeros().toPlainString() + name;
    }
}
