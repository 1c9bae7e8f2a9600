package org.tailwright.statistics.comparison;

import java.util.List;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
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

    double total() {
        return samples.stream().mapToDouble(Sample::total).sum();
    }

    double seconds() {
        return runs.stream().flatMap(each -> each.span().stream()).mapToDouble(TimeSpan::length).sum() / SECOND;
    }

    /// Requests per second.
    double rate() {
        return total() / seconds();
    }

    /// Mean number of requests under way, from the rows themselves.
    double concurrency() {
        double busy = 0;
        for (Requests run : runs) {
            for (int row = 0; row < run.table().rows(); row++) {
                busy += Math.max(0, run.durations().at(row)) / SECOND;
            }
        }
        return busy / seconds();
    }

    /// Share of failed rows.
    double failed() {
        return runs.stream().mapToDouble(Requests::errors).sum() / runs.stream().mapToDouble(Requests::rows).sum();
    }
}
