package org.tailwright.ui.views.scalability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Dataset;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Requests;
import org.tailwright.models.scalability.CapacityAnalysis;
import org.tailwright.models.scalability.CapacityNumber;
import org.tailwright.models.scalability.CapacityResult;
import org.tailwright.models.scalability.LoadSteps;
import org.tailwright.models.scalability.Measured;
import org.tailwright.models.scalability.UslAnalysis;
import org.tailwright.models.scalability.UslResult;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// The law fitted to the data set that has load steps, and the capacity number beside it.
///
/// @param data name of the data set that was taken; empty when none has load steps
/// @param section explanation of the analysis `usl`, or why there is no answer
/// @param law its answer
/// @param capacity explanation of the analysis `capacity`, or why there is no answer
/// @param number its answer; without an objective only the latency of each step
record Fitted(String data, Report.Section section, Optional<UslResult> law, Report.Section capacity, Optional<CapacityResult> number) {
    /// Load points from which on a run counts as one with load steps.
    private static final int FEWEST = 4;

    /// What is asked.
    ///
    /// @param inputs the data sets that could be taken; selection of filters only
    /// @param subject name of the selected data set, which is taken unless another one has far more load points
    /// @param law what was typed for the law
    /// @param capacity what was typed for the capacity number
    record Question(Inputs inputs, String subject, Map<String, String> law, Map<String, String> capacity) {}

    /// A data set with the load points found in it.
    private record Candidate(Dataset data, LoadPoints points) {
        /// Usable points: a run that was made in steps, each several times, has many.
        int size() {
            return Measured.present(points.loads(), points.throughputs()).size();
        }
    }

    static Fitted of(Question question, Work work) {
        List<Candidate> candidates = new ArrayList<>();
        for (Dataset each : question.inputs().datasets()) {
            work.check();
            points(question.inputs().with(List.of(each))).ifPresent(points -> candidates.add(new Candidate(each, points)));
        }
        Optional<Candidate> most = candidates.stream().max(Comparator.comparingInt(Candidate::size));
        Optional<Candidate> chosen = candidates.stream().filter(each -> each.data().name().equals(question.subject()))
                .filter(each -> each.size() >= FEWEST && 2 * each.size() > most.orElseThrow().size()).findFirst().or(() -> most);
        return chosen.isEmpty() ? none() : of(chosen.get(), question, work);
    }

    private static Fitted none() {
        Report.Section why = new Report.Section("usl", "Scalability", List.of(new Block.Text("No open data set has load points or requests.")));
        return new Fitted("", why, Optional.empty(), why, Optional.empty());
    }

    private static Fitted of(Candidate candidate, Question question, Work work) {
        Inputs inputs = question.inputs().with(List.of(candidate.data()));
        var law = UslAnalysis.USL.run(inputs, question.law(), work);
        Analysis.Run<CapacityResult> capacity = CapacityAnalysis.CAPACITY.run(inputs, question.capacity(), work);
        Optional<CapacityResult> number = answer(capacity.outcome());
        List<CapacityResult.Level> levels = number.isPresent() ? List.of() : CapacityNumber.levels(candidate.points());
        return new Fitted(candidate.data().name(), law.section(), answer(law.outcome()), capacity.section(),
                number.or(() -> levels.isEmpty() ? Optional.empty() : Optional.of(CapacityNumber.of(levels, Double.POSITIVE_INFINITY))));
    }

    private static Optional<LoadPoints> points(Inputs inputs) {
        return inputs.first(LoadPoints.class).or(() -> inputs.requests().filter(each -> each.table().rows() > 0)
                .map((Requests found) -> LoadSteps.of(found, LoadSteps.Search.USUAL).points(found)));
    }

    private static <R> Optional<R> answer(Outcome<R> outcome) {
        return switch (outcome) {
            case Outcome.Answer<R> answer -> Optional.of(answer.result());
            case Outcome.NotApplicable<R> _ -> Optional.empty();
        };
    }

    /// Whether the capacity number was judged against an objective.
    boolean judged() {
        return number.filter(each -> Double.isFinite(each.limitNanos())).isPresent();
    }

    /// The sentence that says why there is no law.
    String why() {
        return words(section);
    }

    /// The sentence that says why there is no capacity number.
    String whyNoCapacity() {
        return words(capacity);
    }

    private static String words(Report.Section of) {
        return of.blocks().stream().filter(Block.Text.class::isInstance).map(each -> ((Block.Text) each).text()).findFirst().orElse("");
    }
}
