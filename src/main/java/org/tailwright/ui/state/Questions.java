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
/// @param marked what was marked for use in the views: the baseline, and selections with a name
/// @param pinned answers and notes that were added to the report by hand, in order
/// @param story what the report says besides
public record Questions(List<Objective> objectives, Map<String, Map<String, String>> parameters, long seed,
        Marked marked, List<Pinned> pinned, Story story) {
    /// A data set (or a selection of it) to compare with.
    public record Baseline(String dataset, Selection selection) {}

    /// An answer in the report.
    ///
    /// @param typed parameters that differ from the defaults
    public record Pinned(String analysis, Place place, Map<String, String> typed, Selection selection) {
        /// Stands for the analysis of a note.
        public static final String NOTE = "note";

        public Pinned {
            typed = Map.copyOf(typed);
        }

        /// Something in the analyst's own words.
        public static Pinned note(String title, String text) {
            return new Pinned(NOTE, Place.START, Map.of("title", title, "text", text), Selection.ALL);
        }

        /// Whether it is a note.
        public boolean isNote() {
            return analysis.equals(NOTE);
        }
    }

    public Questions {
        objectives = List.copyOf(objectives);
        parameters = Map.copyOf(parameters);
        pinned = List.copyOf(pinned);
    }

    /// What was marked.
    ///
    /// @param baseline what everything is compared with
    /// @param saved selections that were given a name
    public record Marked(Optional<Baseline> baseline, List<Saved> saved) {
        /// Nothing.
        public static final Marked NOTHING = new Marked(Optional.empty(), List.of());

        public Marked {
            saved = List.copyOf(saved);
        }
    }

    /// With nothing saved or told.
    public Questions(List<Objective> objectives, Map<String, Map<String, String>> parameters, long seed, Optional<Baseline> baseline, List<Pinned> pinned) {
        this(objectives, parameters, seed, new Marked(baseline, List.of()), pinned, Story.NONE);
    }

    /// What everything is compared with.
    public Optional<Baseline> baseline() {
        return marked.baseline();
    }

    /// Selections that were given a name.
    public List<Saved> saved() {
        return marked.saved();
    }

    /// Telling something else.
    public Questions telling(Story other) {
        return new Questions(objectives, parameters, seed, marked, pinned, other);
    }

    /// With these answers and notes in the report.
    public Questions pinning(List<Pinned> others) {
        return new Questions(objectives, parameters, seed, marked, others, story);
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
        return new Questions(objectives, all, seed, marked, pinned, story);
    }

    /// With other objectives.
    public Questions with(List<Objective> others) {
        return new Questions(others, parameters, seed, marked, pinned, story);
    }

    /// With another baseline.
    public Questions with(Optional<Baseline> other) {
        return new Questions(objectives, parameters, seed, new Marked(other, saved()), pinned, story);
    }

    /// With one more answer in the report, or without it when it is there already.
    public Questions toggled(Pinned answer) {
        List<Pinned> changed = new ArrayList<>(pinned);
        if (!changed.remove(answer)) {
            changed.add(answer);
        }
        return new Questions(objectives, parameters, seed, marked, changed, story);
    }

    /// With a selection under a name; one of the same name is replaced.
    public Questions saving(Saved selection) {
        List<Saved> more = new ArrayList<>(saved());
        more.removeIf(each -> each.name().equals(selection.name()));
        more.add(selection);
        return saving(more);
    }

    /// Without the saved selection of that name.
    public Questions forgetting(String name) {
        return saving(saved().stream().filter(each -> !each.name().equals(name)).toList());
    }

    /// With other saved selections.
    public Questions saving(List<Saved> others) {
        return new Questions(objectives, parameters, seed, new Marked(baseline(), others), pinned, story);
    }
}
