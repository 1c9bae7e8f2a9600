package org.tailwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.workspace.Opened;

/// Reads the runs of one side of a comparison.
///
/// @param common says what of each run counts
record ComparedRuns(CommonOptions common, Console console) {
    /// The runs of a side: what a comma separates, unless a file has that very name.
    List<Requests> of(String words) {
        List<Requests> runs = new ArrayList<>();
        List<String> names = Files.exists(Path.of(words)) ? List.of(words) : List.of(words.split(","));
        for (String name : names) {
            Opened opened = common.open(List.of(Path.of(name.strip())), Map.of(), common.cache(), console);
            if (Refusals.tellAndNeedData(opened, console) != Exit.FINE && opened.datasets().isEmpty()) {
                throw new Complaint(name + " could not be read");
            }
            runs.add(run(name, opened));
        }
        return runs;
    }

    /// The rows that are compared: requests before spans, the largest first.
    private Requests run(String name, Opened opened) {
        List<Dataset> chosen = common.chosen(opened);
        Dataset data = chosen.stream().filter(each -> Requests.of(each).isPresent())
                .min(Comparator.comparing((Dataset each) -> each instanceof Traces).thenComparing(Comparator.comparingLong(Dataset::rows).reversed()))
                .orElseThrow(() -> new Complaint(name + " holds no requests or spans to compare; of a recording, name the type of event with --data"));
        Inputs inputs = common.inputs(opened, chosen);
        Requests run = inputs.selection().of(Requests.of(data).orElseThrow());
        if (run.table().rows() == 0) {
            throw new Complaint("the selection holds nothing of " + name);
        }
        if (chosen.stream().filter(each -> Requests.of(each).isPresent()).count() > 1 && common.data.isEmpty()) {
            console.note("of " + name + ": " + data.name() + "; choose with --data");
        }
        return run;
    }
}
