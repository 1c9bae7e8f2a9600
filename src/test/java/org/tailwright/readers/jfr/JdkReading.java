package org.tailwright.readers.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Stacks;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;

/// What the JDK's own reader says of a recording, to compare with.
final class JdkReading {
    private static final List<String> OWN = List.of("startTime", "duration", "eventThread", "sampledThread", "stackTrace");

    private final Map<String, List<RecordedEvent>> events = new TreeMap<>();

    /// Reads a whole file.
    JdkReading(Path file) throws IOException {
        add(file);
    }

    private JdkReading() {}

    /// Reads the chunks of a file one by one: the JDK's reader carries clock and pools from one to the next.
    static JdkReading byChunk(Path file, Path folder) throws IOException {
        JdkReading all = new JdkReading();
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length;) {
            int size = (int) ByteBuffer.wrap(bytes).getLong(at + 8);
            all.add(Files.write(folder.resolve("chunk.jfr"), Arrays.copyOfRange(bytes, at, at + size)));
            at += size;
        }
        return all;
    }

    private void add(Path file) throws IOException {
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                events.computeIfAbsent(Fields.type(event.getEventType().getName()), _ -> new ArrayList<>()).add(event);
            }
        }
    }

    /// Compares counts, all tables cell by cell, and all samples with their stacks.
    void assertSame(Recording recording) {
        Map<String, Long> counts = new TreeMap<>();
        events.forEach((type, list) -> counts.put(type, (long) list.size()));
        assertEquals(counts, recording.counts());
        recording.tables().forEach((type, table) -> assertEquals(expected(type, table), found(table), type));
        Map<String, Integer> expected = expectedSamples();
        Map<String, Integer> samples = samples(recording.samples());
        List<String> missing = expected.keySet().stream().filter(each -> !expected.get(each).equals(samples.get(each))).limit(2).toList();
        List<String> more = samples.keySet().stream().filter(each -> !expected.containsKey(each)).limit(2).toList();
        assertEquals(missing, more);
        assertEquals(expected, samples);
    }

    private List<String> expected(String type, Table table) {
        List<String> rows = new ArrayList<>();
        for (RecordedEvent event : events.getOrDefault(type, List.of())) {
            List<String> cells = new ArrayList<>();
            table.columns().forEach((name, column) -> cells.add(name + "=" + cell(event, name, column, table)));
            rows.add(String.join("|", cells));
        }
        return rows.stream().sorted().toList();
    }

    private static String cell(RecordedEvent event, String name, Column column, Table table) {
        return switch (name) {
            case Requests.START -> "" + nanos(event.getStartTime());
            case Requests.DURATION -> "" + event.getDuration().toNanos();
            case Requests.THREAD -> text(event.getValue(event.hasField("sampledThread") ? "sampledThread" : "eventThread"));
            case Requests.LABEL -> label(event, table);
            default -> value(event, name.replace(" (field)", ""), column);
        };
    }

    /// The label stands for the one text that has no column of its own.
    private static String label(RecordedEvent event, Table table) {
        List<String> left = event.getFields().stream().filter(each -> !OWN.contains(each.getName()) && !each.isArray()
                && !table.columns().containsKey(Layout.column(each.getName()))
                && List.of("java.lang.String", "java.lang.Class", "jdk.types.Method", "java.lang.Thread").contains(each.getTypeName()))
                .map(ValueDescriptor::getName).toList();
        assertEquals(1, left.size(), event.getEventType().getName() + " " + left);
        return text(event.getValue(left.getFirst()));
    }

    private static String value(RecordedEvent event, String name, Column column) {
        if (!event.hasField(name)) {
            return column instanceof Doubles ? "NaN" : "-";
        }
        return switch (column) {
            case Longs longs when longs.unit().equals(Unit.DURATION) -> span(event.getDuration(name));
            case Longs _ -> "" + event.getLong(name);
            case Doubles _ -> "" + (event.getValue(name) instanceof Float || event.getValue(name) instanceof Double ? event.getDouble(name) : (double) event.getLong(name));
            case Texts _ -> text(event.getValue(name));
            case Flags _ -> throw new AssertionError(name);
        };
    }

    private static String span(Duration span) {
        return span.getSeconds() == Long.MIN_VALUE ? "-" : span.getSeconds() > 9_000_000_000L ? "9000000000000000000" : "" + span.toNanos();
    }

    static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000 + time.getNano();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case String text -> text;
            case RecordedClass type -> type.getName();
            case RecordedMethod method -> method(method);
            case RecordedThread thread -> thread(thread);
            case RecordedObject object when object.hasField("name") -> text(object.getValue("name"));
            case RecordedObject _ -> "-";
            default -> value.toString();
        };
    }

    private static String thread(RecordedThread thread) {
        String name = thread.getJavaName();
        if (name == null || name.isEmpty()) {
            name = thread.isVirtual() ? "virtual thread" : thread.getOSName();
        }
        return name == null || name.isEmpty() ? "thread " + thread.getId() : name;
    }

    private static String method(@Nullable RecordedMethod method) {
        return method == null ? "unknown" : method.getType() == null || method.getType().getName().isEmpty() ? method.getName()
                : method.getType().getName() + "." + method.getName();
    }

    /// The rows of a table as texts, sorted.
    static List<String> found(Table table) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<String> cells = new ArrayList<>();
            int at = row;
            table.columns().forEach((name, column) -> cells.add(name + "=" + switch (column) {
                case Longs longs -> longs.missing(at) ? "-" : "" + longs.at(at);
                case Doubles doubles -> "" + doubles.at(at);
                case Texts texts -> texts.missing(at) ? "-" : texts.at(at);
                case Flags flags -> "" + flags.at(at);
            }));
            rows.add(String.join("|", cells));
        }
        return rows.stream().sorted().toList();
    }

    private Map<String, Integer> expectedSamples() {
        Map<String, Integer> all = new TreeMap<>();
        events.forEach((type, list) -> {
            if (Fields.sampled(type)) {
                for (RecordedEvent each : list) {
                    if (each.hasField("stackTrace")) {
                        RecordedThread thread = each.getValue(each.hasField("sampledThread") ? "sampledThread" : "eventThread");
                        String state = each.hasField("state") ? text(each.getValue("state")) : "-";
                        all.merge(type + " " + nanos(each.getStartTime()) + " " + text(thread) + " " + state + " " + stack(each.getStackTrace()), 1, Integer::sum);
                    }
                }
            }
        });
        return all;
    }

    private static String stack(@Nullable RecordedStackTrace trace) {
        List<String> frames = new ArrayList<>();
        for (RecordedFrame each : trace == null ? List.<RecordedFrame>of() : trace.getFrames()) {
            frames.add(method(each.getMethod()));
        }
        return String.join(" < ", frames);
    }

    private static Map<String, Integer> samples(Stacks stacks) {
        Map<String, Integer> all = new TreeMap<>();
        Table table = stacks.samples();
        LinkedHashMap<Integer, String> paths = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            int node = (int) table.longs(Stacks.NODE).orElseThrow().at(row);
            String path = paths.computeIfAbsent(node, each -> path(stacks, each));
            assertTrue(table.doubles(Requests.WEIGHT).orElseThrow().at(row) > 0);
            all.merge(at(table, "event", row) + " " + table.longs(Requests.START).orElseThrow().at(row) + " " + at(table, Requests.THREAD, row) + " "
                    + at(table, "state", row) + " " + path, 1, Integer::sum);
        }
        return all;
    }

    private static String at(Table table, String column, int row) {
        Texts texts = table.texts(column).orElseThrow();
        return texts.missing(row) ? "-" : texts.at(row);
    }

    private static String path(Stacks stacks, int node) {
        List<String> frames = new ArrayList<>();
        for (int at = node; at >= 0; at = stacks.parents()[at]) {
            frames.add(stacks.frames().text(stacks.nodeFrames()[at]));
        }
        return String.join(" < ", frames);
    }
}
