package org.tailwright.analyses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {
    private enum Kind { LEAST_SQUARES, ROBUST }

    private record Params(long bins, double level, Kind kind, long limit) {}

    private static final Field<Long> BINS = Field.integer("bins", "number of bins", 60, 1, 1000);
    private static final Field<Double> LEVEL = Field.number("level", "confidence level", 0.95, 0.5, 0.999);
    private static final Field<Kind> KIND = Field.choice("kind", "how to fit", Kind.LEAST_SQUARES);
    private static final Field<Long> LIMIT = Field.duration("limit", "the objective", "250ms");
    private static final Form<Params> FORM = new Form<>(List.of(BINS, LEVEL, KIND, LIMIT),
            values -> new Params(values.get(BINS), values.get(LEVEL), values.get(KIND), values.get(LIMIT)));

    @Test
    void defaultsAndTypedValues() {
        assertEquals(new Params(60, 0.95, Kind.LEAST_SQUARES, 250_000_000), FORM.defaults());
        assertEquals(new Params(7, 0.9, Kind.ROBUST, 1_000_000_000),
                FORM.parse(Map.of("bins", "7", "level", "0.9", "kind", "robust", "limit", "1s")));
        assertEquals(List.of("least-squares", "robust"), KIND.choices());
    }

    @Test
    void mistakesAreSentencesThatNameTheOption() {
        for (Map<String, String> wrong : List.of(Map.of("bins", "0"), Map.of("bins", "1.5"), Map.of("level", "x"), Map.of("kind", "other"),
                Map.of("limit", "250"), Map.of("nothing", "1"))) {
            String message = assertThrows(IllegalArgumentException.class, () -> FORM.parse(wrong)).getMessage();
            assertTrue(message.contains("--" + wrong.keySet().iterator().next()), message);
        }
    }
}
