package org.tailwright.statistics.trust;

import java.util.List;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Buckets;
import org.tailwright.data.Histograms;

/// What histograms show about their own recording.
final class HistogramChecks {
    private HistogramChecks() {}

    static void add(Histograms data, List<Check> into) {
        long printed = data.intervals().stream().filter(Histograms.Interval::percentilesOnly).count();
        if (printed > 0) {
            into.add(Check.doubt("percentiles", (printed == data.intervals().size() ? "only percentiles were kept" : Numbers.count(printed) + " intervals keep only percentiles")
                    + ": what lies between them is unknown, and they are never averaged or added up"));
        }
        long n = data.tags().stream().mapToLong(tag -> data.count(tag).orElse(0)).max().orElse(0);
        if (n > 0) {
            DataChecks.nines(n, "values", into);
        }
        long clipped = data.intervals().stream().filter(each -> clipped(each)).count();
        if (clipped > 0) {
            into.add(Check.doubt("clipped", Numbers.count(clipped) + (clipped == 1 ? " interval piles" : " intervals pile") + " up values in the highest bucket:"
                    + " longer ones were cut off there, so higher percentiles are lower bounds"));
        }
        if (!data.disjoint() && data.tags().size() > 1) {
            into.add(Check.note("tags", "tags may speak of the same requests and are never added up"));
        }
    }

    /// At least 20 values, and more than twice as many as from 90 % of it on, stand in the bucket of the maximum, which lies far above the rest.
    private static boolean clipped(Histograms.Interval each) {
        Buckets buckets = each.buckets();
        if (each.percentilesOnly() || buckets.total() < 1000) {
            return false;
        }
        int last = buckets.size() - 1;
        long at = buckets.count(last);
        long below = 0;
        for (int i = last - 1; i >= 0 && buckets.high(i) >= 0.9 * buckets.most(); i--) {
            below += buckets.count(i);
        }
        return at >= 20 && at > 2 * below && at < buckets.total() / 4 && buckets.most() > 4 * buckets.at(0.5);
    }
}
