package org.tailwright.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.LongAt;
import org.tailwright.data.SizeClasses;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Sorts millions of numbers on all cores: one pass counts them by their leading bits (2,048 buckets for each doubling), one scatters
/// them into their buckets, then each bucket is sorted alone. 5 million durations take about a quarter of a second on two cores.
public final class Sorting {
    private static final int BITS = 11;
    private static final int KEYS = (64 - BITS) << BITS;
    private static final int SMALL = 1 << 14;
    private static final int INDEX_BITS = 31;

    private Sorting() {}

    /// A bucket that never falls as `value`, at least 0, grows.
    static int key(long value) {
        return SizeClasses.key(value);
    }

    /// The smallest number, to be subtracted before [#key]: 0 when none is negative.
    private static long offset(long[] values) {
        long least = 0;
        for (long value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    /// A sorted copy.
    static long[] sorted(long[] values, Work work) {
        if (values.length < SMALL) {
            long[] copy = values.clone();
            Arrays.sort(copy);
            return copy;
        }
        long offset = offset(values);
        int[][] starts = starts(counts(values, offset, work));
        long[] out = new long[values.length];
        int parts = starts.length - 1;
        Pool.map(parts, work, part -> scatter(values, offset, part, parts, starts[part].clone(), out));
        sortBuckets(out, starts[0], work);
        return out;
    }

    private static boolean scatter(long[] values, long offset, int part, int parts, int[] next, long[] out) {
        int to = cut(values.length, part + 1, parts);
        for (int i = cut(values.length, part, parts); i < to; i++) {
            out[next[key(values[i] - offset)]++] = values[i];
        }
        return true;
    }

    private static int cut(int size, int part, int parts) {
        return (int) ((long) size * part / parts);
    }

    /// Counts by key of each part.
    private static List<int[]> counts(long[] values, long offset, Work work) {
        int parts = Pool.cores();
        return Pool.<int[]>map(parts, work, part -> {
            int[] counts = new int[KEYS];
            int to = cut(values.length, part + 1, parts);
            for (int i = cut(values.length, part, parts); i < to; i++) {
                counts[key(values[i] - offset)]++;
            }
            return counts;
        });
    }

    /// Where each part writes the values of each key; the last row, which only ends buckets, has one number for each key.
    private static int[][] starts(List<int[]> counts) {
        int parts = counts.size();
        int[][] starts = new int[parts + 1][KEYS];
        int next = 0;
        for (int key = 0; key < KEYS; key++) {
            for (int part = 0; part < parts; part++) {
                starts[part][key] = next;
                next += counts.get(part)[key];
            }
            starts[parts][key] = next;
        }
        return starts;
    }

    private static void sortBuckets(long[] out, int[] starts, Work work) {
        int parts = 8 * Pool.cores();
        Pool.map(parts, work, part -> {
            int low = cut(out.length, part, parts);
            int high = cut(out.length, part + 1, parts);
            int first = Arrays.binarySearch(starts, low);
            int key = first < 0 ? -first - 1 : first;
            while (key > 0 && first >= 0 && starts[key - 1] == low) {
                key--;
            }
            for (; key < KEYS && starts[key] < high; key++) {
                int end = key + 1 < KEYS ? starts[key + 1] : out.length;
                if (end - starts[key] > 1) {
                    Arrays.sort(out, starts[key], end);
                }
            }
            return true;
        });
    }

    /// The values of `ranks` (1 for the smallest), without sorting all.
    static long[] select(long[] values, int[] ranks, Work work) {
        if (values.length < SMALL) {
            long[] sorted = sorted(values, work);
            return Arrays.stream(ranks).mapToLong(rank -> sorted[rank - 1]).toArray();
        }
        long offset = offset(values);
        int[] ends = ends(counts(values, offset, work));
        int[] wanted = Arrays.stream(ranks).map(rank -> bucket(ends, rank)).distinct().toArray();
        long[][] members = gather(values, offset, wanted, ends, work);
        return Arrays.stream(ranks).mapToLong(rank -> {
            int key = bucket(ends, rank);
            long[] found = members[indexOf(wanted, key)];
            return found[rank - 1 - (key == 0 ? 0 : ends[key - 1])];
        }).toArray();
    }

    private static int indexOf(int[] keys, int key) {
        int i = 0;
        while (keys[i] != key) {
            i++;
        }
        return i;
    }

    private static int[] ends(List<int[]> counts) {
        int[] ends = new int[KEYS];
        int sum = 0;
        for (int key = 0; key < KEYS; key++) {
            for (int[] part : counts) {
                sum += part[key];
            }
            ends[key] = sum;
        }
        return ends;
    }

    /// The key whose bucket holds the value of a rank.
    private static int bucket(int[] ends, int rank) {
        int low = 0;
        int high = KEYS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// The sorted values of each wanted bucket.
    private static long[][] gather(long[] values, long offset, int[] wanted, int[] ends, Work work) {
        byte[] slot = new byte[KEYS];
        boolean narrow = wanted.length < Byte.MAX_VALUE;
        long[][] members = new long[wanted.length][];
        int[] size = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            members[i] = new long[ends[wanted[i]] - (wanted[i] == 0 ? 0 : ends[wanted[i] - 1])];
            slot[wanted[i]] = (byte) (narrow ? i + 1 : 1);
        }
        for (long value : values) {
            int key = key(value - offset);
            if (slot[key] != 0) {
                int i = narrow ? slot[key] - 1 : indexOf(wanted, key);
                members[i][size[i]++] = value;
            }
        }
        Pool.map(members.length, work, i -> {
            Arrays.sort(members[i]);
            return true;
        });
        return members;
    }

    /// Row numbers in ascending order of `keys`, equal keys in row order; `null` stands for "already in order".
    public static int @Nullable [] order(int n, LongAt keys) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        boolean ascending = true;
        long before = Long.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            long key = keys.at(i);
            ascending &= key >= before;
            before = key;
            least = Math.min(least, key);
            most = Math.max(most, key);
        }
        return ascending ? null : spread(n, keys, least, most);
    }

    /// For keys that spread too widely to stand in one `long` with a row number.
    private static int[] compared(int n, LongAt keys) {
        return IntStream.range(0, n).boxed().sorted(Comparator.comparingLong(keys::at)).mapToInt(Integer::intValue).toArray();
    }

    /// Distributes rows to buckets of equal width, then sorts each bucket by the rest of the key and the row number in one `long`.
    private static int[] spread(int n, LongAt keys, long least, long most) {
        int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(most - least) - 21);
        if (shift > 63 - INDEX_BITS) {
            return compared(n, keys); // nanoseconds over more than 104 days
        }
        int[] starts = new int[(int) (most - least >>> shift) + 2];
        for (int i = 0; i < n; i++) {
            starts[(int) (keys.at(i) - least >>> shift) + 1]++;
        }
        for (int b = 1; b < starts.length; b++) {
            starts[b] += starts[b - 1];
        }
        long[] packed = new long[n];
        int[] next = starts.clone();
        long rest = (1L << shift) - 1;
        for (int i = 0; i < n; i++) {
            long key = keys.at(i) - least;
            packed[next[(int) (key >>> shift)]++] = (key & rest) << INDEX_BITS | i;
        }
        int[] order = new int[n];
        for (int b = 0; b + 1 < starts.length; b++) {
            if (starts[b + 1] - starts[b] > 1) {
                Arrays.sort(packed, starts[b], starts[b + 1]);
            }
        }
        for (int i = 0; i < n; i++) {
            order[i] = (int) (packed[i] & (1L << INDEX_BITS) - 1);
        }
        return order;
    }
}
