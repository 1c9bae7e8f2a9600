package org.tailwright.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A JFR recording or a profile: typed events and stack samples.
///
/// @param tables events by type name, each with at least `start` and, for types that last, `duration`; other columns carry the
///     event's own field names; only types that an analysis can use are kept as tables
/// @param counts number of events by type, of all types
/// @param samples stack samples
/// @param settings active settings by event type and setting name, as in `jdk.JavaMonitorEnter#threshold`
public record Recording(Origin origin, Map<String, Table> tables, Map<String, Long> counts, Stacks samples,
        Map<String, String> settings, Optional<TimeSpan> span) implements Dataset {
    public Recording {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        settings = Map.copyOf(settings);
    }

    /// The event types that have durations, most events first.
    public List<String> lasting() {
        return tables.entrySet().stream().filter(each -> each.getValue().longs(Requests.DURATION).isPresent())
                .sorted((a, b) -> Integer.compare(b.getValue().rows(), a.getValue().rows()))
                .map(Map.Entry::getKey).toList();
    }

    /// The events of one type as requests, if it has durations.
    public Optional<Requests> requests(String type) {
        Table table = tables.get(type);
        if (table == null || table.longs(Requests.DURATION).isEmpty()) {
            return Optional.empty();
        }
        long floor = Durations.parse(settings.getOrDefault(type + "#threshold", "")).orElse(0);
        List<String> caveats = floor == 0 ? List.of()
                : List.of("only events of at least " + settings.get(type + "#threshold") + " were recorded");
        Meaning meaning = new Meaning(Meaning.Duration.RESIDENCE_TIME, Meaning.Stamp.START, 0, floor, caveats);
        return Optional.of(new Requests(origin.named(origin.name() + " " + type), table, meaning));
    }

    @Override
    public long rows() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
