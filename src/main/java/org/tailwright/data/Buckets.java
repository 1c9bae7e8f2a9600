package org.tailwright.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/// How many values stand in each bucket of an HdrHistogram. Only buckets that hold any are kept: the log of a day has a hundred thousand nearly empty histograms.
/// Buckets count from 0 up to [#size], ascending.
public final class Buckets {
    /// Where the buckets lie, as HdrHistogram has them for the same two numbers.
    ///
    /// @param lowest the smallest value told from zero
    /// @param digits significant digits, 0 to 5
    public record Layout(long lowest, int digits) {
        /// The wider the buckets, the later in this order.
        static final Comparator<Layout> BY_WIDTH = Comparator.comparingLong(Layout::lowest).thenComparing(Comparator.comparingInt(Layout::digits).reversed());

        public Layout {
            if (lowest < 1 || digits < 0 || digits > 5 || unit(lowest) + half(digits) > 61) {
                throw new IllegalArgumentException("no histogram has a lowest value of " + lowest + " and " + digits + " digits");
            }
        }

        /// The binary logarithm of the smallest width.
        private static int unit(long lowest) {
            return 63 - Long.numberOfLeadingZeros(lowest);
        }

        /// The binary logarithm of how many buckets have the same width; the narrowest are twice as many.
        private static int half(int digits) {
            return 63 - Long.numberOfLeadingZeros(2 * Math.round(Math.pow(10, digits)) - 1);
        }

        /// The place of the bucket of a value, from 0.
        public int place(long value) {
            int half = half(digits);
            int unit = unit(lowest);
            int doubled = 63 - unit - half - Long.numberOfLeadingZeros(value | ((2L << half) - 1) << unit);
            return (doubled << half) + (int) (value >>> doubled + unit);
        }

        /// The smallest value of the bucket at a place.
        public long low(int place) {
            return (long) (place - (doubled(place) << half(digits))) << doubled(place) + unit(lowest);
        }

        /// The largest value of the bucket at a place.
        public long high(int place) {
            return low(place) + (1L << doubled(place) + unit(lowest)) - 1;
        }

        private int doubled(int place) {
            return Math.max(0, (place >> half(digits)) - 1);
        }
    }

    /// Collects counts in order of their places; used once.
    public static final class Builder {
        private static final int FIRST = 64;

        private final Layout layout;
        private int[] places = new int[FIRST];
        private long[] counts = new long[FIRST];
        private int size;

        public Builder(Layout layout) {
            this.layout = layout;
        }

        /// Adds values in the bucket at a place, which is that of the values before or a later one.
        public void add(int place, long count) {
            if (size > 0 && places[size - 1] == place) {
                counts[size - 1] += count;
                return;
            }
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            places[size] = place;
            counts[size++] = count;
        }

        /// The buckets; the builder is spent.
        ///
        /// @throws IllegalArgumentException when places did not ascend or a count is not positive
        public Buckets build() {
            return new Buckets(layout, Arrays.copyOf(places, size), Arrays.copyOf(counts, size));
        }
    }

    private final Layout layout;
    private final int[] places;
    private final long[] counts;
    private final long total;

