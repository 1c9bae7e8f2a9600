package org.tailwright.readers.jaeger;

import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Json;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads tags: `{"key": …, "type": …, "value": …}`, or with the value under the name of its type, as protobuf does.
final class JaegerTags {
    /// Takes a tag.
    @FunctionalInterface
    interface Sink {
        void tag(String key, boolean truth, String text);
    }

    private String key = "";
    private @Nullable String text;
    private boolean truth;

    private JaegerTags() {}

    /// Reads the tag on which the parser stands; one without key or scalar value is left out.
    static void read(JsonParser parser, Sink sink) {
        JaegerTags tag = new JaegerTags();
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "key" -> tag.key = Json.scalar(value);
                case "value", "vStr", "vBool", "vInt64", "vFloat64", "vBinary", "v_str", "v_bool", "v_int64", "v_float64" -> tag.value(value);
                default -> value.skipChildren();
            }
        });
        if (!tag.key.isEmpty() && tag.text != null) {
            sink.tag(tag.key, tag.truth, Json.cut(tag.text));
        }
    }

    /// Reads tags that storage kept as members of an object, with `@` for the dots of their names.
    static void fields(JsonParser parser, Sink sink) {
        Json.object(parser, (name, value) -> {
            JaegerTags tag = new JaegerTags();
            tag.value(value);
            if (!name.isEmpty() && tag.text != null) {
                sink.tag(name.replace('@', '.'), tag.truth, Json.cut(tag.text));
            }
        });
    }

    private void value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            truth = token == JsonToken.VALUE_TRUE;
            text = parser.getString();
        } else {
            parser.skipChildren();
        }
    }
}
