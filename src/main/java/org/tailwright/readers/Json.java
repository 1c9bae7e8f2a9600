package org.tailwright.readers;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Bounded token-by-token reading of JSON, shared by all formats of JSON.
public final class Json {
    /// Deeper nesting than this is refused; real traces need about 12 levels.
    public static final int DEEPEST = 200;
    /// Texts are cut to this many characters.
    public static final int LONGEST = 4096;

    private static final Pattern CHARACTER = Pattern.compile("code (\\d{1,6})\\b");
    private static final Pattern WORD = Pattern.compile("^Unrecognized token '([^']{1,40})");
    private static final Pattern CLOSING = Pattern.compile("^Unexpected close marker '(.)'");

    /// Makes parsers that refuse deep nesting and strings beyond 64 Mi characters.
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(1 << 26).build())
            .build();

    private Json() {}

    /// What to do with each member of an object.
    @FunctionalInterface
    public interface Member {
        /// The parser stands on the member's value and must end on its last token.
        void read(String name, JsonParser parser);
    }

    /// What to do with each element of an array.
    @FunctionalInterface
    public interface Element {
        /// The parser stands on the element's first token and must end on its last.
        void read(JsonParser parser);
    }

    /// Goes through the object on which the parser stands; anything else is skipped.
    public static void object(JsonParser parser, Member member) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member.read(name, parser);
        }
    }

    /// Goes through the array on which the parser stands; anything else is skipped.
    public static void array(JsonParser parser, Element element) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            element.read(parser);
        }
    }

    /// The text of a string, number or truth value; empty for null, objects and arrays, which are skipped.
    public static String scalar(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            parser.skipChildren();
            return "";
        }
        return parser.getString();
    }

    /// A text without what is beyond [#LONGEST] characters.
    public static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /// A whole number written as a number or a string; -1 when it is none or negative.
    public static long whole(String text) {
        try {
            long value = Long.parseLong(text);
            return value < 0 ? -1 : value;
        } catch (NumberFormatException e) {
            return real(text);
        }
    }

    /// Some tools write 64-bit numbers in scientific form.
    private static long real(String text) {
        try {
            double value = Double.parseDouble(text);
            return value >= 0 && value < 0x1p63 ? (long) value : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// What a parser disliked, with line and column where they are known.
    ///
    /// @throws IOException when it was the disk that failed, rather than the text
    public static String mistake(JacksonException mistake) throws IOException {
        if (mistake.getCause() instanceof CharConversionException) {
            return "bytes that are no UTF-8 text";
        }
        if (mistake.getCause() instanceof IOException failure && !(failure instanceof EOFException) && !(failure instanceof ZipException)) {
            throw failure;
        }
        String clause = clause(mistake);
        TokenStreamLocation place = mistake.getLocation();
        return place == null || place.getLineNr() <= 0 ? clause : clause + " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }

    /// The library's kinds of mistakes in our words.
    private static String clause(JacksonException mistake) {
        String message = mistake.getOriginalMessage() == null ? "" : mistake.getOriginalMessage();
        return switch (mistake) {
            case StreamConstraintsException _ -> bound(message);
            default -> cutOff(mistake) ? "the text ends in the middle of a value" : odd(message);
        };
    }

    /// Whether a parser disliked nothing but that the text ends too early.
    public static boolean cutOff(JacksonException mistake) {
        String message = mistake.getOriginalMessage();
        return mistake instanceof UnexpectedEndOfInputException || message != null && message.startsWith("Unexpected end-of-input");
    }

    /// Which bound was passed; the library tells only in words.
    private static String bound(String message) {
        if (message.contains("nesting")) {
            return "values are nested deeper than " + DEEPEST + " levels";
        }
        return message.startsWith("Number") ? "a number has too many digits" : message.startsWith("Name") ? "a name is too long" : "a text is too long";
    }

    private static String odd(String message) {
        Matcher character = CHARACTER.matcher(message);
        if (character.find()) {
            int code = Integer.parseInt(character.group(1));
            return code < ' ' || code == 0x7f ? "unexpected control character " + code : "unexpected character '" + Character.toString(code) + "'";
        }
        Matcher word = WORD.matcher(message);
        if (word.find()) {
            return "unexpected word '" + word.group(1) + "'";
        }
        Matcher closing = CLOSING.matcher(message);
        if (closing.find()) {
            return "unexpected character '" + closing.group(1) + "'";
        }
        return message.contains("UTF-8") ? "bytes that are no UTF-8 text" : "no valid JSON";
    }
}
