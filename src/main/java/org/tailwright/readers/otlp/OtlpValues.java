package org.tailwright.readers.otlp;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Json;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Turns attributes and their typed values into texts: scalars as written, lists as `[a, b]`, maps as `{k=v}`.
final class OtlpValues {
    private @Nullable String key;
    private @Nullable String value;

    private OtlpValues() {}

    /// Reads the attribute on which the parser stands; one without key or value is left out.
    static void attribute(JsonParser parser, BiConsumer<String, String> found) {
        OtlpValues pair = new OtlpValues();
        Json.object(parser, (name, inner) -> {
            switch (name) {
                case "key" -> pair.key = Json.scalar(inner);
                case "value" -> pair.value = text(inner);
                default -> inner.skipChildren();
            }
        });
        if (pair.key != null && !pair.key.isEmpty() && pair.value != null) {
            found.accept(pair.key, Json.cut(pair.value));
        }
    }

    /// The text of the value or string that stands in `bytes` from `from` to `to`; null when it has none.
    ///
    /// @throws tools.jackson.core.JacksonException when it is not JSON
    static @Nullable String text(byte[] bytes, int from, int to) {
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            parser.nextToken();
            String text = text(parser);
            parser.nextToken();
            return text;
        }
    }

    /// Looks at the value that stands in `bytes` from `from` to `to`.
    ///
    /// @throws tools.jackson.core.JacksonException when it is not JSON
    static void check(byte[] bytes, int from, int to) {
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    parser.finishToken();
                }
            }
        }
    }

    private static @Nullable String text(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_OBJECT) {
            boolean scalar = token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL;
            String text = Json.scalar(parser);
            return scalar ? text : null;
        }
        OtlpValues found = new OtlpValues();
        Json.object(parser, (name, inner) -> {
            switch (name) {
                case "stringValue", "string_value", "intValue", "int_value", "doubleValue", "double_value", "boolValue", "bool_value",
                     "bytesValue", "bytes_value" -> found.value = inner.currentToken() == JsonToken.VALUE_NULL ? found.value : Json.scalar(inner);
                case "arrayValue", "array_value" -> found.value = list(inner);
                case "kvlistValue", "kvlist_value" -> found.value = map(inner);
                default -> inner.skipChildren();
            }
        });
        return found.value;
    }

    private static String list(JsonParser parser) {
        StringBuilder text = new StringBuilder("[");
        Json.object(parser, (_, values) -> Json.array(values, element -> {
            String each = text(element);
            append(text, each == null ? "" : each);
        }));
        return text.append(']').toString();
    }

    private static String map(JsonParser parser) {
        StringBuilder text = new StringBuilder("{");
        Json.object(parser, (_, values) -> Json.array(values, element -> attribute(element, (name, each) -> append(text, name + "=" + each))));
        return text.append('}').toString();
    }

    /// Long lists are not built up only to be cut.
    private static void append(StringBuilder text, String each) {
        if (text.length() <= Json.LONGEST) {
            text.append(text.length() > 1 ? ", " : "").append(each);
        }
    }
}
