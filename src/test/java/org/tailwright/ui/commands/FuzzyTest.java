package org.tailwright.ui.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FuzzyTest {
    @Test
    void allLettersMustOccurInOrder() {
        assertEquals(0, Fuzzy.score("xq", "Export report"));
        assertEquals(0, Fuzzy.score("tropxe", "Export"));
        assertTrue(Fuzzy.score("exre", "Export report") > 0);
    }

    @Test
    void beginningsOfWordsBeatLettersInside() {
        assertTrue(Fuzzy.score("er", "Export report") > Fuzzy.score("er", "dataset far"));
        assertTrue(Fuzzy.score("report", "Report") > Fuzzy.score("report", "Export report"));
    }

    @Test
    void nothingTypedFitsEverything() {
        assertTrue(Fuzzy.score("", "anything") > 0);
    }
}
