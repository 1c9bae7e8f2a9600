package org.tailwright.charts;

import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/// Charts with made-up but fixed data, for tests and for looking at.
final class SampleCharts {
    static final ZoneId UTC = ZoneId.of("UTC");
    /// 2026-11-22 12:00 UTC.
    static final long NOON = 1_795_348_800_000_000_000L;

    private SampleCharts() {}

    /// Percentile curves with an interval, an objective, a selection and a callout.
    static Chart nines() {
        int n = 240;
        double[] p = new double[n];
        double[] measured = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        double[] corrected = new double[n];
        double[] baseline = new double[n];
        Scale.Nines scale = new Scale.Nines(0, 0.999975);
        for (int i = 0; i < n; i++) {
            p[i] = scale.value(i / (n - 1.0));
            double nines = Scale.Nines.nines(p[i]);
            double body = 8e6 + 110e6 * Math.pow(p[i], 3);
            double tail = 700e6 / (1 + Math.exp(-(nines - 1.5) * 14)) * Math.pow(Math.max(1, nines - 0.6), 1.0);
            measured[i] = body + tail;
            double spread = 0.01 + 0.02 * Math.pow(nines, 2);
            low[i] = measured[i] * (1 - spread / 2);
            high[i] = measured[i] * (1 + spread);
            corrected[i] = body + 1500e6 / (1 + Math.exp(-(nines - 1.35) * 9)) * Math.pow(Math.max(1, nines - 0.6), 1.1);
            baseline[i] = body * (0.9 + 0.1 * nines) + 260e6 / (1 + Math.exp(-(nines - 3) * 9));
        }
        return Chart.of("Latency by percentile", "exact order statistics · n 60,000",
                new Axis("", scale, Quantity.PERCENT), Axis.log("", 8e6, 9e9, Quantity.DURATION_NANOS),
                new Layer.SpanX(0.99, 0.999, "", Role.SELECTION),
                new Layer.SpanX(0.9999, 0.999975, "beyond n", Role.SHADE),
                Layer.Line.of(p, baseline, Role.BASELINE, "baseline"),
                new Layer.Band(p, low, high, Role.SERIES_1, ""),
                Layer.Line.of(p, corrected, Role.SERIES_2, "corrected").dashed(),
                Layer.Line.of(p, measured, Role.SERIES_1, "measured"),
                Layer.RuleY.objective(250e6, "objective 250" + Numbers.SPACE + "ms"),
                new Layer.Callout(0.99, measured[index(p, 0.99)], "p99 832" + Numbers.SPACE + "ms", "95 % [782, 873] · n_eff 9,400",
                        Role.SERIES_1));
    }

    private static int index(double[] xs, double value) {
        int i = 0;
        while (i < xs.length - 1 && xs[i] < value) {
            i++;
        }
        return i;
    }

    /// Latency over time, with an incident, a deployment, an objective and a selected box.
    static Chart heat() {
        Random random = new Random(7);
        int n = 60_000;
        long[] times = new long[n];
        long[] values = new long[n];
        for (int i = 0; i < n; i++) {
            double minute = 14.0 * i / n;
            times[i] = NOON + (long) (minute * 60e9);
            double mode = random.nextDouble() < 0.7 ? 25e6 : 110e6;
            double value = mode * Math.exp(random.nextGaussian() * 0.42);
            if (minute > 7.83 && minute < 9.33 && random.nextDouble() < 0.33) {
                value = 800e6 * Math.exp(random.nextGaussian() * 0.45);
            }
            values[i] = (long) Math.clamp(value, 4.1e6, 3.9e9);
        }
        Axis x = Axis.time("", NOON, NOON + 14 * 60_000_000_000L, UTC);
        Axis y = Axis.log("", 4e6, 4e9, Quantity.DURATION_NANOS);
        HeatGrid grid = HeatGrid.bin(x.scale(), y.scale(), 140, 56, times, values);
        return Chart.of("Latency over time", "√ count", x, y,
                new Layer.Heat(grid, ColourScale.SQRT, "requests"),
                RULE,
                Layer.RuleY.objective(250e6, "objective 250" + Numbers.SPACE + "ms · 4.1" + Numbers.SPACE + "% [3.8, 4.4] beyond"),
                new Layer.Box(NOON + 7.83 * 60e9, NOON + 9.33 * 60e9, 300e6, 2.6e9, Role.SELECTION_LINE));
    }

    private static final Layer RULE = Layer.RuleX.of(NOON + 6.93 * 60e9, "deploy 4f2c");

