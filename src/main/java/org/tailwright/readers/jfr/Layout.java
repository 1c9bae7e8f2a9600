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
    enum Step { SKIP, TEXT, POOLED, FLAG, CODE, WHOLE, SPAN, REAL, THREAD, STACK, WEIGHT, FACTOR, STATE }

    /// How a value is written; a field of any other form can only be skipped.
    enum Form { NUMBER, BYTE, FLOAT, DOUBLE, TEXT, FIELD }

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
    /// @param bits of a whole number; negative when it has no sign
    /// @param unit nanoseconds of a span's unit, 0 for ticks
    record Value(Step step, Form form, int column, int bits, long unit, Described.Field field) {}

    private static final Set<String> TAKEN = Set.of(Requests.START, Requests.DURATION, Requests.LABEL, Requests.THREAD, Requests.FAILED,
            Requests.ACTIVE, Requests.INTENDED, Requests.WEIGHT);
    private static final String TIMESPAN = "jdk.jfr.Timespan";
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
        label = kept && !name.equals(Settings.TYPE) ? Fields.label(described, type) : null;
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
        while (!values.isEmpty() && values.getLast().step() == Step.SKIP) {
            values.removeLast();
        }
        shape = new Shape(name, shapeLasts(), List.copyOf(columns));
    }

    private boolean long64(Described.Field field, String wanted) {
        return field.name().equals(wanted) && !field.pooled() && !field.array() && described.type(field).name().equals("long");
    }

    private static long unit(Described.Field field) {
        return switch (field.notes().getOrDefault(TIMESPAN, "TICKS")) {
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

    /// The name of a field's column, which must not be one that has a meaning.
    static String column(String field) {
        return TAKEN.contains(field) ? field + " (field)" : field;
    }

    private int column(String name, Kind kind, Unit unit) {
        if (columns.size() >= MOST || !names.add(name)) {
            return -1;
        }
        columns.add(new Col(name, kind, unit));
        return columns.size() - 1;
    }

    private void value(Described.Field field, String prefix, int depth) {
        boolean own = depth == 0 && !field.array();
        if (own && field.pooled() && field.name().equals(thread) && described.type(field).name().equals("java.lang.Thread")) {
            add(Step.THREAD, kept ? 0 : -1, field);
        } else if (own && field.pooled() && sampled && field.name().equals("stackTrace")) {
            add(Step.STACK, -1, field);
        } else if (own && sampled && !kept && sample(field)) {
            return;
        } else if (!kept || !Fields.kept(field) || values.size() > MOST) {
            add(Step.SKIP, -1, field);
        } else {
            taken(field, prefix, depth);
        }
    }

    private void add(Step step, int column, Described.Field field) {
        Described.Form form = described.form(field);
        Form own = field.array() ? Form.FIELD : field.pooled() ? Form.NUMBER : switch (form) {
            case BYTE -> Form.BYTE;
            case NUMBER -> Form.NUMBER;
            case FLOAT -> Form.FLOAT;
            case DOUBLE -> Form.DOUBLE;
            case TEXT -> Form.TEXT;
            case CLASS, METHOD, THREAD, STRUCTURE -> Form.FIELD;
        };
        values.add(new Value(step, own, column, bits(field), field.noted(TIMESPAN) ? unit(field) : 1, field));
    }

    private int bits(Described.Field field) {
        int bits = switch (described.kind(field)) {
            case "byte" -> Byte.SIZE;
            case "short", "char" -> Short.SIZE;
            case "int" -> Integer.SIZE;
            default -> Long.SIZE;
        };
        return field.noted("jdk.jfr.Unsigned") ? -bits : bits;
    }

    /// Whether a field is the weight or the state of a sample.
    private boolean sample(Described.Field field) {
        Described.Form form = described.form(field);
        if (field.name().equals("state") && (field.pooled() || form == Described.Form.TEXT)) {
            add(Step.STATE, -1, field);
            return true;
        }
        Step step = Weights.step(name, field.name());
        if (step == null || field.pooled() || form == Described.Form.TEXT || form.structured()) {
            return false;
        }
        add(step, -1, field);
        return true;
    }

    private void taken(Described.Field field, String prefix, int depth) {
        Described.Form form = described.form(field);
        String own = prefix + field.name();
        String column = column(own);
        String kind = described.kind(field);
        if (field.pooled()) {
            text(kind.equals("jdk.types.StackTrace") ? Step.SKIP : Step.POOLED, own, column, field);
        } else if (form.structured() && depth < DEEPEST && !described.type(field).simple()) {
            described.type(field).fields().forEach(each -> value(each, own + ".", depth + 1));
        } else if (kind.equals("char") || form.structured()) {
            add(Step.SKIP, -1, field);
        } else if (form == Described.Form.TEXT) {
            text(Step.TEXT, own, column, field);
        } else if (kind.equals("boolean")) {
            text(Step.FLAG, own, column, field);
        } else {
            number(form, own, column, field);
        }
    }

    private void text(Step step, String own, String column, Described.Field field) {
        int at = step == Step.SKIP ? -1 : own.equals(label) ? columns.getFirst().name().equals(Requests.LABEL) ? 0 : 1
                : column(column, Kind.TEXT, Unit.NONE);
        add(at < 0 ? Step.SKIP : step, at, field);
    }

    private void number(Described.Form form, String own, String column, Described.Field field) {
        Unit unit = field.noted("jdk.jfr.Percentage") ? Unit.RATIO : field.noted("jdk.jfr.DataAmount") ? Unit.BYTES : Unit.NONE;
        boolean real = form == Described.Form.FLOAT || form == Described.Form.DOUBLE;
        Step step = real ? Step.REAL : own.equals(Requests.STATUS) ? Step.CODE : field.noted(TIMESPAN) ? Step.SPAN
                : shapeLasts() || name.equals(Settings.TYPE) ? Step.WHOLE : Step.REAL;
        int at = switch (step) {
            case CODE -> column(column, Kind.TEXT, Unit.NONE);
            case SPAN -> column(column, Kind.WHOLE, Unit.DURATION);
            case WHOLE -> column(column, Kind.WHOLE, unit);
            default -> column(column, Kind.REAL, unit);
        };
        add(at < 0 ? Step.SKIP : step, at, field);
    }

    private boolean shapeLasts() {
        return Fields.lasting(name, duration);
    }
}
