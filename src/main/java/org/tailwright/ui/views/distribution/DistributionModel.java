package org.tailwright.ui.views.distribution;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.tailwright.data.Dataset;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.Distribution;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.statistics.DistributionOptions;
import org.tailwright.statistics.Exemplars;
import org.tailwright.statistics.Latency;
import org.tailwright.statistics.Sample;
import org.tailwright.statistics.modes.Modes;
import org.tailwright.statistics.shapes.Ridges;
import org.tailwright.statistics.shapes.Shape;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Brush;
import org.tailwright.ui.state.Kept;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.ui.views.PauseMarks;

/// What the view asks about the latency of the selected data, and what brushing does to the selection. Every piece is computed apart, so that the
/// fast ones are seen while the slow ones are still on their way.
final class DistributionModel {
    /// How many of the slowest requests are listed.
    static final int LISTED = 200;

    /// Which rows are listed.
    record Listing(Requests requests, Selection selection) {}

    /// Whose labels are drawn one below the other.
    record RidgeQuestion(Requests requests, Selection selection) {}

    /// Whose modes are looked for.
    record ModeQuestion(Requests requests, Selection selection, Sample sample, long seed) {}

    private final SimpleDoubleProperty dragged = new SimpleDoubleProperty();
    private final Store store;
    private final Latest<Curves.Question, Curves> curves;
    private final Latest<Curves, Curves> refined;
    private final Latest<Times.Question, Times> times;
    private final Latest<Listing, List<Exemplars.Exemplar>> slowest;
    private final Latest<Answers.Question, Answers> numbers;
    private final Latest<List<Dataset>, PauseMarks> pauses;
    private final Latest<Depths.Question, Depths> depths;
    private final Latest<Limits.Question, DistributionCharts.Limit> threshold;
    private final Latest<RidgeQuestion, Ridges> ridges;
    private final Latest<ModeQuestion, Modes> modes;
    private final Latest<Beside.Question, Beside> beside;

    DistributionModel(Context context) {
        store = context.store();
        Curves.Kept kept = new Curves.Kept();
        curves = context.quick("ranking durations", new Kept<>(question -> question.selection().isAll(), (question, work) -> Curves.of(question, kept, work)));
        refined = context.patient("computing intervals", Curves::refined);
        times = context.quick("counting over time", new Kept<>(question -> question.filters().isAll() && question.visible().isEmpty(), Times::of));
        slowest = context.quick("finding the slowest requests", (question, work) -> Exemplars.slowest(question.requests(), question.selection(), LISTED, work));
        numbers = context.patient("computing percentiles", Answers::of);
        pauses = context.patient("finding GC pauses", (sources, _) -> PauseMarks.of(sources));
        depths = context.patient("looking for omitted requests", Depths::of);
        threshold = context.latest("counting beyond the threshold", Limits::refined);
        ridges = context.latest("counting by label", (question, work) -> Ridges.of(question.selection().of(question.requests()), work));
        modes = context.patient("looking for modes",
                (question, work) -> Modes.of(question.selection().of(question.requests()), question.sample(), question.seed(), work));
        beside = context.latest("ranking the baseline", Beside::of);
        curves.stateProperty().subscribe(state -> {
            refined.ask(state.stale() ? null : state.answer());
            // A new brush comes first: what rests on the old one stops at once.
            for (Latest<?, ?> each : List.of(depths, modes, threshold)) {
                if (state.stale()) {
                    each.hold();
                } else if (state.answer() == null) {
                    each.ask(null);
                }
            }
        });
        refined.stateProperty().subscribe(state -> {
            if (!state.stale() && state.answer() != null) {
                askDepths(store.session());
            }
        });
    }

    /// Whether any of these data sets has durations of single requests.
    static boolean fits(List<Dataset> open) {
        return open.stream().anyMatch(each -> switch (each.kind()) {
            case REQUESTS, TRACES -> true;
            case RECORDING -> each instanceof Recording recording && !recording.lasting().isEmpty();
            case HISTOGRAMS, METRICS, LOADPOINTS -> false;
        });
    }

    /// Asks everything that the session asks.
    void ask(Session session) {
        Optional<Requests> requests = session.requests();
        Selection selection = session.selection();
        curves.ask(requests.map(each -> Curves.Question.of(each, selection, session.questions().objectives())).orElse(null));
        times.ask(requests.map(each -> new Times.Question(each, new Selection(Optional.empty(),
                options().panes().offsets() ? selection.band() : Optional.empty(), selection.filters()), session.timeline().visible(), session.look().zone(),
                options().panes())).orElse(null));
        slowest.ask(requests.map(each -> new Listing(each, selection)).orElse(null));
        numbers.ask(requests.map(each -> new Answers.Question(session.inputs(List.of(each)), session.questions().typed(Latency.ANALYSIS.id()))).orElse(null));
        pauses.ask(PauseMarks.sources(session.open()));
        ridges.ask(options().shape() != Shape.LABELS ? null : requests.map(each -> new RidgeQuestion(each, selection.banded(Optional.empty()))).orElse(null));
        beside.ask(baseline(session).orElse(null));
        askDepths(session);
    }

    /// The marked baseline, unless it is what is shown anyway.
    private static Optional<Beside.Question> baseline(Session session) {
        return session.questions().baseline().flatMap(marked -> session.open().stream().filter(each -> each.name().equals(marked.dataset())).findFirst().flatMap(session::requests)
                .map(each -> new Beside.Question(each, marked.selection()))).filter(each -> !(session.requests().equals(Optional.of(each.requests())) && each.selection().equals(session.selection())));
    }