    private Buckets(Layout layout, int[] places, long[] counts) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0 || i > 0 && places[i] <= places[i - 1] || counts[i] <= 0) {
                throw new IllegalArgumentException("places of buckets ascend and counts are positive");
            }
        }
        this.layout = layout;
        this.places = places;
        this.counts = counts;
        this.total = LongStream.of(counts).sum();
    }

    /// Buckets at these places.
    ///
    /// @throws IllegalArgumentException when places do not ascend or a count is not positive
    public static Buckets of(Layout layout, int[] places, long[] counts) {
        return new Buckets(layout, places.clone(), counts.clone());
    }

    /// The values of a histogram.
    public static Buckets of(Histogram histogram) {
        return of(histogram, histogram.getNumberOfSignificantValueDigits());
    }

    /// The same with fewer digits.
    ///
    /// @throws IllegalArgumentException when the histogram contradicts itself
    public static Buckets of(Histogram histogram, int digits) {
        Layout layout = new Layout(histogram.getLowestDiscernibleValue(), digits);
        Builder builder = new Builder(layout);
        for (HistogramIterationValue each : histogram.recordedValues()) {
            builder.add(layout.place(each.getValueIteratedTo()), each.getCountAtValueIteratedTo());
        }
        Buckets all = builder.build();
        if (all.total != histogram.getTotalCount()) {
            throw new IllegalArgumentException("the counts do not add up");
        }
        return all;
    }

    /// All values together, in the widest buckets of all: in narrower ones counts would stand at the lower end of where they may be. With three digits where there is nothing.
    static Buckets sum(Collection<Buckets> all) {
        Layout widest = all.stream().map(Buckets::layout).max(Layout.BY_WIDTH).orElse(new Layout(1, 3));
        int most = all.stream().filter(each -> each.size() > 0).mapToInt(each -> widest.place(each.low(each.size() - 1))).max().orElse(-1);
        long[] sum = new long[most + 1];
        for (Buckets each : all) {
            for (int i = 0; i < each.size(); i++) {
                sum[each.layout.equals(widest) ? each.places[i] : widest.place(each.low(i))] += each.counts[i];
            }
        }
        int n = (int) LongStream.of(sum).filter(count -> count > 0).count();
        int[] places = new int[n];
        long[] counts = new long[n];
        for (int place = 0, i = 0; i < n; place++) {
            if (sum[place] > 0) {
                places[i] = place;
                counts[i++] = sum[place];
            }
        }
        return new Buckets(widest, places, counts);
    }

    public Layout layout() {
        return layout;
    }

    /// How many buckets hold values.
    public int size() {
        return places.length;
    }

    /// The place of a bucket in the layout.
    public int place(int bucket) {
        return places[bucket];
    }

    /// The smallest value of a bucket.
    public long low(int bucket) {
        return layout.low(places[bucket]);
    }

    /// The largest value of a bucket, by which it is known.
    public long high(int bucket) {
        return layout.high(places[bucket]);
    }

    /// How many values a bucket holds.
    public long count(int bucket) {
        return counts[bucket];
    }

    /// How many values there are.
    public long total() {
        return total;
    }

    /// The upper end of the highest bucket; 0 without values.
    public long most() {
        return places.length == 0 ? 0 : high(places.length - 1);
    }

    /// The lower end of the lowest bucket above that of zero; 1 without one.
    public long least() {
        int first = places.length > 0 && places[0] == 0 ? 1 : 0;
        return first < places.length ? low(first) : 1;
    }

    /// The upper end of the bucket that holds the value of rank ceil(np), as HdrHistogram computes it; 0 without values.
    ///
    /// @param share p, from 0 to 1; for 0 the lower end of the lowest bucket
    public long at(double share) {
        long rank = Math.max(1, (long) Math.ceil(Math.clamp(Math.nextDown(100 * share), 0, 100) * total / 100));
        long reached = 0;
        for (int i = 0; i < places.length; i++) {
            reached += counts[i];
            if (reached >= rank) {
                return share == 0 ? low(i) : high(i);
            }
        }
        return most();
    }

    /// Only the buckets whose largest value is as asked.
    Buckets only(LongPredicate high) {
        int[] places = Arrays.stream(this.places).filter(place -> high.test(layout.high(place))).toArray();
        return new Buckets(layout, places, Arrays.stream(places).mapToLong(place -> counts[Arrays.binarySearch(this.places, place)]).toArray());
    }

    /// The same values in a histogram of the library, made anew.
    public Histogram histogram() {
        Histogram made = new Histogram(layout.lowest, Math.max(2 * layout.lowest, most()), layout.digits);
        for (int i = 0; i < places.length; i++) {
            made.recordValueWithCount(high(i), counts[i]);
        }
        return made;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Buckets that && layout.equals(that.layout) && Arrays.equals(places, that.places) && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(places) + Arrays.hashCode(counts);
    }
}
