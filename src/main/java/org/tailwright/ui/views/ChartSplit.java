package org.tailwright.ui.views;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.tailwright.ui.charts.ChartPane;

/// Charts side by side, each in its box.
public final class ChartSplit {
    private ChartSplit() {}

    /// Two charts with a divider between them.
    public static SplitPane of(ChartPane left, ChartPane right) {
        SplitPane pane = new SplitPane(boxed(left), boxed(right));
        pane.setMinSize(0, 0);
        return pane;
    }

    /// One chart.
    public static Node boxed(ChartPane chart) {
        StackPane box = new StackPane(chart);
        box.getStyleClass().add("chart-box");
        box.setMinSize(0, 0);
        return box;
    }
}
