package org.tailwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Analysis;
import org.tailwright.catalog.Analyses;

final class ManualsTest {
    @Test
    void theManualNamesEveryCommandAndAnalysis() {
        Ran ran = Ran.of("manual");
        assertEquals(Exit.FINE, ran.code(), ran.err());
        for (String each : Usage.TEXT.lines().filter(line -> line.startsWith("tailwright ") && !line.contains("[FILE…]  ") && !line.contains(" run "))
                .map(line -> line.split(" ")[1]).toList()) {
            assertTrue(ran.out().contains(".SS " + each + "\n"), each);
        }
        for (Analysis<?, ?> each : Analyses.ALL) {
            assertTrue(ran.out().contains(".SS " + each.id().replace("-", "\\-") + "\n"), each.id());
        }
        assertTrue(ran.out().lines().noneMatch(line -> line.startsWith("'")), "a line begins with a quote, which roff takes for a command");
    }

    @Test
    void theCompletionKnowsTheAnalyses() {
        String script = Ran.of("completion").out();
        assertTrue(Analyses.ALL.stream().allMatch(each -> script.contains(each.id())), script);
        assertTrue(script.contains("--objective") && script.contains("complete"), "options are missing");
    }
}
