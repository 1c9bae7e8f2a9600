package org.tailwright.statistics.inside;

import java.util.List;

/// What goes with a selection.
///
/// @param inside rows inside
/// @param outside rows compared with
/// @param against what those are, in words
/// @param tested how many things were tested
/// @param rate the share of false findings that is accepted (false discovery rate)
/// @param findings what is over-represented, most telling first
public record InsideResult(long inside, long outside, String against, int tested, double rate, List<Finding> findings) {
    public InsideResult {
        findings = List.copyOf(findings);
    }
}
