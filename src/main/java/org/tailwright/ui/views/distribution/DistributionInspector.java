package org.tailwright.ui.views.distribution;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Trust;
import org.tailwright.reports.Block;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.report.FactsPane;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.views.IncidentWatch;
import org.tailwright.ui.views.Inspector;
import org.tailwright.ui.views.Screen;

/// Key numbers of the selection, what durations mean, objectives, findings, trust.
final class DistributionInspector {
    private final Context context;
    private final VBox facts = Inspector.part();
    private final VBox findings = Inspector.part();
    private final VBox trust = Inspector.part();
    private final Node node;
    private final IncidentWatch incidents;

    DistributionInspector(Context context, DistributionModel model) {
        this.context = context;
        VBox objectives = Inspector.part(Inspector.heading("Objectives"), new ObjectivesEditor(context), new ThresholdRow(context, model));
        DepthsPane depths = new DepthsPane(context, model);
        node = Inspector.of(facts, objectives, findings, new ModesPane(context, model).part(), depths.omission(), depths.definitions(), trust, Inspector.part(Inspector.adding(context, "latency", "distribution")));
        incidents = new IncidentWatch(context, node);
        model.numbers().stateProperty().subscribe(this::show);
        incidents.stateProperty().subscribe(() -> Inspector.fill(findings, found()));
        context.store().derive(Session::open).when(Screen.shown(node)).subscribe(_ -> showTrust());
        context.store().derive(session -> session.place().dataset()).when(Screen.shown(node)).subscribe(_ -> showTrust());
    }

    Node node() {
        return node;
    }

    IncidentWatch incidents() {
        return incidents;
    }

    private List<Node> found() {
        if (incidents.findings().isEmpty()) {
            return List.of();
        }
        List<Node> nodes = new ArrayList<>(List.of(Inspector.heading("Findings")));
        incidents.findings().forEach(each -> nodes.add(Words.finding(each)));
        return nodes;
    }

    private void show(Latest.State<Answers> state) {
        Answers answer = state.answer();
        Pale.show(facts, state.stale());
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
