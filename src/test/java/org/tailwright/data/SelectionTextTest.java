package org.tailwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTextTest {
    private static final long NOON = 1_795_348_800_000_000_000L;

    @Test
    void writesTheOptionsOfTheCommandLine() {
        Selection selection = new Selection(Optional.of(new TimeSpan(NOON, NOON + 1_500_000_000L)), Optional.of(new Selection.Band(100_000_000, Long.MAX_VALUE)),
                List.of(new Selection.Filter("label", "POST /pay"), new Selection.Filter("host", "h1")));
        String text = SelectionText.of(selection);
        assertEquals("--from 2026-11-22T12:00:00Z --to 2026-11-22T12:00:01.500Z --latency 100ms.. --where 'label=POST /pay' --where host=h1", text);
        assertEquals(selection, SelectionText.parse(text));
    }

    @Test
    void everyBoundAndQuoteComesBack() {
        for (Selection each : List.of(Selection.ALL, Selection.ALL.banded(Optional.of(new Selection.Band(0, 1_234_567))),
                Selection.ALL.banded(Optional.of(new Selection.Band(1_001, 2_000_000_000))),
                Selection.ALL.toggled(new Selection.Filter("label", "it's \"50 %\" \\ done")),
                Selection.ALL.within(Optional.of(new TimeSpan(NOON + 1, NOON + 7))))) {
            assertEquals(each, SelectionText.parse(SelectionText.of(each)));
        }
        assertEquals(Long.MAX_VALUE / 2, SelectionText.parse("--from 2026-11-22T12:00:00Z").window().orElseThrow().end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--latency", "--latency 100ms", "--latency 2s..1s", "--latency 1..2", "--where label", "--from noon", "label=x", "--where 'open",
            "--from 2026-11-22T12:00:00Z --to 2026-11-21T12:00:00Z"})
    void saysWhatItDoesNotUnderstand(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> SelectionText.parse(text)).getMessage();
        assertTrue(message != null && message.length() > 10, text);
    }
}
