package org.tailwright.readers.chrome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Source;

/// Counter events: each number among their arguments is a series of its own.
final class ChromeCounters {
    /// More series than this are counted and left out.
    private static final int MOST_SERIES = 5000;

    private record Key(String process, String name, String id, String argument) {}

    private static final class Points {
        long[] times = new long[16];
        double[] values = new double[16];
        int size;
        int track;

        void add(long time, double value) {
            if (size == times.length) {
                times = Arrays.copyOf(times, Math.addExact(size, size));
                values = Arrays.copyOf(values, times.length);
            }
            times[size] = time;
            values[size++] = value;
        }
    }

    private final Map<Key, Points> series = new LinkedHashMap<>();
    private @Nullable ChromeTracks tracks;
    private long left;

    void add(ChromeTracks known, String process, String name, String id, long time, List<String> keys, List<String> values) {
        tracks = known;
        for (int i = 0; i < keys.size(); i++) {
            double value;
            try {
                value = Double.parseDouble(values.get(i));
            } catch (NumberFormatException e) {
                continue;
            }
            Key key = new Key(process, name, id, keys.get(i));
            Points points = series.get(key);
            if (points == null && series.size() >= MOST_SERIES) {
                left++;
                continue;
            }
            if (points == null) {
                points = new Points();
                points.track = known.number(process, "", "counters");
                series.put(key, points);
            }
            points.add(time, Double.isFinite(value) ? value : Double.NaN);
        }
    }

    /// The counters as metrics, if there are any.
    Optional<Metrics> metrics(Source source, String format, long baseNanos, Diagnostics diagnostics) {
        ChromeTracks known = tracks;
        if (known == null || series.isEmpty()) {
            return Optional.empty();
        }
        if (left > 0) {
            diagnostics.note(String.format(Locale.ROOT, "%,d counter values are left out: more than %,d series", left, MOST_SERIES));
        }
        List<Metrics.Series> all = new ArrayList<>();
        long points = 0;
        for (Map.Entry<Key, Points> each : series.entrySet()) {
            all.add(one(each.getKey(), each.getValue(), known, baseNanos));
            points += each.getValue().size;
        }
        Trust trust = new Trust(points, left, List.of("counters have no unit"), List.of());
        return Optional.of(new Metrics(new Origin(source.name() + " counters", source.path(), format, trust), all));
    }

    private static Metrics.Series one(Key key, Points points, ChromeTracks tracks, long baseNanos) {
        int[] order = new int[points.size];
        Arrays.setAll(order, i -> i);
        ChromeOrder.sort(order, 0, order.length, new int[order.length], (a, b) -> Long.compare(points.times[a], points.times[b]));
        long[] times = new long[order.length];
        double[] values = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            times[i] = points.times[order[i]] + baseNanos;
            values[i] = points.values[order[i]];
        }
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("process", tracks.service(points.track));
        if (!key.id.isEmpty()) {
            labels.put("id", key.id);
        }
        String name = key.argument.isEmpty() || key.argument.equals(key.name) || key.argument.equals("value") ? key.name : key.name + " " + key.argument;
        return new Metrics.Series(name, labels, Longs.of(Unit.TIME, times), Doubles.of(Unit.NONE, values));
    }
}
