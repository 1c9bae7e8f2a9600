package org.tailwright.charts;

import java.util.ArrayList;
import java.util.List;

/// The direct label of a line, at the last place where the line is inside the plot.
///
/// @param text what to write
/// @param role colour of the line
/// @param x position 0..1 along the x axis
/// @param y position 0..1 along the y axis
/// @param margin true when the line reaches the right edge, so that the label stands outside the plot
record EndLabel(String text, Role role, double x, double y, boolean margin) {
    private static final double AT_EDGE = 0.96;

    static List<EndLabel> of(Chart chart) {
        List<EndLabel> labels = new ArrayList<>();
        for (Layer layer : chart.layers()) {
            if (layer instanceof Layer.Line line && !line.label().isEmpty()) {
                double[] end = end(line, chart.x().scale(), chart.y().scale());
                if (end.length == 2) {
                    labels.add(new EndLabel(line.label(), line.role(), end[0], end[1], end[0] >= AT_EDGE));
                }
            }
        }
        return labels;
    }

    /// Walks from the right to the last point inside; when the line leaves between two points, to the edge where it leaves.
    private static double[] end(Layer.Line line, Scale x, Scale y) {
        double outerX = Double.NaN;
        double outerY = Double.NaN;
        for (int i = line.xs().length - 1; i >= 0; i--) {
            double px = x.position(line.xs()[i]);
            double py = y.position(line.ys()[i]);
            if (px >= 0 && px <= 1 && py >= 0 && py <= 1) {
                double go = Math.min(leaving(px, outerX), leaving(py, outerY));
                return new double[] {px + go * (Double.isNaN(outerX) ? 0 : outerX - px), py + go * (Double.isNaN(outerY) ? 0 : outerY - py)};
            }
            outerX = px;
            outerY = Double.isFinite(py) ? py : Double.NaN;
        }
        return new double[0];
    }

    /// How far, 0 to 1, one can go from `inside` towards `outside` before leaving 0..1.
    private static double leaving(double inside, double outside) {
        if (Double.isNaN(outside)) {
            return 0;
        }
        if (outside > 1) {
            return (1 - inside) / (outside - inside);
        }
        return outside < 0 ? inside / (inside - outside) : 1;
    }
}
