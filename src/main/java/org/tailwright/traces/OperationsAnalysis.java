package org.tailwright.traces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Rows;
import org.tailwright.data.Traces;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// The analysis `operations`: spans by service and operation, and which service calls which.
public final class OperationsAnalysis {
    private static final Field<Long> MOST = Field.integer("most", "how many operations the table shows", 40, 1, 10_000);

    /// How many rows are shown.
    public record Parameters(long most) {}

    /// The answer.
    ///
    /// @param spans how many were inside the selection
    /// @param sampling how traces were chosen; empty when all are there
    public record Result(List<Operations.Operation> operations, ServiceGraph graph, long spans, String sampling) {
        public Result {
            operations = List.copyOf(operations);
        }
    }

    /// The analysis.
    public static final Analysis<Parameters, Result> OPERATIONS = new Analysis<>("operations", "Operations",
            List.of(Slot.one(Dataset.Kind.TRACES)), new Form<>(List.of(MOST), values -> new Parameters(values.get(MOST))),
            OperationsAnalysis::answer, OperationsAnalysis::explain);

    private OperationsAnalysis() {}

    private static Outcome<Result> answer(Inputs inputs, Parameters parameters, Work work) {
        Optional<Traces> traces = inputs.first(Traces.class);
        if (traces.isEmpty()) {
            return Outcome.not("Operations are found in spans: a file of traces.");
        }
        Rows rows = inputs.selection().rows(traces.get().asRequests());
        if (rows.size() == 0) {
            return Outcome.not("No span lies inside the selection.");
        }
        SpanForest forest = SpanForest.of(traces.get());
        work.check();
        return Outcome.answer(new Result(Operations.of(forest, SelfTimes.of(forest), rows, work), ServiceGraph.of(forest, rows), rows.size(),
                traces.get().sampling()));
    }

    private static Report.Section explain(Inputs inputs, Parameters parameters, Result found) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(Numbers.count(found.spans()) + " spans, " + Numbers.count(found.operations().size()) + " operations. Self time is a "
                + "span's duration minus the union of its children. Percentiles are order statistics ceil(np) of the durations of all spans, failed ones among them."));
        if (!found.sampling().isEmpty()) {
            blocks.add(new Block.Text("Traces were chosen: " + found.sampling() + "."));
        }
        double self = found.operations().stream().mapToDouble(each -> each.times().self()).sum();
        blocks.add(new Block.Table("operations", "Operations by self time", List.of(new Block.Column("service", false), new Block.Column("operation", false),
                new Block.Column("calls", true), new Block.Column("errors", true), new Block.Column("self", true), new Block.Column("share of self", true),
                new Block.Column("total", true), new Block.Column("p50", true), new Block.Column("p99", true)),
                found.operations().stream().limit(parameters.most()).map(each -> row(each, self)).toList()));
        blocks.add(calls(found.graph()));
        return new Report.Section("operations", "Operations", blocks);
    }

    private static List<Block.Cell> row(Operations.Operation each, double self) {
        double errors = (double) each.spans().failed() / each.spans().all();
        double share = self == 0 ? 0 : each.times().self() / self;
        return List.of(Block.Cell.of(each.service()), Block.Cell.of(each.name()), Block.Cell.of(Numbers.count(Math.round(each.calls())), each.calls()),
                errors(errors), duration(each.times().self()), Block.Cell.of(Numbers.percent(share), share), duration(each.times().total()),
                duration(each.times().p50()), p99(each.times().p99(), each.spans().all()));
    }

    private static Block calls(ServiceGraph graph) {
        return new Block.Table("calls", "Calls between services", List.of(new Block.Column("caller", false), new Block.Column("callee", false),
                new Block.Column("calls", true), new Block.Column("errors", true), new Block.Column("p50", true), new Block.Column("p99", true)),
                graph.edges().stream().map(each -> List.of(Block.Cell.of(each.caller()), Block.Cell.of(each.callee()),
                        Block.Cell.of(Numbers.count(Math.round(each.calls())), each.calls()), errors((double) each.failed() / each.spans()),
                        duration(each.latency().p50()), p99(each.latency().p99(), each.spans()))).toList());
    }

    private static Block.Cell errors(double share) {
        return new Block.Cell(share == 0 ? "0" : Numbers.percent(share), share, share == 0 ? Block.Tone.MUTED : Block.Tone.BAD);
    }

    private static Block.Cell duration(double nanos) {
        return Block.Cell.of(Numbers.duration(nanos), nanos);
    }

    /// With fewer than 100 spans the 99th percentile is the maximum by another name.
    private static Block.Cell p99(long nanos, long spans) {
        return new Block.Cell(Numbers.duration(nanos), nanos, spans < 100 ? Block.Tone.MUTED : Block.Tone.PLAIN);
    }
}