    /// Asks what rests on the ranked durations, once they are there.
    private void askDepths(Session session) {
        Curves.Question asked = curves.question();
        Curves known = refined.state().answer();
        if (asked == null || known == null || refined.state().stale() || curves.state().stale()) {
            return;
        }
        depths.ask(new Depths.Question(asked.requests(), asked.selection(), known.shown(), Settings.omission(session), session.questions().objectives()));
        modes.ask(known.shown() == null ? null : new ModeQuestion(asked.requests(), asked.selection(), known.shown(), session.questions().seed()));
        long limit = Settings.of(session).thresholdNanos();
        threshold.ask(limit <= 0 || known.shown() == null ? null : new Limits.Question(known.shown(), limit));
    }

    /// How the charts are drawn.
    DistributionOptions options() {
        return Settings.of(store.session());
    }

    /// Changes how the charts are drawn.
    void set(String field, String text) {
        store.ask(now -> now.with(Distribution.ANALYSIS.id(), field, text));
    }

    /// Draws the threshold at a latency while it is dragged.
    void dragThreshold(double nanos) {
        dragged.set(nanos);
    }

    /// Where the threshold is drawn now; NaN for nowhere.
    double thresholdAt() {
        return dragged.get() > 0 ? dragged.get() : options().thresholdNanos() > 0 ? options().thresholdNanos() : Double.NaN;
    }

    /// The latency where the threshold is being dragged; 0 while it is not.
    ReadOnlyDoubleProperty draggedProperty() {
        return dragged;
    }

    /// Draws the threshold at a latency; 0 takes it away.
    void threshold(double nanos) {
        dragged.set(0);
        set("threshold", Limits.typed(nanos));
    }

    /// The threshold with the share beyond it, with an interval once that is there.
    Optional<DistributionCharts.Limit> thresholdLimit() {
        Curves known = curves.state().answer();
        long limit = (long) thresholdAt();
        if (limit <= 0 || known == null || known.shown() == null) {
            return Optional.empty();
        }
        DistributionCharts.Limit better = threshold.state().answer();
        boolean current = better != null && !threshold.state().stale() && better.limitNanos() == limit && !curves.state().stale();
        return Optional.of(current ? better : Limits.quick(known.shown(), limit));
    }

    /// Dragging over latency selects a band.
    void brushLatency(Brush brush) {
        store.select(now -> now.banded(Optional.of(Brush.band(brush.xLow(), brush.xHigh()))));
    }

    /// Selects a latency band, or takes it back when it is selected.
    void band(Selection.Band band) {
        store.select(now -> now.banded(now.band().equals(Optional.of(band)) ? Optional.empty() : Optional.of(band)));
    }

    /// Dragging level in the percentile curve selects the durations between two percentiles, dragging a box those between two heights.
    void brushCurve(Brush brush) {
        Curves known = curves.state().answer();
        if (known == null || known.curve() == null) {
            return;
        }
        double low = brush.box() ? brush.yLow() : known.durationAt(brush.xLow());
        double high = brush.box() ? brush.yHigh() : known.durationAt(brush.xHigh());
        store.select(now -> now.banded(Optional.of(Brush.band(low, high))));
    }

    /// Dragging level in the heat map selects a time window, dragging a box a window and a band.
    void brushTime(Brush brush) {
        // One gesture is one step of undo.
        store.select(brush::of);
    }

    /// Takes window and band back; filters stay.
    void reset() {
        store.select(now -> new Selection(Optional.empty(), Optional.empty(), now.filters()));
    }

    /// Takes the band back.
    void resetBand() {
        store.select(now -> now.banded(Optional.empty()));
    }

    /// Adds a filter, or takes it away when it is there.
    void filter(String column, String value) {
        store.select(now -> now.toggled(new Selection.Filter(column, value)));
    }

    /// Opens a trace in the Traces view. Window and band go, because the trace's own times need not lie inside.
    void openTrace(String trace) {
        Selection only = new Selection(Optional.empty(), Optional.empty(), List.of(new Selection.Filter(Requests.TRACE, trace)));
        store.update(now -> now.at(now.place().in("traces")).selecting(only));
    }

    /// Zooms the time axis of all views.
    void zoom(double centre, double factor) {
        store.update(now -> now.along(now.timeline().zoomed(centre, factor)));
    }

    /// Pans the time axis of all views.
    void pan(double share) {
        store.update(now -> now.along(now.timeline().panned(share)));
    }

    /// The curve as good as it is known: with intervals once they are there.
    Curves best(Curves estimate) {
        Latest.State<Curves> better = refined.state();
        Curves answer = better.answer();
        return answer != null && !better.stale() && refined.question() == estimate ? answer : estimate;
    }

    Latest<Curves.Question, Curves> curves() {
        return curves;
    }

    /// The marked baseline's distribution, once it is there.
    Optional<Beside> beside() {
        return beside.question() == null ? Optional.empty() : Optional.ofNullable(beside.state().answer());
    }

    Latest<Beside.Question, Beside> besides() {
        return beside;
    }

    Latest<Curves, Curves> refined() {
        return refined;
    }

    Latest<Times.Question, Times> times() {
        return times;
    }

    Latest<Listing, List<Exemplars.Exemplar>> slowest() {
        return slowest;
    }

    Latest<Answers.Question, Answers> numbers() {
        return numbers;
    }

    Latest<List<Dataset>, PauseMarks> pauses() {
        return pauses;
    }

    Latest<Depths.Question, Depths> depths() {
        return depths;
    }

    Latest<Limits.Question, DistributionCharts.Limit> threshold() {
        return threshold;
    }

    Latest<RidgeQuestion, Ridges> ridges() {
        return ridges;
    }

    Latest<ModeQuestion, Modes> modes() {
        return modes;
    }
}
