package org.tailwright.analyses;

import java.util.Set;
import org.tailwright.data.Dataset;

/// An input that an analysis takes.
///
/// @param name what it is for, in one word
/// @param kinds which data sets fit
public record Slot(String name, Set<Dataset.Kind> kinds, Arity arity) {
    /// How many data sets it takes.
    public enum Arity { ONE, MANY, OPTIONAL }

    public Slot {
        kinds = Set.copyOf(kinds);
    }

    /// One data set that offers durations: requests, spans, events of a recording.
    public static Slot durations() {
        return new Slot("data", Set.of(Dataset.Kind.REQUESTS, Dataset.Kind.TRACES, Dataset.Kind.RECORDING), Arity.ONE);
    }

    /// One data set of the given kinds.
    public static Slot one(Dataset.Kind... kinds) {
        return new Slot("data", Set.of(kinds), Arity.ONE);
    }
}
