package org.tailwright.models.scalability;

/// Speed-up laws of parallel programs.
public final class Speedup {
    private Speedup() {}

    /// Amdahl (1967): 1 / ((1−p) + p/N) for the share `parallel` in 0..1 of the work and `n` workers.
    public static double amdahl(double parallel, double n) {
        return 1 / ((1 - share(parallel)) + parallel / n);
    }

    /// Amdahl's limit 1/(1−p) for any number of workers; infinite for p = 1.
    public static double amdahlLimit(double parallel) {
        return 1 / (1 - share(parallel));
    }

    /// Gustafson (1988), scaled speed-up N − (1−p)(N−1): the problem grows with the workers.
    public static double gustafson(double parallel, double n) {
        return n - (1 - share(parallel)) * (n - 1);
    }

    /// Karp and Flatt (1990), the serial share (1/S − 1/N) / (1 − 1/N) that a measured speed-up shows; negative when superlinear.
    public static double karpFlatt(double speedup, double n) {
        return (1 / speedup - 1 / n) / (1 - 1 / n);
    }

    private static double share(double parallel) {
        if (!(parallel >= 0 && parallel <= 1)) {
            throw new IllegalArgumentException("the parallel share is from 0 to 1, not " + parallel);
        }
        return parallel;
    }
}
