package org.tailwright.ui.views.traces;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.ColourScale;
import org.tailwright.charts.HeatGrid;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Plot;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Scene;
import org.tailwright.charts.TextMeasure;
import org.tailwright.data.Dataset;
import org.tailwright.traces.Slowest;
import org.tailwright.traces.Waterfall;
import org.tailwright.traces.WaterfallPicture;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.charts.SelectionBox;
import org.tailwright.ui.charts.Spot;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.views.Answered;
import org.tailwright.ui.views.ChartSplit;
import org.tailwright.ui.views.Panel;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;

/// All traces by time and duration beside a table of the slowest, above the waterfall of the chosen one.
public final class TracesView {
    /// The tab.
    public static final View VIEW = new View("traces", "Traces", View.any(Dataset.Kind.TRACES), context -> new TracesView(context).screen());

    private static final int LINES = 2000;
    private static final double NEAR = 10;

    private final Context context;
    private final TracesModel model;
    private final TraceTable table;
    private final ChartPane map;
    private final ChartPane chart;
    private final ScrollPane scroll;
    private final Panel waterfall;
    private Slowest.@Nullable Exemplar at;

    private TracesView(Context context) {
        this.context = context;
        model = new TracesModel(context);
        table = new TraceTable(context.dialogs());
        map = context.chart().onBrushX(model::brush).onBrushBox(model::brush).onReset(model::reset).onPick(this::pick);
        chart = context.chart();
        scroll = new ScrollPane(chart);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        waterfall = new Panel("Waterfall", scroll);
    }

    private Screen screen() {
        Answered left = new Answered(ChartSplit.boxed(map));
        SplitPane high = new SplitPane(left, listed());
        high.setDividerPositions(0.38);
        SplitPane split = new SplitPane(high, waterfall);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.42);
        model.map().stateProperty().subscribe(state -> map.setStale(state.stale()));
        model.map().onAnswer(answer -> {
            if (answer.isPresent()) {
                left.show();
            } else {
                left.say("No traces", "Clear a filter above to see some.");
            }
            draw();
        });
        model.latest().onAnswer(answer -> {
            table.show(answer.slowest(), zone());
            draw();
        });
        model.latest().stateProperty().subscribe(state -> Pale.show(table.node(), state.stale()));
        table.onChosen(chosen -> {
            model.open(chosen);
            at = chosen;
            draw();
        });
        model.shownProperty().subscribe(this::show);
        context.store().derive(TracesModel::question).when(Screen.shown(split))
                .subscribe(question -> model.latest().ask(question.orElse(null)));
        context.store().derive(TracesModel::asked).when(Screen.shown(split)).subscribe(asked -> model.map().ask(asked.orElse(null)));
        context.store().derive(Session::selection).when(Screen.shown(split)).subscribe(this::draw);
        return Screen.of(split);
    }

    /// All traces as a heat map, the listed ones as points, the open one with lines through it.
    private void draw() {
        Optional<HeatGrid> grid = model.map().state().answer();
        TracesModel.Answer listed = model.latest().state().answer();
        if (grid == null || grid.isEmpty()) {
            return;
        }
        List<Slowest.Exemplar> slowest = listed == null ? List.of() : listed.slowest();
        Chart all = new Chart("Traces by time and duration", slowest.isEmpty() ? "" : "click a point", new Axis("", grid.get().x(), Quantity.PLAIN), new Axis("", grid.get().y(), Quantity.DURATION_NANOS),
                List.of(new Layer.Heat(grid.get(), ColourScale.SQRT, "traces")), "Heat map of " + Numbers.count(grid.get().total()) + " traces by start and duration.")
                .with(points(slowest, Role.SERIES_2));
        Slowest.Exemplar open = at;
        map.show(SelectionBox.on(open == null ? all : all.with(points(List.of(open), Role.BAD)), context.store().session().selection()));
    }

    private static Layer points(List<Slowest.Exemplar> traces, Role role) {
        return Layer.Points.of(traces.stream().mapToDouble(Slowest.Exemplar::start).toArray(), traces.stream().mapToDouble(Slowest.Exemplar::duration).toArray(), role, "");
    }

    /// Opens the listed trace whose point was clicked.
    private void pick(Spot spot) {
        TracesModel.Answer listed = model.latest().state().answer();
        Optional<Plot> plot = map.picture().map(Scene::plot);
        if (listed == null || plot.isEmpty()) {
            return;
        }
        listed.slowest().stream().min(Comparator.comparingDouble(each -> away(plot.get(), each, spot))).filter(each -> away(plot.get(), each, spot) <= NEAR).ifPresent(table::choose);
    }

    private static double away(Plot plot, Slowest.Exemplar trace, Spot spot) {
        return Math.hypot(plot.px(trace.start()) - spot.px(), plot.py(trace.duration()) - spot.py());
    }

    private Node listed() {
        Panel panel = new Panel("Slowest traces of the selection", new StackPane(table.node()));
        model.latest().onAnswer(answer -> panel.note(answer.slowest().size() < TracesModel.LISTED ? answer.slowest().size() + " traces"
                : "the slowest " + TracesModel.LISTED + " of " + Numbers.count(answer.forest().traces())));
        Label empty = new Label("No trace begins inside the selection. Clear a chip above to widen it.");
        empty.getStyleClass().add("muted");
        table.placeholder(empty);
        return panel;
    }

    private void show(@Nullable Waterfall trace) {
        if (trace == null) {
            chart.clear();
            waterfall.note("");
            return;
        }
        int lines = Math.min(LINES, trace.lines().size());
        chart.setPrefHeight(WaterfallPicture.height(trace, lines));
        chart.setMinHeight(chart.getPrefHeight());
        chart.show((width, _) -> WaterfallPicture.of(trace, lines, width, TextMeasure.bundled()));
        chart.readout(spot -> spot.title() == null ? "" : spot.title());
        String more = lines < trace.lines().size() ? " (the first " + Numbers.count(lines) + " shown)" : "";
        waterfall.note(Numbers.count(trace.lines().size()) + " spans" + more + " · " + Numbers.duration(trace.span().length())
                + " · line inside a bar: critical path · trace " + trace.trace());
    }

    private ZoneId zone() {
        return context.zone().getValue();
    }
}
