package org.tailwright.models.scalability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.tailwright.work.Pool;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Refits a law to resampled points.
///
/// [Way#RESIDUALS] adds residuals drawn with replacement, inflated by √(n/(n−p)) because fitted residuals are too small, and by Student's t
/// over the normal quantile because σ itself comes from few points: at n = 7 the peak's 95 % interval covers about 82 % without either,
/// 90 % with the first, 95 % with both. Both vanish as n grows. [Way#PAIRS] draws whole points and asks nothing of the residuals, but needs
/// more points. [Way#BLOCKS] puts each load step together again from blocks of its own time: what load and throughput wander inside the steps,
/// nothing of how the law misses them.
///
/// @param laws the refitted laws, γ on the scale of X
/// @param way how points were resampled
public record UslBootstrap(List<Usl> laws, Way way) {
    /// How points are resampled.
    public enum Way { RESIDUALS, PAIRS, BLOCKS }

    /// Replicates in one part; a part has its own random stream, so that the answer does not depend on the number of cores.
    private static final int PART = 100;
    private static final double NORMAL = 1.959963984540054;

    public UslBootstrap {
        laws = List.copyOf(laws);
    }

    /// Refits `replicates` times to points or residuals drawn again.
    ///
    /// @param bounded whether β is kept at 0 or above
    /// @throws IllegalArgumentException for [Way#BLOCKS], which needs blocks
    public static UslBootstrap of(UslFit fit, Way way, int replicates, boolean bounded, long seed, Work work) {
        return drawn(way, replicates, seed, work, switch (way) {
            case RESIDUALS -> random -> residuals(fit, bounded, random);
            case PAIRS -> random -> pairs(fit, bounded, random);
            case BLOCKS -> throw new IllegalArgumentException("blocks of time are drawn from load steps");
        });
    }

    /// Refits `replicates` times to the steps put together from blocks of their time.
    ///
    /// @param bounded whether β is kept at 0 or above
    public static UslBootstrap of(UslFit fit, StepBlocks blocks, int replicates, boolean bounded, long seed, Work work) {
        return drawn(Way.BLOCKS, replicates, seed, work, random -> blocks(fit, blocks, bounded, random));
    }

    private static UslBootstrap drawn(Way way, int replicates, long seed, Work work, Function<RandomGenerator, Usl> draw) {
        int parts = (replicates + PART - 1) / PART;
        List<List<Usl>> answers = Pool.map(parts, work, part -> {
            RandomGenerator random = Seeds.stream(seed, "usl " + way, part);
            List<Usl> laws = new ArrayList<>(PART);
            int size = Math.min(PART, replicates - part * PART);
            for (int i = 0; i < size; i++) {
                laws.add(draw.apply(random));
            }
            return laws;
        });
        return new UslBootstrap(answers.stream().flatMap(List::stream).toList(), way);
    }

    /// Percentile interval at 95 % of the load of the peak; infinite where the law has none.
    public double[] peakLoads() {
        return interval(laws.stream().mapToDouble(law -> law.peakLoad().orElse(Double.POSITIVE_INFINITY)).toArray());
    }

    /// Percentile interval at 95 % of a coefficient.
    public double[] coefficient(ToDoubleFunction<Usl> which) {
        return interval(laws.stream().mapToDouble(which).toArray());
    }

    /// Share of the replicates without a peak.
    public double withoutPeak() {
        return laws.stream().filter(law -> law.peakLoad().isEmpty()).count() / (double) laws.size();
    }

    /// Percentile interval at 95 % of the throughput at a load.
    public double[] throughputs(double load) {
        return interval(laws.stream().mapToDouble(law -> law.denominator(load) > 0 ? law.throughput(load) : Double.POSITIVE_INFINITY).toArray());
    }

    private static Usl residuals(UslFit fit, boolean bounded, RandomGenerator random) {
        int n = fit.n();
        double inflation = Math.sqrt(n / (double) (n - fit.parameters())) * fit.t(0.975) / NORMAL;
        double[] values = UslFits.values(fit.form(), fit.measured());
        double[] drawn = new double[n];
        for (int i = 0; i < n; i++) {
            drawn[i] = values[i] - fit.residuals()[i] + inflation * fit.residuals()[random.nextInt(n)];
        }
        return refitted(fit, fit.measured().loads(), drawn, bounded);
    }

    private static Usl pairs(UslFit fit, boolean bounded, RandomGenerator random) {
        int n = fit.n();
        double[] values = UslFits.values(fit.form(), fit.measured());
        double[] loads = new double[n];
        double[] drawn = new double[n];
        int needed = Math.max(2, fit.form().parameters());
        do {
            for (int i = 0; i < n; i++) {
                int row = random.nextInt(n);
                loads[i] = fit.measured().loads()[row];
                drawn[i] = values[row];
            }
        } while (Arrays.stream(loads).distinct().limit(needed + 1L).count() < needed);
        return refitted(fit, loads, drawn, bounded);
    }

    private static Usl blocks(UslFit fit, StepBlocks blocks, boolean bounded, RandomGenerator random) {
        Measured drawn = blocks.drawn(fit.measured(), random);
        Usl law = refitted(fit, drawn.loads(), UslFits.values(fit.form(), drawn), bounded);
        return fit.form().normalised() ? law.scaled(drawn.atOne().orElseThrow() / fit.scale()) : law;
    }

    private static Usl refitted(UslFit fit, double[] loads, double[] values, boolean bounded) {
        Usl law = UslFits.again(fit.form(), loads, values, fit.ownScale());
        if (bounded && law.beta() < 0) {
            law = new LeastSquares(loads, values, false, !fit.form().normalised()).fit(fit.ownScale().withoutCoherency(), 1e-9);
        }
        return law.scaled(fit.scale());
    }

    /// The order statistics at 2.5 % and 97.5 %.
    private static double[] interval(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        int low = (int) Math.floor(0.025 * (n - 1));
        return new double[] {values[low], values[n - 1 - low]};
    }
}
