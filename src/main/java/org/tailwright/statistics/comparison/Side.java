package org.tailwright.statistics.comparison;

import java.util.List;
import java.util.Optional;
import org.tailwright.data.Doubles;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// One side: its runs, with failures ranked as the slowest, so that failing fast makes nothing better.
///
/// @param runs in the order given, each with at least one row
/// @param samples of the runs
record Side(List<Requests> runs, List<Sample> samples) {
    private static final double SECOND = 1e9;

    Side {
        runs = List.copyOf(runs);
        samples = List.copyOf(samples);
    }

    static Side of(List<Requests> runs, Work work) {
        return new Side(runs, runs.stream().map(each -> Sample.failuresSlowest(each, work)).toList());
    }

    /// The percentile of each run with its own interval, in the order of the runs.
    List<Percentile> at(double p, Work work) {
        return samples.stream().map(each -> QuantileIntervals.of(each, p, work)).toList();
    }

    /// How well the percentile of the single run is known from its stretches; empty for several runs.
    Optional<Stretches> stretches(double p, Work work) {
        return samples.size() == 1 ? Stretches.of(samples.getFirst(), p, work) : Optional.empty();
    }

    /// Length of all runs, seconds.
    double seconds() {
        return seconds(runs);
    }

    private static double seconds(List<Requests> runs) {
        return runs.stream().flatMap(each -> each.span().stream()).mapToDouble(TimeSpan::length).sum() / SECOND;
    }

    /// What some runs carried, before anything is weighted.
    ///
    /// @param rate requests per second
    /// @param concurrency mean number of requests under way, from the rows themselves
    record Load(double rate, double concurrency) {
        static Load of(List<Requests> runs) {
            double requests = 0;
            double busy = 0;
            for (Requests run : runs) {
                Optional<Doubles> weight = run.table().doubles(Requests.WEIGHT);
                for (int row = 0; row < run.table().rows(); row++) {
                    double each = weight.isPresent() ? weight.get().at(row) : 1;
                    requests += each;
                    busy += each * Math.max(0, run.durations().at(row)) / SECOND;
                }
            }
            return new Load(requests / seconds(runs), busy / seconds(runs));
        }
    }
}
