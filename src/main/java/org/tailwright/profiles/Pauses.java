package org.tailwright.profiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;

/// Pauses of the garbage collector: times when no thread of the application ran.
///
/// Of a log of the collector they are its rows. In a recording phases (`jdk.GCPhasePause`) are exact. Where a recording has none, each collection
/// (`jdk.GarbageCollection`) stands for its `sumOfPauses`, placed at its start; a collection that does not tell even that counts with its whole duration, which is too long for
/// collectors that work beside the application.
public final class Pauses {
    /// One pause.
    ///
    /// @param start nanoseconds since the epoch
    /// @param duration nanoseconds
    /// @param name what the pause was for, or the collector
    /// @param cause why it collected; empty when unknown
    public record Pause(long start, long duration, String name, String cause) {}

    /// What durations were taken from.
    public enum Basis { LOG, PHASES, SUM_OF_PAUSES, COLLECTIONS, NONE }

    /// All pauses by start.
    public record Found(Basis basis, List<Pause> pauses) {
        public Found {
            pauses = List.copyOf(pauses);
        }
    }

    private static final String PHASES = "jdk.GCPhasePause";
    private static final String COLLECTIONS = "jdk.GarbageCollection";
    private static final String SUM = "sumOfPauses";

    private Pauses() {}

    /// Whether it may hold pauses: a recording, or requests whose durations are pauses.
    public static boolean hold(Dataset data) {
        return data instanceof Recording || data instanceof Requests requests && requests.meaning().duration() == Meaning.Duration.PAUSE;
    }

    /// The pauses of a data set; none unless it [#hold]s them.
    public static Found of(Dataset data) {
        return switch (data) {
            case Recording recording -> of(recording);
            case Requests requests when hold(requests) && requests.rows() > 0 -> new Found(Basis.LOG,
                    pauses(requests.table(), Requests.DURATION, row -> text(requests.table(), row, "cause", "operation")));
            case Requests _, Traces _, Histograms _, Metrics _, LoadPoints _ -> new Found(Basis.NONE, List.of());
        };
    }

    /// The pauses of a recording.
    public static Found of(Recording recording) {
        Table phases = recording.tables().get(PHASES);
        Table collections = recording.tables().get(COLLECTIONS);
        if (usable(phases, Requests.DURATION)) {
            Map<Long, Integer> byId = collections == null ? Map.of() : ids(collections);
            return new Found(Basis.PHASES, pauses(phases, Requests.DURATION, row -> cause(phases, row, collections, byId)));
        }
        if (usable(collections, SUM)) {
            return new Found(Basis.SUM_OF_PAUSES, pauses(collections, SUM, row -> text(collections, row, "cause")));
        }
        if (usable(collections, Requests.DURATION)) {
            return new Found(Basis.COLLECTIONS, pauses(collections, Requests.DURATION, row -> text(collections, row, "cause")));
        }
        return new Found(Basis.NONE, List.of());
    }

    private static boolean usable(@Nullable Table table, String duration) {
        return table != null && table.rows() > 0 && table.longs(Requests.START).isPresent() && table.longs(duration).isPresent();
    }

    private static List<Pause> pauses(Table table, String duration, IntFunction<String> cause) {
        Longs starts = table.longs(Requests.START).orElseThrow();
        Longs lengths = table.longs(duration).orElseThrow();
        List<Pause> found = new ArrayList<>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            if (!lengths.missing(row)) {
                found.add(new Pause(starts.at(row), lengths.at(row), text(table, row, "name", Requests.LABEL), cause.apply(row)));
            }
        }
        found.sort(Comparator.comparingLong(Pause::start));
        return found;
    }

    private static String text(Table table, int row, String... columns) {
        for (String column : columns) {
            Optional<Texts> texts = table.texts(column);
            if (texts.isPresent() && !texts.get().missing(row)) {
                return texts.get().at(row);
            }
        }
        return "";
    }

    private static Map<Long, Integer> ids(Table collections) {
        Map<Long, Integer> rows = new HashMap<>();
        collections.longs("gcId").ifPresent(ids -> {
            for (int row = 0; row < ids.size(); row++) {
                rows.put(ids.at(row), row);
            }
        });
        return rows;
    }

    private static String cause(Table phases, int row, @Nullable Table collections, Map<Long, Integer> byId) {
        Optional<Longs> ids = phases.longs("gcId");
        Integer collection = ids.isPresent() ? byId.get(ids.get().at(row)) : null;
        return collection == null || collections == null ? "" : text(collections, collection, "cause");
    }
}
