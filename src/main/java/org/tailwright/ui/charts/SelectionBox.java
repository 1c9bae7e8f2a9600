package org.tailwright.ui.charts;

import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Role;
import org.tailwright.charts.Scale;
import org.tailwright.data.Selection;

/// The selected window and band as a box in a chart of latency over time.
public final class SelectionBox {
    private SelectionBox() {}

    /// The chart with the box; without a selection, or one that lies elsewhere in time, the chart as it is.
    public static Chart on(Chart chart, Selection selection) {
        Scale x = chart.x().scale();
        Scale y = chart.y().scale();
        double left = selection.window().map(each -> (double) each.start()).orElse(x.low());
        double right = selection.window().map(each -> (double) each.end()).orElse(x.high());
        double bottom = selection.band().map(each -> (double) each.lowest()).orElse(y.low());
        double top = selection.band().map(each -> (double) each.beyond()).orElse(y.high());
        boolean none = selection.window().isEmpty() && selection.band().isEmpty();
        return none || right < x.low() || left > x.high() ? chart : chart.with(new Layer.Box(Math.max(left, x.low()), Math.min(right, x.high()),
                Math.max(bottom, y.low()), Math.min(top, y.high()), Role.SELECTION_LINE));
    }
}
