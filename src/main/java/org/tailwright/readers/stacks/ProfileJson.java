package org.tailwright.readers.stacks;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import org.tailwright.readers.Json;

/// What reading profiles in JSON needs besides [Json].
public final class ProfileJson {
    /// Call trees written as nested objects take two levels a frame.
    private static final int DEEPEST = 40_000;

    /// Parsers for trees of frames. They must be read without recursion.
    public static final JsonFactory DEEP = Json.FACTORY.rebuild()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(1 << 26).build()).build();

    private ProfileJson() {}

    /// The number on which the parser stands, also one written as text; NaN for anything else, which is skipped.
    public static double number(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return parse(parser.getString());
        }
        if (token == JsonToken.VALUE_TRUE) {
            return 1;
        }
        if (token == JsonToken.VALUE_FALSE) {
            return 0;
        }
        if (token == JsonToken.VALUE_STRING && parser.getStringLength() < 40) {
            return parse(parser.getString());
        }
        parser.skipChildren();
        return Double.NaN;
    }

    private static double parse(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// The whole number on which the parser stands, `absent` for anything else.
    public static long whole(JsonParser parser, long absent) {
        double value = number(parser);
        return Double.isNaN(value) || Math.abs(value) > 0x1p62 ? absent : (long) value;
    }

    /// All numbers of the array on which the parser stands.
    public static Reals numbers(JsonParser parser) {
        Reals numbers = new Reals();
        Json.array(parser, each -> numbers.add(number(each)));
        return numbers;
    }
}
