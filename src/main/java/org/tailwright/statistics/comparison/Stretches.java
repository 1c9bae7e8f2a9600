package org.tailwright.statistics.comparison;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.tailwright.data.Doubles;
import org.tailwright.data.Unit;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// How well the percentile of one run is known where its requests depend on each other for so long that their effective number cannot be
/// told: from the scatter of the percentile over ten stretches of the run (batch means, Law and Carson 1979), as of a first-order
/// autoregression whose correlation is that of neighbouring stretches, corrected for its bias and raised by its standard error: ten stretches
/// tell it badly, and too small is the dangerous side.
///
/// @param variance of the logarithm of the run's percentile
/// @param freedom degrees of freedom behind it, at least 1
/// @param quantum step of the run's clock, nanoseconds
record Stretches(double variance, double freedom, long quantum) {
    private static final int STRETCHES = 10;
    private static final double BEYOND = 10;
    private static final double MOST_ALIKE = 0.9;

    /// Nothing when a stretch has fewer than ten requests beyond the percentile, or its percentile failed.
    static Optional<Stretches> of(Sample sample, double p, Work work) {
        int length = sample.size() / STRETCHES;
        if (sample.kish() / STRETCHES * Math.min(p, 1 - p) < BEYOND) {
            return Optional.empty();
        }
        double[] logs = IntStream.range(0, STRETCHES).mapToDouble(i -> Math.log(Math.max(1, part(sample, i * length, length, work).quantile(p)))).toArray();
        return IntStream.range(0, STRETCHES).anyMatch(i -> logs[i] >= Math.log(Sample.NEVER)) ? Optional.empty() : Optional.of(of(sample.quantumNanos(), logs));
    }

    private static Sample part(Sample sample, int from, int length, Work work) {
        long[] durations = new long[length];
        double[] weights = new double[length];
        for (int i = 0; i < length; i++) {
            durations[i] = sample.byTime()[from + i];
            weights[i] = sample.weight(from + i);
        }
        return Sample.of(durations, IntStream.range(0, length).toArray(), Optional.of(Doubles.of(Unit.COUNT, weights)), work);
    }

    private static Stretches of(long quantum, double... logs) {
        double mean = IntStream.range(0, STRETCHES).mapToDouble(i -> logs[i]).average().orElse(0);
        double squares = 0;
        double lagged = 0;
        for (int i = 0; i < STRETCHES; i++) {
            squares += (logs[i] - mean) * (logs[i] - mean);
            lagged += i == 0 ? 0 : (logs[i] - mean) * (logs[i - 1] - mean);
        }
        double found = squares == 0 ? 0 : lagged / squares;
        double alike = Math.clamp(found + (1 + 3 * found) / STRETCHES + 1 / Math.sqrt(STRETCHES), 0, MOST_ALIKE);
        double inflation = (1 + alike) / (1 - alike);
        return new Stretches(squares / (STRETCHES - 1) / STRETCHES * inflation, Math.max(1, STRETCHES / inflation - 1), quantum);
    }

    private static double log(double nanos) {
        return Math.log(Math.max(1, nanos));
    }

    /// The interval of the change between two runs, each value somewhere within a step of its clock, of which at least one is known in this way.
    static Change.Interval between(Percentile before, Stretches ofBefore, Percentile after, Stretches ofAfter) {
        double variance = ofBefore.variance + ofAfter.variance;
        double freedom = variance == 0 ? STRETCHES - 1 : Math.max(1, variance * variance
                / (ofBefore.variance * ofBefore.variance / ofBefore.freedom + ofAfter.variance * ofAfter.variance / ofAfter.freedom));
        double half = new TDistribution(null, freedom).inverseCumulativeProbability(1 - Change.TAIL) * Math.sqrt(variance);
        double d = Math.log(Math.max(1, after.value())) - Math.log(Math.max(1, before.value()));
        double down = Math.hypot(half, Math.hypot(log(after.value()) - log(after.value() - ofAfter.quantum), log(before.value() + ofBefore.quantum) - log(before.value())));
        double up = Math.hypot(half, Math.hypot(log(after.value() + ofAfter.quantum) - log(after.value()), log(before.value()) - log(before.value() - ofBefore.quantum)));
        return new Change.Interval(Math.expm1(d), Math.expm1(d - down), Math.expm1(d + up), freedom);
    }
}
