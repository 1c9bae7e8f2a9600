package org.tailwright.ui.views.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Numbers;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.reports.Block;
import org.tailwright.statistics.incidents.Incident;
import org.tailwright.statistics.incidents.Incidents;
import org.tailwright.statistics.incidents.IncidentsResult;
import org.tailwright.ui.Context;
import org.tailwright.ui.report.FactsPane;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.Inspector;
import org.tailwright.ui.views.Screen;

/// Key numbers of the selection, what durations mean, objectives, findings, trust.
final class DistributionInspector {
    private final Context context;
    private final VBox facts = Inspector.part();
    private final VBox findings = Inspector.part();
    private final VBox trust = Inspector.part();
    private final Node node;
    private final Latest<Inputs, Found> incidents;

    /// The incidents of the whole run.
    ///
    /// @param findings sentences
    /// @param spans when
    record Found(List<Block.Finding> findings, List<TimeSpan> spans) {}

    DistributionInspector(Context context, DistributionModel model) {
        this.context = context;
        incidents = context.latest("looking for incidents", DistributionInspector::find);
        VBox objectives = Inspector.part(Inspector.heading("Objectives"), new ObjectivesEditor(context));
        node = Inspector.of(facts, objectives, findings, trust, Inspector.part(Inspector.adding(context, "latency", "distribution")));
        model.numbers().stateProperty().subscribe(this::show);
        incidents.stateProperty().subscribe(state -> Inspector.fill(findings, found(state)));
        context.store().derive(Session::open).when(Screen.shown(node)).subscribe(_ -> showTrust());
        context.store().derive(session -> session.place().dataset()).when(Screen.shown(node)).subscribe(_ -> showTrust());
        context.store().derive(DistributionInspector::whole).when(Screen.shown(node)).subscribe(inputs -> incidents.ask(inputs.orElse(null)));
    }

    Node node() {
        return node;
    }

    Latest<Inputs, Found> incidents() {
        return incidents;
    }

    List<TimeSpan> incidentSpans() {
        Latest.State<Found> state = incidents.state();
        Found answer = state.answer();
        return answer == null || state.stale() ? List.of() : answer.spans();
    }

    /// Incidents are looked for in the whole run, with everything else that is open to compare.
    private static Optional<Inputs> whole(Session session) {
        return session.requests().map(requests -> {
            List<org.tailwright.data.Dataset> all = new ArrayList<>(List.of(requests));
            session.open().stream().filter(each -> !each.name().equals(requests.name())).forEach(all::add);
            return session.inputs(all).with(org.tailwright.data.Selection.ALL);
        });
    }

    private static Found find(Inputs inputs, org.tailwright.work.Work work) {
        var run = Incidents.ANALYSIS.run(inputs, Map.of(), work);
        List<Block.Finding> sentences = run.section().blocks().stream().filter(Block.Finding.class::isInstance).map(Block.Finding.class::cast).toList();
        List<TimeSpan> spans = switch (run.outcome()) {
            case Outcome.Answer<IncidentsResult> answer -> answer.result().incidents().stream().map(Incident::span).toList();
            case Outcome.NotApplicable<IncidentsResult> _ -> List.of();
        };
        return new Found(sentences, spans);
    }

    private static List<Node> found(Latest.State<Found> state) {
        Found answer = state.answer();
        if (answer == null || answer.findings().isEmpty()) {
            return List.of();
        }
        List<Node> nodes = new ArrayList<>(List.of(Inspector.heading("Findings")));
        answer.findings().forEach(each -> nodes.add(Words.finding(each)));
        return nodes;
    }

    private void show(Latest.State<Answers> state) {
        Answers answer = state.answer();
        facts.setOpacity(state.stale() ? 0.45 : 1);
        if (answer == null) {
            Inspector.fill(facts, state.failure() == null ? List.of(Inspector.heading("Key numbers"), Inspector.muted("computing …"))
                    : List.of(Inspector.heading("Key numbers"), Inspector.muted(state.failure().sentence())));
            return;
        }
        if (state.stale()) {
            return;
        }
        boolean all = context.store().session().selection().isAll();
        List<Node> nodes = new ArrayList<>(List.of(Inspector.heading(all ? "Whole data set" : "Selection")));
        String name = context.store().session().requests().map(org.tailwright.data.Dataset::name).orElse("");
        answer.result().ifPresent(result -> nodes.add(Inspector.muted(Numbers.count(result.all().n()) + " requests of " + name)));
        for (Block block : answer.section().blocks()) {
            switch (block) {
                case Block.Facts key -> nodes.add(FactsPane.columns(key.facts().stream().map(DistributionInspector::brief).toList()));
                case Block.Text text -> nodes.add(small(text.text()));
                case Block.Finding finding -> nodes.add(Words.finding(finding));
                case Block.Heading _, Block.Table _, Block.Picture _ -> { }
            }
        }
        Inspector.fill(facts, nodes);
    }

    /// The pane is narrow: what a percentile rests on stays on hover, why it is greyed stands once below all.
    private static Block.Fact brief(Block.Fact fact) {
        boolean percentile = fact.label().startsWith("p");
        return percentile ? new Block.Fact(fact.label(), fact.figure(), "", fact.supported()) : fact;
    }

    private static Node small(String text) {
        Node paragraph = Words.paragraph(text);
        paragraph.getStyleClass().add("small");
        paragraph.setStyle("-fx-font-size: 12px;");
        return paragraph;
    }

    private void showTrust() {
        Session session = context.store().session();
        List<Node> nodes = new ArrayList<>();
        session.requests().ifPresent(requests -> {
            Trust card = requests.origin().trust();
            if (card.skipped() > 0) {
                nodes.add(Words.finding(new Block.Finding(Block.Tone.WATCH, Numbers.count(card.skipped()) + " rows could not be read",
                        Numbers.count(card.read()) + " were.")));
            }
            card.doubts().forEach(each -> nodes.add(Words.finding(new Block.Finding(Block.Tone.WATCH, each, ""))));
            card.assumed().forEach(each -> nodes.add(Inspector.muted("Assumed: " + each)));
        });
        if (!nodes.isEmpty()) {
            nodes.addFirst(Inspector.heading("Trust"));
        }
        Inspector.fill(trust, nodes);
    }
}
