package org.tailwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRangeTest {
    @ParameterizedTest
    @CsvSource({"512..2048, 512, true", "512..2048, 2048, false", "512..2048, 511.9, false", "..0.5, -7, true", "..0.5, 0.5, false", "1e3.., 1000, true", "5, 5, true", "5, 5.1, false",
            "-3..-1, -2, true", ".., 0, true"})
    void anEndBelongsToTheRangeThatBeginsWithIt(String text, double value, boolean inside) {
        assertEquals(inside, NumberRange.parse(text).orElseThrow().contains(value));
        assertEquals(NumberRange.parse(text), NumberRange.parse(NumberRange.parse(text).orElseThrow().text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "1..2..3", "12ms"})
    void otherTextsAreNone(String text) {
        assertTrue(NumberRange.parse(text).isEmpty());
    }

    @Test
    void nothingIsInsideWithoutANumber() {
        assertFalse(NumberRange.single(5).contains(Double.NaN));
    }
}
