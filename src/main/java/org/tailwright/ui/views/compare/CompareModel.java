package org.tailwright.ui.views.compare;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tailwright.catalog.report.Words;
import org.tailwright.charts.Chart;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.reports.Report;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.Sample;
import org.tailwright.statistics.Shares;
import org.tailwright.statistics.comparison.Comparison;
import org.tailwright.statistics.comparison.ComparisonPictures;
import org.tailwright.statistics.comparison.ComparisonResult;
import org.tailwright.statistics.comparison.ComparisonSection;
import org.tailwright.statistics.comparison.HistogramComparison;
import org.tailwright.statistics.histograms.HistogramAnalysis;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Brush;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.work.Work;

/// What is compared with what.
final class CompareModel {
    /// Where the typed settings are kept.
    static final String ID = "compare";

    /// @param baseline requests or histograms, narrowed to its own selection
    /// @param candidate of the same kind, whole, with the selection beside it; without its latency band, which is a part of what is compared and no side of it
    record Question(Dataset baseline, Dataset candidate, Selection selection, String threshold, String percentiles, long seed) {}

    /// Durations of both sides.
    record Sides(Sample baseline, Sample candidate) {}

    /// A latency band of which both shares are asked.
    record Inside(Sides sides, Selection.Band band) {
        private Shared solve(Work work) {
            return new Shared(Shares.inside(sides.baseline(), band.lowest(), band.beyond(), work), Shares.inside(sides.candidate(), band.lowest(), band.beyond(), work));
        }
    }

    /// The share of each side inside a band.
    record Shared(Shares.Share baseline, Shares.Share candidate) {}

    /// @param curves both percentile curves; empty where percentiles of several intervals were printed
    /// @param sides empty where histograms were compared, which have no shift function
    /// @param line the candidate's curve, by which percentiles of histograms are found; empty like `curves`
    record Answer(ComparisonResult result, Report.Section section, Optional<Chart> curves, Optional<Chart> shift, Comparison.Settings settings, Optional<Sides> sides, Optional<Curve> line) {
        double durationAt(double p) {
            return sides.map(each -> (double) each.candidate().quantile(Math.clamp(p, 0.5 / each.candidate().size(), 1))).orElseGet(() -> {
                Curve curve = line.orElseThrow();
                int at = Arrays.binarySearch(curve.p(), p);
                return curve.values()[Math.min(at < 0 ? -at - 1 : at, curve.p().length - 1)];
            });
        }
    }

    private final Store store;
    private final Latest<Question, Answer> latest;
    private final Latest<Inside, Shared> inside;

    CompareModel(Context context) {
        store = context.store();
        latest = context.latest("comparing", CompareModel::answer);
        inside = context.latest("counting the band on both sides", Inside::solve);
    }

    void ask(Session session) {
        latest.ask(question(session).orElse(null));
    }

    /// Asks which share of each side is inside the selected band.
    void askInside() {
        Answer answer = latest.state().answer();
        Optional<Selection.Band> band = store.session().selection().band();
        inside.ask(answer == null || latest.question() == null ? null : answer.sides().flatMap(sides -> band.map(each -> new Inside(sides, each))).orElse(null));
    }

    /// Dragging level selects the candidate's durations between two percentiles, dragging a box in the curves those between two heights.
    void brush(Brush brush) {
        Answer answer = latest.state().answer();
        if (answer != null && answer.curves().isPresent()) {
            Selection.Band band = brush.box() ? brush.band() : Brush.band(answer.durationAt(brush.xLow()), answer.durationAt(brush.xHigh()));
            store.select(now -> now.banded(Optional.of(band)));
        }
    }

    /// Takes the band back; window and filters stay, they are a side.
    void reset() {
        store.select(now -> now.banded(Optional.empty()));
    }

    Optional<Selection.Band> band() {
        return store.session().selection().band();
    }

    private static Optional<Question> question(Session session) {
        Map<String, String> typed = session.questions().typed(ID);
        boolean histograms = session.subject().filter(Histograms.class::isInstance).isPresent();
        Optional<Dataset> baseline = baseline(session).filter(each -> each instanceof Histograms == histograms);
        Optional<Dataset> candidate = histograms ? session.subject() : session.requests().map(Function.identity());
        return baseline.flatMap(before -> candidate.map(after -> new Question(before, after, unbanded(session.selection()),
                typed.getOrDefault("threshold", "5%"), typed.getOrDefault("percentiles", "50,99"), session.questions().seed())));
    }

