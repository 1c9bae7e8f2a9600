package org.tailwright.ui.views.distribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.reports.Report;
import org.tailwright.statistics.Latency;
import org.tailwright.statistics.LatencyResult;
import org.tailwright.work.Work;

/// The numbers of the selection, with intervals, as the report has them.
///
/// @param section the explanation of the analysis `latency`
/// @param result its answer; empty when the selection holds no requests
record Answers(Report.Section section, Optional<LatencyResult> result) {
    /// @param typed parameters of the analysis that differ from the defaults
    record Question(Inputs inputs, Map<String, String> typed) {}

    static Answers of(Question question, Work work) {
        var run = Latency.ANALYSIS.run(question.inputs(), question.typed(), work);
        Optional<LatencyResult> result = switch (run.outcome()) {
            case Outcome.Answer<LatencyResult> answer -> Optional.of(answer.result());
            case Outcome.NotApplicable<LatencyResult> _ -> Optional.empty();
        };
        return new Answers(run.section(), result);
    }

    /// The labels of the selection, most requests first.
    List<LatencyResult.Label> labels() {
        return result.map(each -> each.labels().top()).orElse(List.of());
    }
}
