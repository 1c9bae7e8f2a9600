package org.tailwright.statistics.inside;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Keeps the share of false findings among all findings at a rate (Benjamini and Hochberg 1995).
final class Discoveries {
    private Discoveries() {}

    /// The findings that pass at the rate among all that were tested, and matter; their `q` is set.
    static List<Finding> of(List<Contributor.Tested> tested, double rate) {
        List<Contributor.Tested> byP = tested.stream().sorted(Comparator.comparingDouble(each -> each.finding().strength().p())).toList();
        List<Finding> kept = new ArrayList<>();
        double q = 1;
        for (int i = byP.size() - 1; i >= 0; i--) {
            Contributor.Tested each = byP.get(i);
            q = Math.min(q, each.finding().strength().p() * byP.size() / (i + 1));
            if (q <= rate && each.matters()) {
                kept.add(each.finding().adjusted(q));
            }
        }
        return kept;
    }
}
