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
import org.tailwright.statistics.modes.Modes;
import org.tailwright.statistics.shapes.LabelTimes;
import org.tailwright.statistics.shapes.Panes;
import org.tailwright.statistics.shapes.Ridges;
import org.tailwright.statistics.shapes.Shape;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.charts.Spot;
import org.tailwright.ui.views.Answered;
import org.tailwright.ui.views.InsidePane;
import org.tailwright.ui.views.PauseMarks;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;

/// Latency by percentile and over time above what is inside the selection.
public final class DistributionView {
    /// The tab.
    public static final View VIEW = new View("distribution", "Distribution", DistributionModel::fits, context -> new DistributionView(context).screen());

    private static final String HEAT = "Latency over time";
    private static final String OFFSETS = "Offset within the second";

    private final Context context;
    private final DistributionModel model;
    private final DistributionInspector inspector;
    private final ChartPane curve;
    private final ChartPane heat;
    private final ChartPane overTime;
    private final Answered whole;
    private final TitleMenu shapes;
    private final TitleMenu heats;
    private final TitleMenu overs;

    private DistributionView(Context context) {
        this.context = context;
        model = new DistributionModel(context);
        inspector = new DistributionInspector(context, model);
        curve = context.chart().onReset(model::resetBand);
        shapes = new TitleMenu("Shape of the distribution").choices(List.of(Shape.values()), Shape::title, () -> model.options().shape(), each -> model.set("shape", typed(each)))
                .choices(List.of(Shape.Spacing.values()), each -> each == Shape.Spacing.LOG ? "Logarithmic latency" : "Linear latency", () -> model.options().spacing(),
                        each -> model.set("spacing", typed(each)));
        heats = new TitleMenu("Heat map").choices(List.of(false, true), each -> each ? OFFSETS : HEAT, () -> model.options().panes().offsets(),
                each -> model.set("offsets", each.toString())).choices(List.of(ColourScale.values()), each -> "Colours by " + each.title(), () -> model.options().colours(),
                each -> model.set("colours", typed(each)));
        heat = timed(context.chart()).onBrushBox(model::brushTime);
        overTime = timed(context.chart());
        overs = new TitleMenu("Chart over time").choices(List.of(Panes.Over.values()), Panes.Over::title, () -> model.options().panes().over(),
                each -> model.set("over-time", typed(each)));
        SplitPane charts = split(Orientation.HORIZONTAL, shapes.over(curve), heats.over(heat));
        SplitPane below = split(Orientation.HORIZONTAL, tables(), overs.over(overTime));
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
        model.modes().stateProperty().subscribe(this::showCurve);
        model.besides().stateProperty().subscribe(this::showCurve);
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
        curve.onPick(labels ? this::pickLabel : shape == Shape.HISTOGRAM ? this::pickMode : null);
    }

    private void pickLabel(Spot spot) {
        ridges().map(each -> each.labelAt(spot.y())).filter(each -> !each.isEmpty()).ifPresent(each -> model.filter(Requests.LABEL, each));
    }

    /// One click on a mode selects its band.
    private void pickMode(Spot spot) {
        Modes modes = model.modes().state().answer();
        int at = modes == null ? -1 : modes.at(spot.x());
        if (modes != null && at >= 0 && modes.modes().size() > 1) {
            model.band(modes.modes().get(at).band());
        }
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
        heats.show(times.offsets() ? OFFSETS : HEAT);
        overs.show(times.question().panes().over().title());
        level(heat, !times.offsets());
        level(overTime, times.over() instanceof Times.Over.Percentiles);
        labels(times);
        Pictures.heat(times, model.options().colours(), limit, selection).map(each -> times.offsets() ? each : Pictures.limited(each, threshold)).ifPresentOrElse(heat::show, heat::clear);
        PauseMarks pauses = Optional.ofNullable(model.pauses().state().answer()).orElse(PauseMarks.NONE);
        Pictures.overTime(times, limit, selection, pauses, inspector.incidents().bands("incident"))
                .map(each -> times.over() instanceof Times.Over.Percentiles ? Pictures.limited(each, threshold) : each).ifPresentOrElse(overTime::show, overTime::clear);
    }

    /// Only where latency stands upwards a threshold can be drawn.
    private void level(ChartPane chart, boolean latency) {
        if (latency) {
            chart.onLevel(false, model::thresholdAt, model::dragThreshold, model::threshold);
        } else {
            chart.offLevel();
        }
        if (chart == heat) {
            chart.onBrushBox(latency ? model::brushTime : null);
        }
    }

    private void labels(Times times) {
        if (times.over() instanceof Times.Over.Labels(LabelTimes rows)) {
            overTime.readout(spot -> rows.words(spot.x(), spot.y(), times.zone())).onPick(spot -> rows.labelAt(spot.y()).ifPresent(each -> model.filter(Requests.LABEL, each)));
        } else {
            overTime.readout(null).onPick(null);
        }
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

    private static SplitPane split(Orientation orientation, Node... parts) {
        SplitPane pane = new SplitPane(parts);
        pane.setOrientation(orientation);
        pane.setMinSize(0, 0);
        return pane;
    }
}
