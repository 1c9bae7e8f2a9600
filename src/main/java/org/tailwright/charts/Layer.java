package org.tailwright.charts;

/// One thing shown in a chart, in the values of its axes. Arrays are not copied; nobody may change them after a layer was made.
/// What lies outside the axes is not painted. Labels may be empty.
public sealed interface Layer {
    /// A line; NaN in `ys` makes a gap. Dense lines are thinned to the lowest and highest value of each pixel column.
    ///
    /// @param xs ascending
    /// @param label written at its right end
    /// @param step true for a line that keeps its value until the next x
    record Line(double[] xs, double[] ys, Role role, Stroke stroke, String label, boolean step) implements Layer {
        public Line {
            sameLength("line", xs, ys);
        }

        /// A solid line from point to point.
        public static Line of(double[] xs, double[] ys, Role role, String label) {
            return new Line(xs, ys, role, Stroke.SOLID, label, false);
        }

        /// The same, dashed.
        public Line dashed() {
            return new Line(xs, ys, role, Stroke.DASHED, label, step);
        }

        /// The same, as steps.
        public Line stepped() {
            return new Line(xs, ys, role, stroke, label, true);
        }
    }

    /// The area between two lines, e.g. an interval; NaN makes a gap. `role` is that of the line it belongs to.
    record Band(double[] xs, double[] lows, double[] highs, Role role, String label) implements Layer {
        public Band {
            sameLength("band", xs, lows);
            sameLength("band", xs, highs);
        }
    }

    /// Single measurements. `lows` and `highs` are the ends of error bars, or empty when there are none.
    record Points(double[] xs, double[] ys, double[] lows, double[] highs, Role role, String label) implements Layer {
        public Points {
            sameLength("set of points", xs, ys);
            sameLength("set of error bars", lows, highs);
            if (lows.length != 0) {
                sameLength("set of error bars", xs, lows);
            }
        }

        /// Points without error bars.
        public static Points of(double[] xs, double[] ys, Role role, String label) {
            return new Points(xs, ys, new double[0], new double[0], role, label);
        }
    }

    /// Bars: bar i spans `edges[i]..edges[i + 1]` along the one axis and `lows[i]..highs[i]` along the other.
    ///
    /// @param horizontal true when the edges lie on the y axis and bars grow to the right
    record Bars(double[] edges, double[] lows, double[] highs, boolean horizontal, Role role, String label) implements Layer {
        public Bars {
            sameLength("set of bars", lows, highs);
            if (edges.length != lows.length + 1) {
                throw new IllegalArgumentException(lows.length + " bars need " + (lows.length + 1) + " edges, not " + edges.length);
            }
        }

        /// Upright bars from zero, e.g. a histogram.
        public static Bars of(double[] edges, double[] heights, Role role, String label) {
            return new Bars(edges, new double[heights.length], heights, false, role, label);
        }

        /// Bars from `lows` to `highs`, one for each name of a [Scale.Named] y axis, e.g. a tornado.
        public static Bars named(double[] lows, double[] highs, Role role, String label) {
            double[] edges = new double[lows.length + 1];
            for (int i = 0; i < edges.length; i++) {
                edges[i] = i - 0.5;
            }
            return new Bars(edges, lows, highs, true, role, label);
        }
    }

    /// A heat map; blank where nothing was counted.
    ///
    /// @param what what is counted, for legend and readout ("requests")
    record Heat(HeatGrid grid, ColourScale colours, String what) implements Layer {}

    /// A line across the plot at one x.
    record RuleX(double at, String label, Role role, Stroke stroke) implements Layer {
        /// A dotted line in muted colour, e.g. a deployment.
        public static RuleX of(double at, String label) {
            return new RuleX(at, label, Role.MUTED, Stroke.DOTTED);
        }
    }

    /// A line across the plot at one y; its label is printed at the line ("objective 250 ms · 4.1 % beyond").
    record RuleY(double at, String label, Role role, Stroke stroke) implements Layer {
        /// An objective: dashed, in the colour of breaches.
        public static RuleY objective(double at, String label) {
            return new RuleY(at, label, Role.BAD, Stroke.DASHED);
        }
    }

    /// An upright region, shaded; `role` is [Role#SELECTION] or [Role#SHADE] or another see-through fill.
    record SpanX(double low, double high, String label, Role role) implements Layer {}

    /// A rectangle, e.g. the selection of time and latency.
    record Box(double xLow, double xHigh, double yLow, double yHigh, Role role) implements Layer {}

    /// Small marks along the x axis, from `starts` to `ends` (equal for moments): pauses, deployments, an interval of x.
    record Events(double[] starts, double[] ends, String label, Role role) implements Layer {
        public Events {
            sameLength("set of events", starts, ends);
        }
    }

    /// A ring at a point of a line with a small box beside it: `text` bold, `detail` muted below.
    record Callout(double x, double y, String text, String detail, Role role) implements Layer {}

    /// A dotted line from a point down to the x axis with a bold text above the point, e.g. a peak.
    record Drop(double x, double y, String text, Role role) implements Layer {}

    private static void sameLength(String what, double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("A " + what + " needs arrays of one length, not " + one.length + " and " + other.length);
        }
    }
}
