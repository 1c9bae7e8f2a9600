package org.tailwright.readers.jfr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Stacks;
import org.tailwright.data.Table;

/// Collects what matters of the events of one part of a recording.
final class Collector {
    private static final Set<String> GAUGES = Set.of("jdk.CPULoad", "jdk.GCHeapSummary", "jdk.JavaThreadStatistics", "jdk.ThreadCPULoad",
            "jdk.GCHeapMemoryUsage", "jdk.ResidentSetSize");

    /// Types that have a duration field although they take no time.
    private static final Set<String> NO_WORK = Set.of("jdk.ActiveSetting", "jdk.ActiveRecording", "jdk.InitialSecurityProperty", "jdk.Flush",
            "jdk.ExceptionStatistics", "jdk.OldObjectSample", "jdk.ContainerConfiguration", "jdk.ContainerCPUUsage", "jdk.ContainerCPUThrottling",
            "jdk.ContainerMemoryUsage", "jdk.ContainerIOUsage", "jdk.JavaExceptionThrow", "jdk.JavaErrorThrow", "jdk.DirectBufferStatistics");

    /// What is done with the events of one type.
    private static final class Sink {
        final String name;
        final @Nullable TypeRows rows;
        final boolean[] filled;
        final boolean sampled;
        final boolean setting;
        final boolean lasting;
        final @Nullable String threadField;
        final @Nullable String weightField;
        long count;

        Sink(EventType type, String name, @Nullable TypeRows rows) {
            this.name = name;
            this.rows = rows;
            filled = rows == null ? new boolean[0] : rows.filled(type);
            lasting = type.getField("duration") != null;
            setting = name.equals("jdk.ActiveSetting");
            sampled = type.getField("stackTrace") != null && sampled(name);
            threadField = type.getField("sampledThread") != null ? "sampledThread" : type.getField("eventThread") != null ? "eventThread" : null;
            weightField = List.of("weight", "tlabSize", "allocationSize").stream().filter(each -> type.getField(each) != null).findFirst().orElse(null);
        }
    }

    private final Map<EventType, Sink> sinks = new IdentityHashMap<>();
    private final List<Sink> all = new ArrayList<>();
    private final Map<String, TypeRows> rows = new LinkedHashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final StackRows stacks = new StackRows();
    private final Map<Long, String> types = new HashMap<>();
    private final Map<String, EventType> described = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /// Whether the events of a type that have stacks are samples of where time or memory goes.
    static boolean sampled(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.endsWith("ExecutionSample") || last.endsWith("MethodSample") || last.endsWith("CPUTimeSample") || last.endsWith("WallClockSample")
                || last.startsWith("ObjectAllocation") || last.equals("ObjectSample") || last.equals("JavaMonitorEnter");
    }

    /// The rows of a lasting type that the part describes.
    TypeRows rows(String name) {
        EventType type = described.get(name);
        if (type == null) {
            throw new IllegalStateException("type " + name + " is not described");
        }
        return rows.computeIfAbsent(name, _ -> new TypeRows(type, true));
    }

    /// Takes note of events whose rows were added elsewhere.
    void counted(String name, long count, long first, long last) {
        if (count > 0) {
            counts.merge(name, count, Long::sum);
            this.first = Math.min(this.first, first);
            this.last = Math.max(this.last, last);
        } else {
            rows.remove(name);
        }
    }

    /// Learns the types of a chunk, which settings name by number.
    void types(List<EventType> known) {
        for (EventType each : known) {
            types.put(each.getId(), Fields.type(each.getName()));
            described.put(each.getName(), each);
        }
        sinks.clear();
    }

    void add(RecordedEvent event) {
        Sink sink = sink(event.getEventType());
        sink.count++;
        long start = TypeRows.nanos(event.getStartTime());
        long length = sink.lasting ? TypeRows.nanos(event.getDuration()) : 0;
        first = Math.min(first, start);
        last = Math.max(last, start + Math.max(0, length));
        if (sink.rows != null || sink.sampled) {
            Object value = sink.threadField == null ? null : event.getValue(sink.threadField);
            RecordedThread thread = value instanceof RecordedThread known ? known : null;
            if (sink.rows != null) {
                sink.rows.add(event, sink.filled, start, length, thread);
            }
            if (sink.sampled) {
                sample(event, sink, start, length, thread);
            }
        }
        if (sink.setting) {
            setting(event);
        }
    }

    private Sink sink(EventType type) {
        Sink found = sinks.get(type);
        if (found == null) {
            String name = Fields.type(type.getName());
            boolean gauge = GAUGES.contains(name);
            boolean lasting = type.getField("duration") != null && !gauge;
            TypeRows own = !NO_WORK.contains(name) && (lasting || gauge) ? rows.computeIfAbsent(name, _ -> new TypeRows(type, lasting)) : null;
            found = new Sink(type, name, own);
            all.add(found);
            sinks.put(type, found);
        }
        return found;
    }

    private void sample(RecordedEvent event, Sink sink, long start, long length, @Nullable RecordedThread thread) {
        RecordedStackTrace trace = event.getStackTrace();
        if (trace == null) {
            return;
        }
        double weight = sink.weightField != null ? event.getDouble(sink.weightField) : sink.lasting && length > 0 ? length : 1;
        String state = event.hasField("state") ? text(event.getValue("state")) : null;
        stacks.add(sink.name, start, trace, thread, state, weight);
    }

    /// Some writers keep states as objects with a name.
    private static @Nullable String text(@Nullable Object value) {
        return value instanceof RecordedObject object && object.hasField("name") ? Fields.text(object.getValue("name")) : Fields.text(value);
    }

    private void setting(RecordedEvent event) {
        if (event.hasField("id") && event.hasField("name") && event.hasField("value")) {
            String type = types.get(event.getLong("id"));
            String name = event.getString("name");
            String value = event.getString("value");
            if (name != null && value != null) {
                settings.put(type == null ? name : type + "#" + name, value);
            }
        }
    }

    /// Appends a later part of the file.
    void append(Collector more) {
        more.counts().forEach((name, n) -> counts.merge(name, n, Long::sum));
        more.rows.forEach((name, part) -> {
            TypeRows own = rows.putIfAbsent(name, part);
            if (own != null) {
                own.append(part);
            }
        });
        stacks.append(more.stacks);
        settings.putAll(more.settings);
        first = Math.min(first, more.first);
        last = Math.max(last, more.last);
    }

    /// How many of the events counted by type number can be read: those whose type the recording describes, or all when it describes none.
    long known(Map<Long, long[]> counted) {
        return counted.entrySet().stream().filter(each -> types.isEmpty() || types.containsKey(each.getKey())).mapToLong(each -> each.getValue()[0]).sum();
    }

    /// Number of events by type.
    Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>(counts);
        this.all.forEach(sink -> all.merge(sink.name, sink.count, Long::sum));
        return all;
    }

    /// Tables by type; what was given up is named in `dropped`.
    Map<String, Table> tables(List<String> dropped) {
        Map<String, Table> tables = new LinkedHashMap<>();
        rows.forEach((name, part) -> {
            List<String> columns = new ArrayList<>();
            tables.put(name, part.table(columns));
            columns.forEach(each -> dropped.add(name + "#" + each));
        });
        return tables;
    }

    Stacks stacks() {
        return stacks.stacks();
    }

    Map<String, String> settings() {
        return settings;
    }

    /// Start of the first event, `Long.MAX_VALUE` when there is none.
    long first() {
        return first;
    }

    /// End of the last event.
    long last() {
        return last;
    }
}
