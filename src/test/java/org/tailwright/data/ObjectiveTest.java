package org.tailwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "p99", "p99<250", "p0<1s", "p101<1s", "fast", "errors<many", "p99<250ms where label"})
    void refusesInASentence(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Objective.parse(text));
        assertTrue(refused.getMessage().length() > 20, refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"250ms, 250000000", "1.5 s, 1500000000", "20 µs, 20000", "7ns, 7", "2 min, 120000000000", "1h, 3600000000000"})
    void durationsWithUnits(String text, long nanos) {
        assertEquals(OptionalLong.of(nanos), Durations.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"250", "ms", "-1ms", "1 parsec", "1e3ms"})
    void durationsNeedAUnitAndADecimalNumber(String text) {
        assertEquals(OptionalLong.empty(), Durations.parse(text));
    }
}
