package org.tailwright.catalog;

import java.util.Comparator;
import java.util.List;
import org.tailwright.analyses.Slot;
import org.tailwright.data.Dataset;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Requests;
import org.tailwright.models.scalability.LoadStep;
import org.tailwright.models.scalability.LoadSteps;

/// Tells runs whose load was raised in steps, which show scalability, from runs under one load, which show latency.
public final class Stepped {
    private static final int LEVELS = 4;
    private static final double LOAD_RANGE = 3;
    private static final double THROUGHPUT_RANGE = 1.5;

    private Stepped() {}

    /// Whether a run has at least four levels of load that span a factor of three and moved throughput by half: an open loop whose users pile
    /// up in an incident has levels too, but its throughput stays.
    public static boolean is(Requests requests) {
        List<LoadStep> steps = LoadSteps.of(requests, LoadSteps.Search.USUAL).steps();
        long levels = steps.stream().mapToDouble(LoadStep::load).distinct().count();
        return levels >= LEVELS && range(steps.stream().mapToDouble(LoadStep::load).toArray()) >= LOAD_RANGE
                && range(steps.stream().mapToDouble(LoadStep::throughput).toArray()) >= THROUGHPUT_RANGE;
    }

    /// The candidates for a slot that takes load points: load points first, then stepped runs, then the rest; as they are for other slots.
    static List<Dataset> first(Slot slot, List<Dataset> fitting) {
        if (fitting.size() < 2 || !slot.kinds().contains(Dataset.Kind.LOADPOINTS)) {
            return fitting;
        }
        return fitting.stream().sorted(Comparator.comparingInt(each -> each instanceof LoadPoints ? 0 : each instanceof Requests run && is(run) ? 1 : 2)).toList();
    }

    private static double range(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (double each : values) {
            low = Math.min(low, each);
            high = Math.max(high, each);
        }
        return low > 0 ? high / low : high > 0 ? Double.POSITIVE_INFINITY : 0;
    }
}
