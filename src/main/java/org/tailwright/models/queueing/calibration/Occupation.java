package org.tailwright.models.queueing.calibration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.models.scalability.LoadSteps;
import org.tailwright.work.Work;

/// How a pool was used in one slice of time.
///
/// @param name of the slice
/// @param rate acquisitions per second
/// @param hold mean seconds held
/// @param cs2 squared coefficient of variation of hold times; NaN where unknown
/// @param mostBusy most that were seen held at once in the whole data; 0 where unknown
/// @param words what was done
public record Occupation(String name, double rate, double hold, double cs2, int mostBusy, String words) {
    /// What tells the pool; empty texts where not used.
    public record Clues(String waiting, String held, String busy, int slices) {}

    /// The slices, or the load steps, in which both arrivals and hold times are known; none when nothing tells the pool.
    ///
    /// @throws IllegalArgumentException with a sentence when a name fits nothing
    public static List<Occupation> of(Inputs inputs, Clues clues, Work work) {
        Optional<Requests> requests = inputs.requests().filter(each -> each.table().rows() > 1);
        boolean spans = !clues.waiting().isEmpty();
        if (requests.isEmpty() || !spans && clues.busy().isEmpty()) {
            return List.of();
        }
        if (spans && requests.get().table().texts(Traces.PARENT).isEmpty()) {
            throw new IllegalArgumentException("--wait names spans, but " + requests.get().name() + " holds requests; choose the spans with --data");
        }
        Optional<Gauge> busy = CalibrateAnalysis.gauge(inputs.first(Metrics.class), clues.busy(), "busy");
        StationSteps found = StationSteps.of(requests.get(), new StationSteps.Clues(clues.waiting(), CalibrateAnalysis.list(clues.held()), busy, Optional.empty(), OptionalDouble.empty(), false),
                LoadSteps.Search.USUAL, clues.slices(), work);
        return found.steps().stream().filter(each -> each.service().seconds().known()).map(each -> new Occupation(each.name(), each.rate(),
                each.service().seconds().value(), each.service().cs2(), found.mostBusy(), Numbers.rate(each.rate()) + " held "
                        + Numbers.duration(each.service().seconds().value() * 1e9) + " each. " + found.words())).toList();
    }
}
