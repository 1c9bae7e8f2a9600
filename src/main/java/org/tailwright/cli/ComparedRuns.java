package org.tailwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Traces;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.investigation.Comparing;

/// Reads the runs of one side of a comparison.
///
/// @param common says what of each run counts
/// @param known files that were opened already
record ComparedRuns(CommonOptions common, Console console, Map<String, Opened> known) {
    ComparedRuns(CommonOptions common, Console console) {
        this(common, console, new HashMap<>());
    }

    /// The runs of a side as histograms; empty when one of them holds requests, or no histograms.
    List<Histograms> histograms(String words) {
        List<Histograms> found = new ArrayList<>();
        for (String name : names(words)) {
            Part part = Part.of(name.strip());
            Opened opened = opened(part.file());
            List<Dataset> chosen = common.chosen(opened);
            Optional<Histograms> most = chosen.stream().filter(Histograms.class::isInstance).map(Histograms.class::cast).max(Comparator.comparingLong(Dataset::rows));
            if (most.isEmpty() || chosen.stream().anyMatch(each -> Requests.of(each).isPresent())) {
                return List.of();
            }
            Selection selection = part.of(common.inputs(opened, chosen).selection(), most.get().span(), common.zoneId());
            Histograms inside = selection.of(most.get());
            if (inside.intervals().isEmpty()) {
                throw new Complaint("nothing of " + part.file() + " is selected");
            }
            found.add(inside);
        }
        return found;
    }

    private static List<String> names(String words) {
        return Files.exists(Path.of(words)) ? List.of(words) : List.of(words.split(","));
    }

    private Opened opened(String file) {
        Opened before = known.get(file);
        if (before != null) {
            return before;
        }
        Opened opened = common.open(List.of(Path.of(file)), Map.of(), common.cache(), console);
        if (Refusals.tellAndNeedData(opened, console) != Exit.FINE && opened.datasets().isEmpty()) {
            throw new Complaint(file + " could not be read");
        }
        known.put(file, opened);
        return opened;
    }

    /// The runs of a side: what a comma separates, unless a file has that very name.
    List<Requests> of(String words) {
        return named(words).stream().map(Comparing.Run::rows).toList();
    }

    /// The same with where they come from.
    List<Comparing.Run> named(String words) {
        List<Comparing.Run> runs = new ArrayList<>();
        for (String name : names(words)) {
            Part part = Part.of(name.strip());
            runs.add(run(part, opened(part.file())));
        }
        return runs;
    }

    /// The rows that are compared: requests before spans, the largest first.
    private Comparing.Run run(Part part, Opened opened) {
        String name = part.file();
        List<Dataset> chosen = common.chosen(opened);
        Dataset data = chosen.stream().filter(each -> Requests.of(each).isPresent())
                .min(Comparator.comparing((Dataset each) -> each instanceof Traces).thenComparing(Comparator.comparingLong(Dataset::rows).reversed()))
                .orElseThrow(() -> new Complaint(name + " holds no requests or spans to compare; of a recording, name the type of event with --data"));
        Inputs inputs = common.inputs(opened, chosen);
        Selection selection = part.of(inputs.selection(), data.span(), common.zoneId());
        Comparing.Run run = Comparing.Run.of(data, "", selection, common.file(data.origin().file())).orElseThrow(() -> new Complaint("nothing of " + name + " is selected"));
        if (chosen.stream().filter(each -> Requests.of(each).isPresent()).count() > 1 && common.data.isEmpty()) {
            console.note("of " + name + ": " + data.name() + "; choose with --data");
        }
        return run;
    }

    /// A run as it is named, perhaps only a part of its time: `run.jtl@+60s..+120s`.
    ///
    /// @param from empty for its beginning
    /// @param to empty for its end
    private record Part(String file, String from, String to) {
        static Part of(String name) {
            int at = name.lastIndexOf('@');
            int dots = name.indexOf("..", Math.max(0, at));
            boolean whole = at < 1 || dots < 0 || Files.exists(Path.of(name));
            return whole ? new Part(name, "", "") : new Part(name.substring(0, at), name.substring(at + 1, dots), name.substring(dots + 2));
        }

        /// What is selected, narrowed to the part.
        Selection of(Selection selection, Optional<TimeSpan> all, ZoneId zone) {
            if (from.isEmpty() && to.isEmpty()) {
                return selection;
            }
            long start = from.isEmpty() ? Long.MIN_VALUE / 2 : Moments.parse("the part of " + file, from, zone, all);
            long end = to.isEmpty() ? Long.MAX_VALUE / 2 : Moments.parse("the part of " + file, to, zone, all);
            if (end < start) {
                throw new Complaint("the part of " + file + " ends before its beginning");
            }
            return selection.within(Optional.of(selection.window().map(window -> new TimeSpan(Math.max(start, window.start()), Math.max(Math.max(start, window.start()), Math.min(end, window.end()))))
                    .orElse(new TimeSpan(start, end))));
        }
    }
}
