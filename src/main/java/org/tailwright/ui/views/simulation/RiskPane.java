package org.tailwright.ui.views.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;
import org.tailwright.catalog.capacity.CapacityAnalyses;
import org.tailwright.charts.Numbers;
import org.tailwright.reports.Block;
import org.tailwright.simulation.CapacityForecast;
import org.tailwright.simulation.SimulationCharts;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.jobs.Job;
import org.tailwright.ui.report.FactsPane;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.views.Answered;
import org.tailwright.ui.views.ChartSplit;
import org.tailwright.ui.views.Inspector;
import org.tailwright.ui.views.RunningBar;
import org.tailwright.ui.views.Screen;

/// How likely the objective is breached in the coming months: probability, utilisation, what matters most, convergence.
final class RiskPane {
    private final Context context;
    private final SimulationModel model;
    private final ChartPane probability;
    private final ChartPane utilisation;
    private final ChartPane tornado;
    private final ChartPane convergence;
    private final SplitPane charts;
    private final Answered whole;
    private final VBox answer = Inspector.part();
    private final Assumed assumed;
    private final VBox inputs = Inspector.part();

    RiskPane(Context context) {
        this.context = context;
        model = new SimulationModel(context);
        probability = context.chart();
        utilisation = context.chart();
        tornado = context.chart();
        convergence = context.chart();
        SplitPane above = ChartSplit.of(probability, utilisation);
        SplitPane below = ChartSplit.of(tornado, convergence);
        above.getDividers().getFirst().positionProperty().bindBidirectional(below.getDividers().getFirst().positionProperty());
        charts = new SplitPane(above, below);
        charts.setOrientation(Orientation.VERTICAL);
        charts.setDividerPositions(0.54);
        whole = new Answered(charts);
        assumed = new Assumed(context, CapacityAnalyses.CAPACITY.form(), SimulationModel.ID);
    }

    Screen screen() {
        VBox content = new VBox(new RunningBar(context, this::running), whole);
        VBox.setVgrow(whole, javafx.scene.layout.Priority.ALWAYS);
        Screen.whileShown(content, context.store().sessionProperty(), session -> {
            model.ask(session);
            assumed.show(session.questions().typed(SimulationModel.ID));
        });
        model.latest().stateProperty().subscribe(state -> show(state));
        return new Screen(content, Inspector.of(answer, assumed.part(), inputs, Inspector.part(Inspector.adding(context, SimulationModel.ID))));
    }

    private String running(Job job) {
        return job.title().equals(SimulationModel.TITLE) ? RunningBar.words("Drawing futures", model.latest().state(), "the question before") : "";
    }

    private void show(Latest.State<SimulationModel.Answer> state) {
        Pale.show(charts, state.stale());
        Pale.show(answer, state.stale());
        SimulationModel.Answer known = state.answer();
        if (state.failure() != null) {
            whole.say("There is no answer", state.failure().sentence());
        } else if (known != null && !state.stale()) {
            known.forecast().ifPresentOrElse(forecast -> show(known, forecast), () -> {
                whole.say("Nothing to simulate yet", known.why().replace("--", ""), known.advised().map(this::use).stream().toArray(Node[]::new));
                Inspector.fill(inputs, List.of());
                Inspector.fill(answer, List.of(Inspector.heading("Capacity simulation"), Inspector.muted("Assumptions are typed below; Enter takes them.")));
            });
        }
    }

    private void show(SimulationModel.Answer known, CapacityForecast forecast) {
        whole.show();
        probability.show(SimulationCharts.probability(forecast));
        utilisation.show(SimulationCharts.utilisation(forecast, known.highest()));
        tornado.show(SimulationCharts.tornado(forecast));
        convergence.show(SimulationCharts.convergence(forecast));
        List<Node> nodes = new ArrayList<>(List.of(Inspector.heading("Capacity simulation"), Inspector.muted(Numbers.count(forecast.draws())
                + " drawn futures, seed " + known.question().inputs().seed())));
        for (Block block : known.section().blocks()) {
            switch (block) {
                case Block.Facts facts -> nodes.add(FactsPane.columns(facts.facts()));
                case Block.Finding finding -> nodes.add(Words.finding(finding));
                case Block.Heading _, Block.Text _, Block.Table _, Block.Picture _ -> { }
            }
        }
        advice(known).ifPresent(nodes::add);
        Inspector.fill(answer, nodes);
        List<Node> laws = new ArrayList<>(List.of(Inspector.heading("Laws drawn from")));
        forecast.assumed().forEach((input, law) -> laws.add(Inspector.muted(input + ": " + law)));
        Inspector.fill(inputs, laws);
    }

    private Optional<Node> advice(SimulationModel.Answer known) {
        return known.advised().map(servers -> {
            VBox box = Words.finding(new Block.Finding(Block.Tone.WATCH, "Demand exceeds the servers from the first month on",
                    "Say below how many servers work side by side: cores, workers or connections. " + servers + " would be about 60"
                            + Numbers.SPACE + "% busy now."));
            Button use = use(servers);
            VBox.setMargin(use, new javafx.geometry.Insets(6, 0, 2, 0));
            box.getChildren().add(use);
            return box;
        });
    }

    /// The form is made anew, so that it shows what the button typed.
    private Button use(int servers) {
        return Buttons.secondary("Use " + (servers == 1 ? "1 server" : servers + " servers"), () -> model.serve(servers));
    }
}
