package org.tailwright.readers.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Source;

/// Series by name and labels, in the order in which a file first names them. Not for several threads.
public final class SeriesTable {
    /// More series than this are left out; no view or report could tell them apart.
    public static final int MOST = 200_000;

    private record Identity(String name, Map<String, String> labels) {}

    private record Entry(Metrics.Kind kind, Unit unit, SeriesRows rows) {}

    private final Map<Identity, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final int most;
    private long refused;

    /// An empty table that takes [#MOST] series.
    public SeriesTable() {
        this(MOST);
    }

    SeriesTable(int most) {
        this.most = most;
    }

    /// The series of this identity, made where it is new; null when there are too many. Kind and unit are those of the first call.
    public @Nullable SeriesRows series(String name, Map<String, String> labels, Metrics.Kind kind, Unit unit) {
        Entry known = entries.get(new Identity(name, labels));
        if (known != null) {
            return known.rows();
        }
        if (entries.size() >= most) {
            refused++;
            return null;
        }
        Map<String, String> own = new HashMap<>();
        labels.forEach((key, value) -> own.put(word(key), word(value)));
        Entry entry = new Entry(kind, unit, new SeriesRows());
        entries.put(new Identity(word(name), Map.copyOf(own)), entry);
        return entry.rows();
    }

    /// Adds a sample to a series; nothing happens when there are too many series.
    ///
    /// @param time nanoseconds since the epoch, or [SeriesRows#TIMELESS]
    public void add(String name, Map<String, String> labels, Metrics.Kind kind, Unit unit, long time, double value) {
        SeriesRows rows = series(name, labels, kind, unit);
        if (rows != null) {
            rows.add(time, value);
        }
    }

    /// Adds all series of another table, with further labels; a label that a series already has stays as it is.
    public void addAll(SeriesTable other, Map<String, String> labels) {
        other.entries.forEach((identity, entry) -> {
            Map<String, String> all = new HashMap<>(labels);
            all.putAll(identity.labels());
            SeriesRows rows = series(identity.name(), all, entry.kind(), entry.unit());
            if (rows != null) {
                rows.addAll(entry.rows());
            }
        });
        refused += other.refused;
    }

    /// Equal texts are kept once.
    private String word(String text) {
        if (words.size() > most) {
            return text;
        }
        String known = words.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /// Number of samples.
    public long samples() {
        return entries.values().stream().mapToLong(each -> each.rows().size()).sum();
    }

    /// How many samples have no time.
    public long timeless() {
        return entries.values().stream().mapToLong(each -> each.rows().timeless()).sum();
    }

    /// How many samples were left out because there are too many series.
    public long refused() {
        return refused;
    }

    /// The data set of all series that have samples.
    ///
    /// @param skipped lines or records that were left out before they came here
    public Metrics metrics(Source source, String format, long skipped, List<String> assumed, List<String> doubts) {
        List<Metrics.Series> series = new ArrayList<>();
        long infinite = 0;
        for (Map.Entry<Identity, Entry> each : entries.entrySet()) {
            SeriesRows rows = each.getValue().rows();
            infinite += rows.infinite();
            if (rows.size() > 0) {
                series.add(rows.series(each.getKey().name(), each.getKey().labels(), each.getValue().kind(), each.getValue().unit()));
            }
        }
        List<String> weak = new ArrayList<>(doubts);
        if (infinite > 0) {
            weak.add(infinite + (infinite == 1 ? " infinite value is" : " infinite values are") + " kept as gaps");
        }
        if (refused > 0) {
            weak.add("more than " + most + " series: " + refused + " samples of further ones are left out");
        }
        Trust trust = new Trust(samples(), skipped + refused, assumed.stream().distinct().toList(), weak);
        return new Metrics(new Origin(source.name(), source.path(), format, trust), series);
    }
}
