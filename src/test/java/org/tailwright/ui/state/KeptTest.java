package org.tailwright.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tailwright.work.Work;

class KeptTest {
    @Test
    void onlyWhatIsWorthItIsRemembered() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Kept<String, Integer> kept = new Kept<>(question -> question.startsWith("whole"), (question, _) -> {
            asked.incrementAndGet();
            return question.length();
        });
        assertEquals(5, kept.answer("whole", Work.NONE));
        assertEquals(4, kept.answer("part", Work.NONE));
        assertEquals(5, kept.answer("whole", Work.NONE));
        assertEquals(2, asked.get());
        assertEquals(4, kept.answer("part", Work.NONE));
        assertEquals(7, kept.answer("whole 2", Work.NONE));
        assertEquals(5, kept.answer("whole", Work.NONE));
        assertEquals(5, asked.get());
    }
}
