package org.tailwright.models.scalability;

import java.util.OptionalDouble;

/// The Universal Scalability Law X(N) = γN / (1 + α(N−1) + βN(N−1)) (Gunther 1993, 2007) with given coefficients. With β = 0 it is
/// Amdahl's law, with α = β = 0 it is linear.
///
/// @param alpha contention (also called σ); what cannot be done at the same time
/// @param beta coherency (also called κ); the price of every pair that must agree
/// @param gamma throughput per second at load 1 (also called λ); 1 for a speed-up
public record Usl(double alpha, double beta, double gamma) {
    /// Throughput at load `n`.
    public double throughput(double n) {
        return gamma * n / denominator(n);
    }

    /// 1 + α(N−1) + βN(N−1); at or below 0 the law says nothing.
    public double denominator(double n) {
        return 1 + alpha * (n - 1) + beta * n * (n - 1);
    }

    /// Throughput as a share of the linear γN.
    public double efficiency(double n) {
        return 1 / denominator(n);
    }

    /// Mean time per piece of work at load `n` by Little's law, N/X, in seconds when γ is per second.
    public double latency(double n) {
        return denominator(n) / gamma;
    }

    /// Load √((1−α)/β) of the highest throughput; nothing when β is not above 0 or α not below 1.
    public OptionalDouble peakLoad() {
        return beta > 0 && alpha < 1 ? OptionalDouble.of(Math.sqrt((1 - alpha) / beta)) : OptionalDouble.empty();
    }

    /// The whole load with the highest throughput: the peak's floor or ceiling, at least 1.
    public OptionalDouble bestWholeLoad() {
        OptionalDouble peak = peakLoad();
        if (peak.isEmpty()) {
            return peak;
        }
        double floor = Math.max(1, Math.floor(peak.getAsDouble()));
        return OptionalDouble.of(throughput(floor + 1) > throughput(floor) ? floor + 1 : floor);
    }

    /// Throughput at the peak.
    public OptionalDouble peakThroughput() {
        OptionalDouble peak = peakLoad();
        return peak.isPresent() ? OptionalDouble.of(throughput(peak.getAsDouble())) : peak;
    }

    /// γ/α, the ceiling if β were 0; nothing when α is not above 0.
    public OptionalDouble limit() {
        return alpha > 0 ? OptionalDouble.of(gamma / alpha) : OptionalDouble.empty();
    }

    /// 1/α, the load at which the linear law would reach [#limit]; nothing when α is not above 0.
    public OptionalDouble optimalLoad() {
        return alpha > 0 ? OptionalDouble.of(1 / alpha) : OptionalDouble.empty();
    }

    /// The same law without coherency.
    public Usl withoutCoherency() {
        return new Usl(alpha, 0, gamma);
    }

    /// The same law on another scale of throughput.
    public Usl scaled(double factor) {
        return new Usl(alpha, beta, gamma * factor);
    }
}
