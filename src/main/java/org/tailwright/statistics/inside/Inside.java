package org.tailwright.statistics.inside;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.SelectionText;
import org.tailwright.work.Work;

/// What is inside a selection more than in the rest: values of the rows' attributes, and what of other data sets went with them.
public final class Inside {
    /// Share of false findings that is accepted where nothing else is asked.
    public static final double RATE = 0.05;
    private static final int FEWEST = 20;
    private static final Field<String> AGAINST = Field.text("against",
            "what the selection is compared with: rest, or another selection such as '--latency 1ms..20ms --where label=/pay'", "rest");
    private static final Field<Double> ACCEPTED = Field.number("rate", "share of false findings that is accepted", RATE, 1e-6, 0.5);

    /// What is asked.
    ///
    /// @param against the baseline; empty for the rest
    /// @param rate accepted share of false findings
    public record Asked(Optional<Selection> against, double rate) {
        /// The selection against the rest.
        public static final Asked USUAL = new Asked(Optional.empty(), RATE);
    }

    /// The analysis. The first requests or spans are those selected from; the others are joined by trace id or time.
    public static final Analysis<Asked, InsideResult> ANALYSIS = new Analysis<>("inside", "Inside the selection",
            List.of(Slot.durations(), new Slot("beside", Set.of(Dataset.Kind.METRICS, Dataset.Kind.TRACES, Dataset.Kind.RECORDING,
                    Dataset.Kind.REQUESTS), Slot.Arity.MANY)),
            new Form<>(List.of(AGAINST, ACCEPTED), values -> new Asked(against(values.get(AGAINST)), values.get(ACCEPTED))),
            Inside::answer, InsideSection::explain);

    private Inside() {}

    private static Optional<Selection> against(String typed) {
        return typed.isBlank() || typed.strip().equals("rest") ? Optional.empty() : Optional.of(SelectionText.parse(typed));
    }

    private static Outcome<InsideResult> answer(Inputs inputs, Asked asked, Work work) {
        Optional<Requests> requests = inputs.datasets().stream().flatMap(each -> Requests.of(each).stream()).findFirst();
        if (requests.isEmpty()) {
            return Outcome.not("There are no requests here to select from; choose requests, spans or an event type with durations.");
        }
        return inputs.selection().isAll() ? Outcome.not("Nothing is selected: give a latency band (--latency 200ms..), a time window or a filter.")
                : of(Population.of(requests.get(), work), inputs, asked, work);
    }

    /// What is inside the selection of `inputs`.
    ///
    /// @param population the rows that were selected from, prepared; kept by who asks often
    public static Outcome<InsideResult> of(Population population, Inputs inputs, Asked asked, Work work) {
        Selection selection = inputs.selection();
        Counts in = population.count(selection, work);
        Counts both = both(population, selection, asked, in, work);
        long inside = in.total();
        long outside = both.total() - inside;
        if (inside < FEWEST || outside < FEWEST) {
            return Outcome.not("Too few rows to compare: " + inside + " inside and " + outside + " outside the selection; at least " + FEWEST
                    + " on each side are needed.");
        }
        Selection other = other(selection, asked);
        Moments moments = Moments.of(selection.window(), population.blocks(), in, both).against(asked.against().flatMap(Selection::window));
        Case question = new Case(population, selection, other, new Case.Sides(in, both), moments, inputs.datasets());
        List<Contributor.Tested> tested = new ArrayList<>();
        for (Contributor each : Contributors.ALL) {
            work.check();
            tested.addAll(each.tested(question, work));
        }
        List<Finding> findings = Discoveries.of(tested, asked.rate()).stream()
                .sorted(Comparator.comparingDouble((Finding each) -> each.strength().information()).reversed()
                        .thenComparing(each -> each.subject().words())).toList();
        return Outcome.answer(new InsideResult(inside, outside, words(selection, asked), tested.size(), asked.rate(), findings));
    }

    /// The rows of both sides. A band or window is compared with what else the filters leave; filters alone with what they leave out.
    private static Counts both(Population population, Selection selection, Asked asked, Counts in, Work work) {
        Selection other = other(selection, asked);
        if (asked.against().isPresent()) {
            Requests requests = population.requests();
            IntPredicate inside = selection.inside(requests);
            IntPredicate beside = other.inside(requests);
            return in.plus(population.count(row -> beside.test(row) && !inside.test(row), work));
        }
        return population.under(other.filters(), work);
    }

    private static Selection other(Selection selection, Asked asked) {
        boolean onlyFilters = selection.window().isEmpty() && selection.band().isEmpty();
        return asked.against().orElseGet(() -> new Selection(Optional.empty(), Optional.empty(), onlyFilters ? List.of() : selection.filters()));
    }

    private static String words(Selection selection, Asked asked) {
        if (asked.against().isPresent()) {
            return SelectionText.of(asked.against().get());
        }
        boolean onlyFilters = selection.window().isEmpty() && selection.band().isEmpty();
        return selection.filters().isEmpty() || onlyFilters ? "the rest" : "the rest under the same filters";
    }
}
