package org.tailwright.models.queueing;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.tailwright.analyses.Outcome;

/// A queue, or a network of queues, that can be solved.
///
/// @param name in Kendall's notation, with what else tells it apart
/// @param inputs names of what it needs; those in brackets may be left out
/// @param assumes when it may be used, one sentence
/// @param source where the formula stands
/// @param solver finds the results
public record QueueModel(String name, List<String> inputs, String assumes, String source, Solver solver) {
    /// Finds the results.
    @FunctionalInterface
    interface Solver {
        /// @throws IllegalArgumentException with a sentence when an input is missing or impossible
        Outcome<SequencedMap<String, Double>> solve(QueueInputs inputs);
    }

    public QueueModel {
        inputs = List.copyOf(inputs);
    }

    /// Whether people may mean this model by `typed`: its name, the beginning of it before a bracket or a space, or what the bracket holds, whatever the case.
    boolean called(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        String full = name.toLowerCase(Locale.ROOT);
        return full.equals(wanted) || full.startsWith(wanted + " (") || full.contains("(" + wanted + ")") || full.startsWith(wanted + " ") && wanted.contains("/");
    }
}
