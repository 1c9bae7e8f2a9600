package org.tailwright.ui.charts;

import org.tailwright.data.TimeSpan;

/// What was brushed in a chart, in values of its axes; `xLow <= xHigh`, `yLow <= yHigh`. A brush along x spans the whole y axis.
///
/// @param box whether both axes were brushed
public record Brush(double xLow, double xHigh, double yLow, double yHigh, boolean box) {
    /// The range of x as a window of time, where x is nanoseconds since the epoch; at least one of them.
    public TimeSpan window() {
        long from = (long) Math.floor(xLow);
        return new TimeSpan(from, Math.max(from + 1, (long) Math.ceil(xHigh)));
    }
}
