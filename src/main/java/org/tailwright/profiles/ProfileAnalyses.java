package org.tailwright.profiles;

import java.util.List;
import org.tailwright.analyses.Analysis;

/// The analyses of this package.
public final class ProfileAnalyses {
    /// All of them, in the order shown.
    public static final List<Analysis<?, ?>> ALL = List.of(HotMethodsAnalysis.HOT_METHODS, PausesAnalysis.PAUSES);

    private ProfileAnalyses() {}
}
