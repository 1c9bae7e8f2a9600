package org.tailwright.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/// Interval histograms, with tags where the source has them.
///
/// @param intervals in file order; those of different tags may speak of the same requests and are never added up unless `disjoint`
/// @param nanosPerUnit what one unit of a histogram's value is in nanoseconds (1 for nanoseconds, 1000 for microseconds)
/// @param disjoint whether no request is counted under two tags
public record Histograms(Origin origin, List<Interval> intervals, double nanosPerUnit, boolean disjoint) implements Dataset {
    /// What the values of an interval do not show.
    ///
    /// @param above how many of the values are only known to be larger than the one they stand at, the highest edge of all buckets
    /// @param failed requests that failed; -1 where the source does not say
    /// @param unanswered those of them that had no answer, so that their times are not among the values
    public record Fate(long above, long failed, long unanswered) {
        /// Nothing is told.
        public static final Fate UNTOLD = new Fate(0, -1, 0);

        /// Of two intervals together; how many failed is told when both tell it.
        Fate plus(Fate other) {
            return new Fate(above + other.above, failed < 0 || other.failed < 0 ? -1 : failed + other.failed, unanswered + other.unanswered);
        }
    }

    /// One interval.
    ///
    /// @param span time covered; empty when the source has no times (a percentile file)
    /// @param tag empty when there is none
    /// @param buckets its values; empty when percentiles were printed without saying of how many values
    /// @param exactMax exact maximum in the histogram's own unit, NaN where only the bucket is known
    /// @param percentilesOnly rebuilt from printed percentiles or bucket edges: gaps between them are unknown
    /// @param printed the percentiles, where these were printed; only they may be told, and such intervals are never put together
    /// @param fate what the values do not show
    public record Interval(Optional<TimeSpan> span, String tag, Buckets buckets, double exactMax, boolean percentilesOnly,
            Optional<Printed> printed, Fate fate) {
        public Interval {
            if (printed.isPresent() && !percentilesOnly) {
                throw new IllegalArgumentException("printed percentiles are percentiles only");
            }
        }

        /// An interval whose values were counted, exactly or in buckets.
        public Interval(Optional<TimeSpan> span, String tag, Histogram histogram, double exactMax, boolean percentilesOnly) {
            this(span, tag, Buckets.of(histogram), exactMax, percentilesOnly, Optional.empty(), Fate.UNTOLD);
        }

        /// This interval, of which more is known than its values.
        public Interval with(Fate known) {
            return new Interval(span, tag, buckets, exactMax, percentilesOnly, printed, known);
        }

        /// Its values inside a band, by the upper ends of their buckets. Which of them failed is not known then.
        Interval within(Selection.Band band, double nanosPerUnit) {
            Buckets inside = buckets.only(high -> band.contains(Math.round(high * nanosPerUnit)));
            double max = band.contains(Math.round(exactMax * nanosPerUnit)) ? exactMax : Double.NaN;
            return new Interval(span, tag, inside, max, percentilesOnly, Optional.empty(), Fate.UNTOLD);
        }

        /// How many values, where known.
        public OptionalLong count() {
            return printed.isPresent() && buckets.total() == 0 ? OptionalLong.empty() : OptionalLong.of(buckets.total());
        }

        /// A percentile in the histogram's unit: the upper end of the bucket that holds the value of rank ceil(np), or what was printed; nothing
        /// when there are no values or the source does not hold this percentile.
        ///
        /// @param share from 0 to 1
        public OptionalDouble at(double share) {
            if (share == 1 && !Double.isNaN(exactMax)) {
                return OptionalDouble.of(exactMax);
            }
            if (printed.isPresent()) {
                return printed.get().at(share);
            }
            return buckets.total() == 0 ? OptionalDouble.empty() : OptionalDouble.of(buckets.at(share));
        }
    }

    public Histograms {
        intervals = List.copyOf(intervals);
    }

    /// All values of one tag together. The counts of printed
    /// percentiles are inside only when they are the tag's single interval: ask [#whole] for percentiles.
    ///
    /// @throws IllegalStateException when several intervals hold printed percentiles, which cannot be added up
    public Buckets total(String tag) {
        List<Interval> own = of(tag);
        if (!addable(own)) {
            throw new IllegalStateException("printed percentiles of several intervals cannot be added up");
        }
        return Buckets.sum(own.stream().map(Interval::buckets).toList());
    }

    /// All intervals of one tag as one; nothing when there is none, or when several hold printed percentiles: percentiles are never averaged.
    public Optional<Interval> whole(String tag) {
        List<Interval> own = of(tag);
        if (own.size() <= 1 || !addable(own)) {
            return own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty();
        }
        Optional<TimeSpan> span = own.stream().flatMap(each -> each.span().stream()).reduce(TimeSpan::union);
        boolean gaps = own.stream().anyMatch(Interval::percentilesOnly);
        return Optional.of(new Interval(span, tag, total(tag), max(own), gaps, Optional.empty(), fate(tag)));
    }

    /// What the values of a tag do not show.
    public Fate fate(String tag) {
        return of(tag).stream().map(Interval::fate).reduce(Fate::plus).orElse(Fate.UNTOLD);
    }

    /// How many values all intervals of a tag have, if all say it.
    public OptionalLong count(String tag) {
        List<Interval> own = of(tag);
        return own.stream().allMatch(each -> each.count().isPresent()) ? OptionalLong.of(own.stream().mapToLong(each -> each.count().getAsLong()).sum())
                : OptionalLong.empty();
    }

    /// The largest exact maximum of a tag in the histograms' unit, NaN where an interval with values does not tell its own.
    public double exactMax(String tag) {
        return max(of(tag));
    }

    private List<Interval> of(String tag) {
        return intervals.stream().filter(each -> each.tag().equals(tag)).toList();
    }

    private static boolean addable(List<Interval> own) {
        return own.size() <= 1 || own.stream().allMatch(each -> each.printed().isEmpty());
    }

    private static double max(List<Interval> own) {
        double max = Double.NaN;
        for (Interval each : own) {
            if (Double.isNaN(each.exactMax()) && (each.printed().isPresent() || each.buckets().total() > 0)) {
                return Double.NaN;
            }
            max = Double.isNaN(max) ? each.exactMax() : Math.max(max, Double.isNaN(each.exactMax()) ? max : each.exactMax());
        }
        return max;
    }

    /// Tags in order of first use.
    public List<String> tags() {
        return intervals.stream().map(Interval::tag).distinct().toList();
    }

    @Override
    public long rows() {
        return intervals.size();
    }

    @Override
    public Optional<TimeSpan> span() {
        return intervals.stream().flatMap(each -> each.span().stream()).reduce(TimeSpan::union);
    }
}
