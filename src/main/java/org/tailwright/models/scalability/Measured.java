package org.tailwright.models.scalability;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Load against throughput as measured; repeats of a load are points of their own. The arrays are not to be changed.
///
/// @param loads N, each above 0
/// @param throughputs X per second, in the same order
public record Measured(double[] loads, double[] throughputs) {
    public Measured {
        if (loads.length != throughputs.length) {
            throw new IllegalArgumentException(loads.length + " loads for " + throughputs.length + " throughputs");
        }
    }

    /// Only the rows in which both numbers are there.
    public static Measured present(double[] loads, double[] throughputs) {
        int[] rows = IntStream.range(0, Math.min(loads.length, throughputs.length))
                .filter(i -> Double.isFinite(loads[i]) && Double.isFinite(throughputs[i])).toArray();
        return new Measured(pick(loads, rows), pick(throughputs, rows));
    }

    /// Number of points.
    public int size() {
        return loads.length;
    }

    /// Throughput of the first point at load 1.
    public OptionalDouble atOne() {
        return IntStream.range(0, size()).filter(i -> loads[i] == 1).mapToDouble(i -> throughputs[i]).findFirst();
    }

    /// Highest load.
    public double highestLoad() {
        return Arrays.stream(loads).max().orElse(Double.NaN);
    }

    /// Lowest load.
    public double lowestLoad() {
        return Arrays.stream(loads).min().orElse(Double.NaN);
    }

    /// Number of different loads.
    public int differentLoads() {
        return (int) Arrays.stream(loads).distinct().count();
    }

    /// The points in `rows`, which may name a point several times.
    public Measured rows(int... rows) {
        return new Measured(pick(loads, rows), pick(throughputs, rows));
    }

    /// Why a form cannot be fitted to these points, in a sentence; empty when it can.
    public Optional<String> obstacle(UslForm form) {
        int p = form.parameters();
        if (size() <= p) {
            return Optional.of("the form " + form.id() + " has " + p + " coefficients and needs more than " + p + " load points, not " + size());
        }
        for (int i = 0; i < size(); i++) {
            if (!(loads[i] > 0) || !(throughputs[i] > 0)) {
                return Optional.of("load and throughput must be above 0; point " + (i + 1) + " has load " + loads[i] + " and throughput "
                        + throughputs[i]);
            }
        }
        if (differentLoads() < Math.max(2, p)) {
            return Optional.of("the points have " + differentLoads() + " different load" + (differentLoads() == 1 ? "" : "s") + "; the form "
                    + form.id() + " needs at least " + Math.max(2, p));
        }
        return form.normalised() && atOne().isEmpty()
                ? Optional.of("the form " + form.id() + " divides by the throughput at load 1, which was not measured; use --form usl3")
                : Optional.empty();
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }
}
