package org.tailwright.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.work.Seeds;

final class SortingTest {
    /// From a microsecond over 104 days, where a key and a row number no longer fit one `long`, to all that there is.
    @ParameterizedTest
    @ValueSource(longs = {3, 1_000, 1L << 40, 1L << 53, 1L << 60, Long.MAX_VALUE})
    void rowsAreOrderedByKeyAndEqualOnesByRow(long spread) {
        RandomGenerator random = Seeds.stream(7, "keys", 0);
        long[] keys = IntStream.range(0, 5000).mapToLong(i -> i % 10 == 0 ? 1 : random.nextLong(spread) - (i % 3 == 0 ? spread / 2 : 0)).toArray();
        int[] due = IntStream.range(0, keys.length).boxed().sorted(Comparator.comparingLong(i -> keys[i])).mapToInt(Integer::intValue).toArray();
        assertArrayEquals(due, Sorting.order(keys.length, i -> keys[i]), Arrays.toString(Arrays.copyOf(keys, 5)));
    }
}
