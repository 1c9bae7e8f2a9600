package org.tailwright.ui.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Layout;
import org.tailwright.charts.Plot;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Stroke;
import org.tailwright.charts.TextMeasure;

class ReadoutTest {
    private static final Chart CHART = Chart.of("Throughput", "", Axis.linear("load", 0, 10, Quantity.COUNT), Axis.linear("rate", 0, 100, Quantity.RATE),
            Layer.Line.of(new double[] {0, 10}, new double[] {0, 100}, Role.SERIES_1, "fit, with comma"));

    @Test
    void aLineIsReadBetweenItsPoints() {
        double[] xs = {0, 10};
        double[] ys = {0, 100};
        assertEquals(25, Readout.valueAt(xs, ys, 2.5, false));
        assertEquals(0, Readout.valueAt(xs, ys, 2.5, true));
        assertEquals(100, Readout.valueAt(xs, ys, 10, false));
        assertTrue(Double.isNaN(Readout.valueAt(xs, ys, 11, false)));
        assertTrue(Double.isNaN(Readout.valueAt(new double[0], new double[0], 1, false)));
    }

    @Test
    void theReadoutNamesTheValueAndWhereItIs() {
        Plot plot = Objects.requireNonNull(Layout.lay(CHART, 400, 300, TextMeasure.bundled()).plot());
        Readout readout = Readout.of(CHART, plot, new Spot(5, 20, null, plot.px(5), plot.py(20)));
        assertEquals("5", readout.head());
        assertEquals("fit, with comma  50\u00a0/s", readout.lines().getFirst().text());
        assertEquals(plot.py(50), readout.lines().getFirst().y(), 1e-6);
    }

    @Test
    void whatIsComparedWithAGreyLineSaysByHowMuch() {
        Chart both = CHART.with(Layer.Line.of(new double[] {0, 10}, new double[] {0, 80}, Role.BASELINE, "baseline"));
        Plot plot = Objects.requireNonNull(Layout.lay(both, 400, 300, TextMeasure.bundled()).plot());
        assertEquals("+25\u00a0% against the grey line", Readout.of(both, plot, new Spot(5, 20, null, plot.px(5), plot.py(20))).lines().getLast().text());
        Chart bars = Chart.of("", "", CHART.x(), CHART.y(), Layer.Bars.of(new double[] {0, 5, 10}, new double[] {30, 60}, Role.SERIES_1, ""),
                new Layer.Line(new double[] {0, 5, 10}, new double[] {60, 60, 60}, Role.BASELINE, Stroke.SOLID, "baseline", true));
        assertEquals("−50\u00a0% against the grey line", Readout.of(bars, plot, new Spot(2, 20, null, plot.px(2), plot.py(20))).lines().getLast().text());
    }

    @Test
    void theNumbersAreCopiedAsCsv() {
        assertEquals("layer,x,y,low,high\n\"fit, with comma\",0.0,0.0,,\n\"fit, with comma\",10.0,100.0,,\n", ChartText.csv(CHART));
    }

    /// Found by the robot: a pointer over a chart whose axis has no length.
    @Test
    void notANumberLiesNowhere() {
        assertTrue(Double.isNaN(Readout.valueAt(new double[] {1, 2}, new double[] {3, 4}, Double.NaN, false)));
        assertTrue(Double.isNaN(Readout.valueAt(new double[] {1, Double.NaN}, new double[] {3, 4}, 1.5, false)));
    }
}
