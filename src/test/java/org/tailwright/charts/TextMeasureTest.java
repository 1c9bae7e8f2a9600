package org.tailwright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextMeasureTest {
    private static final TextMeasure MEASURE = TextMeasure.bundled();

    @Test
    void digitsHaveOneWidth() {
        for (Weight weight : Weight.values()) {
            double zero = MEASURE.width("0", 13, weight);
            for (char digit = '1'; digit <= '9'; digit++) {
                assertEquals(zero, MEASURE.width(String.valueOf(digit), 13, weight), 1e-9);
            }
            assertEquals(7 * zero, MEASURE.width("1234567", 13, weight), 1e-9);
        }
        assertTrue(MEASURE.width("mmm", 13, Weight.SEMIBOLD) > MEASURE.width("mmm", 13, Weight.REGULAR));
        assertTrue(MEASURE.width("i", 13, Weight.REGULAR) < MEASURE.width("m", 13, Weight.REGULAR));
    }

    @Test
    void longTextIsShortenedToFit() {
        TextStyle style = TextStyle.of(11, Role.TEXT);
        assertEquals("short", MEASURE.fit("short", 100, style));
        String fitting = MEASURE.fit("a text that does not fit", 60, style);
        assertTrue(fitting.endsWith("…") && MEASURE.width(fitting, style) <= 60, fitting);
        assertEquals("", MEASURE.fit("wide", 3, style));
    }

    /// Both files are small TrueType fonts (version 1.0, "glyf" outlines) that do not carry the name of the font they come from.
    @Test
    void theFontFilesAreTrueTypeAndSmall() {
        for (Weight weight : Weight.values()) {
            byte[] file = Fonts.file(weight);
            assertTrue(file.length > 20_000 && file.length < 120_000, weight + " " + file.length);
            assertEquals(0x00010000, ByteBuffer.wrap(file).getInt());
            assertTrue(new String(file, StandardCharsets.UTF_16BE).contains("Tailwright Sans")
                    || new String(file, 1, file.length - 1, StandardCharsets.UTF_16BE).contains("Tailwright Sans"));
        }
    }
}
