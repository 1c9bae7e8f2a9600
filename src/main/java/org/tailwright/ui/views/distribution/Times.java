package org.tailwright.ui.views.distribution;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.HeatGrid;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.Distribution;
import org.tailwright.statistics.Windows;
import org.tailwright.work.Work;

/// Latency over time, of what the filters leave; window and band are drawn over it and do not narrow it.
///
/// @param heat counts by time and latency; null without requests in the visible time
/// @param windows percentiles over time; null like `heat`
record Times(@Nullable HeatGrid heat, @Nullable Windows windows, ZoneId zone) {
    private static final double[] PERCENTILES = {0.5, 0.9, 0.99};

    /// What is asked.
    ///
    /// @param filters a selection of filters only
    /// @param visible the part of the time axis that is looked at
    record Question(Requests requests, Selection filters, Optional<TimeSpan> visible, ZoneId zone) {}

    static Times of(Question question, Work work) {
        Requests inside = question.filters().within(question.visible()).of(question.requests());
        Optional<TimeSpan> span = question.visible().or(inside::span);
        if (inside.table().rows() == 0 || span.isEmpty()) {
            return new Times(null, null, question.zone());
        }
        work.check();
        HeatGrid heat = Distribution.heatMap(inside, Selection.ALL, span.get(), question.zone(), work);
        Windows windows = Windows.of(inside, span.get(), Windows.width(span.get()), PERCENTILES, work);
        return new Times(heat, windows, question.zone());
    }
}
