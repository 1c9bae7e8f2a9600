package org.tailwright.ui.views.drill;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tailwright.catalog.simulate.NetworkSimulation;
import org.tailwright.reports.Block;
import org.tailwright.simulation.events.Fault;
import org.tailwright.simulation.scenario.Drill;
import org.tailwright.simulation.scenario.DrillCharts;
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
import org.tailwright.ui.views.Segments;
import org.tailwright.ui.views.View;

/// Baseline and variants of a scenario in one picture: latency and goodput of all, below busy servers and queues of the variant chosen.
public final class DrillView {
    /// The tab.
    public static final View VIEW = new View("drill", "Fault drill", open -> !open.isEmpty(), context -> new DrillView(context).screen());

    private final Context context;
    private final DrillModel model;
    private final ChartPane latency;
    private final ChartPane goodput;
    private final ChartPane busy;
    private final ChartPane waiting;
    private final SplitPane charts;
    private final Answered whole;
    private final ChoiceBox<String> variant = new ChoiceBox<>();
    private final HBox bar;
    private final VBox answer = Inspector.part();
    private final ScenarioPane scenario;
    private final CheapestPane cheapest;
    private final KeptScenarios kept;
    private @Nullable Drill drill;
    private String picked = "";
    private boolean filling;

    private DrillView(Context context) {
        this.context = context;
        model = new DrillModel(context);
        scenario = new ScenarioPane(model);
        cheapest = new CheapestPane(context);
        kept = new KeptScenarios(model);
        latency = context.chart();
        goodput = context.chart();
        busy = context.chart();
        waiting = context.chart();
        SplitPane above = ChartSplit.of(latency, goodput);
        SplitPane below = ChartSplit.of(busy, waiting);
        above.getDividers().getFirst().positionProperty().bindBidirectional(below.getDividers().getFirst().positionProperty());
        Label label = Inspector.muted("Stations of");
        label.setLabelFor(variant);
        variant.setMinWidth(190);
        variant.setAccessibleText("Variant whose stations are shown");
        bar = new HBox(8, label, variant);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(4, 12, 4, 12));
        VBox lower = new VBox(bar, below);
        lower.setMinSize(0, 0);
        VBox.setVgrow(below, Priority.ALWAYS);
        charts = new SplitPane(above, lower);
        charts.setOrientation(Orientation.VERTICAL);
        charts.setDividerPositions(0.5);
        whole = new Answered(charts);
        variant.setOnAction(_ -> {
            if (!filling) {
                picked = String.valueOf(variant.getValue());
                stations();
            }
        });
    }

    private Screen screen() {
        VBox settings = Inspector.part(scenario.network().form());
        VBox results = new VBox(answer);
        StackPane place = new StackPane(whole, scenario.network(), cheapest);
        VBox adding = Inspector.part(Inspector.adding(context, DrillModel.ID));
        VBox addingCheapest = Inspector.part(Inspector.adding(context, CheapestModel.ID));
        VBox content = new VBox(new RunningBar(context, this::running), modes(settings, results, adding, addingCheapest), place);
        VBox.setVgrow(place, Priority.ALWAYS);
        context.store().sessionProperty().when(Screen.shown(content)).subscribe(session -> {
            model.ask(session);
            kept.show(session);
        });
        model.latest().stateProperty().subscribe(state -> {
            show(state);
            kept.show(context.store().session());
        });
        return new Screen(content, Inspector.of(results, settings, kept.part(), Inspector.part(scenario), adding, addingCheapest));
    }

    /// Results, the network or the cheapest configuration: each stays as it was while another one is looked at.
    private Node modes(VBox settings, VBox answers, VBox adding, VBox addingCheapest) {
        Segments modes = new Segments();
        ToggleButton results = modes.add("Results", chosen -> visible(chosen, whole, answers));
        modes.add("Network", chosen -> visible(chosen, scenario.network(), settings));
        modes.add("Cheapest", chosen -> {
            visible(chosen, cheapest, addingCheapest);
            visible(!chosen, adding);
        });
        results.setSelected(true);
        HBox row = new HBox(modes);
        row.setPadding(new Insets(8, 12, 0, 12));
        return row;
    }

    private static void visible(boolean visible, Node... nodes) {
        for (Node each : nodes) {
            each.setVisible(visible);
            each.setManaged(visible);
        }
    }

    private String running(Job job) {
        return switch (job.title()) {
            case CheapestModel.TITLE -> "Searching the cheapest configuration";
            case DrillModel.TITLE -> RunningBar.words("Simulating", model.latest().state(), "the scenario before");
            default -> "";
        };
    }

    private void show(Latest.State<DrillModel.Answer> state) {
        Pale.show(charts, state.stale());
        Pale.show(answer, state.stale());
        DrillModel.Answer known = state.answer();
        if (state.failure() != null) {
            whole.say("There is no answer", state.failure().sentence());
        } else if (known != null && !state.stale()) {
            known.drill().ifPresentOrElse(found -> show(known, found), () -> {
                whole.say("No network to simulate yet", "Traces would draft one from their service graph. Or begin with an example and change it.",
                        Buttons.secondary("Use an example", () -> model.take(DrillModel.EXAMPLE)));
                Inspector.fill(answer, List.of());
                scenario.show(DrillModel.EXAMPLE);
            });
        }
    }

    private void show(DrillModel.Answer known, Drill found) {
        drill = found;
        whole.show();
        List<Fault> faults = NetworkSimulation.faults(found);
        latency.show(DrillCharts.latency(found, faults));
        goodput.show(DrillCharts.goodput(found, faults));
        choose(found, model.latest().state().early());
        stations();
        List<Node> nodes = new ArrayList<>(List.of(Inspector.heading(found.title()), Inspector.muted(found.worst().made().runs() + " independent runs each, seed "
                + known.question().inputs().seed())));
        for (Block block : known.section().blocks()) {
            switch (block) {
                case Block.Facts facts -> nodes.add(FactsPane.columns(facts.facts()));
                case Block.Finding finding -> nodes.add(Words.finding(finding));
                case Block.Heading _, Block.Text _, Block.Table _, Block.Picture _ -> { }
            }
        }
        Inspector.fill(answer, nodes);
        scenario.show(found.scenario());
    }

    /// The variant that was picked stays, even while it is not simulated yet.
    private void choose(Drill found, boolean early) {
        List<String> names = found.variants().stream().map(Drill.Tried::name).toList();
        filling = true;
        variant.getItems().setAll(names);
        variant.setValue(names.contains(picked) ? picked : found.worst().name());
        filling = false;
        boolean several = names.size() > 1 || early && bar.isVisible();
        bar.setVisible(several);
        bar.setManaged(several);
    }

    private void stations() {
        Drill shown = drill;
        if (shown == null || variant.getValue() == null) {
            return;
        }
        List<Fault> faults = NetworkSimulation.faults(shown);
        shown.variants().stream().filter(each -> each.name().equals(variant.getValue())).findFirst().ifPresent(chosen -> {
            busy.show(DrillCharts.busy(shown, chosen, faults));
            waiting.show(DrillCharts.waiting(shown, chosen, faults));
        });
    }
}
