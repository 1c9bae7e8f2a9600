package org.tailwright.ui.views.overtime;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tailwright.charts.Chart;
import org.tailwright.data.Metrics;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.Windows;
import org.tailwright.ui.views.PauseMarks;
import org.tailwright.work.Work;

/// All charts of the view, on one time axis.
///
/// @param span the common range of time
/// @param tracks charts from top to bottom
record Board(TimeSpan span, List<Track> tracks) {
    private static final double[] PERCENTILES = {0.5, 0.9, 0.99};

    /// One chart.
    ///
    /// @param tall whether it deserves more height than a metric
    record Track(Chart chart, boolean tall) {}

    /// A series of metrics by the name that the chooser shows.
    record Named(String name, Metrics.Series series) {}

    /// What is asked.
    ///
    /// @param requests durations, if any data set has them
    /// @param filters a selection of filters only
    /// @param span the visible range
    /// @param series the chosen metrics
    record Question(Optional<Requests> requests, Selection filters, TimeSpan span, List<Named> series, List<Dataset> pausing, ZoneId zone) {}

    /// The series of all open metrics, named by their data set where several are open.
    static List<Named> series(List<Metrics> metrics) {
        List<Named> all = new ArrayList<>();
        metrics.forEach(data -> data.series().forEach(each -> all.add(new Named(
                metrics.size() > 1 ? data.name() + " " + each.title() : each.title(), each))));
        return all;
    }

    /// The series that are shown: the chosen ones, or the first `most` while nobody chose.
    static List<Named> shown(List<Named> all, Optional<Set<String>> chosen, int most) {
        return chosen.map(names -> all.stream().filter(each -> names.contains(each.name())).toList())
                .orElse(all.subList(0, Math.min(most, all.size())));
    }

    static Board of(Question question, Work work) {
        TimeSpan span = question.span();
        PauseMarks pauses = PauseMarks.of(question.pausing());
        List<Track> tracks = new ArrayList<>();
        Optional<Requests> inside = question.requests().map(question.filters().within(Optional.of(span))::of).filter(each -> each.table().rows() > 0);
        if (inside.isPresent()) {
            Windows windows = Windows.of(inside.get(), span, Windows.width(span), PERCENTILES, work);
            tracks.add(new Track(Tracks.throughput(windows, span, question.zone()), true));
            work.check();
            tracks.add(new Track(Tracks.percentiles(windows, span, pauses, question.zone()), true));
            tracks.add(new Track(Concurrency.chart(inside.get(), span, question.zone(), work), true));
        }
        question.series().forEach(each -> Tracks.metric(each, span, question.zone()).ifPresent(chart -> tracks.add(new Track(chart, false))));
        return new Board(span, tracks);
    }
}
