package org.tailwright.statistics.comparison;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.tailwright.data.Requests;
import org.tailwright.statistics.Shares;
import org.tailwright.work.Work;

/// The difference of the shares that failed.
///
/// With one run a side the intervals of both sides (Wilson's at the effective size) are joined as Newcombe (1998) does. With several, the run
/// is the unit: a t interval from the scatter of the runs' own shares; the wider of the two counts.
final class Failures {
    /// More failures than this, in percentage points as a share, beyond the interval are worse.
    static final double MATTERS = 0.01;

    private Failures() {}

    /// Candidate − baseline as a share of all requests.
    static Change.Interval difference(Side old, Side now, Work work) {
        Shares.Share before = failed(old, work);
        Shares.Share after = failed(now, work);
        double d = after.value() - before.value();
        if (!before.supported() || !after.supported()) {
            return Change.Interval.none(d);
        }
        double down = Math.hypot(after.value() - after.low(), before.high() - before.value());
        double up = Math.hypot(after.high() - after.value(), before.value() - before.low());
        double between = between(old.runs(), now.runs());
        return new Change.Interval(d, d - Math.max(down, between), d + Math.max(up, between));
    }

    private static Shares.Share failed(Side side, Work work) {
        double n = side.runs().stream().mapToDouble(Requests::rows).sum();
        double nEff = side.runs().stream().mapToDouble(each -> Shares.failures(each, work).nEff()).sum();
        return Shares.wilson(side.failed(), n, nEff);
    }

    /// Half of the interval that the scatter of the runs asks for; 0 with one run a side.
    private static double between(List<Requests> old, List<Requests> now) {
        int freedom = old.size() + now.size() - 2;
        if (freedom < 1) {
            return 0;
        }
        double error = Math.sqrt((squares(old) + squares(now)) / freedom * (1.0 / old.size() + 1.0 / now.size()));
        return new TDistribution(null, freedom).inverseCumulativeProbability(1 - Change.TAIL) * error;
    }

    private static double squares(List<Requests> runs) {
        double[] shares = runs.stream().mapToDouble(each -> (double) each.errors() / each.rows()).toArray();
        double mean = Arrays.stream(shares).average().orElse(0);
        return Arrays.stream(shares).map(each -> (each - mean) * (each - mean)).sum();
    }
}
