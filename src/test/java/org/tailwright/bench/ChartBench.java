package org.tailwright.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Layout;
import org.tailwright.charts.Palette;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Svg;
import org.tailwright.charts.TextMeasure;

/// Laying a chart out and writing it as SVG: a band, two lines and an objective.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ChartBench {
    /// Points of each line.
    @Param("2000")
    public int points = 2_000;

    private Chart chart = chart(2);

    /// Makes the chart.
    @Setup(Level.Trial)
    public void make() {
        chart = chart(points);
    }

    private static Chart chart(int points) {
        double[] xs = new double[points];
        double[] middle = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        for (int i = 0; i < points; i++) {
            xs[i] = 1000.0 * i / points;
            middle[i] = 20e6 * Math.exp(Math.sin(i * 0.01));
            low[i] = middle[i] * 0.8;
            high[i] = middle[i] * 1.3;
        }
        return Chart.of("Latency by load", "generated", Axis.linear("load", 0, 1000, Quantity.COUNT), Axis.log("", 1e6, 1e9, Quantity.DURATION_NANOS),
                new Layer.Band(xs, low, high, Role.SERIES_1, ""), Layer.Line.of(xs, middle, Role.SERIES_1, "median"),
                Layer.Line.of(xs, high, Role.SERIES_2, "p90"), Layer.RuleY.objective(250e6, "objective"));
    }

    /// The picture as SVG.
    @Benchmark
    public String svg() {
        return Svg.file(Layout.lay(chart, 960, 480, TextMeasure.bundled()), Palette.LIGHT);
    }
}
