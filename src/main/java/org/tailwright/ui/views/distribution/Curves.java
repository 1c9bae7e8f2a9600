package org.tailwright.ui.views.distribution;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.statistics.Sample;
import org.tailwright.statistics.Shares;
import org.tailwright.work.Work;

/// The percentile curve of the window, and that of everything for comparison. The latency band does not narrow it: it is a part of the curve.
///
/// @param shown durations inside the window; null when there are none
/// @param curve their curve; null when there are none
/// @param everything the curve without the window; null when no window is selected
/// @param limit the latency objective that speaks of these requests, with the share beyond it
record Curves(@Nullable Sample shown, @Nullable Curve curve, @Nullable Curve everything, Optional<DistributionCharts.Limit> limit) {
    /// What is asked.
    ///
    /// @param selection without its latency band
    record Question(Requests requests, Selection selection, Optional<Double> limitNanos) {
        static Question of(Requests requests, Selection selection, List<Objective> objectives) {
            return new Question(requests, selection.banded(Optional.empty()), limit(selection, objectives));
        }

        /// The latency objective that speaks of what is shown: the one with most conditions among those whose conditions all are filters.
        static Optional<Double> limit(Selection selection, List<Objective> objectives) {
            return objectives.stream().filter(each -> each.measure().isPresent() && selection.filters().containsAll(each.where()))
                    .reduce((one, other) -> other.where().size() > one.where().size() ? other : one).map(Objective::limit);
        }
    }

    /// Estimates without intervals, which come fast.
    static Curves of(Question question, Work work) {
        return of(question, new Kept(), work);
    }

    /// The curves of the whole run under the filters asked about last, so that another window does not compute them again.
    static final class Kept {
        private static final int MOST = 8;

        /// A closed data set is not kept alive.
        private WeakReference<Requests> of = new WeakReference<>(null);
        private final Map<List<Selection.Filter>, Curve> curves = new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<List<Selection.Filter>, Curve> eldest) {
                return size() > MOST;
            }
        };

        synchronized void keep(Requests requests, List<Selection.Filter> filters, Curve curve) {
            if (of.get() != requests) {
                curves.clear();
                of = new WeakReference<>(requests);
            }
            curves.put(filters, curve);
        }

        synchronized Curve of(Requests requests, List<Selection.Filter> filters, Work work) {
            Curve known = of.get() == requests ? curves.get(filters) : null;
            if (known == null) {
                known = Curve.of(Sample.of(requests, new Selection(Optional.empty(), Optional.empty(), filters), work));
                keep(requests, filters, known);
            }
            return known;
        }
    }

    /// The same with a memory of the whole run.
    static Curves of(Question question, Kept kept, Work work) {
        Selection selection = question.selection();
        Sample sample = Sample.of(question.requests(), selection, work);
        if (sample.size() == 0) {
            return new Curves(null, null, null, Optional.empty());
        }
        work.check();
        if (selection.window().isEmpty()) {
            Curve whole = Curve.of(sample);
            kept.keep(question.requests(), selection.filters(), whole);
            return new Curves(sample, whole, null, question.limitNanos().map(limit -> limit(sample, limit, Double.NaN)));
        }
        Curve everything = kept.of(question.requests(), selection.filters(), work);
        return new Curves(sample, Curve.of(sample), everything, question.limitNanos().map(limit -> limit(sample, limit, Double.NaN)));
    }

    /// The same with intervals.
    Curves refined(Work work) {
        Sample sample = shown;
        Curve bare = curve;
        if (sample == null || bare == null) {
            return this;
        }
        Curve banded = bare.withBand(sample, work);
        Optional<DistributionCharts.Limit> better = limit.map(each -> new DistributionCharts.Limit(each.limitNanos(), Limits.share(sample, each.limitNanos(), work)));
        return new Curves(sample, banded, everything, better);
    }

    private static DistributionCharts.Limit limit(Sample sample, double nanos, double nEff) {
        return new DistributionCharts.Limit(nanos, Shares.wilson(sample.beyond((long) nanos), sample.size(), nEff));
    }

    /// The percentile at which the durations reach `nanos`, as far as the curve goes.
    double percentileOf(double nanos) {
        Sample sample = shown;
        Curve line = curve;
        if (sample == null || line == null) {
            return Double.NaN;
        }
        return Math.clamp(1 - sample.beyond((long) nanos - 1), 0, line.p()[line.p().length - 1]);
    }

    /// The duration at a percentile.
    double durationAt(double p) {
        Sample sample = shown;
        return sample == null ? Double.NaN : sample.quantile(Math.clamp(p, 0.5 / sample.size(), 1));
    }
}
