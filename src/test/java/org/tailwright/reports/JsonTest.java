package org.tailwright.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JsonTest {
    enum Mood { VERY_GOOD }

    record Part(double value, @Nullable Double none, Mood mood, Optional<String> maybe, double[] all, List<Integer> list) {}

    @Test
    void recordsBecomeObjectsInOrder() {
        String text = Json.text(new Part(1.5, null, Mood.VERY_GOOD, Optional.empty(), new double[] {1, Double.NaN, 2.5e-7}, List.of(3)));
        assertEquals("{\"value\":1.5,\"none\":null,\"mood\":\"very-good\",\"maybe\":null,\"all\":[1,null,2.5E-7],\"list\":[3]}", text.replaceAll("\\s", ""));
    }

    @Test
    void wholeNumbersStayWhole() {
        assertEquals("[ 182000000, 9007199254740993, null ]\n", Json.text(Arrays.asList(182e6, 9007199254740993L, Double.POSITIVE_INFINITY)));
    }
}
