package org.tailwright.ui.views.compare;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.catalog.report.Words;
import org.tailwright.charts.Chart;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.reports.Report;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.Sample;
import org.tailwright.statistics.comparison.Comparison;
import org.tailwright.statistics.comparison.ComparisonPictures;
import org.tailwright.statistics.comparison.ComparisonResult;
import org.tailwright.statistics.comparison.ComparisonSection;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.work.Work;

/// What is compared with what.
final class CompareModel {
    /// Where the typed settings are kept.
    static final String ID = "compare";

    /// @param baseline narrowed to its own selection
    /// @param candidate whole, with the selection beside it
    record Question(Requests baseline, Requests candidate, Selection selection, String threshold, String percentiles) {}

    /// @param curves both percentile curves
    record Answer(ComparisonResult result, Report.Section section, Chart curves, Optional<Chart> shift, Comparison.Settings settings) {}

    private final Store store;
    private final Latest<Question, Answer> latest;

    CompareModel(Context context) {
        store = context.store();
        latest = context.latest("comparing", CompareModel::answer);
    }

    void ask(Session session) {
        latest.ask(question(session).orElse(null));
    }

    private static Optional<Question> question(Session session) {
        Map<String, String> typed = session.questions().typed(ID);
        return session.baseline().flatMap(baseline -> session.requests().map(candidate -> new Question(baseline, candidate, session.selection(),
                typed.getOrDefault("threshold", "5%"), typed.getOrDefault("percentiles", "50,99"))));
    }

    private static Answer answer(Question question, Work work) {
        Comparison.Settings settings = Comparison.Settings.parse(question.threshold(), question.percentiles(), true);
        Requests candidate = question.selection().of(question.candidate());
        if (candidate.table().rows() == 0 || question.baseline().table().rows() == 0) {
            throw new IllegalArgumentException((candidate.table().rows() == 0 ? "The selection" : "The baseline") + " holds no requests.");
        }
        ComparisonResult result = Comparison.of(List.of(question.baseline()), List.of(candidate), settings, work);
        Sample after = Sample.of(candidate, work);
        Chart curves = ComparisonPictures.curves(Curve.of(after).withBand(after, work), Curve.of(Sample.of(question.baseline(), work)));
        Optional<Chart> shift = result.shape().shift().size() < 2 ? Optional.empty() : Optional.of(ComparisonPictures.shiftChart(result, settings.threshold()));
        return new Answer(result, ComparisonSection.of(result, settings), curves, shift, settings);
    }

    /// Data sets that could be the baseline.
    static List<Dataset> possible(Session session) {
        return session.open().stream().filter(each -> session.requests(each).isPresent()).toList();
    }

    /// A selection in words; empty for everything.
    static String words(Selection selection, ZoneId zone) {
        return selection.isAll() ? "" : Words.of(selection, zone);
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
}
