package org.tailwright.analyses;

import java.util.List;
import java.util.Map;
import org.tailwright.data.Dataset;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// An analysis is a value: what it is called, what it takes, how it answers and how its answer is explained. The form makes the command
/// line's options and the window's settings pane; the explanation makes what every shell shows.
///
/// @param id name on the command line, lower case with dashes
/// @param title what people see
/// @param inputs what data sets it takes
/// @param form its parameters
/// @param method the pure function: same inputs, parameters and seed, same answer, whatever the number of cores
/// @param explanation turns an answer into a section of a report
public record Analysis<P, R>(String id, String title, List<Slot> inputs, Form<P> form, Method<P, R> method, Explanation<P, R> explanation) {
    /// Computes the answer.
    @FunctionalInterface
    public interface Method<P, R> {
        /// @param work is asked regularly whether to go on
        Outcome<R> answer(Inputs inputs, P parameters, Work work);
    }

    /// Explains an answer.
    @FunctionalInterface
    public interface Explanation<P, R> {
        /// A section with the analysis' id.
        Report.Section explain(Inputs inputs, P parameters, R result);
    }

    /// A question with its answer, ready to be shown.
    ///
    /// @param asked all parameters as typed
    public record Run<R>(String id, Map<String, String> asked, Outcome<R> outcome, Report.Section section) {}

    public Analysis {
        inputs = List.copyOf(inputs);
    }

    /// Whether a data set fits the first slot, or any one where the first may stay empty.
    public boolean takes(Dataset.Kind kind) {
        return inputs.isEmpty() || inputs.getFirst().kinds().contains(kind)
                || inputs.getFirst().arity() == Slot.Arity.OPTIONAL && inputs.stream().anyMatch(each -> each.kinds().contains(kind));
    }

    /// Answers and explains. A question that does not fit becomes a section that says so.
    ///
    /// @throws IllegalArgumentException when a parameter is wrong
    public Run<R> run(Inputs data, Map<String, String> typed, Work work) {
        P parameters = form.parse(typed);
        return explained(data, typed, method.answer(data, parameters, work.within((R early) -> explained(data, typed, Outcome.answer(early)))));
    }

    private Run<R> explained(Inputs data, Map<String, String> typed, Outcome<R> outcome) {
        P parameters = form.parse(typed);
        Report.Section section = switch (outcome) {
            case Outcome.Answer<R> answer -> explanation.explain(data, parameters, answer.result());
            case Outcome.NotApplicable<R> not -> new Report.Section(id, title, List.of(
                    new Block.Text(not.why())));
        };
        return new Run<>(id, form.complete(typed), outcome, Grounds.of(section, title + " (run " + id + ")", data));
    }
}
