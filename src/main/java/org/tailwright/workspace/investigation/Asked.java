package org.tailwright.workspace.investigation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.data.Objective;
import org.tailwright.data.Selection;

/// What is asked of the data.
///
/// @param objectives what should hold
/// @param parameters analysis id to field id to what was typed
/// @param seed seed of every random stream
/// @param baseline what others are compared with
/// @param offsets by how many nanoseconds clocks are moved, by name of the data set or file
public record Asked(List<Objective> objectives, Map<String, Map<String, String>> parameters, long seed, Optional<Baseline> baseline, Map<String, Long> offsets) {
    /// A data set, or a selection of it, that others are compared with.
    public record Baseline(String dataset, Selection selection) {}

    public Asked {
        objectives = List.copyOf(objectives);
        parameters = Map.copyOf(parameters);
        offsets = Map.copyOf(offsets);
    }

    /// With all clocks as the files have them.
    public Asked(List<Objective> objectives, Map<String, Map<String, String>> parameters, long seed, Optional<Baseline> baseline) {
        this(objectives, parameters, seed, baseline, Map.of());
    }
}
