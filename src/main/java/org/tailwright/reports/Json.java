package org.tailwright.reports;

import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Chart;
import org.tailwright.data.Column;
import org.tailwright.data.Dataset;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes maps, lists, arrays, records, numbers and texts as JSON. A record becomes an object with its components' names in order; an absent
/// value and a number that is none become `null`; enum constants are lower case. Data sets stand for themselves by kind, name and rows;
/// charts are left out.
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectWriteContext PRETTY = new ObjectWriteContext.Base() {
        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(DefaultPrettyPrinter.DEFAULT_SEPARATORS.withRootSeparator("")
                    .withObjectNameValueSpacing(tools.jackson.core.util.Separators.Spacing.AFTER))
                    .withObjectIndenter(new tools.jackson.core.util.DefaultIndenter("  ", "\n"));
        }
    };

    private Json() {}

    /// Indented JSON that ends with a line end.
    public static String text(Object value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(PRETTY, out)) {
            write(json, value);
        }
        return out.append('\n').toString();
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Double real -> real(json, real);
            case Float real -> real(json, real);
            case Number whole -> json.writeNumber(whole.longValue());
            case Enum<?> constant -> json.writeString(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case Optional<?> optional -> write(json, optional.orElse(null));
            case OptionalDouble optional -> real(json, optional.orElse(Double.NaN));
            case OptionalLong optional -> write(json, optional.isPresent() ? optional.getAsLong() : null);
            case Map<?, ?> map -> map(json, map);
            case Collection<?> list -> list(json, list.toArray());
            case Column column -> column(json, column);
            case Table table -> map(json, table.columns());
            case Dataset dataset -> dataset(json, dataset);
            case Record it -> object(json, it);
            default -> other(json, value);
        }
    }

    private static void other(JsonGenerator json, Object value) {
        if (value.getClass().isArray()) {
            json.writeStartArray();
            for (int i = 0; i < Array.getLength(value); i++) {
                write(json, Array.get(value, i));
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }

    private static void real(JsonGenerator json, double value) {
        if (!Double.isFinite(value)) {
            json.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }

    private static void map(JsonGenerator json, Map<?, ?> map) {
        json.writeStartObject();
        map.forEach((key, value) -> {
            json.writeName(String.valueOf(key));
            write(json, value);
        });
        json.writeEndObject();
    }

    private static void list(JsonGenerator json, Object[] values) {
        json.writeStartArray();
        for (Object each : values) {
            write(json, each);
        }
        json.writeEndArray();
    }

    private static void column(JsonGenerator json, Column column) {
        switch (column) {
            case Longs longs -> other(json, longs.toArray());
            case Doubles doubles -> other(json, doubles.toArray());
            case Texts texts -> {
                json.writeStartArray();
                for (int i = 0; i < texts.size(); i++) {
                    write(json, texts.missing(i) ? null : texts.at(i));
                }
                json.writeEndArray();
            }
            case Flags flags -> {
                json.writeStartArray();
                for (int i = 0; i < flags.size(); i++) {
                    json.writeBoolean(flags.at(i));
                }
                json.writeEndArray();
            }
        }
    }

    private static void dataset(JsonGenerator json, Dataset dataset) {
        json.writeStartObject();
        json.writeStringProperty("kind", dataset.kind().id());
        json.writeStringProperty("name", dataset.name());
        json.writeNumberProperty("rows", dataset.rows());
        if (dataset instanceof LoadPoints points) {
            json.writeName("points");
            write(json, points.table());
        }
        json.writeEndObject();
    }

    private static void object(JsonGenerator json, Record value) {
        json.writeStartObject();
        properties(value).forEach((name, part) -> {
            json.writeName(name);
            write(json, part);
        });
        json.writeEndObject();
    }

    /// The components of a record by name, without charts.
    public static Map<String, @Nullable Object> properties(Record value) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        for (RecordComponent each : value.getClass().getRecordComponents()) {
            if (each.getType() != Chart.class) {
                parts.put(each.getName(), read(each, value));
            }
        }
        return parts;
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("component " + component.getName() + " cannot be read", e);
        }
    }
}
