package org.tailwright.workspace.investigation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.catalog.report.Against;
import org.tailwright.catalog.report.Contribution;
import org.tailwright.catalog.report.SourceFile;
import org.tailwright.data.Dataset;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.statistics.comparison.Comparison;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;
import org.tailwright.workspace.Materials;

/// What a report compares: the runs of the baseline, the candidate, and how.
///
/// @param runs of the baseline
/// @param candidate empty for the first run of the report that objectives would be judged on
public record Comparing(List<Run> runs, Optional<Run> candidate, Comparison.Settings settings) {
    /// Rows that are compared.
    ///
    /// @param file that they were read from
    /// @param dataset its name
    /// @param part event type of a recording, or empty
    /// @param selection what of it counts
    /// @param rows what the selection leaves
    public record Run(DataFile file, String dataset, String part, Selection selection, Requests rows) {
        /// The rows of a data set; empty when it has no durations or the selection leaves none.
        public static Optional<Run> of(Dataset data, String part, Selection selection, DataFile file) {
            Optional<Requests> durations = data instanceof Recording recording ? events(recording, part) : Requests.of(data);
            return durations.map(selection::of).filter(each -> each.table().rows() > 0).map(each -> new Run(file, data.name(), part, selection, each));
        }

        private static Optional<Requests> events(Recording recording, String part) {
            List<String> types = recording.lasting();
            return recording.requests(types.contains(part) || types.isEmpty() ? part : types.getFirst());
        }
    }

    public Comparing {
        runs = List.copyOf(runs);
    }

    /// The rows of the baseline.
    List<Requests> baseline() {
        return runs.stream().map(Run::rows).toList();
    }

    /// What there is to say of it.
    Contribution of(List<Dataset> chosen, Investigation investigation, Work work) {
        Against against = new Against(baseline(), settings);
        return candidate.map(each -> against.of(List.of(each.rows()), work)).orElseGet(() -> against.of(chosen, investigation.inputs(chosen), work));
    }

    /// The files of the baseline, with their hashes.
    List<SourceFile> files(Work work) {
        Map<Path, Run> files = new LinkedHashMap<>();
        runs.forEach(each -> files.putIfAbsent(each.file().path(), each));
        List<Run> all = List.copyOf(files.values());
        return Pool.map(all.size(), work, i -> Materials.file(all.get(i).rows().origin().file(), all.get(i).rows().origin().format()));
    }
}
