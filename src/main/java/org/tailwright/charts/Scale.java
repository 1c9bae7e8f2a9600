package org.tailwright.charts;

import java.time.ZoneId;
import java.util.List;

/// How values become positions along an axis: 0 at its low end, 1 at its high end. `position` and `value` are inverse; values
/// outside the range get positions outside 0..1, NaN stays NaN.
public sealed interface Scale {
    /// Position of a value; finite for every value within the range.
    double position(double value);

    /// Value at a position.
    double value(double position);

    /// Value at position 0.
    double low();

    /// Value at position 1.
    double high();

    /// Ticks at round values within the range, ascending, at most `most` of them (at least one may be asked for), labels written for
    /// `quantity`. Fewer come back where fewer are round. [Ticks#fit] finds the largest number whose labels do not touch.
    List<Tick> ticks(int most, Quantity quantity);

    /// Equal distances for equal differences.
    record Linear(double low, double high) implements Scale {
        public Linear {
            if (!(low < high) || !Double.isFinite(high - low)) {
                throw new IllegalArgumentException("A linear scale needs low < high, both finite, not " + low + " and " + high);
            }
        }

        @Override
        public double position(double value) {
            return (value - low) / (high - low);
        }

        @Override
        public double value(double position) {
            return low + position * (high - low);
        }

        @Override
        public List<Tick> ticks(int most, Quantity quantity) {
            return Ticks.linear(low, high, most, quantity);
        }
    }

    /// Equal distances for equal ratios. Values of 0 and below have the position −∞.
    record Log(double low, double high) implements Scale {
        public Log {
            if (!(low > 0) || !(low < high) || !Double.isFinite(high)) {
                throw new IllegalArgumentException("A logarithmic scale needs 0 < low < high, both finite, not " + low + " and " + high);
            }
        }

        @Override
        public double position(double value) {
            return value <= 0 ? Double.NEGATIVE_INFINITY : Math.log(value / low) / Math.log(high / low);
        }

        @Override
        public double value(double position) {
            return low * Math.exp(position * Math.log(high / low));
        }

        @Override
        public List<Tick> ticks(int most, Quantity quantity) {
            return Ticks.log(low, high, most, quantity);
        }
    }

    /// Time in nanoseconds since the epoch, ticks at round times of a zone's calendar. A `double` holds such a time to within 256 ns;
    /// for finer pictures use a linear scale of durations since a start.
    record Time(long startNanos, long endNanos, ZoneId zone) implements Scale {
        public Time {
            if (startNanos >= endNanos) {
                throw new IllegalArgumentException("A time scale needs start < end, not " + startNanos + " and " + endNanos + " ns");
            }
        }

        @Override
        public double position(double value) {
            return (value - startNanos) / ((double) endNanos - startNanos);
        }

        @Override
        public double value(double position) {
            return startNanos + position * ((double) endNanos - startNanos);
        }

        @Override
        public double low() {
            return startNanos;
        }

        @Override
        public double high() {
            return endNanos;
        }

        @Override
        public List<Tick> ticks(int most, Quantity quantity) {
            return TimeTicks.of(this, most);
        }
    }

    /// Percentiles: p in [0, 1), linear in the number of nines log10(1/(1−p)). p = 1, the maximum, stands at the high end.
    record Nines(double low, double high) implements Scale {
        public Nines {
            if (!(low >= 0) || !(low < high) || !(high < 1)) {
                throw new IllegalArgumentException("A nines scale needs 0 <= low < high < 1, not " + low + " and " + high);
            }
        }

        /// Number of nines of p: 1 for 0.9, 2 for 0.99.
        public static double nines(double p) {
            return -Math.log1p(-p) / Math.log(10);
        }

        @Override
        public double position(double value) {
            return value >= 1 ? 1 : (nines(value) - nines(low)) / (nines(high) - nines(low));
        }

        @Override
        public double value(double position) {
            double nines = nines(low) + position * (nines(high) - nines(low));
            return -Math.expm1(-nines * Math.log(10));
        }

        @Override
        public List<Tick> ticks(int most, Quantity quantity) {
            return Ticks.nines(low, high, most);
        }
    }

    /// Names at the values 0, 1, 2, …; the range reaches half a step beyond the first and the last.
    record Named(List<String> names) implements Scale {
        public Named {
            names = List.copyOf(names);
            if (names.isEmpty()) {
                throw new IllegalArgumentException("A named scale needs at least one name");
            }
        }

        /// The name nearest to a value; empty outside.
        public String name(double value) {
            long index = Math.round(value);
            return index >= 0 && index < names.size() ? names.get((int) index) : "";
        }

        @Override
        public double position(double value) {
            return (value + 0.5) / names.size();
        }

        @Override
        public double value(double position) {
            return position * names.size() - 0.5;
        }

        @Override
        public double low() {
            return -0.5;
        }

        @Override
        public double high() {
            return names.size() - 0.5;
        }

        @Override
        public List<Tick> ticks(int most, Quantity quantity) {
            return Ticks.named(names, most);
        }
    }
}
