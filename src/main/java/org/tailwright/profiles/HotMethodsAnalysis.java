package org.tailwright.profiles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Recording;
import org.tailwright.data.Stacks;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// The analysis `hot-methods`: methods by the samples in them.
public final class HotMethodsAnalysis {
    private static final Field<Long> MOST = Field.integer("most", "how many methods are shown", 30, 1, 10_000);
    private static final Field<String> EVENT = Field.text("event", "event type of the samples; empty for execution samples, else the most frequent type", "");
    private static final Field<String> THREAD = Field.text("thread", "name of the thread; empty for all", "");

    /// What is asked.
    public record Parameters(long most, String event, String thread) {}

    /// The answer.
    ///
    /// @param event type of the samples; empty when they name none
    /// @param unit what weights are counted in: `ns`, `B`, `samples` or the source's own word
    /// @param weight of all samples that count
    public record Result(List<HotMethods.Method> methods, String event, String unit, double weight) {
        public Result {
            methods = List.copyOf(methods);
        }
    }

    /// The analysis.
    public static final Analysis<Parameters, Result> HOT_METHODS = new Analysis<>("hot-methods", "Hot methods",
            List.of(Slot.one(Dataset.Kind.RECORDING)),
            new Form<>(List.of(MOST, EVENT, THREAD), values -> new Parameters(values.get(MOST), values.get(EVENT), values.get(THREAD))),
            HotMethodsAnalysis::answer, HotMethodsAnalysis::explain);

    private HotMethodsAnalysis() {}

    private static Outcome<Result> answer(Inputs inputs, Parameters parameters, Work work) {
        Optional<Recording> recording = inputs.first(Recording.class);
        if (recording.isEmpty()) {
            return Outcome.not("Hot methods are found in a recording or a profile.");
        }
        Stacks stacks = recording.get().samples();
        Optional<String> event = given(parameters.event()).or(() -> SampleKinds.of(stacks).stream().findFirst());
        CallTree tree = CallTree.of(stacks, new Sampled(inputs.selection().window(), event, given(parameters.thread())));
        double weight = tree.total(CallTree.ROOT);
        return weight == 0 ? Outcome.not("No stack sample fits: the recording has none, or none inside the window, of that event and thread.")
                : Outcome.answer(new Result(HotMethods.of(tree, Math.toIntExact(parameters.most())), event.orElse(""), symbol(tree.unit()), weight));
    }

    private static Optional<String> given(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    private static String symbol(Unit unit) {
        return unit.equals(Unit.COUNT) ? "samples" : unit.symbol();
    }

    private static Report.Section explain(Inputs inputs, Parameters parameters, Result found) {
        return new Report.Section("hot-methods", "Hot methods", List.of(
                new Block.Text(words(found) + (found.event().isEmpty() || found.event().equals("samples") ? "" : " of " + found.event())
                        + " in all. Self counts samples with the method innermost, total those with it anywhere; recursion counts once."),
                new Block.Table("hot-methods", "Methods by self weight", List.of(new Block.Column("method", false), new Block.Column("kind", false),
                        new Block.Column("self", true), new Block.Column("total", true)),
                        found.methods().stream().map(each -> List.of(Block.Cell.of(each.text()), Block.Cell.of(each.kind().name().toLowerCase(Locale.ROOT)),
                                share(each.self(), found.weight()), share(each.total(), found.weight()))).toList())));
    }

    private static String words(Result found) {
        Unit unit = switch (found.unit()) {
            case "samples" -> Unit.COUNT;
            case "ns" -> Unit.DURATION;
            case "B" -> Unit.BYTES;
            default -> Unit.of(found.unit());
        };
        return SampleKinds.words(found.weight(), unit);
    }

    private static Block.Cell share(double part, double whole) {
        return Block.Cell.of(Numbers.percent(part / whole), part / whole);
    }
}