    private static Optional<Dataset> baseline(Session session) {
        return session.questions().baseline().flatMap(marked -> {
            Selection selection = unbanded(marked.selection());
            return session.open().stream().filter(each -> each.name().equals(marked.dataset())).findFirst()
                    .flatMap(data -> data instanceof Histograms histograms ? Optional.<Dataset>of(selection.of(histograms)) : session.requests(data).map(selection::of));
        });
    }

    private static Selection unbanded(Selection selection) {
        return selection.banded(Optional.empty());
    }

    private static Answer answer(Question question, Work work) {
        Comparison.Settings settings = Comparison.Settings.parse(question.threshold(), question.percentiles(), true);
        if (question.baseline() instanceof Histograms before && question.candidate() instanceof Histograms after) {
            return answer(filled(before, "The baseline"), filled(question.selection().of(after), "The selection"), settings, question.seed(), work);
        }
        if (!(question.baseline() instanceof Requests baseline && question.candidate() instanceof Requests all)) {
            throw new IllegalArgumentException("Requests are compared with requests, histograms with histograms.");
        }
        Requests candidate = question.selection().of(all);
        if (candidate.table().rows() == 0 || baseline.table().rows() == 0) {
            throw new IllegalArgumentException((candidate.table().rows() == 0 ? "The selection" : "The baseline") + " holds no requests.");
        }
        if (baseline.table().rows() == all.table().rows() && candidate.table().rows() == all.table().rows() && baseline.name().equals(all.name())) {
            throw new IllegalArgumentException("The baseline is the candidate itself. Mark another data set, or a stretch of time or a filter of this one: a band of latency is a part of both sides.");
        }
        ComparisonResult result = Comparison.of(List.of(baseline), List.of(candidate), settings, work);
        Sample after = Sample.of(candidate, work);
        Sample before = Sample.of(baseline, work);
        Curve line = Curve.of(after).withBand(after, work);
        Optional<Chart> curves = Optional.of(ComparisonPictures.curves(line, Curve.of(before)));
        Optional<Chart> shift = result.shape().shift().size() < 2 ? Optional.empty() : Optional.of(ComparisonPictures.shiftChart(result, settings.threshold()));
        return new Answer(result, ComparisonSection.of(result, settings), curves, shift, settings, Optional.of(new Sides(before, after)), Optional.of(line));
    }

    private static Answer answer(Histograms before, Histograms after, Comparison.Settings settings, long seed, Work work) {
        ComparisonResult result = HistogramComparison.of(List.of(before), List.of(after), settings, seed, work);
        String tag = HistogramComparison.tag(before, after);
        Optional<Curve> line = HistogramAnalysis.curve(after, tag);
        Optional<Chart> curves = line.flatMap(now -> HistogramAnalysis.curve(before, tag).map(old -> ComparisonPictures.curves(now, old)))
                .map(chart -> new Chart(chart.title(), "upper end of the bucket", chart.x(), chart.y(), chart.layers(), chart.description()));
        return new Answer(result, ComparisonSection.of(result, settings), curves, Optional.empty(), settings, Optional.empty(), line);
    }

    private static Histograms filled(Histograms histograms, String what) {
        if (histograms.intervals().isEmpty()) {
            throw new IllegalArgumentException(what + " holds no intervals.");
        }
        return histograms;
    }

    /// Data sets that could be the baseline.
    static List<Dataset> possible(Session session) {
        return session.open().stream().filter(session::comparable).toList();
    }

    /// The selection of a side in words; empty for everything.
    static String words(Selection selection, ZoneId zone) {
        return unbanded(selection).isAll() ? "" : Words.of(unbanded(selection), zone);
    }

    /// A band in words.
    static String words(Selection.Band band) {
        return Words.of(Selection.ALL.banded(Optional.of(band)), ZoneOffset.UTC);
    }

    void mark(String dataset) {
        store.ask(now -> now.with(Optional.of(new Questions.Baseline(dataset, Selection.ALL))));
    }

    void forget() {
        store.ask(now -> now.with(Optional.<Questions.Baseline>empty()));
    }

    void type(String field, String text) {
        store.ask(now -> now.with(ID, field, text));
    }

    Latest<Question, Answer> latest() {
        return latest;
    }

    Latest<Inside, Shared> inside() {
        return inside;
    }
}
