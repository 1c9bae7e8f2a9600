package org.tailwright.readers.jfr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Requests;
import org.tailwright.data.Unit;

/// How the events of one type are laid out in a chunk, and what is taken of them.
final class Layout {
    /// What is done with a value. The last ones are for samples.
    enum Step { SKIP_NUMBER, SKIP_BYTES, SKIP_TEXT, SKIP_FIELD, THREAD, STACK, TEXT, POOLED, FLAG, CODE, WHOLE, SPAN, REAL, FLOAT, DOUBLE, WEIGHT, FACTOR, STATE }

    /// How a number is written.
    enum Number { BYTE, SHORT, INT, LONG, UNSIGNED_BYTE, UNSIGNED_SHORT, UNSIGNED_INT, FLOAT, DOUBLE }

    /// What a column holds.
    enum Kind { TEXT, WHOLE, REAL }

    /// A column besides start and duration.
    record Col(String name, Kind kind, Unit unit) {}

    /// What a table of events looks like.
    ///
    /// @param type name of the events' type
    /// @param lasting whether they have durations
    record Shape(String type, boolean lasting, List<Col> columns) {}

    /// One value of an event.
    ///
    /// @param column where it goes, -1 for nowhere
    /// @param size bytes to skip, or nanoseconds of a span's unit, 0 for ticks
    record Value(Step step, int column, Number number, long size, Described.Field field) {}

    private static final Set<String> TAKEN = Set.of(Requests.START, Requests.DURATION, Requests.LABEL, Requests.THREAD, Requests.FAILED,
            Requests.ACTIVE, Requests.INTENDED, Requests.WEIGHT);
    private static final int MOST = 500;
    private static final int DEEPEST = 2;

    final String name;
    /// Whether there is a start, the first value.
    final boolean timed;
    /// Whether the second value is a duration.
    final boolean duration;
    /// Nanoseconds of the duration's unit; 0 for ticks.
    final long durationUnit;
    final boolean kept;
    final boolean sampled;
    final Shape shape;
    final List<Value> values = new ArrayList<>();

    private final Described described;
    private final @Nullable String label;
    private final String thread;
    private final List<Col> columns = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    Layout(Described described, Described.Type type) {
        this.described = described;
        name = Fields.type(type.name());
        List<Described.Field> fields = type.fields();
        timed = !fields.isEmpty() && long64(fields.getFirst(), "startTime");
        duration = timed && fields.size() > 1 && long64(fields.get(1), "duration");
        durationUnit = duration ? unit(fields.get(1)) : 0;
        kept = timed && Fields.kept(name, duration);
        sampled = timed && type.has("stackTrace") && Fields.sampled(name);
        label = kept ? Fields.label(described, type) : null;
        thread = type.has("sampledThread") ? "sampledThread" : "eventThread";
        if (kept && type.has(thread)) {
            column(Requests.THREAD, Kind.TEXT, Unit.NONE);
        }
        if (label != null) {
            column(Requests.LABEL, Kind.TEXT, Unit.NONE);
        }
        for (Described.Field each : kept || sampled ? fields.subList(duration ? 2 : 1, fields.size()) : List.<Described.Field>of()) {
            value(each, "", 0);
        }
        while (!values.isEmpty() && values.getLast().step().compareTo(Step.SKIP_FIELD) <= 0) {
            values.removeLast();
        }
        shape = new Shape(name, Fields.lasting(name, duration), List.copyOf(columns));
    }

    private boolean long64(Described.Field field, String wanted) {
        return field.name().equals(wanted) && !field.pooled() && !field.array() && described.type(field).name().equals("long");
    }

    private static long unit(Described.Field field) {
        return switch (field.notes().getOrDefault("jdk.jfr.Timespan", "TICKS")) {
            case "NANOSECONDS" -> 1;
            case "MICROSECONDS" -> 1_000;
            case "MILLISECONDS" -> 1_000_000;
            case "SECONDS" -> 1_000_000_000;
            default -> 0;
        };
    }

    /// The type of a field.
    Described.Type type(Described.Field field) {
        return described.type(field);
    }

    /// Skips a field's value.
    void skip(Wire in, Described.Field field) {
        described.skip(in, field);
    }

    private int column(String name, Kind kind, Unit unit) {
        if (columns.size() >= MOST || !names.add(name)) {
            return -1;
        }
        columns.add(new Col(name, kind, unit));
        return columns.size() - 1;
    }

    private void value(Described.Field field, String prefix, int depth) {
        boolean own = depth == 0;
        if (own && field.pooled() && !field.array() && field.name().equals(thread) && described.type(field).name().equals("java.lang.Thread")) {
            add(Step.THREAD, kept ? 0 : -1, field);
        } else if (own && field.pooled() && !field.array() && sampled && field.name().equals("stackTrace")) {
            add(Step.STACK, -1, field);
        } else if (own && sampled && !kept && !field.array() && sample(field)) {
            return;
        } else if (!kept || !Fields.kept(field) || values.size() > MOST) {
            skip(field);
        } else {
            taken(field, prefix, depth);
        }
    }

