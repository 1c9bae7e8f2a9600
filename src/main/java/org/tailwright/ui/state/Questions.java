package org.tailwright.ui.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.data.Objective;
import org.tailwright.data.Selection;

/// What is asked of the data.
///
/// @param objectives what should hold
/// @param parameters what was typed into the form of each analysis: analysis id → field id → text; defaults are left out
/// @param seed seed of every random stream
/// @param baseline what everything is compared with
/// @param pinned answers that were added to the report by hand, in order
/// @param saved selections that were given a name
public record Questions(List<Objective> objectives, Map<String, Map<String, String>> parameters, long seed,
        Optional<Baseline> baseline, List<Pinned> pinned, List<Saved> saved) {
    /// A data set (or a selection of it) to compare with.
    public record Baseline(String dataset, Selection selection) {}

    /// An answer in the report.
    ///
    /// @param typed parameters that differ from the defaults
    public record Pinned(String analysis, Place place, Map<String, String> typed, Selection selection) {
        public Pinned {
            typed = Map.copyOf(typed);
        }
    }

    public Questions {
        objectives = List.copyOf(objectives);
        parameters = Map.copyOf(parameters);
        pinned = List.copyOf(pinned);
        saved = List.copyOf(saved);
    }

    /// Without saved selections.
    public Questions(List<Objective> objectives, Map<String, Map<String, String>> parameters, long seed, Optional<Baseline> baseline,
            List<Pinned> pinned) {
        this(objectives, parameters, seed, baseline, pinned, List.of());
    }

    /// What was typed for an analysis.
    public Map<String, String> typed(String analysis) {
        return parameters.getOrDefault(analysis, Map.of());
    }

    /// With another value of one field.
    public Questions with(String analysis, String field, String text) {
        Map<String, String> typed = new LinkedHashMap<>(typed(analysis));
        typed.put(field, text);
        return with(analysis, typed);
    }

    /// With all values of one analysis; an empty map is all defaults.
    public Questions with(String analysis, Map<String, String> typed) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>(parameters);
        all.put(analysis, Map.copyOf(typed));
        return new Questions(objectives, all, seed, baseline, pinned, saved);
    }

    /// With other objectives.
    public Questions with(List<Objective> others) {
        return new Questions(others, parameters, seed, baseline, pinned, saved);
    }

    /// With another baseline.
    public Questions with(Optional<Baseline> other) {
        return new Questions(objectives, parameters, seed, other, pinned, saved);
    }

    /// With one more answer in the report, or without it when it is there already.
    public Questions toggled(Pinned answer) {
        List<Pinned> changed = new ArrayList<>(pinned);
        if (!changed.remove(answer)) {
            changed.add(answer);
        }
        return new Questions(objectives, parameters, seed, baseline, changed, saved);
    }

    /// With a selection under a name; one of the same name is replaced.
    public Questions saving(Saved selection) {
        List<Saved> more = new ArrayList<>(saved);
        more.removeIf(each -> each.name().equals(selection.name()));
        more.add(selection);
        return new Questions(objectives, parameters, seed, baseline, pinned, more);
    }

    /// Without the saved selection of that name.
    public Questions forgetting(String name) {
        return new Questions(objectives, parameters, seed, baseline, pinned, saved.stream().filter(each -> !each.name().equals(name)).toList());
    }
}
