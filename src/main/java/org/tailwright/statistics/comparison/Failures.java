package org.tailwright.statistics.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
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
        List<Weighted> runs = side.runs().stream().map(Weighted::of).toList();
        double n = side.runs().stream().mapToDouble(Requests::rows).sum();
        double nEff = 0;
        for (int i = 0; i < runs.size(); i++) {
            Requests run = side.runs().get(i);
            nEff += Shares.failures(run, work).nEff() * runs.get(i).kish() / run.rows();
        }
        return Shares.wilson(runs.stream().mapToDouble(Weighted::failed).sum() / runs.stream().mapToDouble(Weighted::all).sum(), n, nEff);
    }

    /// What failed of a run, its rows weighted where they stand for several requests or for another mix of labels.
    ///
    /// @param failed sum of the weights of failed rows
    /// @param all sum of all weights
    /// @param kish how many rows of equal weight would tell as much
    private record Weighted(double failed, double all, double kish) {
        static Weighted of(Requests run) {
            Optional<Doubles> weight = run.table().doubles(Requests.WEIGHT);
            if (weight.isEmpty()) {
                return new Weighted(run.errors(), run.rows(), run.rows());
            }
            double failed = 0;
            double all = 0;
            double squares = 0;
            Optional<Flags> failures = run.failures();
            for (int row = 0; row < run.table().rows(); row++) {
                double each = weight.get().at(row);
                all += each;
                squares += each * each;
                failed += failures.isPresent() && failures.get().at(row) ? each : 0;
            }
            return new Weighted(failed, all, squares == 0 ? 0 : all * all / squares);
        }
    }

    /// One-sided p-value of "the share of failures grew by at most [#MATTERS]"; 1 where it cannot be told.
    static double chance(Change.Interval difference) {
        double error = (difference.change() - difference.low()) / Change.Z;
        return error > 0 ? new NormalDistribution(null, 0, 1).cumulativeProbability((MATTERS - difference.change()) / error) : 1;
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
        double[] shares = runs.stream().map(Weighted::of).mapToDouble(each -> each.failed() / each.all()).toArray();
        double mean = Arrays.stream(shares).average().orElse(0);
        return Arrays.stream(shares).map(each -> (each - mean) * (each - mean)).sum();
    }
}
