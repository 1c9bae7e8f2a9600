package org.tailwright.charts;

/// Cuts a scale into equal parts and finds the part of a value quickly: by one multiplication on linear scales, by a table over the
/// leading bits of the number on logarithmic ones (no logarithm in the loop).
sealed interface Cutter {
    int parts();

    /// Part of a value, −1 when outside the scale. The upper end belongs to the last part.
    int part(double value);

    static Cutter of(Scale scale, int parts) {
        return switch (scale) {
            case Scale.Linear linear -> new Even(linear.low(), linear.high(), parts);
            case Scale.Time time -> new Even(time.low(), time.high(), parts);
            case Scale.Named named -> new Even(named.low(), named.high(), parts);
            case Scale.Log log -> Table.of(log, parts);
            case Scale.Nines nines -> new Slow(nines, parts);
        };
    }

    record Even(double low, double high, int parts) implements Cutter {
        @Override
        public int part(double value) {
            if (!(value >= low) || value > high) {
                return -1;
            }
            return Math.min(parts - 1, (int) ((value - low) / (high - low) * parts));
        }
    }

    record Slow(Scale scale, int parts) implements Cutter {
        @Override
        public int part(double value) {
            return HeatGrid.part(scale.position(value), parts);
        }
    }

    /// `first[b]` is the part of the smallest value whose leading bits are `b + base`; from there `edges` decide.
    record Table(double[] edges, int[] first, long base, int parts) implements Cutter {
        /// Keeps 7 bits of the fraction: 128 buckets for each doubling.
        private static final int SHIFT = 52 - 7;

        static Table of(Scale.Log scale, int parts) {
            double[] edges = new double[parts + 1];
            for (int i = 0; i <= parts; i++) {
                edges[i] = scale.value((double) i / parts);
            }
            edges[0] = scale.low();
            edges[parts] = scale.high();
            long base = Double.doubleToRawLongBits(scale.low()) >>> SHIFT;
            int[] first = new int[(int) ((Double.doubleToRawLongBits(scale.high()) >>> SHIFT) - base) + 1];
            int part = 0;
            for (int b = 0; b < first.length; b++) {
                double smallest = Double.longBitsToDouble((b + base) << SHIFT);
                while (part < parts - 1 && smallest >= edges[part + 1]) {
                    part++;
                }
                first[b] = part;
            }
            return new Table(edges, first, base, parts);
        }

        @Override
        public int part(double value) {
            if (!(value >= edges[0]) || value > edges[parts]) {
                return -1;
            }
            int part = first[(int) ((Double.doubleToRawLongBits(value) >>> SHIFT) - base)];
            while (part < parts - 1 && value >= edges[part + 1]) {
                part++;
            }
            return part;
        }
    }
}
