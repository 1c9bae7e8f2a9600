package org.tailwright.statistics.comparison;

/// How one label changed.
///
/// @param label as in the data
/// @param share of all requests of both sides
/// @param change of the percentile that labels are compared at; its interval is the one after false-discovery control
/// @param counts whether it is frequent enough to decide the overall verdict
public record LabelChange(String label, double share, Change change, boolean counts) {}
