package org.tailwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// HdrHistogram itself is the reference.
final class BucketsTest {
    private static Histogram drawn(long lowest, int digits, long seed) {
        Histogram histogram = new Histogram(lowest, 1L << 50, digits);
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            histogram.recordValue((long) Math.exp(random.nextDouble() * Math.log(1L << 49)) - 1);
        }
        return histogram;
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "1, 2", "1, 3", "1, 4", "1, 5", "1000, 3", "1024, 2", "1000000, 4", "3, 0"})
    void bucketsAndPercentilesAreTheLibrarys(long lowest, int digits) {
        Histogram histogram = drawn(lowest, digits, 7);
        Buckets buckets = Buckets.of(histogram);
        int i = 0;
        for (HistogramIterationValue each : histogram.recordedValues()) {
            assertEquals(each.getValueIteratedTo(), buckets.high(i));
            assertEquals(histogram.lowestEquivalentValue(each.getValueIteratedTo()), buckets.low(i));
            assertEquals(each.getCountAtValueIteratedTo(), buckets.count(i++));
        }
        assertEquals(i, buckets.size());
        assertEquals(histogram.getTotalCount(), buckets.total());
        assertEquals(histogram.getMaxValue(), buckets.most());
        assertEquals(histogram.getMinNonZeroValue(), buckets.least());
        for (double share : new double[] {0, 1e-9, 0.1, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 0.9999, 1}) {
            assertEquals(histogram.getValueAtPercentile(100 * share), buckets.at(share), "share " + share);
        }
        assertEquals(buckets, Buckets.of(buckets.histogram()));
    }

    @Test
    void sumsAreTheLibrarysInTheWidestBuckets() {
        Histogram fine = drawn(1, 4, 1);
        Histogram coarse = drawn(1, 2, 2);
        Histogram both = coarse.copy();
        both.add(fine);
        assertEquals(Buckets.of(both), Buckets.sum(List.of(Buckets.of(fine), Buckets.of(coarse))));
        assertEquals(0, Buckets.sum(List.of()).total());
    }

    @Test
    void fewerDigitsKeepEveryValueInTheBucketAroundIts() {
        Histogram fine = drawn(1, 5, 3);
        Histogram coarse = new Histogram(1, 1L << 50, 3);
        coarse.add(fine);
        assertEquals(Buckets.of(coarse), Buckets.of(fine, 3));
    }

    @Test
    void aPartKeepsItsCounts() {
        Buckets all = Buckets.of(drawn(1, 3, 4));
        Buckets low = all.only(high -> high < 1_000_000);
        Buckets high = all.only(value -> value >= 1_000_000);
        assertEquals(all, Buckets.sum(List.of(low, high)));
        assertEquals(all.total(), low.total() + high.total());
    }

    @Test
    void contradictionsAreRefused() {
        Buckets.Layout layout = new Buckets.Layout(1, 3);
        assertThrows(IllegalArgumentException.class, () -> Buckets.of(layout, new int[] {2, 2}, new long[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> Buckets.of(layout, new int[] {2}, new long[] {0}));
        assertThrows(IllegalArgumentException.class, () -> new Buckets.Layout(0, 3));
        assertThrows(IllegalArgumentException.class, () -> new Buckets.Layout(Long.MAX_VALUE, 3));
    }
}
