package org.tailwright.workspace;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.Dataset;
import org.tailwright.data.Objective;
import org.tailwright.data.Selection;

/// What a person works on, apart from the data itself: enough to ask every question again.
///
/// @param files what was opened, in order
/// @param selection what of it counts
/// @param baseline name of the data set that others are compared with
/// @param parameters analysis id to what was typed
/// @param objectives what should hold
/// @param zone zone in which times are read where they have none, and shown
public record Investigation(List<Path> files, Selection selection, Optional<String> baseline, Map<String, Map<String, String>> parameters,
        List<Objective> objectives, ZoneId zone) {
    public Investigation {
        files = List.copyOf(files);
        parameters = Map.copyOf(parameters);
        objectives = List.copyOf(objectives);
    }

    /// The question about some of its data sets.
    public Inputs inputs(List<Dataset> datasets, long seed) {
        return new Inputs(datasets, selection, objectives, seed, zone);
    }

    /// What was typed for an analysis.
    public Map<String, String> typed(String analysis) {
        return parameters.getOrDefault(analysis, Map.of());
    }
}
