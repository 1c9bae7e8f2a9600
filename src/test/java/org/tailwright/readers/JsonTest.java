package org.tailwright.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// Mistakes are told in our words, with their place.
class JsonTest {
    private static JacksonException mistake(byte[] json) {
        return assertThrows(JacksonException.class, () -> {
            try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), json)) {
                while (parser.nextToken() != null) {
                    parser.finishToken();
                }
            }
        });
    }

    private static String words(String json) throws IOException {
        return Json.mistake(mistake(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', value = {"[1,x]~unexpected word 'x' (line 1, column 4)", "[1}~unexpected character '}' (line 1, column 3)",
        "{\"a\"~the text ends in the middle of a value", "[1,~the text ends in the middle of a value", "{\"a\":\"b~the text ends in the middle of a value",
        "{1:2}~unexpected character '1' (line 1, column 2)", "[01]~no valid JSON"})
    void inOurWords(String json, String words) throws IOException {
        assertTrue(words(json).startsWith(words), words(json));
    }

    @Test
    void boundsAreNamed() throws IOException {
        assertEquals("values are nested deeper than 200 levels", words("[".repeat(300)));
        assertTrue(words("[" + "1".repeat(5000) + "]").startsWith("a number has too many digits"));
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        assertTrue(Json.mistake(mistake(new byte[] {'[', '"', (byte) 0xff, '"', ']'})).startsWith("bytes that are no UTF-8 text"));
        assertTrue(words("[\u0001]").startsWith("unexpected control character 1"), words("[\u0001]"));
    }

    @Test
    void cutIsToldFromDamaged() {
        assertTrue(Json.cutOff(mistake("[1,".getBytes(StandardCharsets.UTF_8))));
        assertFalse(Json.cutOff(mistake("[1}".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aFailingDiskIsNoMistakeOfTheText() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };
        JacksonException failure = assertThrows(JacksonException.class, () -> {
            try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), broken)) {
                parser.nextToken();
            }
        });
        assertEquals("disk", assertThrows(IOException.class, () -> Json.mistake(failure)).getMessage());
    }
}
