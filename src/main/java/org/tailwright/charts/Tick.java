package org.tailwright.charts;

/// A place on an axis.
///
/// @param value in the unit of the axis
/// @param label what to write there
public record Tick(double value, String label) {}
