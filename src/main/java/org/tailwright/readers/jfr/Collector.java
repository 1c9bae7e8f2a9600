package org.tailwright.readers.jfr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.tailwright.data.TimeSpan;

/// What was read of one part of a recording.
final class Collector {
    /// By type and column: whether it was given up. Shared by all parts.
    private final Function<String, AtomicBoolean> many;
    private final Map<Layout.Shape, TypeRows> rows = new LinkedHashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final List<Lost> losses = new ArrayList<>();
    final StackRows stacks = new StackRows();
    private final long size;
    private long done = 1;
    private long unknown;
    /// Earliest start and latest end: of events that count for the span, and of all.
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long firstOfAll = Long.MAX_VALUE;
    private long lastOfAll = Long.MIN_VALUE;

    /// Something that could not be read.
    ///
    /// @param offset in the file
    /// @param events how many events are lost by it
    record Lost(long offset, long events, String words) {}

    /// @param size of the part, bytes
    Collector(Function<String, AtomicBoolean> many, long size) {
        this.many = many;
        this.size = size;
    }

    /// Takes note that more bytes are being gone through.
    void begun(long bytes) {
        done = Math.min(size, done + bytes);
    }

    /// The rows of a shape.
    TypeRows rows(Layout.Shape shape) {
        return rows.computeIfAbsent(shape, _ -> new TypeRows(shape, column -> many.apply(shape.type() + "#" + column), () -> (double) done / size));
    }

    /// Takes note of a setting.
    void setting(String name, String value) {
        settings.put(name, value);
    }

    /// Takes note of what a sink took.
    void counted(Sink sink) {
        if (sink.count > 0) {
            counted(sink.layout.name, sink.count, sink.first, sink.last);
        }
    }

    /// Takes note of events of a type, the earliest start and the latest end.
    void counted(String type, long count, long from, long to) {
        counts.merge(type, count, Long::sum);
        firstOfAll = Math.min(firstOfAll, from);
        lastOfAll = Math.max(lastOfAll, to);
        if (!Fields.statement(type)) {
            first = Math.min(first, from);
            last = Math.max(last, to);
        }
    }

    /// Takes note of events of types that the recording does not describe.
    void unknown(long events) {
        unknown += events;
    }

    void lost(Lost lost) {
        losses.add(lost);
    }

    /// Number of events by type.
    Map<String, Long> counts() {
        return counts;
    }

    long read() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long unknown() {
        return unknown;
    }

    List<Lost> losses() {
        return losses;
    }

    Map<String, String> settings() {
        return settings;
    }

    /// From the start of the first event to the end of the last, without the statements of recorder and process unless there is nothing else.
    Optional<TimeSpan> span() {
        if (first <= last) {
            return Optional.of(new TimeSpan(first, last));
        }
        return firstOfAll <= lastOfAll ? Optional.of(new TimeSpan(firstOfAll, lastOfAll)) : Optional.empty();
    }

    /// Appends a later part, all but its rows.
    void append(Collector more) {
        more.counts.forEach((name, n) -> counts.merge(name, n, Long::sum));
        settings.putAll(more.settings);
        losses.addAll(more.losses);
        stacks.append(more.stacks);
        unknown += more.unknown;
        first = Math.min(first, more.first);
        last = Math.max(last, more.last);
        firstOfAll = Math.min(firstOfAll, more.firstOfAll);
        lastOfAll = Math.max(lastOfAll, more.lastOfAll);
    }

    /// The rows of several parts by type, in order.
    static Map<String, List<TypeRows>> rows(List<Collector> parts) {
        Map<String, List<TypeRows>> all = new LinkedHashMap<>();
        for (Collector part : parts) {
            part.rows.forEach((shape, rows) -> {
                if (!shape.type().equals(Settings.TYPE)) {
                    all.computeIfAbsent(shape.type(), _ -> new ArrayList<>()).add(rows);
                }
            });
        }
        return all;
    }
}
