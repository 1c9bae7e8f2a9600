package org.tailwright.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Requests;
import org.tailwright.models.scalability.LoadSteps;

/// What a stepped run says about the demand of a request. Bottleneck law: whatever a service is made of, it serves at most X, so that a request
/// occupies its bottleneck for 1/X; the service then counts as one station with that demand.
///
/// @param lowest lowest throughput per second among the repeats of the best load
/// @param highest highest of them
public record Bottleneck(double lowest, double highest) {
    private static final double NARROWEST = 0.999;

    /// The bottleneck of the first stepped run among the data sets.
    public static Optional<Bottleneck> of(List<Dataset> datasets) {
        return datasets.stream().filter(Requests.class::isInstance).map(Requests.class::cast).filter(Stepped::is).findFirst()
                .map(run -> of(LoadSteps.of(run, LoadSteps.Search.USUAL).points(run)));
    }

    private static Bottleneck of(LoadPoints points) {
        double[] loads = points.loads();
        double[] throughputs = points.throughputs();
        int best = 0;
        for (int i = 1; i < loads.length; i++) {
            best = throughputs[i] > throughputs[best] ? i : best;
        }
        double low = throughputs[best];
        for (int i = 0; i < loads.length; i++) {
            low = loads[i] == loads[best] ? Math.min(low, throughputs[i]) : low;
        }
        return new Bottleneck(Math.min(low, throughputs[best] * NARROWEST), throughputs[best]);
    }

    /// The demand as a 90 % range, as it is typed.
    public String demand() {
        return micros(1 / highest) + ".." + micros(1 / lowest);
    }

    /// Where the demand comes from, in a sentence.
    public String words() {
        return "The service counts as one station that a request occupies for 1 ÷ highest throughput, measured as " + Numbers.rate(lowest) + " to "
                + Numbers.rate(highest) + " in repeats of the best load level (bottleneck law).";
    }

    private static String micros(double seconds) {
        return String.format(Locale.ROOT, "%.2fus", seconds * 1e6);
    }
}
