package org.tailwright.readers.jfr;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What takes the events of one chunk, made for a type when its first event comes.
final class Sinks {
    /// After so many damaged events of a type its others are not tried.
    private static final int TRIED = 1000;

    private final @Nullable Types types;
    private final Pools pools;
    private final Chunk.Clock clock;
    private final Collector into;
    private final Samples.Known samples;
    private final Map<Long, Sink> made = new HashMap<>();
    private @Nullable TypeRows settings;
    private int settingsBefore;
    private final Set<Long> givenUp = new HashSet<>();
    private final Map<Long, int[]> damaged = new HashMap<>();

    /// @param types null when the chunk's are not known: then nothing is taken
    Sinks(@Nullable Types types, Pools pools, Chunk.Clock clock, Collector into) {
        this.types = types;
        this.pools = pools;
        this.clock = clock;
        this.into = into;
        samples = new Samples.Known(pools, into.stacks);
    }

    /// What takes the events of a type, null when nothing does.
    @Nullable Sink of(long type) {
        Sink found = made.get(type);
        if (found != null || types == null || givenUp.contains(type)) {
            return found;
        }
        Layout layout = types.layouts().get(type);
        if (layout == null) {
            return null;
        }
        TypeRows rows = layout.kept ? into.rows(layout.shape) : null;
        if (rows != null && layout.name.equals(Settings.TYPE)) {
            settings = rows;
            settingsBefore = rows.size();
        }
        Sink.Into targets = new Sink.Into(rows, layout.sampled ? new Samples(samples, layout.name) : null);
        Sink sink = new Sink(layout, pools, clock, targets);
        made.put(type, sink);
        return sink;
    }

    /// Whether a type is one that should be taken.
    boolean due(long type) {
        return types == null || types.layouts().containsKey(type);
    }

    /// Takes note that an event was damaged.
    ///
    /// @return whether to try others of its type
    boolean damaged(long type) {
        boolean more = ++damaged.computeIfAbsent(type, _ -> new int[1])[0] < TRIED;
        if (!more) {
            givenUp.add(type);
            Sink sink = made.remove(type);
            if (sink != null) {
                into.counted(sink);
            }
        }
        return more;
    }

    /// Gives what was counted to the collector, and the chunk's settings.
    ///
    /// @return whether anything was taken
    boolean finish() {
        made.values().forEach(into::counted);
        if (settings != null && types != null) {
            Settings.take(settings, settingsBefore, types.described(), into);
        }
        return !made.isEmpty();
    }
}
