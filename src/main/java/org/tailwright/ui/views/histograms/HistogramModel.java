package org.tailwright.ui.views.histograms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Chart;
import org.tailwright.data.Histograms;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.reports.Report;
import org.tailwright.statistics.histograms.HistogramAnalysis;
import org.tailwright.statistics.histograms.HistogramCharts;
import org.tailwright.statistics.histograms.HistogramResult;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Brush;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.work.Work;

/// What histograms say, under the selected window and as a whole.
final class HistogramModel {
    /// Under which the chosen tag is kept.
    static final String ID = HistogramAnalysis.ANALYSIS.id();

    /// @param inputs of one data set
    /// @param others drawn beside it
    record Question(Inputs inputs, List<Histograms> others, Map<String, String> typed) {}

    /// @param result empty when the section says why there is none
    /// @param curve of what is selected
    /// @param heat of the whole run, like `overTime`
    record Answer(Report.Section section, Optional<HistogramResult> result, Optional<Chart> curve, Optional<Chart> heat, Optional<Chart> overTime) {}

    private final Store store;
    private final Latest<Question, Answer> latest;

    HistogramModel(Context context) {
        store = context.store();
        latest = context.latest("reading histograms", HistogramModel::answer);
    }

    void ask(Session session) {
        latest.ask(session.first(Histograms.class).map(each -> new Question(session.inputs(List.of(each)), session.open().stream().filter(Histograms.class::isInstance)
                .map(Histograms.class::cast).filter(other -> other != each).toList(), session.questions().typed(ID))).orElse(null));
    }

    private static Answer answer(Question question, Work work) {
        Inputs inputs = question.inputs();
        Analysis.Run<HistogramResult> run = HistogramAnalysis.ANALYSIS.run(inputs, question.typed(), work);
        Optional<HistogramResult> selected = result(run);
        Optional<HistogramResult> whole = inputs.selection().window().isEmpty() ? selected : result(HistogramAnalysis.ANALYSIS.run(inputs.with(Selection.ALL), question.typed(), work));
        Histograms all = inputs.first(Histograms.class).orElseThrow();
        Optional<Double> limit = HistogramAnalysis.limit(inputs);
        Optional<TimeSpan> span = all.span();
        return new Answer(run.section(), selected, selected.flatMap(each -> HistogramCharts.curve(inputs.selection().of(all), each, question.others().stream().map(inputs.selection()::of).toList(), limit)),
                whole.flatMap(each -> span.flatMap(own -> HistogramCharts.heatMap(all, each, own, inputs.zone(), limit))),
                whole.flatMap(each -> span.flatMap(own -> HistogramCharts.overTime(each, own, inputs.zone(), limit))));
    }

    private static Optional<HistogramResult> result(Analysis.Run<HistogramResult> run) {
        return switch (run.outcome()) {
            case Outcome.Answer<HistogramResult> answer -> Optional.of(answer.result());
            case Outcome.NotApplicable<HistogramResult> _ -> Optional.empty();
        };
    }

    /// Looks at another tag.
    void choose(String tag) {
        store.ask(now -> now.with(ID, "tag", tag));
    }

    /// Selects a window of time.
    void brush(Brush brush) {
        store.select(now -> now.within(Optional.of(brush.window())));
    }

    /// Takes the window back.
    void reset() {
        store.select(now -> now.within(Optional.empty()));
    }

    Latest<Question, Answer> latest() {
        return latest;
    }
}
