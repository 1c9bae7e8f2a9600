package org.tailwright.models.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// The analysis `demands`: how long a request of each class occupies a station, from the utilisation law and by regression.
public final class DemandAnalysis {
    private static final Field<String> BUSY = Field.text("busy", "metric that counts busy servers, or a utilisation", "");
    private static final Field<Double> FACTOR = Field.number("factor", "what the metric is multiplied by to count servers; 0.02 turns per cent of 2 cores into busy cores", 1, 1e-12, 1e12);
    private static final Field<Long> WINDOW = Field.duration("window", "length of the windows in which throughput and busy servers are compared", "5s");
    private static final Field<Long> CLASSES = Field.integer("classes", "most classes told apart, by number of requests; the rest counts as one", 6, 1, 30);
    private static final Field<Boolean> BASE = Field.flag("base", "allow servers that are busy without requests (an intercept)", false);

    /// What is asked.
    public record Parameters(String busy, double factor, long windowNanos, int classes, boolean base) {}

    /// The analysis.
    public static final Analysis<Parameters, DemandResult> DEMANDS = new Analysis<>("demands", "Demands by class",
            List.of(new Slot("data", Set.of(Dataset.Kind.REQUESTS), Slot.Arity.ONE), new Slot("metrics", Set.of(Dataset.Kind.METRICS), Slot.Arity.OPTIONAL)),
            new Form<>(List.of(BUSY, FACTOR, WINDOW, CLASSES, BASE), values -> new Parameters(values.get(BUSY).strip(), values.get(FACTOR), Math.max(1_000_000, values.get(WINDOW)),
                    Math.toIntExact(values.get(CLASSES)), values.get(BASE))),
            DemandAnalysis::answer, DemandAnalysis::explain);

    private DemandAnalysis() {}

    private static Outcome<DemandResult> answer(Inputs inputs, Parameters asked, Work work) {
        Optional<Requests> requests = inputs.requests().filter(each -> each.table().rows() > 0);
        Optional<Levels> busy = Levels.of(inputs.first(Metrics.class), asked.busy(), asked.factor(), "busy");
        if (requests.isEmpty() || busy.isEmpty()) {
            return Outcome.not("Demands need requests and a metric that counts busy servers: open both and name the metric with --busy.");
        }
        return Demands.of(requests.get(), busy.get(), asked, inputs.seed(), work);
    }

    private static Report.Section explain(Inputs inputs, Parameters asked, DemandResult result) {
        List<Block> blocks = new ArrayList<>();
        Provenance how = new Provenance(inputs.datasets().stream().map(Dataset::name).toList(), "", "busy ÷ throughput", result.windows(), "");
        blocks.add(new Block.Facts(List.of(
                new Block.Fact("demand of a request", new Figure(Numbers.duration(result.overall() * 1e9), "", result.overall() * 1e9, Unit.DURATION, how), "utilisation law", true),
                new Block.Fact("explained", new Figure(Numbers.percent(result.explained()), "", result.explained(), Unit.RATIO, how), "of the scatter, by the classes", true))));
        result.warnings().forEach(each -> blocks.add(new Block.Finding(Block.Tone.WATCH, each, "")));
        List<List<Block.Cell>> rows = new ArrayList<>();
        double all = result.classes().stream().mapToDouble(DemandResult.Demand::busy).sum() + result.base();
        for (DemandResult.Demand each : result.classes()) {
            rows.add(List.of(Block.Cell.of(each.label()), Block.Cell.of(Numbers.rate(each.rate()), each.rate()),
                    Block.Cell.of(Numbers.duration(each.seconds() * 1e9, each.low() * 1e9, each.high() * 1e9), each.seconds()),
                    Block.Cell.of(Numbers.percent(each.busy() / all), each.busy() / all), Block.Cell.of(Numbers.number(each.inflation()), each.inflation())));
        }
        blocks.add(new Block.Table("demands", "Demand by class", Block.Column.of("class", "rate", "demand", "share of busy", "variance inflation"), rows));
        blocks.add(new Block.Text("Mean busy servers of " + result.windows() + " windows of " + Numbers.duration(asked.windowNanos()) + " regressed on the throughput of each class, coefficients of at least 0"
                + (asked.base() ? ", with " + Numbers.number(result.base()) + " busy without requests" : ", through the origin")
                + "; intervals by a bootstrap of blocks of windows, seed " + inputs.seed() + ". A request counts in the window in which it ends."));
        return new Report.Section("demands", "Demands by class", blocks);
    }
}
