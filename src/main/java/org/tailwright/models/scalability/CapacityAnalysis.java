package org.tailwright.models.scalability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.data.Dataset;
import org.tailwright.data.Durations;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// The analysis `capacity`: the highest load whose p99 interval stays under the objective.
public final class CapacityAnalysis {
    private static final Field<String> LIMIT = Field.text("objective-latency", "limit on p99, such as 250ms; empty for the first p99 objective", "");

    /// What is asked.
    ///
    /// @param limitNanos limit on p99; empty for the first p99 objective of the inputs
    public record Parameters(OptionalLong limitNanos, LoadSteps.Search search) {}

    /// The analysis.
    public static final Analysis<Parameters, CapacityResult> CAPACITY = new Analysis<>("capacity", "Capacity",
            List.of(new Slot("data", Set.of(Dataset.Kind.LOADPOINTS, Dataset.Kind.REQUESTS), Slot.Arity.ONE)), form(), CapacityAnalysis::answer,
            CapacityAnalysis::explain);

    private CapacityAnalysis() {}

    private static Form<Parameters> form() {
        List<Field<?>> fields = new ArrayList<>(List.of(LIMIT));
        fields.addAll(StepSearchFields.all());
        return new Form<>(fields, values -> new Parameters(limit(values.get(LIMIT)), StepSearchFields.read(values)));
    }

    private static OptionalLong limit(String typed) {
        if (typed.isBlank()) {
            return OptionalLong.empty();
        }
        OptionalLong nanos = Durations.parse(typed);
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("--objective-latency needs a duration with its unit, such as 250ms, not '" + typed + "'");
        }
        return nanos;
    }

    private static Outcome<CapacityResult> answer(Inputs inputs, Parameters asked, Work work) {
        Optional<Objective> objective = objective(inputs);
        if (asked.limitNanos().isEmpty() && objective.isEmpty()) {
            return Outcome.not("A capacity needs an objective on p99: --objective 'p99<250ms', or --objective-latency 250ms.");
        }
        double limit = asked.limitNanos().isPresent() ? asked.limitNanos().getAsLong() : objective.orElseThrow().limit();
        List<Selection.Filter> where = asked.limitNanos().isPresent() ? List.of() : objective.orElseThrow().where();
        Optional<LoadPoints> given = inputs.first(LoadPoints.class);
        Optional<LoadPoints> points = given.isPresent() ? given : inputs.requests().map(found -> {
            Requests judged = new Selection(Optional.empty(), Optional.empty(), where).of(found);
            return LoadSteps.of(judged, asked.search()).points(judged);
        });
        List<CapacityResult.Level> levels = points.map(CapacityNumber::levels).orElse(List.of());
        if (levels.isEmpty()) {
            return Outcome.not(given.isPresent() ? "These load points have no p99 latency, so that no load can be judged against the objective."
                    : "No load steps were found, so that there is no load to judge; a shorter step can be asked for with --shortest.");
        }
        return Outcome.answer(CapacityNumber.of(levels, limit));
    }

    private static Optional<Objective> objective(Inputs inputs) {
        return inputs.objectives().stream().filter(each -> each.measure().filter(p -> p == 0.99).isPresent()).findFirst();
    }

    private static Report.Section explain(Inputs inputs, Parameters asked, CapacityResult result) {
        List<Block> blocks = new ArrayList<>();
        String limit = Numbers.duration(result.limitNanos());
        Provenance how = new Provenance(inputs.datasets().stream().map(Dataset::name).toList(), "",
                "highest measured load where the p99 interval over its repeats ends below " + limit, result.levels().size(), "95 %");
        Double load = result.capacityLoad();
        Double throughput = result.capacityThroughput();
        blocks.add(new Block.Facts(List.of(
                new Block.Fact("capacity", new Figure(load == null ? "none shown" : (result.next() == null ? "≥ " : "") + Quantity.COUNT.format(load), "",
                        load == null ? Double.NaN : load, Unit.COUNT, how), "load with p99 under " + limit, load != null),
                new Block.Fact("throughput there", new Figure(throughput == null ? Numbers.ABSENT : Numbers.rate(throughput), "",
                        throughput == null ? Double.NaN : throughput, Unit.PER_SECOND, how), "lowest of its repeats", throughput != null))));
        result.notes().forEach(note -> blocks.add(new Block.Text(note)));
        blocks.add(new Block.Picture("capacity-latency", ScalabilityCharts.latency(result, Optional.of(result.limitNanos())),
                "p50 and p99 latency of every load step against load, with the objective at " + limit + "."));
        blocks.add(table(result));
        return new Report.Section("capacity", "Capacity", blocks);
    }

    private static Block.Cell quantile(CapacityResult.Tail tail) {
        return LoadPointsAnalysis.quantile(new StepQuantile(tail.nanos(), tail.lower(), tail.upper(), Double.NaN));
    }

    private static Block table(CapacityResult result) {
        List<List<Block.Cell>> rows = result.levels().stream().map(level -> {
            boolean breach = level.p99().lower() >= result.limitNanos() || level.pooled().lower() >= result.limitNanos();
            boolean holds = !breach && level.pooled().upper() < result.limitNanos();
            return List.of(Block.Cell.of(Quantity.COUNT.format(level.load()), level.load()), Block.Cell.of(Numbers.rate(level.throughput()), level.throughput()),
                    Block.Cell.of(Numbers.duration(level.p50Nanos()), level.p50Nanos()), quantile(level.p99()), quantile(level.pooled()),
                    new Block.Cell(holds ? "holds" : breach ? "breach" : "cannot tell", Double.NaN,
                            holds ? Block.Tone.GOOD : breach ? Block.Tone.BAD : Block.Tone.MUTED));
        }).toList();
        return new Block.Table("capacity-levels", "Latency and throughput against load", List.of(new Block.Column("load N", true),
                new Block.Column("throughput", true), new Block.Column("p50", true), new Block.Column("p99", true), new Block.Column("p99 of its repeats", true),
                new Block.Column("objective", false)), rows);
    }
}
