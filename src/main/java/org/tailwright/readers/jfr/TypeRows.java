package org.tailwright.readers.jfr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.EventType;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Unit;

/// The events of one type that become a table.
final class TypeRows {
    private static final Set<String> TAKEN = Set.of(Requests.START, Requests.DURATION, Requests.LABEL, Requests.THREAD, Requests.FAILED,
            Requests.ACTIVE, Requests.INTENDED, Requests.WEIGHT);

    /// How a field is read.
    private enum Kind { TEXT, SPAN, WHOLE, REAL }

    private record Field(String name, String column, Kind kind, Cells cells) {}

    private final boolean lasting;
    private final @Nullable String label;
    private final Cells.Whole starts = new Cells.Whole(Unit.TIME);
    private final Cells.Whole durations = new Cells.Whole(Unit.DURATION);
    private final Cells.Words labels = new Cells.Words();
    private final Cells.Words threads = new Cells.Words();
    private final List<Field> fields = new ArrayList<>();
    private final Cells.Memory<Object> threadMemory = new Cells.Memory<>();
    private final Cells.Memory<Object> labelMemory = new Cells.Memory<>();

    /// @param lasting whether the type has durations
    TypeRows(EventType type, boolean lasting) {
        this.lasting = lasting;
        label = Fields.label(type);
        for (ValueDescriptor field : type.getFields()) {
            if (Fields.kept(field) && !field.getName().equals(label)) {
                field(field);
            }
        }
    }

    private void field(ValueDescriptor field) {
        String name = field.getName();
        String column = TAKEN.contains(name) ? name + " (field)" : name;
        boolean status = name.equals(Requests.STATUS);
        switch (field.getTypeName()) {
            case "java.lang.String", "java.lang.Class", "boolean" -> fields.add(new Field(name, column, Kind.TEXT, new Cells.Words()));
            case "byte", "short", "int", "long" -> {
                if (status) {
                    fields.add(new Field(name, column, Kind.TEXT, new Cells.Words()));
                } else if ("jdk.jfr.Timespan".equals(field.getContentType())) {
                    fields.add(new Field(name, column, Kind.SPAN, new Cells.Whole(Unit.DURATION)));
                } else if (!"jdk.jfr.Timestamp".equals(field.getContentType())) {
                    boolean bytes = "jdk.jfr.DataAmount".equals(field.getContentType());
                    fields.add(lasting ? new Field(name, column, Kind.WHOLE, new Cells.Whole(bytes ? Unit.BYTES : Unit.NONE))
                            : new Field(name, column, Kind.REAL, new Cells.Real(bytes ? Unit.BYTES : Unit.NONE)));
                }
            }
            case "float", "double" -> {
                boolean share = "jdk.jfr.Percentage".equals(field.getContentType());
                fields.add(new Field(name, column, Kind.REAL, new Cells.Real(share ? Unit.RATIO : Unit.NONE)));
            }
            default -> { }
        }
    }

    /// Which of the columns an event of `type` fills: the label first, then the fields. Chunks may describe a type differently.
    boolean[] filled(EventType type) {
        boolean[] filled = new boolean[fields.size() + 1];
        filled[0] = label != null && type.getField(label) != null;
        for (int i = 0; i < fields.size(); i++) {
            filled[i + 1] = type.getField(fields.get(i).name()) != null;
        }
        return filled;
    }

    /// Adds an event that began at `start`.
    void add(RecordedEvent event, boolean[] filled, long start, long length, @Nullable RecordedThread thread) {
        starts.add(start);
        if (lasting) {
            durations.add(length);
        }
        threads.addCode(thread == null ? -1 : (int) threadMemory.of(thread, each -> threads.code(Fields.thread((RecordedThread) each))));
        if (label != null) {
            Object value = filled[0] ? event.getValue(label) : null;
            if (value == null || value instanceof String) {
                labels.add((String) value);
            } else {
                labels.addCode((int) labelMemory.of(value, each -> {
                    String text = Fields.text(each);
                    return text == null ? -1 : labels.code(text);
                }));
            }
        }
        for (int i = 0; i < filled.length - 1; i++) {
            Field field = fields.get(i);
            if (filled[i + 1]) {
                read(event, field);
            } else {
                skip(field);
            }
        }
    }

