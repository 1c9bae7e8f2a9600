package org.tailwright.ui.views.traces;

import java.time.ZoneId;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.TextMeasure;
import org.tailwright.data.Dataset;
import org.tailwright.traces.Waterfall;
import org.tailwright.traces.WaterfallPicture;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.views.Panel;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;

/// The slowest traces as a table above the waterfall of the chosen one.
public final class TracesView {
    /// The tab.
    public static final View VIEW = new View("traces", "Traces", View.any(Dataset.Kind.TRACES), context -> new TracesView(context).screen());

    private static final int LINES = 2000;

    private final Context context;
    private final TracesModel model;
    private final TraceTable table;
    private final ChartPane chart;
    private final ScrollPane scroll;
    private final Panel waterfall;

    private TracesView(Context context) {
        this.context = context;
        model = new TracesModel(context);
        table = new TraceTable(context.dialogs());
        chart = context.chart();
        scroll = new ScrollPane(chart);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        waterfall = new Panel("Waterfall", scroll);
    }

    private Screen screen() {
        SplitPane split = new SplitPane(listed(), waterfall);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.36);
        model.latest().onAnswer(answer -> table.show(answer.slowest(), zone()));
        model.latest().stateProperty().subscribe(state -> Pale.show(table.node(), state.stale()));
        table.onChosen(model::open);
        model.shownProperty().subscribe(this::show);
        context.store().derive(TracesModel::question).when(Screen.shown(split))
                .subscribe(question -> model.latest().ask(question.orElse(null)));
        return Screen.of(split);
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
