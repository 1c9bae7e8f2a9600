package org.tailwright.traces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// The analysis `critical-path`: what the slowest traces of the selection spent their time on.
public final class CriticalPathAnalysis {
    private static final Field<Long> TRACES = Field.integer("traces", "how many of the slowest traces are walked", 100, 1, 1_000_000);

    /// How many traces are walked.
    public record Parameters(long traces) {}

    /// Time on the paths by service and operation.
    ///
    /// @param nanos sum over all walked traces
    /// @param traces in how many of them it is on the path
    public record Part(String service, String operation, long nanos, long traces) {}

    /// The answer.
    ///
    /// @param slowest the walked traces, slowest first
    /// @param parts most time first; they add up to the durations of the walked traces
    /// @param first the path of the slowest trace, by service and operation in order of time
    public record Result(List<Slowest.Exemplar> slowest, List<Part> parts, List<Step> first) {
        public Result {
            slowest = List.copyOf(slowest);
            parts = List.copyOf(parts);
            first = List.copyOf(first);
        }
    }

    /// A stretch of a path; times in nanoseconds from the start of the trace.
    public record Step(String service, String operation, long from, long to) {}

    /// The analysis.
    public static final Analysis<Parameters, Result> CRITICAL_PATH = new Analysis<>("critical-path", "Critical path",
            List.of(Slot.one(Dataset.Kind.TRACES)), new Form<>(List.of(TRACES), values -> new Parameters(values.get(TRACES))),
            CriticalPathAnalysis::answer, CriticalPathAnalysis::explain);

    private record Name(String service, String operation) {}

    private CriticalPathAnalysis() {}

    private static Outcome<Result> answer(Inputs inputs, Parameters parameters, Work work) {
        Optional<Traces> traces = inputs.first(Traces.class);
        if (traces.isEmpty()) {
            return Outcome.not("A critical path is found in spans: a file of traces.");
        }
        List<Slowest.Exemplar> slowest = Slowest.of(traces.get(), inputs.selection(), Math.toIntExact(parameters.traces()));
        if (slowest.isEmpty()) {
            return Outcome.not("No span lies inside the selection.");
        }
        SpanForest forest = SpanForest.of(traces.get());
        Map<Name, long[]> parts = new HashMap<>();
        for (Slowest.Exemplar each : slowest) {
            work.check();
            Map<Name, Long> own = new HashMap<>();
            CriticalPath.of(forest, each.row()).byRow().forEach((row, nanos) -> own.merge(name(forest, row), nanos, Long::sum));
            own.forEach((name, nanos) -> {
                long[] sum = parts.computeIfAbsent(name, _ -> new long[2]);
                sum[0] += nanos;
                sum[1]++;
            });
        }
        List<Part> ranked = parts.entrySet().stream()
                .map(each -> new Part(each.getKey().service(), each.getKey().operation(), each.getValue()[0], each.getValue()[1]))
                .sorted(Comparator.comparingLong((Part each) -> -each.nanos()).thenComparing(Part::service).thenComparing(Part::operation)).toList();
        return Outcome.answer(new Result(slowest, ranked, steps(forest, slowest.getFirst().row())));
    }

    private static Name name(SpanForest forest, int row) {
        Texts services = forest.table().texts(Requests.SERVICE).orElseThrow();
        return new Name(services.at(row), forest.table().texts(Requests.LABEL).orElseThrow().at(row));
    }

    private static List<Step> steps(SpanForest forest, int root) {
        List<Step> steps = new ArrayList<>();
        for (CriticalPath.Segment each : CriticalPath.of(forest, root).segments()) {
            Name name = name(forest, each.row());
            steps.add(new Step(name.service(), name.operation(), each.start() - forest.start(root), each.end() - forest.start(root)));
        }
        return steps;
    }

    private static Report.Section explain(Inputs inputs, Parameters parameters, Result found) {
        double all = found.parts().stream().mapToLong(Part::nanos).sum();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("The critical paths of the " + Numbers.count(found.slowest().size()) + " slowest traces inside the selection, by service and "
                + "operation. Only time on the path can make a trace faster; the walk follows the child that finishes last."));
        blocks.add(new Block.Table("critical-path", "Share of the critical path", List.of(new Block.Column("service", false), new Block.Column("operation", false),
                new Block.Column("share", true), new Block.Column("time", true), new Block.Column("traces", true)),
                found.parts().stream().map(each -> List.of(Block.Cell.of(each.service()), Block.Cell.of(each.operation()),
                        Block.Cell.of(Numbers.percent(all == 0 ? 0 : each.nanos() / all), each.nanos() / Math.max(1, all)),
                        Block.Cell.of(Numbers.duration(each.nanos()), each.nanos()), Block.Cell.of(Numbers.count(each.traces()), each.traces()))).toList()));
        Slowest.Exemplar slowest = found.slowest().getFirst();
        blocks.add(new Block.Table("slowest-trace", "The slowest trace, " + slowest.trace() + ", " + Numbers.duration(slowest.duration()),
                List.of(new Block.Column("from", true), new Block.Column("length", true), new Block.Column("service", false), new Block.Column("operation", false)),
                found.first().stream().map(each -> List.of(Block.Cell.of(Numbers.duration(each.from()), each.from()),
                        Block.Cell.of(Numbers.duration(each.to() - each.from()), each.to() - each.from()), Block.Cell.of(each.service()),
                        Block.Cell.of(each.operation()))).toList()));
        return new Report.Section("critical-path", "Critical path", blocks);
    }
}
