package org.tailwright.ui.views.drill;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.catalog.simulate.NetworkSimulation;
import org.tailwright.data.Dataset;
import org.tailwright.data.Traces;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.simulation.scenario.Drill;
import org.tailwright.simulation.scenario.ScenarioReader;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;

/// The scenario of the session and its answer. A scenario is kept as its text; without one a network is drafted from the open traces.
final class DrillModel {
    /// Id of the analysis, under which the scenario is kept.
    static final String ID = NetworkSimulation.SIMULATE.id();
    /// What the status bar says meanwhile.
    static final String TITLE = "simulating the network";

    /// Under which scenarios are kept: their titles to their texts.
    static final String KEPT = "scenarios";

    /// What to begin with where there are no traces.
    static final String EXAMPLE = """
            title: A slow dependency
            duration: 5m
            warmup: 10s
            runs: 8
            objective: p99<300ms
            stations:
              shop:
                servers: 32
                time: 5ms..40ms
                calls:
                  payment: {times: 0.3}
              payment:
                servers: 20
                time: 20ms..80ms
            sources:
              visitors:
                to: shop
                rate: 150
            faults:
              - {slow: payment, at: 120s, for: 60s, factor: 10}
            variants:
              with breaker:
                stations: {shop: {calls: {payment: {timeout: 200ms, optional: true, breaker: {window: 50, failures: 50%, open: 5s}}}}}
            optimise:
              probability: 90%
              evaluations: 60
              runs: 8
              change:
                stations:
                  shop:
                    servers: {from: 4, to: 32, step: 4, price: 1}
                    calls: {payment: {timeout: {one-of: [100ms, 200ms, none]}, optional: {one-of: [true]}}}
                  payment:
                    servers: {from: 6, to: 24, step: 3, price: 3}
            """;

    /// What is asked.
    record Question(Inputs inputs, Map<String, String> typed) {}

    /// What is known.
    record Answer(Question question, Report.Section section, Optional<Drill> drill) {
        /// The sentence that says why there is no answer.
        String why() {
            return section.blocks().stream().filter(Block.Text.class::isInstance).map(each -> ((Block.Text) each).text()).findFirst().orElse("");
        }
    }

    private final Store store;
    private final Latest<Question, Answer> latest;
    /// What came of scenarios in this window, by their text.
    private final Map<String, String> outcomes = new HashMap<>();

    DrillModel(Context context) {
        store = context.store();
        latest = context.latest(TITLE, DrillModel::answer);
        latest.stateProperty().subscribe(state -> {
            if (!state.early() && !state.stale() && state.answer() != null) {
                state.answer().drill().ifPresent(found -> outcomes.put(found.scenario(), outcome(state.answer().section())));
            }
        });
    }

    /// The key numbers of a scenario, a line each; empty before it was simulated in this window.
    String outcome(String text) {
        return outcomes.getOrDefault(text, "");
    }

    private static String outcome(Report.Section section) {
        return section.blocks().stream().filter(Block.Facts.class::isInstance).limit(1).flatMap(each -> ((Block.Facts) each).facts().stream())
                .map(each -> each.label() + ": " + each.figure().text() + ", " + each.note()).collect(Collectors.joining("\n"));
    }

    /// Keeps a scenario under its title, in the place of one of the same title.
    ///
    /// @return what is wrong with it; nothing when it was kept
    @Nullable String keep(String text) {
        String whole = whole(text);
        try {
            String title = ScenarioReader.read(whole).title();
            store.ask(now -> now.with(KEPT, title, whole));
            return null;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /// Keeps it no longer.
    void drop(String title) {
        store.ask(now -> {
            Map<String, String> rest = new LinkedHashMap<>(now.typed(KEPT));
            rest.remove(title);
            return now.with(KEPT, rest);
        });
    }

    /// Texts of the scenarios that were kept, by their titles.
    static SortedMap<String, String> kept(Session session) {
        return new TreeMap<>(session.questions().typed(KEPT));
    }

    private static String whole(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }

    private static Answer answer(Question question, Latest.Watched<Answer> work) {
        return answer(question, NetworkSimulation.SIMULATE.run(question.inputs(), question.typed(), work.made((Analysis.Run<Drill> early) -> answer(question, early))));
    }

    private static Answer answer(Question question, Analysis.Run<Drill> run) {
        return new Answer(question, run.section(), switch (run.outcome()) {
            case Outcome.Answer<Drill>(Drill drill) -> Optional.of(drill);
            case Outcome.NotApplicable<Drill> _ -> Optional.empty();
        });
    }

    /// Asks what the session asks.
    void ask(Session session) {
        List<Dataset> traces = session.first(Traces.class).<List<Dataset>>map(List::of).orElse(List.of());
        latest.ask(new Question(session.inputs(traces), session.questions().typed(ID)));
    }

    /// Takes a scenario's text.
    ///
    /// @return what is wrong with it; nothing when it was taken
    @Nullable String take(String text) {
        String whole = whole(text);
        try {
            ScenarioReader.read(whole);
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
        store.ask(now -> now.with(ID, "scenario", whole));
        return null;
    }

    /// Forgets the scenario, so that one is drafted again.
    void forget() {
        store.ask(now -> now.with(ID, Map.of()));
    }

    /// The text with one more fault.
    static String withFault(String text, String fault) {
        String[] lines = text.split("\n", -1);
        StringBuilder all = new StringBuilder();
        boolean done = false;
        for (int i = 0; i < lines.length; i++) {
            boolean here = !done && lines[i].matches("faults:\\s*(\\[\\s*])?\\s*(#.*)?");
            all.append(here ? "faults:\n  - {" + fault + "}" : lines[i]).append(i + 1 < lines.length ? "\n" : "");
            done |= here;
        }
        String whole = all.toString();
        return done ? whole : whole + (whole.endsWith("\n") ? "" : "\n") + "faults:\n  - {" + fault + "}\n";
    }

    /// Names under a key of the scenario's first level, for choices; empty where the text is no scenario.
    static List<String> stations(String text) {
        try {
            return ScenarioReader.read(text).variants().getFirst().network().stations().stream().map(each -> each.name()).toList();
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    Latest<Question, Answer> latest() {
        return latest;
    }
}
