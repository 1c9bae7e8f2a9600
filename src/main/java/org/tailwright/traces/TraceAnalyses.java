package org.tailwright.traces;

import java.util.List;
import org.tailwright.analyses.Analysis;

/// The analyses of this package.
public final class TraceAnalyses {
    /// All of them, in the order shown.
    public static final List<Analysis<?, ?>> ALL = List.of(OperationsAnalysis.OPERATIONS, CriticalPathAnalysis.CRITICAL_PATH);

    private TraceAnalyses() {}
}
