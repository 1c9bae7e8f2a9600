package org.tailwright.statistics;

import java.util.List;
import org.tailwright.analyses.Analysis;
import org.tailwright.statistics.histograms.HistogramAnalysis;
import org.tailwright.statistics.incidents.Incidents;
import org.tailwright.statistics.inside.Inside;
import org.tailwright.statistics.modes.Modes;
import org.tailwright.statistics.omission.Omission;
import org.tailwright.statistics.shapes.Definitions;
import org.tailwright.statistics.trust.ClockAnalysis;
import org.tailwright.statistics.trust.TrustAnalysis;

/// The analyses of this package, in the order shown.
public final class StatisticsAnalyses {
    private StatisticsAnalyses() {}

    /// All of them.
    public static final List<Analysis<?, ?>> ALL =
            List.of(Latency.ANALYSIS, HistogramAnalysis.ANALYSIS, Distribution.ANALYSIS, Distribution.OVER_TIME_ANALYSIS, Definitions.ANALYSIS, Modes.ANALYSIS, Omission.ANALYSIS,
                    Incidents.ANALYSIS, Inside.ANALYSIS, TrustAnalysis.ANALYSIS, ClockAnalysis.ANALYSIS);
}
