package org.tailwright.readers.jaeger;

import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Json;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads tags: `{"key": …, "type": …, "value": …}`.
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
                case "value" -> tag.value(value);
                default -> value.skipChildren();
            }
        });
        if (!tag.key.isEmpty() && tag.text != null) {
            sink.tag(tag.key, tag.truth, Json.cut(tag.text));
        }
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
