package org.tailwright.ui.charts;

import java.util.Optional;
import org.tailwright.data.Selection;
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

    /// The range of y as a band of latency, where y is nanoseconds; at least one of them.
    public Selection.Band band() {
        return band(yLow, yHigh);
    }

    /// A band from one duration to another, both inside.
    public static Selection.Band band(double low, double high) {
        long lowest = Math.max(0, (long) Math.floor(low));
        return new Selection.Band(lowest, Math.max(lowest + 1, (long) Math.ceil(high) + 1));
    }

    /// What brushing time by latency makes of a selection: level a window, a box a window and a band.
    public Selection of(Selection now) {
        Selection inside = now.within(Optional.of(window()));
        return box ? inside.banded(Optional.of(band())) : inside;
    }
}
