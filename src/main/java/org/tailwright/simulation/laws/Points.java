package org.tailwright.simulation.laws;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A law given by some of its quantiles, straight between them: the short form of measured values.
///
/// @param ps ascending from 0 to 1; not to be changed
/// @param values ascending, as many; not to be changed
public record Points(double[] ps, double[] values) implements Law {
    public Points {
        boolean fits = ps.length >= 2 && ps.length == values.length && ps[0] == 0 && ps[ps.length - 1] == 1;
        for (int i = 1; fits && i < ps.length; i++) {
            fits = ps[i] > ps[i - 1] && values[i] >= values[i - 1];
        }
        if (!fits) {
            throw new IllegalArgumentException("quantiles(…) takes ascending pairs from 0 to 1, such as quantiles(0:1ms, 0.5:4ms, 0.99:20ms, 1:90ms)");
        }
    }

    @Override
    public double draw(RandomGenerator random) {
        return quantile(random.nextDouble());
    }

    @Override
    public double quantile(double p) {
        int at = Arrays.binarySearch(ps, p);
        if (at >= 0) {
            return values[at];
        }
        int above = Math.clamp(-at - 1, 1, ps.length - 1);
        return values[above - 1] + (values[above] - values[above - 1]) * (p - ps[above - 1]) / (ps[above] - ps[above - 1]);
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 1; i < ps.length; i++) {
            sum += (ps[i] - ps[i - 1]) * (values[i] + values[i - 1]) / 2;
        }
        return sum;
    }

    @Override
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int i = 1; i < ps.length; i++) {
            double one = values[i - 1] - mean;
            double two = values[i] - mean;
            sum += (ps[i] - ps[i - 1]) * (one * one + one * two + two * two) / 3;
        }
        return sum;
    }
}
