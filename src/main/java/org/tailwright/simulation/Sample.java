package org.tailwright.simulation;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Draws of one output, in order of drawing. Errors here are simulation error only: more draws shrink them, more data do not.
///
/// @param draws not to be changed
public record Sample(double[] draws) {
    /// A number from a simulation with its Monte Carlo standard error.
    public record Estimate(double value, double error) {}

    /// One point of a running estimate.
    public record Running(long draws, double value, double error) {}

    /// Number of draws.
    public int size() {
        return draws.length;
    }

    /// Mean.
    public Estimate mean() {
        double mean = 0;
        for (double each : draws) {
            mean += each;
        }
        mean /= draws.length;
        double squares = 0;
        for (double each : draws) {
            squares += (each - mean) * (each - mean);
        }
        return new Estimate(mean, Math.sqrt(squares / (draws.length - 1) / draws.length));
    }

    /// Variance (n − 1).
    public double variance() {
        double error = mean().error();
        return error * error * draws.length;
    }

    /// Probability of exceeding `limit`, with √(p(1−p)/N).
    public Estimate above(double limit) {
        long count = 0;
        for (double each : draws) {
            count += each > limit ? 1 : 0;
        }
        return probability(count, draws.length);
    }

    /// A share with its Monte Carlo standard error; with no or only hits the error is that of one more draw.
    public static Estimate probability(long hits, long draws) {
        double p = hits / (double) draws;
        double spread = Math.clamp(p, 1.0 / (draws + 1), draws / (draws + 1.0));
        return new Estimate(p, Math.sqrt(spread * (1 - spread) / draws));
    }

    /// The ceil(Np)-th order statistic; its error is half the distance of the order statistics one standard error of the rank away.
    public Estimate quantile(double p) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double rank = sorted.length * p;
        double spread = Math.sqrt(rank * (1 - p));
        return new Estimate(at(sorted, rank), (at(sorted, rank + spread) - at(sorted, rank - spread)) / 2);
    }

    /// A statistic over successive batches of equal size: mean of the batches and the standard error of that mean.
    public Estimate batches(int count, ToDoubleFunction<Sample> statistic) {
        int size = draws.length / count;
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = statistic.applyAsDouble(new Sample(Arrays.copyOfRange(draws, i * size, (i + 1) * size)));
        }
        return new Sample(values).mean();
    }

    private static double at(double[] sorted, double rank) {
        return sorted[(int) Math.clamp(Math.ceil(rank - 1e-9) - 1, 0, sorted.length - 1)];
    }
}
