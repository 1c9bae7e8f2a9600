package org.tailwright.ui.views.simulation;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tailwright.catalog.capacity.CapacityAnalyses;
import org.tailwright.charts.Numbers;
import org.tailwright.reports.Block;
import org.tailwright.simulation.ServersCharts;
import org.tailwright.simulation.ServersNeeded;
import org.tailwright.simulation.ServersVariants;
import org.tailwright.simulation.SimulationCharts;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.jobs.Job;
import org.tailwright.ui.report.FactsPane;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.views.Answered;
import org.tailwright.ui.views.ChartSplit;
import org.tailwright.ui.views.Inspector;
import org.tailwright.ui.views.RunningBar;
import org.tailwright.ui.views.Screen;

/// How many servers are needed: the risk of too few against their number, what the need depends on, and convergence; several variants side by side.
final class ServersPane {
    private final Context context;
    private final ServersModel model;
    private final ChartPane risk;
    private final ChartPane drivers;
    private final ChartPane convergence;
    private final SplitPane charts;
    private final Answered whole;
    private final VBox answer = Inspector.part();
    private final Assumed assumed;
    private final VBox inputs = Inspector.part();

    ServersPane(Context context) {
        this.context = context;
        model = new ServersModel(context);
        risk = context.chart();
        drivers = context.chart();
        convergence = context.chart();
        charts = new SplitPane(ChartSplit.boxed(risk), ChartSplit.of(drivers, convergence));
        charts.setOrientation(Orientation.VERTICAL);
        charts.setDividerPositions(0.56);
        whole = new Answered(charts);
        assumed = new Assumed(context, CapacityAnalyses.VARIANTS.form(), ServersModel.ID);
    }

    Screen screen() {
        VBox content = new VBox(new RunningBar(context, this::running), whole);
        VBox.setVgrow(whole, Priority.ALWAYS);
        Screen.whileShown(content, context.store().sessionProperty(), session -> {
            model.ask(session);
            assumed.show(session.questions().typed(ServersModel.ID));
        });
        model.latest().stateProperty().subscribe(state -> show(state));
        return new Screen(content, Inspector.of(answer, assumed.part(), inputs, Inspector.part(Inspector.adding(context, ServersModel.ID))));
    }

    private String running(Job job) {
        return job.title().equals(ServersModel.TITLE) ? RunningBar.words("Drawing futures", model.latest().state(), "the question before") : "";
    }

    private void show(Latest.State<ServersModel.Answer> state) {
        Pale.show(charts, state.stale());
        Pale.show(answer, state.stale());
        ServersModel.Answer known = state.answer();
        if (state.failure() != null) {
            whole.say("There is no answer", state.failure().sentence());
        } else if (known != null && !state.stale()) {
            known.variants().ifPresentOrElse(found -> show(known, found), () -> {
                whole.say("Nothing to simulate yet", known.why().replace("--", ""));
                Inspector.fill(inputs, List.of());
                Inspector.fill(answer, List.of(Inspector.heading("Servers needed"), Inspector.muted("Assumptions are typed below; Enter takes them.")));
            });
        }
    }

    private void show(ServersModel.Answer known, ServersVariants found) {
        whole.show();
        ServersNeeded first = found.variants().getFirst().needed();
        boolean one = found.variants().size() == 1;
        boolean priced = !one && found.variants().stream().anyMatch(each -> each.price() > 0);
        risk.show(one ? ServersCharts.risk(first) : ServersCharts.risks(found.variants()));
        boolean monthly = found.variants().stream().anyMatch(each -> each.forecast() != null);
        drivers.show(monthly ? SimulationCharts.probabilities(found.variants()) : ServersCharts.drivers(first));
        convergence.show(priced ? ServersCharts.prices(found.variants()) : ServersCharts.convergence(first));
        List<Node> nodes = new ArrayList<>(List.of(Inspector.heading("Servers needed"), Inspector.muted(Numbers.count(found.draws()) + " drawn futures, seed "
                + known.question().inputs().seed())));
        for (Block block : known.section().blocks()) {
            switch (block) {
                case Block.Facts facts -> nodes.add(FactsPane.columns(facts.facts()));
                case Block.Finding finding -> nodes.add(Words.finding(finding));
                case Block.Heading _, Block.Text _, Block.Table _, Block.Picture _ -> { }
            }
        }
        Inspector.fill(answer, nodes);
        List<Node> laws = new ArrayList<>(List.of(Inspector.heading("Laws drawn from")));
        first.assumed().forEach((input, law) -> laws.add(Inspector.muted(input + ": " + law)));
        Inspector.fill(inputs, laws);
    }
}
