package org.tailwright.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Requests;
import org.tailwright.models.scalability.CapacityAnalysis;
import org.tailwright.models.scalability.CapacityResult;
import org.tailwright.models.scalability.LoadSteps;
import org.tailwright.work.Work;

/// What a stepped run says about the demand of a request. Bottleneck law: whatever a service is made of, it serves at most X, so that a request
/// occupies its bottleneck for 1/X; the service then counts as one station with that demand.
///
/// @param lowest lowest throughput per second among the repeats of the best load
/// @param highest highest of them
/// @param repeats of that load
/// @param limitNanos the limit on p99 that allows no more; 0 where nothing more was reached
public record Bottleneck(double lowest, double highest, int repeats, double limitNanos) {
    /// Throughputs this near are one, reckoned in two ways.
    private static final double SAME = 0.999;

    /// The bottleneck of the first stepped run among the data sets. Where an objective holds only at lower loads than that of the highest throughput, the
    /// highest of those loads counts: more is not shown to be carried. Empty where it holds at none.
    public static Optional<Bottleneck> of(List<Dataset> datasets, Inputs inputs, Work work) {
        Optional<Requests> stepped = datasets.stream().filter(Requests.class::isInstance).map(Requests.class::cast).filter(Stepped::is).findFirst();
        if (stepped.isEmpty()) {
            return Optional.empty();
        }
        Bottleneck highest = of(LoadSteps.of(stepped.get(), LoadSteps.Search.USUAL).points(stepped.get()));
        if (CapacityAnalysis.CAPACITY.run(inputs.with(List.of(stepped.get())), Map.of(), work).outcome() instanceof Outcome.Answer<CapacityResult>(CapacityResult found)) {
            Double carried = found.capacityThroughput();
            return carried == null ? Optional.empty() : Optional.of(carried >= SAME * highest.lowest ? highest : new Bottleneck(carried, carried, 1, found.limitNanos()));
        }
        return Optional.of(highest);
    }

    private static Bottleneck of(LoadPoints points) {
        double[] loads = points.loads();
        double[] throughputs = points.throughputs();
        int most = IntStream.range(0, loads.length).reduce(0, (best, i) -> throughputs[i] > throughputs[best] ? i : best);
        double[] repeats = IntStream.range(0, loads.length).filter(i -> loads[i] == loads[most]).mapToDouble(i -> throughputs[i]).toArray();
        return new Bottleneck(Arrays.stream(repeats).min().orElse(throughputs[most]), throughputs[most], repeats.length, 0);
    }

    /// The demand as it is typed: a 90 % range from repeats, a plain number from one step, of which no scatter is known.
    public String demand() {
        String least = micros(1 / highest);
        String most = micros(1 / lowest);
        return least.equals(most) ? least : least + ".." + most;
    }

    /// Where the demand comes from, in a sentence.
    public String words() {
        return limitNanos > 0 ? "The service counts as one station that a request occupies for 1 ÷ " + Numbers.rate(highest) + ", the throughput of the highest load at which p99 stays under "
                + Numbers.duration(limitNanos) + "; more was reached only beyond that limit." : repeats == 1 ? "The service counts as one station that a request occupies for 1 ÷ highest throughput, " + Numbers.rate(highest)
                + " in one step, whose scatter is not known (bottleneck law)."
                : "The service counts as one station that a request occupies for 1 ÷ highest throughput, measured as " + Numbers.rate(lowest) + " to "
                + Numbers.rate(highest) + " in repeats of the best load level (bottleneck law).";
    }

    private static String micros(double seconds) {
        return String.format(Locale.ROOT, "%.2fus", seconds * 1e6);
    }
}
