package org.tailwright.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static final Latest.Watched<Integer> NOBODY = new Latest.Watched<>() {
        @Override
        public void early(Supplier<? extends Integer> soFar) {}

        @Override
        public void progress(long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    @Test
    void onlyWhatIsWorthItIsRemembered() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Kept<String, Integer> kept = new Kept<>(question -> question.startsWith("whole"), (question, _) -> {
            asked.incrementAndGet();
            return question.length();
        });
        assertEquals(5, kept.answer("whole", NOBODY));
        assertEquals(4, kept.answer("part", NOBODY));
        assertEquals(5, kept.answer("whole", NOBODY));
        assertEquals(2, asked.get());
        assertEquals(4, kept.answer("part", NOBODY));
        assertEquals(7, kept.answer("whole 2", NOBODY));
        assertEquals(5, kept.answer("whole", NOBODY));
        assertEquals(5, asked.get());
    }
}
