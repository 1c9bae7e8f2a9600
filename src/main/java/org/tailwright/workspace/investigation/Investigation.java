package org.tailwright.workspace.investigation;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.Dataset;
import org.tailwright.data.Objective;
import org.tailwright.data.Selection;

/// What a person works on, apart from the data itself: enough to ask every question again. Saved as a file that ends in `.tailwright`.
///
/// @param files what was opened, in order
/// @param selection what of it counts
/// @param asked objectives, parameters, seed, baseline
/// @param pinned answers and notes that were added to the report, in order
/// @param story title, business context, marks
/// @param seen where the person was and how it looked
public record Investigation(List<DataFile> files, Selection selection, Asked asked, List<Pin> pinned, Story story, Seen seen) {
    /// Ending of saved investigations, with its dot.
    public static final String ENDING = ".tailwright";

    public Investigation {
        files = List.copyOf(files);
        pinned = List.copyOf(pinned);
    }

    /// One that was never saved: files with what was asked on a command line.
    public static Investigation of(List<Path> files, Selection selection, List<Objective> objectives, ZoneId zone) {
        return new Investigation(files.stream().map(DataFile::at).toList(), selection, new Asked(objectives, Map.of(), Inputs.SEED, Optional.empty()),
                List.of(), Story.NONE, Seen.start(zone));
    }

    /// Whether a file has the name of a saved investigation.
    public static boolean named(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().toLowerCase(java.util.Locale.ROOT).endsWith(ENDING);
    }

    /// The question about some of its data sets.
    public Inputs inputs(List<Dataset> datasets) {
        return new Inputs(datasets, selection, asked.objectives(), asked.seed(), seen.zone());
    }

    /// The same with other files.
    public Investigation with(List<DataFile> others) {
        return new Investigation(others, selection, asked, pinned, story, seen);
    }

    /// The same with parameters of analyses typed over its own.
    public Investigation setting(Map<String, Map<String, String>> typed) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>(asked.parameters());
        typed.forEach((analysis, fields) -> {
            Map<String, String> joined = new LinkedHashMap<>(all.getOrDefault(analysis, Map.of()));
            joined.putAll(fields);
            all.put(analysis, joined);
        });
        return new Investigation(files, selection, new Asked(asked.objectives(), all, asked.seed(), asked.baseline(), asked.offsets()), pinned, story, seen);
    }

    /// The same seen from the start: what does not count when asking whether something was changed.
    public Investigation unseen() {
        return new Investigation(files.stream().map(DataFile::bare).toList(), selection, asked, pinned, story, Seen.start(seen.zone()));
    }
}
