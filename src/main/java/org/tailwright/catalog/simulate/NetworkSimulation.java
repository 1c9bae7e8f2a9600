package org.tailwright.catalog.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.data.Dataset;
import org.tailwright.data.Traces;
import org.tailwright.reports.Report;
import org.tailwright.simulation.events.Fault;
import org.tailwright.simulation.optimise.Optimiser;
import org.tailwright.simulation.optimise.Optimum;
import org.tailwright.simulation.optimise.OptimumExplanation;
import org.tailwright.simulation.scenario.Drill;
import org.tailwright.simulation.scenario.DrillExplanation;
import org.tailwright.simulation.scenario.Scenario;
import org.tailwright.simulation.scenario.ScenarioReader;
import org.tailwright.work.Work;

/// The analyses `simulate`, what a network of stations does under load, policies and faults, and `optimise`, the cheapest one that holds an objective.
public final class NetworkSimulation {
    private static final String FILE = "a YAML file with stations, sources and faults, or its text";
    private static final Field<Optional<Scenario>> SCENARIO = scenario(FILE + "; empty drafts a network from the traces given");
    private static final Field<Optional<Scenario>> SEARCHED = scenario(FILE + ", with a part 'optimise'");
    private static final Field<Long> RUNS = Field.integer("runs", "independent runs of each variant; 0 for what the scenario says", 0, 0, 10_000);

    /// What was typed.
    public record Parameters(Optional<Scenario> scenario, int runs) {}

    /// The analysis.
    public static final Analysis<Parameters, Drill> SIMULATE = new Analysis<>("simulate", "Simulation of a network",
            List.of(new Slot("traces", Set.of(Dataset.Kind.TRACES), Slot.Arity.OPTIONAL)),
            new Form<>(List.of(SCENARIO, RUNS), values -> new Parameters(values.get(SCENARIO), Math.toIntExact(values.get(RUNS)))),
            NetworkSimulation::answer, NetworkSimulation::explain);

    private NetworkSimulation() {}

    private static Field<Optional<Scenario>> scenario(String doc) {
        return new Field<>("scenario", doc, Field.Kind.TEXT, "", List.of(), NetworkSimulation::read);
    }

    /// A scenario is typed as its file's name or, with line ends in it, as itself.
    private static Optional<Scenario> read(String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        if (typed.contains("\n")) {
            return Optional.of(ScenarioReader.read(typed));
        }
        try {
            return Optional.of(ScenarioReader.read(Files.readString(Path.of(typed.strip()))));
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("--scenario: '" + typed + "' cannot be read; name a YAML file, see docs/guide/scenarios.md", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(typed + ", " + e.getMessage(), e);
        }
    }

    /// The analysis `optimise`: the cheapest configuration of the same network.
    public static final Analysis<Parameters, Optimum> OPTIMISE = new Analysis<>("optimise", "Cheapest configuration", List.of(),
            new Form<>(List.of(SEARCHED), values -> new Parameters(values.get(SEARCHED), 0)), NetworkSimulation::search,
            (inputs, _, optimum) -> OptimumExplanation.explain(inputs, optimum));

    private static Outcome<Optimum> search(Inputs inputs, Parameters asked, Work work) {
        Optional<String> obstacle = asked.scenario().isEmpty() ? Optional.of("Name a scenario with a part 'optimise', --scenario FILE.yaml.") : Optimiser.obstacle(asked.scenario().get());
        return obstacle.<Outcome<Optimum>>map(Outcome::not).orElseGet(() -> Outcome.answer(Optimiser.of(asked.scenario().orElseThrow(), inputs.seed(), work)));
    }

    private static Outcome<Drill> answer(Inputs inputs, Parameters asked, Work work) {
        Optional<Scenario> scenario = asked.scenario();
        if (scenario.isEmpty()) {
            Optional<Traces> traces = inputs.first(Traces.class);
            if (traces.isEmpty()) {
                return Outcome.not("Name a scenario, --scenario drill.yaml, or give traces to draft one from their service graph.");
            }
            Optional<String> draft = NetworkDraft.of(traces.get(), inputs.selection(), inputs.objectives());
            if (draft.isEmpty()) {
                return Outcome.not("The traces hold no service with a root span inside the selection, so that no network can be drafted.");
            }
            scenario = draft.map(ScenarioReader::read);
        }
        return Outcome.answer(Drill.of(runs(scenario.get(), asked.runs()), inputs.seed(), work));
    }

    private static Scenario runs(Scenario scenario, int runs) {
        Scenario.Settings old = scenario.settings();
        return runs == 0 ? scenario : new Scenario(scenario.title(), new Scenario.Settings(old.nanos(), old.spans(), old.warmupNanos(), runs, runs, 0),
                scenario.objective(), scenario.variants(), scenario.search(), scenario.text());
    }

    private static Report.Section explain(Inputs inputs, Parameters asked, Drill drill) {
        return DrillExplanation.explain(inputs, drill, faults(drill));
    }

    /// The faults of the first variant that has some.
    public static List<Fault> faults(Drill drill) {
        return ScenarioReader.read(drill.scenario()).variants().stream().map(each -> each.network().faults()).filter(each -> !each.isEmpty()).findFirst()
                .orElse(List.of());
    }
}
