package org.tailwright.statistics;

import java.util.List;
import java.util.Optional;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Traces;

/// The rows of a data set that are pauses of the garbage collector: times when no thread of the application ran. Concurrent phases, stalls of
/// single threads and safepoints (which hold the pause they were made for) are none, whatever their data set is called.
public final class GcPauses {
    private static final String PHASES = "jdk.GCPhasePause";
    private static final String COLLECTIONS = "jdk.GarbageCollection";
    private static final String SUM = "sumOfPauses";

    private GcPauses() {}

    /// The pauses of a log of the garbage collector or of a recording; empty when there are none.
    public static Optional<Requests> of(Dataset data) {
        return switch (data) {
            case Requests requests -> Optional.of(requests).filter(each -> each.meaning().duration() == Meaning.Duration.PAUSE && each.rows() > 0);
            case Recording recording -> ofRecording(recording);
            case Traces _, Metrics _, Histograms _, LoadPoints _ -> Optional.empty();
        };
    }

    /// Phases are exact; without them a collection stands for the sum of its pauses, and for its whole duration only when it tells no sum.
    private static Optional<Requests> ofRecording(Recording recording) {
        for (String type : List.of(PHASES, COLLECTIONS)) {
            Optional<Requests> events = recording.requests(type).filter(each -> each.rows() > 0);
            if (events.isPresent()) {
                Table table = events.get().table();
                Optional<Longs> sums = table.longs(SUM);
                return sums.isEmpty() ? events
                        : Optional.of(new Requests(events.get().origin(), table.with(Requests.DURATION, sums.get()), events.get().meaning()));
            }
        }
        return Optional.empty();
    }
}
