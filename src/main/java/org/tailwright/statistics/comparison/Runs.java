package org.tailwright.statistics.comparison;

import java.util.List;
import org.tailwright.statistics.Percentile;
import org.tailwright.work.Work;

/// The runs of one side, as far as percentiles are compared: rows, or histograms that others counted.
interface Runs {
    /// The percentile of each run with its own interval, in the order of the runs.
    List<Percentile> at(double p, Work work);

    /// Length of all runs, seconds; 0 where the source has no times.
    double seconds();
}
