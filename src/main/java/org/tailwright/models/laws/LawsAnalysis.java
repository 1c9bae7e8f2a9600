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
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.models.scalability.LoadSteps;
import org.tailwright.models.scalability.StepSearchFields;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// The analysis `laws`: the operational laws as checks on loaded data.
public final class LawsAnalysis {
    private static final Field<String> BUSY = Field.text("busy", "metric that counts busy servers of a station", "");
    private static final Field<Double> FACTOR = Field.number("factor", "what the busy metric is multiplied by to count servers; 0.02 turns per cent of 2 cores into busy cores", 1, 1e-12, 1e12);
    private static final Field<Long> SERVERS = Field.integer("servers", "number of servers of that station; 0 when unknown", 0, 0, 1_000_000);
    private static final Field<String> INSIDE = Field.text("inside", "metric that counts requests inside the system", "");

    /// What is asked.
    public record Parameters(String busy, double factor, int servers, String inside, LoadSteps.Search search) {}

    /// The analysis.
    public static final Analysis<Parameters, LawsResult> LAWS = new Analysis<>("laws", "Operational laws",
            List.of(new Slot("data", Set.of(Dataset.Kind.REQUESTS, Dataset.Kind.TRACES), Slot.Arity.ONE), new Slot("metrics", Set.of(Dataset.Kind.METRICS), Slot.Arity.OPTIONAL),
                    new Slot("spans", Set.of(Dataset.Kind.TRACES), Slot.Arity.OPTIONAL)),
            form(), LawsAnalysis::answer, LawsAnalysis::explain);

    private LawsAnalysis() {}

    private static Form<Parameters> form() {
        List<Field<?>> fields = new ArrayList<>(List.of(BUSY, FACTOR, SERVERS, INSIDE));
        fields.addAll(StepSearchFields.all());
        return new Form<>(fields, values -> new Parameters(values.get(BUSY).strip(), values.get(FACTOR), Math.toIntExact(values.get(SERVERS)), values.get(INSIDE).strip(),
                StepSearchFields.read(values)));
    }

    private static Outcome<LawsResult> answer(Inputs inputs, Parameters asked, Work work) {
        Optional<Requests> requests = whole(inputs).filter(each -> each.table().rows() > 0);
        if (requests.isEmpty()) {
            return Outcome.not("The laws are checked on requests or spans; there are none in the selection.");
        }
        Optional<Metrics> metrics = inputs.first(Metrics.class);
        Laws.Gauges gauges = new Laws.Gauges(Levels.of(metrics, asked.busy(), asked.factor(), "busy"), Levels.of(metrics, asked.inside(), 1, "inside"), asked.servers());
        LoadSteps steps = LoadSteps.of(requests.get(), asked.search());
        Optional<Requests> traces = inputs.first(Traces.class).map(each -> inputs.selection().of(each.asRequests()));
        if (steps.steps().isEmpty() && traces.isEmpty()) {
            return Outcome.not("No stretch of constant load was found, so that there is nothing to hold the laws against; a shorter one can be asked for with --shortest.");
        }
        work.check();
        return Outcome.answer(Laws.of(requests.get(), traces, steps, gauges));
    }

    /// Requests, or of spans those that stand for whole traces.
    private static Optional<Requests> whole(Inputs inputs) {
        return !inputs.datasets().isEmpty() && inputs.datasets().getFirst() instanceof Traces traces ? Optional.of(inputs.selection().of(traces.roots())) : inputs.requests();
    }

    private static Report.Section explain(Inputs inputs, Parameters asked, LawsResult result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("The laws hold for every measurement, whatever the distributions. Where one is broken the measurement is."));
        result.laws().forEach(each -> blocks.add(new Block.Finding(each.tone(), each.title(), each.formula() + ". " + each.text())));
        if (result.steps().size() > 1) {
            Chart chart = chart(result);
            blocks.add(new Block.Picture("laws-bounds", chart, chart.description()));
        }
        if (!result.steps().isEmpty()) {
            blocks.add(steps(result));
        }
        if (!result.visits().isEmpty()) {
            blocks.add(visits(result));
        }
        return new Report.Section("laws", "Operational laws", blocks);
    }

    private static Chart chart(LawsResult result) {
        double[] users = result.steps().stream().mapToDouble(LawsResult.Step::users).toArray();
        double end = 1.05 * users[users.length - 1];
        double knee = Math.min(end, result.bounds().knee());
        double[] xs = {0, knee, end};
        double[] bound = {0, result.bounds().at(knee), result.bounds().at(end)};
        double[] rates = result.steps().stream().mapToDouble(LawsResult.Step::rate).toArray();
        double top = 1.15 * Math.max(bound[2], java.util.Arrays.stream(rates).max().orElse(1));
        return new Chart("Throughput and its bounds", "X ≤ min(N/(D + Z), 1/Dmax)", Axis.linear("load N", 0, end, Quantity.COUNT), Axis.linear("throughput /s", 0, top, Quantity.RATE),
                List.of(Layer.Line.of(xs, bound, Role.SERIES_2, "bound").dashed(), Layer.Points.of(users, rates, Role.SERIES_1, "measured")),
                "Throughput of " + users.length + " steps below its asymptotic bound.");
    }

    private static Block steps(LawsResult result) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (LawsResult.Step each : result.steps()) {
            rows.add(List.of(Block.Cell.of(Quantity.COUNT.format(each.users()), each.users()), Block.Cell.of(Numbers.rate(each.rate()), each.rate()), time(each.response()),
                    time(each.interactive()), Block.Cell.of(Numbers.number(each.little()), each.little()), Block.Cell.of(Numbers.change(each.off()), each.off()),
                    Block.Cell.of(Numbers.rate(each.most()), each.most())));
        }
        return new Block.Table("laws-steps", "Load steps", List.of(new Block.Column("N", true), new Block.Column("X", true), new Block.Column("R", true), new Block.Column("N/X − Z", true),
                new Block.Column("X·(R + Z)", true), new Block.Column("against N", true), new Block.Column("bound of X", true)), rows);
    }

    private static Block visits(LawsResult result) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (LawsResult.Visit each : result.visits()) {
            rows.add(List.of(Block.Cell.of(each.operation()), Block.Cell.of(Numbers.number(each.visits()), each.visits()), time(each.seconds()), time(each.demand())));
        }
        return new Block.Table("laws-visits", "Visits per request", Block.Column.of("operation", "visits V", "mean time", "V × time"), rows);
    }

    private static Block.Cell time(double seconds) {
        return Block.Cell.of(Double.isNaN(seconds) ? Numbers.ABSENT : Numbers.duration(seconds * 1e9), seconds);
    }
}