    /// Whether a field is the weight or the state of a sample.
    private boolean sample(Described.Field field) {
        String kind = described.kind(field);
        if (field.name().equals("state") && (field.pooled() || kind.equals("java.lang.String"))) {
            add(Step.STATE, -1, field);
            return true;
        }
        Step step = Weights.step(name, field.name());
        Number number = number(kind, field);
        if (step == null || number == null || field.pooled()) {
            return false;
        }
        values.add(new Value(step, -1, number, field.noted("jdk.jfr.Timespan") ? unit(field) : 1, field));
        return true;
    }

    private void skip(Described.Field field) {
        String kind = described.kind(field);
        if (field.array()) {
            add(Step.SKIP_FIELD, -1, field);
        } else if (field.pooled()) {
            add(Step.SKIP_NUMBER, -1, field);
        } else {
            switch (kind) {
                case "boolean", "byte" -> values.add(new Value(Step.SKIP_BYTES, -1, Number.BYTE, 1, field));
                case "float" -> values.add(new Value(Step.SKIP_BYTES, -1, Number.FLOAT, Float.BYTES, field));
                case "double" -> values.add(new Value(Step.SKIP_BYTES, -1, Number.DOUBLE, Double.BYTES, field));
                case "char", "short", "int", "long" -> add(Step.SKIP_NUMBER, -1, field);
                case "java.lang.String" -> add(Step.SKIP_TEXT, -1, field);
                default -> add(Step.SKIP_FIELD, -1, field);
            }
        }
    }

    private void add(Step step, int column, Described.Field field) {
        values.add(new Value(step, column, Number.LONG, 0, field));
    }

    private void taken(Described.Field field, String prefix, int depth) {
        String kind = described.kind(field);
        String own = prefix + field.name();
        String column = prefix.isEmpty() && TAKEN.contains(own) ? own + " (field)" : own;
        Number number = number(kind, field);
        if (field.pooled()) {
            text(kind.equals("jdk.types.StackTrace") ? Step.SKIP_NUMBER : Step.POOLED, own, column, field);
        } else if (kind.equals("java.lang.String")) {
            text(Step.TEXT, own, column, field);
        } else if (kind.equals("boolean")) {
            text(Step.FLAG, own, column, field);
        } else if (number != null) {
            number(number, own, column, field);
        } else if (!kind.equals("char") && depth < DEEPEST && !described.type(field).simple()) {
            described.type(field).fields().forEach(each -> value(each, own + ".", depth + 1));
        } else {
            skip(field);
        }
    }

    private void text(Step step, String own, String column, Described.Field field) {
        int at = step == Step.SKIP_NUMBER ? -1 : own.equals(label) ? indexOf(Requests.LABEL) : column(column, Kind.TEXT, Unit.NONE);
        if (at < 0) {
            skip(field);
        } else {
            add(step, at, field);
        }
    }

    private int indexOf(String column) {
        return kept && !columns.isEmpty() && columns.getFirst().name().equals(column) ? 0 : 1;
    }

    private static @Nullable Number number(String kind, Described.Field field) {
        boolean unsigned = field.noted("jdk.jfr.Unsigned");
        return switch (kind) {
            case "byte" -> unsigned ? Number.UNSIGNED_BYTE : Number.BYTE;
            case "short" -> unsigned ? Number.UNSIGNED_SHORT : Number.SHORT;
            case "int" -> unsigned ? Number.UNSIGNED_INT : Number.INT;
            case "long" -> Number.LONG;
            case "float" -> Number.FLOAT;
            case "double" -> Number.DOUBLE;
            default -> null;
        };
    }

    private void number(Number number, String own, String column, Described.Field field) {
        Unit unit = field.noted("jdk.jfr.Percentage") ? Unit.RATIO : field.noted("jdk.jfr.DataAmount") ? Unit.BYTES : Unit.NONE;
        Step step;
        int at;
        if (number == Number.FLOAT || number == Number.DOUBLE) {
            step = number == Number.FLOAT ? Step.FLOAT : Step.DOUBLE;
            at = column(column, Kind.REAL, unit);
        } else if (own.equals(Requests.STATUS)) {
            step = Step.CODE;
            at = column(column, Kind.TEXT, Unit.NONE);
        } else if (field.noted("jdk.jfr.Timespan")) {
            step = Step.SPAN;
            at = column(column, Kind.WHOLE, Unit.DURATION);
        } else {
            boolean whole = Fields.lasting(name, duration);
            step = whole ? Step.WHOLE : Step.REAL;
            at = column(column, whole ? Kind.WHOLE : Kind.REAL, unit);
        }
        if (at < 0) {
            skip(field);
        } else {
            values.add(new Value(step, at, number, unit(field), field));
        }
    }
}
