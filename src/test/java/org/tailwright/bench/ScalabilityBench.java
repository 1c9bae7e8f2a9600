package org.tailwright.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tailwright.models.scalability.Measured;
import org.tailwright.models.scalability.UslBootstrap;
import org.tailwright.models.scalability.UslFit;
import org.tailwright.models.scalability.UslFits;
import org.tailwright.models.scalability.UslForm;
import org.tailwright.work.Work;

/// Fitting the Universal Scalability Law to 16 load levels, and its bootstrap.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScalabilityBench {
    /// Refits of the bootstrap.
    @Param("2000")
    public int replicates = 2_000;

    private Measured points = new Measured(new double[0], new double[0]);

    /// Makes points along α = 0.03, β = 0.0001, γ = 90 with 2 % noise.
    @Setup(Level.Trial)
    public void measure() {
        SplittableRandom random = new SplittableRandom(42);
        double[] loads = new double[16];
        double[] throughputs = new double[16];
        for (int i = 0; i < loads.length; i++) {
            double load = 1 + 12 * i;
            loads[i] = load;
            throughputs[i] = 90 * load / (1 + 0.03 * (load - 1) + 1e-4 * load * (load - 1)) * (1 + 0.02 * random.nextGaussian());
        }
        points = Measured.present(loads, throughputs);
    }

    /// One fit of three coefficients.
    @Benchmark
    public UslFit fit() {
        return UslFits.fit(UslForm.USL3, points);
    }

    /// The fit and all refits.
    @Benchmark
    public UslBootstrap bootstrap() {
        return UslBootstrap.of(fit(), UslBootstrap.Way.RESIDUALS, replicates, false, 42, Work.NONE);
    }
}
