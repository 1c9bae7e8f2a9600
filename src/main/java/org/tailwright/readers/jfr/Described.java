package org.tailwright.readers.jfr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a chunk says about its types, read from its metadata.
///
/// @param types by number
record Described(Map<Long, Type> types) {
    private static final int DEEPEST = 16;

    /// A type. Without fields it is a primitive one, told by its name, or holds nothing.
    record Type(long id, String name, boolean event, List<Field> fields) {}

    /// A field.
    ///
    /// @param type number of its type
    /// @param pooled whether the number of a value in a constant pool stands for the value
    /// @param timed whether the value is a time or a time span, in one of several units
    record Field(String name, long type, boolean pooled, boolean array, boolean timed) {}

    private record Element(String name, Map<String, String> attributes, List<Element> inner) {
        long number(String attribute) {
            return Long.parseLong(attributes.getOrDefault(attribute, "-1"));
        }

        List<Element> inner(String name) {
            return inner.stream().filter(each -> each.name.equals(name)).toList();
        }
    }

    /// Reads the metadata event that begins where `in` stands.
    static Described read(Wire in) {
        for (int i = 0; i < 5; i++) {
            in.number(); // size, type, start, duration, number of the metadata
        }
        String[] texts = new String[in.count()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.text();
        }
        List<Element> described = element(in, texts, 0).inner("metadata").getFirst().inner("class");
        Map<Long, String> names = new HashMap<>();
        described.forEach(each -> names.put(each.number("id"), each.attributes.getOrDefault("name", "")));
        Map<Long, Type> types = new HashMap<>();
        for (Element each : described) {
            List<Field> fields = each.inner("field").stream().map(field -> field(field, names)).toList();
            long id = each.number("id");
            types.put(id, new Type(id, names.getOrDefault(id, ""), "jdk.jfr.Event".equals(each.attributes.get("superType")), fields));
        }
        return new Described(types);
    }

    private static Field field(Element field, Map<Long, String> names) {
        boolean timed = field.inner("annotation").stream().map(each -> names.getOrDefault(each.number("class"), ""))
                .anyMatch(each -> each.equals("jdk.jfr.Timespan") || each.equals("jdk.jfr.Timestamp"));
        return new Field(field.attributes.getOrDefault("name", ""), field.number("class"), field.attributes.containsKey("constantPool"),
                field.number("dimension") > 0, timed);
    }

    private static Element element(Wire in, String[] texts, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("metadata in " + depth + " levels");
        }
        String name = texts[(int) in.number()];
        Map<String, String> attributes = new HashMap<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            String key = texts[(int) in.number()];
            attributes.put(key, texts[(int) in.number()]);
        }
        List<Element> inner = new ArrayList<>();
        count = in.count();
        for (int i = 0; i < count; i++) {
            inner.add(element(in, texts, depth + 1));
        }
        return new Element(name, attributes, inner);
    }

    /// The type of a field.
    Type type(Field field) {
        return type(field.type());
    }

    Type type(long id) {
        Type found = types.get(id);
        if (found == null) {
            throw new IllegalStateException("type " + id + " is not described");
        }
        return found;
    }

    /// Skips a field's value.
    void skip(Wire in, Field field, int depth) {
        int count = field.array() ? in.count() : 1;
        for (int i = 0; i < count; i++) {
            if (field.pooled()) {
                in.number();
            } else {
                skip(in, type(field), depth);
            }
        }
    }

    /// Skips a value of a type.
    void skip(Wire in, Type type, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("values in " + depth + " levels");
        }
        switch (type.name()) {
            case "boolean", "byte" -> in.at++;
            case "char", "short", "int", "long" -> in.number();
            case "float" -> in.at += Float.BYTES;
            case "double" -> in.at += Double.BYTES;
            case "java.lang.String" -> in.skipText(in.single());
            default -> type.fields().forEach(each -> skip(in, each, depth + 1));
        }
    }
}
