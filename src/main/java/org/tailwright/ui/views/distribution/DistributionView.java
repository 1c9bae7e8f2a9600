package org.tailwright.ui.views.distribution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Chart;
import org.tailwright.charts.ColourScale;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.statistics.shapes.Ridges;
import org.tailwright.statistics.shapes.Shape;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.views.Answered;
import org.tailwright.ui.views.InsidePane;
import org.tailwright.ui.views.PauseMarks;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;

/// Latency by percentile and over time above what is inside the selection.
public final class DistributionView {
    /// The tab.
    public static final View VIEW = new View("distribution", "Distribution", DistributionModel::fits, context -> new DistributionView(context).screen());

    private final Context context;
    private final DistributionModel model;
    private final DistributionInspector inspector;
    private final ChartPane curve;
    private final ChartPane heat;
    private final ChartPane overTime;
    private final Answered whole;
    private final TitleMenu shapes;
    private final TitleMenu heats;

    private DistributionView(Context context) {
        this.context = context;
        model = new DistributionModel(context);
        inspector = new DistributionInspector(context, model);
        curve = context.chart().onReset(model::resetBand);
        shapes = new TitleMenu("Shape of the distribution").choices(List.of(Shape.values()), Shape::title, () -> model.options().shape(), each -> model.set("shape", typed(each)))
                .choices(List.of(Shape.Spacing.values()), each -> each == Shape.Spacing.LOG ? "Logarithmic latency" : "Linear latency", () -> model.options().spacing(),
                        each -> model.set("spacing", typed(each)));
        heats = new TitleMenu("Heat map").choices(List.of(ColourScale.values()), each -> "Colours by " + each.title(), () -> model.options().colours(),
                each -> model.set("colours", typed(each)));
        heat = timed(context.chart()).onBrushBox(model::brushTime);
        overTime = timed(context.chart());
        heat.onHover(spot -> overTime.follow(spot.x()));
        overTime.onHover(spot -> heat.follow(spot.x()));
        SplitPane charts = split(Orientation.HORIZONTAL, shapes.over(curve), heats.over(heat));
        SplitPane below = split(Orientation.HORIZONTAL, tables(), box(overTime));
        charts.getDividers().getFirst().positionProperty().bindBidirectional(below.getDividers().getFirst().positionProperty());
        SplitPane all = split(Orientation.VERTICAL, charts, below);
        all.setDividerPositions(0.54);
        whole = new Answered(all);
    }

    private Screen screen() {
        context.store().sessionProperty().when(Screen.shown(whole)).subscribe(model::ask);
        model.curves().stateProperty().subscribe(this::showCurve);
        model.refined().stateProperty().subscribe(this::showCurve);
        model.depths().stateProperty().subscribe(this::showCurve);
        model.ridges().stateProperty().subscribe(this::showCurve);
        model.threshold().stateProperty().subscribe(this::showAll);
        model.times().stateProperty().subscribe(this::showTimes);
        model.pauses().stateProperty().subscribe(this::showTimes);
        inspector.incidents().stateProperty().subscribe(this::showTimes);
        context.store().derive(session -> session.selection()).subscribe(_ -> showAll());
        model.draggedProperty().subscribe(this::showAll);
        context.store().derive(Settings::of).subscribe(_ -> showAll());
        return new Screen(whole, inspector.node());
    }

    private ChartPane timed(ChartPane chart) {
        return chart.onLevel(false, model::thresholdAt, model::dragThreshold, model::threshold).onBrushX(model::brushTime).onReset(model::reset).onZoom(model::zoom).onPan(model::pan);
    }

    private void showAll() {
        showCurve();
        showTimes();
    }

