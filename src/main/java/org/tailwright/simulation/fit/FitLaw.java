package org.tailwright.simulation.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Requests;
import org.tailwright.work.Work;

/// The analysis `fit-law`: which law durations, times between arrivals or another column follow, and how far off it is.
public final class FitLaw {
    private static final Field<String> OF = Field.text("of", "what to fit: durations, gaps (times between arrivals), or a column of numbers", Values.DURATIONS);
    private static final Field<Long> REPLICATES = Field.integer("replicates", "samples drawn from each law for the p-values; 0 for none", 499, 0, 20_000);
    private static final int FEWEST = 10;

    /// @param of "durations", "gaps" or a column's name
    /// @param replicates of the parametric bootstrap
    public record Parameters(String of, int replicates) {}

    /// The analysis.
    public static final Analysis<Parameters, LawFits> FIT = new Analysis<>("fit-law", "Fitted laws", List.of(Slot.durations()),
            new Form<>(List.of(OF, REPLICATES), values -> new Parameters(values.get(OF).strip(), Math.toIntExact(values.get(REPLICATES)))),
            FitLaw::answer, FitExplanation::explain);

    private FitLaw() {}

    private static Outcome<LawFits> answer(Inputs inputs, Parameters asked, Work work) {
        Optional<Requests> requests = inputs.requests().filter(each -> each.rows() > 0);
        if (requests.isEmpty()) {
            return Outcome.not("There are no requests here; choose requests, spans or an event type with durations.");
        }
        if (asked.of().equals(Values.GAPS) && sampled(requests.get())) {
            return Outcome.not("Rows stand for several requests each, so that the times between all of them are not known: those between the rows that were kept are longer and of another law.");
        }
        Optional<Values> values = Values.of(requests.get(), asked.of(), inputs.seed(), work);
        if (values.isEmpty()) {
            return Outcome.not("There are no numbers called '" + asked.of() + "'; there are " + LawFits.names(requests.get()) + ".");
        }
        double[] all = values.get().values();
        if (all.length < FEWEST || Arrays.stream(all).distinct().limit(3).count() < 3) {
            return Outcome.not("A law needs at least " + FEWEST + " values, three of them different; there are " + all.length + ".");
        }
        if (values.get().independent() < FEWEST) {
            return Outcome.not("Slow values follow each other so much that " + Numbers.count(all.length) + " of them are worth only "
                    + Numbers.number(values.get().independent()) + " independent ones; a law needs " + FEWEST + ". Narrow the selection to a calm stretch, or measure longer.");
        }
        return Outcome.answer(LawFits.of(values.get(), asked.replicates(), inputs.seed(), work));
    }

    private static boolean sampled(Requests requests) {
        return requests.table().doubles(Requests.WEIGHT).filter(weights -> IntStream.range(0, weights.size()).anyMatch(row -> weights.at(row) != 1)).isPresent();
    }
}
