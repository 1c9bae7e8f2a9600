package org.tailwright.ui.views.overtime;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Layout;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Plot;
import org.tailwright.charts.Rectangle;
import org.tailwright.charts.Role;
import org.tailwright.charts.TextMeasure;
import org.tailwright.data.TimeSpan;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.views.Answered;
import org.tailwright.ui.views.IncidentWatch;
import org.tailwright.ui.views.Inspector;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;

/// Charts one below the other on one clock, with a common crosshair.
public final class OverTimeView {
    /// The tab.
    public static final View VIEW = new View("over-time", "Over time", OverTimeModel::fits, context -> new OverTimeView(context).screen());

    private static final double TALL = 148;
    private static final double LOW = 92;

    private final Context context;
    private final OverTimeModel model;
    private final VBox stack = new VBox();
    private final ScrollPane scroll = new ScrollPane(stack);
    private final Answered whole = new Answered(scroll);
    private final List<ChartPane> charts = new ArrayList<>();
    private final VBox range = Inspector.part();
    private final VBox chooser = Inspector.part();
    private final IncidentWatch incidents;

    private OverTimeView(Context context) {
        this.context = context;
        model = new OverTimeModel(context);
        incidents = new IncidentWatch(context, whole);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        stack.setStyle("-fx-padding: 8px 12px 12px 12px; -fx-spacing: 2px;");
    }

    private Screen screen() {
        stack.widthProperty().subscribe(this::align);
        context.store().sessionProperty().when(Screen.shown(whole)).subscribe(session -> {
            model.ask(session);
            choose(session);
        });
        model.latest().stateProperty().subscribe(this::show);
        incidents.stateProperty().subscribe(() -> show(model.latest().state()));
        model.chosenProperty().subscribe(() -> choose(context.store().session()));
        context.store().derive(Session::selection).subscribe(_ -> show(model.latest().state()));
        return new Screen(whole, Inspector.of(range, chooser, Inspector.part(Inspector.adding(context, "over-time"))));
    }

    private void show(Latest.State<Board> state) {
        charts.forEach(each -> each.setStale(state.stale()));
        Board board = state.answer();
        if (board == null) {
            return;
        }
        if (board.tracks().isEmpty()) {
            whole.say("Nothing was measured in this stretch of time", "Press 0 to see the whole range, or clear a chip above.");
            return;
        }
        whole.show();
        rows(board);
        align();
        Inspector.fill(range, List.of(Inspector.heading("Time shown"),
                Inspector.muted(Numbers.span(board.span().start(), board.span().end(), context.zone().getValue())
                        + " · " + Numbers.duration(board.span().length())),
                Inspector.muted("Drag to select a window. Ctrl and wheel zoom, Shift and wheel pan, 0 shows everything.")));
    }

    /// A heading and a chart for each track; charts stay when only their content changes.
    private void rows(Board board) {
        while (charts.size() < board.tracks().size()) {
            charts.add(chart());
        }
        charts.subList(board.tracks().size(), charts.size()).clear();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < charts.size(); i++) {
            Board.Track track = board.tracks().get(i);
            double height = track.tall() ? TALL : LOW;
            charts.get(i).setPrefHeight(height);
            charts.get(i).setMinHeight(height);
            charts.get(i).show(bare(selected(track.chart(), board.span())));
            HBox head = Words.heading(track.chart().title(), track.chart().note());
            VBox.setMargin(head, new Insets(i == 0 ? 2 : 10, 0, 0, 0));
            nodes.add(head);
            nodes.add(charts.get(i));
        }
        stack.getChildren().setAll(nodes);
    }

    /// The heading stands above the chart, where charts that are moved to one clock do not move it.
    private static Chart bare(Chart chart) {
        return new Chart("", "", chart.x(), chart.y(), chart.layers(), chart.spoken());
    }

    /// Gives all charts the same left and right end of the plot, so that the same moment stands in the same place.
    private void align() {
        double width = stack.getWidth() - stack.getInsets().getLeft() - stack.getInsets().getRight();
        if (width < 100) {
            return;
        }
        List<Rectangle> areas = charts.stream().map(each -> area(each, width)).toList();
        double left = areas.stream().mapToDouble(Rectangle::x).max().orElse(0);
        double right = areas.stream().mapToDouble(each -> width - each.right()).max().orElse(0);
        for (int i = 0; i < charts.size(); i++) {
            VBox.setMargin(charts.get(i), new Insets(0, Math.max(0, right - (width - areas.get(i).right())), 0, left - areas.get(i).x()));
        }
    }

    private static Rectangle area(ChartPane pane, double width) {
        return pane.chart().map(chart -> Layout.lay(chart, width, pane.getPrefHeight(), TextMeasure.bundled()).plot()).map(Plot::area)
                .orElse(new Rectangle(0, 0, width, 1));
    }

    private Chart selected(Chart chart, TimeSpan span) {
        List<Layer> layers = new ArrayList<>();
        context.store().session().selection().window().filter(span::overlaps).ifPresent(window -> layers.add(
                new Layer.SpanX(Math.max(span.start(), window.start()), Math.min(span.end(), window.end()), "", Role.SELECTION)));
        boolean bars = chart.layers().stream().anyMatch(Layer.Bars.class::isInstance);
        layers.addAll(incidents.bands(bars ? "" : "incident"));
        layers.addAll(chart.layers());
        return new Chart(chart.title(), chart.note(), chart.x(), chart.y(), layers, chart.description());
    }

    private ChartPane chart() {
        ChartPane chart = context.chart().onBrushX(model::brush).onReset(model::reset).onZoom(model::zoom).onPan(model::pan);
        chart.setMaxWidth(Double.MAX_VALUE);
        return chart;
    }

    private void choose(Session session) {
        List<Board.Named> all = OverTimeModel.series(session);
        if (all.isEmpty()) {
            Inspector.fill(chooser, List.of());
            return;
        }
        List<Node> nodes = new ArrayList<>(List.of(Inspector.heading("Metrics")));
        for (Board.Named each : all) {
            CheckBox box = new CheckBox(each.name());
            box.setMnemonicParsing(false);
            box.setSelected(model.shows(each.name()));
            box.setOnAction(_ -> model.toggle(each.name()));
            nodes.add(new StackPane(box));
            StackPane.setAlignment(box, Pos.CENTER_LEFT);
        }
        Inspector.fill(chooser, nodes);
    }
}
