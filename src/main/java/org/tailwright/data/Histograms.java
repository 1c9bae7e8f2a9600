package org.tailwright.data;

import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/// Interval histograms, with tags where the source has them.
///
/// @param intervals in file order; those of different tags may speak of the same requests and are never added up unless `disjoint`
/// @param nanosPerUnit what one unit of a histogram's value is in nanoseconds (1 for nanoseconds, 1000 for microseconds)
/// @param disjoint whether no request is counted under two tags
public record Histograms(Origin origin, List<Interval> intervals, double nanosPerUnit, boolean disjoint) implements Dataset {
    /// One interval.
    ///
    /// @param span time covered; empty when the source has no times (a percentile file)
    /// @param tag empty when there is none
    /// @param histogram its values, not to be changed
    /// @param exactMax exact maximum in the histogram's own unit, NaN where only the bucket is known
    /// @param percentilesOnly rebuilt from printed percentiles: gaps between them are unknown
    public record Interval(Optional<TimeSpan> span, String tag, Histogram histogram, double exactMax, boolean percentilesOnly) {}

    public Histograms {
        intervals = List.copyOf(intervals);
    }

    /// All values of one tag in one histogram; with three digits, nanoseconds as in the source times [#nanosPerUnit].
    public Histogram total(String tag) {
        Histogram total = null;
        for (Interval each : intervals) {
            if (each.tag().equals(tag)) {
                if (total == null) {
                    total = new Histogram(each.histogram().getNumberOfSignificantValueDigits());
                }
                total.add(each.histogram());
            }
        }
        return total == null ? new Histogram(3) : total;
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
