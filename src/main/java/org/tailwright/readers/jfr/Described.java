package org.tailwright.readers.jfr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a chunk says about its types, read from its metadata. What cannot be is a [RuntimeException].
///
/// @param types by number
record Described(Map<Long, Type> types) {
    /// No types.
    static final Described NOTHING = new Described(Map.of());

    private static final Type UNKNOWN = new Type(-1, "", new Written(Form.STRUCTURE), false, false, List.of());
    private static final String OLD = "com.oracle.jfr.types.";
    private static final int DEEPEST = 16;

    /// How the values of a type are written; those from [#CLASS] on are structures of fields.
    enum Form {
        BYTE, NUMBER, FLOAT, DOUBLE, TEXT, CLASS, METHOD, THREAD, STRUCTURE;

        boolean structured() {
            return compareTo(CLASS) >= 0;
        }

        private static Form of(String name) {
            return switch (name) {
                case "boolean", "byte" -> BYTE;
                case "char", "short", "int", "long" -> NUMBER;
                case "float" -> FLOAT;
                case "double" -> DOUBLE;
                case "java.lang.String" -> TEXT;
                case "java.lang.Class" -> CLASS;
                case "jdk.types.Method" -> METHOD;
                case "java.lang.Thread" -> THREAD;
                default -> STRUCTURE;
            };
        }
    }

    /// A type.
    ///
    /// @param simple whether it only wraps its one field
    record Type(long id, String name, Written written, boolean event, boolean simple, List<Field> fields) {
        Form form() {
            return written.form;
        }

        /// Position of a field, -1 when there is none.
        int indexOf(String field) {
            for (int i = 0; i < fields.size(); i++) {
                if (fields.get(i).name().equals(field)) {
                    return i;
                }
            }
            return -1;
        }

        boolean has(String field) {
            return indexOf(field) >= 0;
        }
    }

    /// A field.
    ///
    /// @param type number of its type
    /// @param pooled whether the number of a value in a constant pool stands for the value
    /// @param notes what is annotated, by the annotation's name, with its value or an empty text
    record Field(String name, long type, boolean pooled, boolean array, Map<String, String> notes) {
        boolean noted(String annotation) {
            return notes.containsKey(annotation);
        }
    }

    private record Element(String name, Map<String, String> attributes, List<Element> inner) {
        long number(String attribute) {
            return Long.parseLong(attributes.getOrDefault(attribute, "-1"));
        }

        List<Element> inner(String name) {
            return inner.stream().filter(each -> each.name.equals(name)).toList();
        }
    }

    /// Reads what a metadata event says behind its five numbers (size, type, start, duration and a number of its own).
    static Described read(Wire in) {
        String[] texts = new String[in.count()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.text();
        }
        List<Element> described = element(in, texts, 0).inner("metadata").getFirst().inner("class");
        Map<Long, String> names = new HashMap<>();
        described.forEach(each -> names.put(each.number("id"), name(each.attributes.getOrDefault("name", ""))));
        Map<Long, Type> types = new HashMap<>();
        for (Element each : described) {
            List<Field> fields = each.inner("field").stream().map(field -> field(field, names)).toList();
            long id = each.number("id");
            boolean simple = each.attributes.containsKey("simpleType") && fields.size() == 1;
            String name = names.getOrDefault(id, "");
            types.put(id, new Type(id, name, new Written(Form.of(name)), "jdk.jfr.Event".equals(each.attributes.get("superType")), simple, fields));
        }
        Described all = new Described(types);
        types.values().forEach(each -> each.written().learn(each, all::lookup));
        return all;
    }

    /// A type that may lack its description: then it is one that cannot be read.
    private Type lookup(long id) {
        Type found = types.get(id);
        return found == null ? UNKNOWN : found;
    }

    /// JDK 9 has other names for what later ones call `jdk.types`.
    private static String name(String written) {
        return written.startsWith(OLD) ? "jdk.types." + written.substring(OLD.length()) : written;
    }

    private static Field field(Element field, Map<Long, String> names) {
        Map<String, String> notes = new HashMap<>();
        for (Element each : field.inner("annotation")) {
            notes.put(names.getOrDefault(each.number("class"), ""), each.attributes.getOrDefault("value", ""));
        }
        return new Field(field.attributes.getOrDefault("name", ""), field.number("class"), field.attributes.containsKey("constantPool"),
                field.number("dimension") > 0, Map.copyOf(notes));
    }

    private static Element element(Wire in, String[] texts, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("metadata in " + depth + " levels");
        }
        String name = texts[(int) in.number()];
        int count = in.count();
        Map<String, String> attributes = count == 0 ? Map.of() : new HashMap<>();
        for (int i = 0; i < count; i++) {
            String key = texts[(int) in.number()];
            attributes.put(key, texts[(int) in.number()]);
        }
        count = in.count();
        List<Element> inner = count == 0 ? List.of() : new ArrayList<>();
        for (int i = 0; i < count; i++) {
            inner.add(element(in, texts, depth + 1));
        }
        return new Element(name, attributes, inner);
    }

    /// The type of a field, which is that of the only field of a type that merely wraps it.
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

    /// The type of that name, null when there is none.
    @Nullable Type named(String name) {
        return types.values().stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }

    /// Name of the type of a field's values; a type that only wraps one field counts as that field's.
    String kind(Field field) {
        return inner(field).name();
    }

    /// How the values of a field are written where they are not pooled.
    Form form(Field field) {
        return inner(field).form();
    }

    private Type inner(Field field) {
        Type type = type(field);
        for (int i = 0; i < DEEPEST && type.simple(); i++) {
            type = type(type.fields().getFirst());
        }
        return type;
    }

    /// Skips a field's value.
    void skip(Wire in, Field field) {
        if (field.pooled() && !field.array()) {
            in.number();
            return;
        }
        int count = field.array() ? in.count() : 1;
        Written written = type(field).written();
        for (int i = 0; i < count; i++) {
            if (field.pooled()) {
                in.number();
            } else {
                written.skip(in);
            }
        }
    }
}
