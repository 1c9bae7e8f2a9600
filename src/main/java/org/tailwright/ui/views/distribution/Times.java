package org.tailwright.ui.views.distribution;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.HeatGrid;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.Distribution;
import org.tailwright.statistics.InOrder;
import org.tailwright.statistics.SizeTally;
import org.tailwright.statistics.Windows;
import org.tailwright.statistics.shapes.LabelTimes;
import org.tailwright.statistics.shapes.Moving;
import org.tailwright.statistics.shapes.Panes;
import org.tailwright.work.Work;

/// Latency over time, of what the filters leave; window and band are drawn over it and do not narrow it, except that offsets are those of the
/// band.
///
/// @param heat counts by time and latency, or by time and offset; null without requests in the visible time
/// @param over what the chart over time shows; null like `heat`
record Times(@Nullable HeatGrid heat, Question question, @Nullable Over over) {
    private static final double[] PERCENTILES = {0.5, 0.9, 0.99};

    /// What the chart over time shows.
    sealed interface Over {
        /// Percentiles in moving windows.
        record Percentiles(Moving moving, TimeSpan span) implements Over {}

        /// Throughput and failures.
        record Throughput(Windows windows) implements Over {}

        /// A row for each label.
        record Labels(LabelTimes times) implements Over {}
    }

    /// What is asked.
    ///
    /// @param filters a selection of filters only, with the band where offsets are asked for
    /// @param visible the part of the time axis that is looked at
    record Question(Requests requests, Selection filters, Optional<TimeSpan> visible, ZoneId zone, Panes panes) {}

    static Times of(Question question, Work work) {
        Selection shown = question.filters().banded(Optional.empty()).within(question.visible());
        if (!question.panes().offsets() && question.panes().over() == Panes.Over.PERCENTILES && question.requests().starts().ascends()) {
            return inOrder(question, new InOrder(question.requests(), shown, SizeTally.of(question.requests(), shown, work)), work);
        }
        Requests inside = shown.of(question.requests());
        Optional<TimeSpan> span = question.visible().or(inside::span);
        if (inside.table().rows() == 0 || span.isEmpty()) {
            return new Times(null, question, null);
        }
        work.check();
        HeatGrid heat = question.panes().offsets() ? Distribution.offsets(question.filters().of(inside), span.get(), question.zone(), work)
                : Distribution.heatMap(inside, Selection.ALL, span.get(), question.zone(), work);
        Over over = switch (question.panes().over()) {
            case PERCENTILES -> new Over.Percentiles(Moving.of(inside, span.get(), Moving.width(span.get(), inside.rows()), PERCENTILES, work), span.get());
            case THROUGHPUT -> new Over.Throughput(Windows.of(inside, span.get(), Windows.width(span.get()), PERCENTILES, work));
            case LABELS -> new Over.Labels(LabelTimes.of(inside, span.get(), work));
        };
        return new Times(heat, question, over);
    }

    /// Rows in order of their start, as nearly always.
    private static Times inOrder(Question question, InOrder inside, Work work) {
        Optional<TimeSpan> span = question.visible().or(() -> inside.span(work));
        if (inside.size() == 0 || span.isEmpty()) {
            return new Times(null, question, null);
        }
        return new Times(Distribution.heatMap(inside, span.get(), question.zone(), work), question,
                new Over.Percentiles(Moving.of(inside, span.get(), Moving.width(span.get(), inside.size()), PERCENTILES, work), span.get()));
    }

    boolean offsets() {
        return question.panes().offsets();
    }

    ZoneId zone() {
        return question.zone();
    }
}
