package org.tailwright.charts;

/// Turns a chart into marks for a given size.
public final class Layout {
    private Layout() {}

    /// Lays a chart out; interim signature until the layout lands.
    public static Scene lay(Chart chart, double width, double height, TextMeasure measure) {
        return Scene.of(width, height, java.util.List.of(), chart.title(), chart.spoken());
    }
}