    /// Adds an event whose fields were added to [#cells].
    void add(long start, long length, int thread) {
        starts.add(start);
        durations.add(length);
        threads.addCode(thread);
    }

    /// The code of a thread's name.
    int threadCode(String name) {
        return threads.code(name);
    }

    /// What collects the values of a field, null when nothing does.
    @Nullable Cells cells(String field) {
        return field.equals(label) ? labels : fields.stream().filter(each -> each.name().equals(field)).findFirst().map(Field::cells).orElse(null);
    }

    private static void skip(Field field) {
        switch (field.cells()) {
            case Cells.Words words -> words.addCode(-1);
            case Cells.Whole whole -> whole.addMissing();
            case Cells.Real real -> real.add(Double.NaN);
        }
    }

    private static void read(RecordedEvent event, Field field) {
        switch (field.kind()) {
            case TEXT -> {
                Cells.Words words = (Cells.Words) field.cells();
                if (!words.many()) {
                    Object value = event.getValue(field.name());
                    if (value instanceof Integer number && number >= 0) {
                        words.addNumber(number);
                    } else {
                        words.add(Fields.text(value));
                    }
                }
            }
            case SPAN -> ((Cells.Whole) field.cells()).add(nanos(event.getDuration(field.name())));
            case WHOLE -> ((Cells.Whole) field.cells()).add(whole(event, field.name()));
            case REAL -> ((Cells.Real) field.cells()).add(event.getValue(field.name()) instanceof Number number ? number.doubleValue() : Double.NaN);
        }
    }

    private static long whole(RecordedEvent event, String field) {
        return event.getValue(field) instanceof Number number ? number.longValue() : 0;
    }

    /// Nanoseconds; the longest durations stand for "forever" and are cut to what fits.
    static long nanos(Duration duration) {
        long seconds = duration.getSeconds();
        return Math.abs(seconds) > 9_000_000_000L ? Math.multiplyExact(Long.signum(seconds), 9_000_000_000_000_000_000L)
                : seconds * 1_000_000_000 + duration.getNano();
    }

    /// Nanoseconds since the epoch.
    static long nanos(Instant time) {
        long seconds = time.getEpochSecond();
        return Math.abs(seconds) > 9_000_000_000L ? Long.signum(seconds) * 9_000_000_000_000_000_000L : seconds * 1_000_000_000 + time.getNano();
    }

    /// Appends the rows of another part of the file. Fields that only one part has are dropped.
    void append(TypeRows more) {
        starts.append(more.starts);
        durations.append(more.durations);
        threads.append(more.threads);
        labels.append(more.labels);
        fields.removeIf(each -> more.fields.stream().noneMatch(other -> same(each, other)));
        for (Field each : fields) {
            more.fields.stream().filter(other -> same(each, other)).findFirst().ifPresent(other -> each.cells().append(other.cells()));
        }
    }

    private static boolean same(Field a, Field b) {
        return a.name().equals(b.name()) && a.kind() == b.kind();
    }

    /// The table; names of columns that were given up go to `dropped`.
    Table table(List<String> dropped) {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        if (lasting) {
            columns.put(Requests.DURATION, durations.build());
        }
        put(columns, Requests.THREAD, threads, dropped);
        if (label != null) {
            put(columns, Requests.LABEL, labels, dropped);
        }
        for (Field each : fields) {
            put(columns, each.column(), each.cells(), dropped);
        }
        return Table.of(new LinkedHashMap<>(columns));
    }

    private static void put(Map<String, Column> columns, String name, Cells cells, List<String> dropped) {
        if (cells instanceof Cells.Words words && words.many()) {
            dropped.add(name);
        } else {
            columns.put(name, cells.build());
        }
    }
}
