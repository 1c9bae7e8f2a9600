package org.tailwright.statistics;

import java.util.List;
import org.tailwright.analyses.Analysis;
import org.tailwright.statistics.incidents.Incidents;
import org.tailwright.statistics.trust.ClockAnalysis;
import org.tailwright.statistics.trust.TrustAnalysis;

/// The analyses of this package, in the order shown.
public final class StatisticsAnalyses {
    private StatisticsAnalyses() {}

    /// All of them.
    public static final List<Analysis<?, ?>> ALL =
            List.of(Latency.ANALYSIS, Distribution.ANALYSIS, Distribution.OVER_TIME_ANALYSIS, Incidents.ANALYSIS, TrustAnalysis.ANALYSIS, ClockAnalysis.ANALYSIS);
}
