package org.tailwright.simulation.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.work.Seeds;

class FormulaTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 + 2 * 3 | 7", "(1 + 2) * 3 | 9", "2 ^ 3 ^ 2 | 512", "-2 ^ 2 | -4", "2 ^ -1 | 0.5", "10 - 4 - 3 | 3", "100 / 10 / 5 | 2", "2 * -3 | -6", "--2 | 2",
        "min(3, 1, 2) | 1", "max(3, 1, 2) | 3", "log(exp(2)) | 2", "sqrt(x) + abs(-y) | 8", "ceil(2.1) + floor(2.9) | 5", "20ms * 1e3 | 20", "3% * 100 | 3", "1.5e-1 + .5 | 0.65", "x * y | 15",
        "2e3 | 2000", "1min | 60"})
    void values(String text, double expected) {
        assertEquals(expected, Formula.parse("r = " + text, List.of("x", "y")).getFirst().of(new double[] {9, 5.0 / 3 * (text.contains("*") ? 1 : 3), 0}), 1e-12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a = 1 + | character 8: expected a number, a name or '(', found the end", "a = (1 | character 7: expected ')', found the end", "a = 1) | character 6: there is no '('",
        "a = x y | character 7: expected an operator, found 'y'", "a = 2 * z | character 9: there is no 'z'; there are x, y", "a = tan(x) | character 5: there is no function 'tan'",
        "a = min(x) | character 5: min takes two or more terms, not 1", "a = sqrt(x, y) | character 5: sqrt takes one term", "a = 3kg | character 5: '3kg' is no number", "a = 1.2.3 | 1.2.3' is no number",
        "a = x; b = c | character 12: there is no 'c'; there are x, y, a", "x = 1 | is there twice", "log = 1 | is a function", "2a = 1 | is no name", "a = x # y | found '#'", "a = | found the end", "; | no formula",
        "a = 1 + 𝕏 | found '𝕏'"})
    void mistakesAreTold(String text, String words) {
        String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Formula.parse(text, List.of("x", "y"))).getMessage());
        assertTrue(said.contains(words), said);
    }

    @Test
    void lengthAndNestingAreBounded() {
        assertTrue(wrong("a = " + "(".repeat(2000) + "1" + ")".repeat(1990)).contains("nested"));
        assertTrue(wrong("a = " + "-".repeat(3000) + "1").contains("nested"));
        assertTrue(wrong("a = " + "2^".repeat(1500) + "1").contains("nested"));
        assertTrue(wrong("a = " + "1+".repeat(3000) + "1").contains("4000 characters"));
        assertTrue(wrong("a=1;b=1;c=1;d=1;e=1;f=1;g=1;h=1;i=1").contains("at most 8"));
        assertEquals(1000, Formula.parse("a = " + "1+".repeat(999) + "1", List.of()).getFirst().of(new double[1]));
    }

    /// Whatever is typed, the answer is a formula or a sentence.
    @Test
    void anythingElseIsRefusedInASentence() {
        RandomGenerator random = Seeds.stream(1, "formulas", 0);
        String letters = "xy()+-*/^,.0129e%m s=;min\u00e9";
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(12);
            for (int k = 0; k < length; k++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                read += Formula.parse(text.toString(), List.of("x", "y")).size();
            } catch (IllegalArgumentException e) {
                assertTrue(String.valueOf(e.getMessage()).length() > 10, text.toString());
            }
        }
        assertTrue(read > 50, "only " + read + " were formulas");
    }

    private static String wrong(String text) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Formula.parse(text, List.of())).getMessage());
    }
}