    private static String typed(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /// Brushing follows what stands across.
    private void pointing(Shape shape) {
        if (shape.latencyAcross()) {
            curve.onBrushX(model::brushLatency).onBrushBox(null);
        } else {
            curve.onBrushX(model::brushCurve).onBrushBox(model::brushCurve);
        }
        curve.onLevel(shape.latencyAcross(), model::thresholdAt, model::dragThreshold, model::threshold);
        boolean labels = shape == Shape.LABELS;
        curve.readout(!labels ? null : spot -> ridges().map(each -> each.words(spot.y())).orElse(""));
        curve.onPick(!labels ? null : spot -> ridges().map(each -> each.labelAt(spot.y())).filter(each -> !each.isEmpty())
                .ifPresent(each -> model.filter(Requests.LABEL, each)));
    }

    private Optional<Ridges> ridges() {
        return Optional.ofNullable(model.ridges().state().answer());
    }

    private void showCurve() {
        shapes.show(model.options().shape().title());
        pointing(model.options().shape());
        Curves estimate = model.curves().state().answer();
        boolean stale = model.curves().state().stale();
        curve.setStale(stale);
        if (estimate == null) {
            curve.clear();
            return;
        }
        Optional<Chart> chart = Pictures.shaped(model.best(estimate), selection(), model);
        if (chart.isEmpty() && !stale) {
            whole.say("No request lies inside the selection", "Clear a chip above, or press Esc to clear them all.");
            return;
        }
        whole.show();
        chart.ifPresent(curve::show);
    }

    private void showTimes() {
        Times times = model.times().state().answer();
        heat.setStale(model.times().state().stale());
        overTime.setStale(model.times().state().stale());
        if (times == null) {
            return;
        }
        Curves estimate = model.curves().state().answer();
        Optional<DistributionCharts.Limit> limit = estimate == null ? Optional.empty() : model.best(estimate).limit();
        Selection selection = selection();
        Optional<DistributionCharts.Limit> threshold = model.thresholdLimit();
        heats.show("Latency over time");
        Pictures.heat(times, model.options().colours(), limit, selection).map(each -> Pictures.limited(each, threshold)).ifPresentOrElse(heat::show, heat::clear);
        PauseMarks pauses = Optional.ofNullable(model.pauses().state().answer()).orElse(PauseMarks.NONE);
        Pictures.overTime(times, limit, selection, pauses, inspector.incidents().bands("incident")).map(each -> Pictures.limited(each, threshold)).ifPresentOrElse(overTime::show, overTime::clear);
    }

    private Selection selection() {
        return context.store().session().selection();
    }

    /// Rows and labels share a place; two small tabs choose.
    private Node tables() {
        ToggleGroup group = new ToggleGroup();
        StackPane place = new StackPane();
        place.setMinSize(0, 0);
        ToggleButton slow = tab("Slowest requests", new ExemplarTable(context, model).node(), place, group);
        InsidePane pane = new InsidePane(context);
        ToggleButton within = tab("What is inside", pane.node(), place, group);
        ToggleButton labels = tab("By label", new LabelTable(context, model).node(), place, group);
        slow.setSelected(true);
        pane.onFirstSelection(() -> within.setSelected(true));
        group.selectedToggleProperty().subscribe((old, now) -> {
            if (now == null && old != null) {
                group.selectToggle(old);
            }
        });
        javafx.beans.property.StringProperty rows = new javafx.beans.property.SimpleStringProperty("");
        javafx.scene.control.Label note = new javafx.scene.control.Label();
        note.getStyleClass().addAll("muted", "small");
        note.textProperty().bind(javafx.beans.binding.Bindings.when(within.selectedProperty()).then(pane.note()).otherwise(rows));
        model.slowest().onAnswer(found -> rows.set(note(found)));
        javafx.scene.layout.Region gap = new javafx.scene.layout.Region();
        HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        HBox head = new HBox(4, within, slow, labels, gap, note);
        head.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        VBox box = new VBox(head, place);
        VBox.setVgrow(place, javafx.scene.layout.Priority.ALWAYS);
        box.getStyleClass().add("chart-box");
        box.setMinSize(0, 0);
        return box;
    }

    private static String note(List<?> rows) {
        return rows.size() < DistributionModel.LISTED ? Numbers.count(rows.size()) + " rows" : "top " + DistributionModel.LISTED;
    }

    private static ToggleButton tab(String words, Node content, StackPane place, ToggleGroup group) {
        ToggleButton button = new ToggleButton(words);
        button.getStyleClass().setAll("toggle-button", "view-tab");
        button.setStyle("-fx-padding: 0 6px 3px 0;");
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        button.setToggleGroup(group);
        content.setVisible(false);
        place.getChildren().add(content);
        button.selectedProperty().subscribe(content::setVisible);
        return button;
    }

    private static Node box(ChartPane chart) {
        StackPane box = new StackPane(chart);
        box.getStyleClass().add("chart-box");
        box.setMinSize(0, 0);
        return box;
    }

    private static SplitPane split(Orientation orientation, Node... parts) {
        SplitPane pane = new SplitPane(parts);
        pane.setOrientation(orientation);
        pane.setMinSize(0, 0);
        return pane;
    }
}