    /// The Universal Scalability Law: points, curve with band, asymptotes, peak with its interval.
    static Chart usl() {
        double gamma = 90;
        double alpha = 0.0277;
        double beta = 1.04e-4;
        int n = 241;
        double[] load = new double[n];
        double[] curve = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        double[] amdahl = new double[n];
        double[] linear = new double[n];
        for (int i = 0; i < n; i++) {
            load[i] = i;
            curve[i] = gamma * i / (1 + alpha * Math.max(0, i - 1) + beta * i * Math.max(0, i - 1));
            low[i] = curve[i] * (1 - 0.02 - 0.0004 * i);
            high[i] = curve[i] * (1 + 0.02 + 0.0003 * i);
            amdahl[i] = gamma * i / (1 + alpha * Math.max(0, i - 1));
            linear[i] = gamma * i;
        }
        double[] points = {1, 18, 36, 72, 108, 144, 216};
        double[] measured = {66, 990, 1650, 1850, 1828, 1772, 1700};
        return Chart.of("Throughput against load", "7 load points from results.jtl · steps found by change points",
                Axis.linear("load N (concurrent users)", 0, 240, Quantity.COUNT), Axis.linear("throughput /s", 0, 2600, Quantity.RATE),
                Layer.Line.of(load, linear, Role.BASELINE, "linear").dashed(),
                Layer.Line.of(load, amdahl, Role.SERIES_2, "Amdahl: ceiling if β were 0").dashed(),
                new Layer.Band(load, low, high, Role.SERIES_1, ""),
                Layer.Line.of(load, curve, Role.SERIES_1, "USL, 95" + Numbers.SPACE + "% band"),
                Layer.Points.of(points, measured, Role.SERIES_1, ""),
                new Layer.Events(new double[] {72}, new double[] {122}, "", Role.BASELINE),
                new Layer.Drop(97, curve[97], "peak 1,884" + Numbers.SPACE + "/s at N = 97 [72, 122]", Role.TEXT));
    }

    /// Percentiles over time as lines, with direct labels.
    static Chart overTime() {
        Random random = new Random(3);
        int n = 84;
        double[] x = new double[n];
        double[][] y = new double[3][n];
        double[] level = {170e6, 115e6, 30e6};
        for (int i = 0; i < n; i++) {
            x[i] = NOON + i * 10e9;
            boolean slow = i > 46 && i < 56;
            for (int k = 0; k < 3; k++) {
                y[k][i] = level[k] * (slow ? new double[] {8, 7.4, 1.6}[k] : 1) * (1 + 0.03 * random.nextGaussian());
            }
        }
        return Chart.of("Percentiles over time", "10" + Numbers.SPACE + "s windows, merged histograms",
                Axis.time("", NOON, NOON + 840_000_000_000L, UTC), Axis.log("", 15e6, 3e9, Quantity.DURATION_NANOS),
                new Layer.SpanX(NOON + 470e9, NOON + 560e9, "", Role.SELECTION),
                Layer.Line.of(x, y[2], Role.SERIES_3, "p50"),
                Layer.Line.of(x, y[1], Role.SERIES_1, "p90"),
                Layer.Line.of(x, y[0], Role.SERIES_2, "p99"));
    }

    /// A histogram of two series with a legend.
    static Chart histogram() {
        double[] edges = new double[31];
        double[] counts = new double[30];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = i * 10e6;
            if (i < 30) {
                counts[i] = Math.round(12_000 * Math.exp(-Math.pow((i - 9) / 5.0, 2)));
            }
        }
        return Chart.of("Histogram", "n 105,000", Axis.linear("latency", 0, 300e6, Quantity.DURATION_NANOS),
                Axis.linear("requests", 0, 13_000, Quantity.COUNT), Layer.Bars.of(edges, counts, Role.SERIES_1, "measured"),
                Layer.RuleX.of(182e6, "p99 182" + Numbers.SPACE + "ms"));
    }

    /// What moves the outcome most: bars around zero, named.
    static Chart tornado() {
        return Chart.of("What each input moves", "p10 to p90 of each input",
                Axis.linear("change of p99", -200e6, 400e6, Quantity.DURATION_NANOS),
                Axis.named("", List.of("retry limit", "pool size", "time-out", "arrival rate", "payment-gateway latency")),
                Layer.Bars.named(new double[] {-8e6, -40e6, -60e6, -110e6, -160e6}, new double[5], Role.SERIES_1, "input low"),
                Layer.Bars.named(new double[5], new double[] {12e6, 60e6, 110e6, 190e6, 360e6}, Role.SERIES_2, "input high"));
    }
}
