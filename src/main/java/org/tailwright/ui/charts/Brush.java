package org.tailwright.ui.charts;

/// What was brushed in a chart, in values of its axes; `xLow <= xHigh`, `yLow <= yHigh`. A brush along x spans the whole y axis.
///
/// @param box whether both axes were brushed
public record Brush(double xLow, double xHigh, double yLow, double yHigh, boolean box) {}
