package org.tailwright.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolTest {
    @Test
    void answersComeInOrderAlsoWhenNested() {
        List<Integer> sums = Pool.map(20, Work.NONE, i -> Pool.map(5, Work.NONE, j -> i * j).stream().mapToInt(Integer::intValue).sum());
        assertEquals(IntStream.range(0, 20).map(i -> 10 * i).boxed().toList(), sums);
    }

    @Test
    void aFailureIsTheCallersException() {
        IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> Pool.map(8, Work.NONE, i -> {
            if (i == 5) {
                throw new IllegalStateException("five");
            }
            return i;
        }));
        assertEquals("five", thrown.getMessage());
    }

    @Test
    void cancelledWorkStops() {
        Work cancelled = new Work() {
            @Override
            public void progress(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> Pool.map(8, cancelled, i -> i));
    }

    @Test
    void streamsDependOnSeedPurposeAndNumberOnly() {
        assertEquals(Seeds.stream(1, "a", 2).nextLong(), Seeds.stream(1, "a", 2).nextLong());
        long first = Seeds.stream(1, "a", 2).nextLong();
        assertNotEquals(first, Seeds.stream(2, "a", 2).nextLong());
        assertNotEquals(first, Seeds.stream(1, "b", 2).nextLong());
        assertNotEquals(first, Seeds.stream(1, "a", 3).nextLong());
    }
}
