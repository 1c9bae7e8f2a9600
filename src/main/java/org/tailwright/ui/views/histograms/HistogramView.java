package org.tailwright.ui.views.histograms;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Role;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.reports.Block;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.histograms.HistogramResult;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.report.FactsPane;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.views.Answered;
import org.tailwright.ui.views.ChartSplit;
import org.tailwright.ui.views.Inspector;
import org.tailwright.ui.views.Panel;
import org.tailwright.ui.views.RowTable;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;

/// Percentile curves of interval histograms; below them latency over time, percentiles over time, and all tags.
public final class HistogramView {
    /// The tab.
    public static final View VIEW = new View("histograms", "Histograms", View.any(Dataset.Kind.HISTOGRAMS), context -> new HistogramView(context).screen());

    private static final double[] LISTED = {0.5, 0.99, 1};

    private final Context context;
    private final HistogramModel model;
    private final ChartPane curve;
    private final ChartPane heat;
    private final ChartPane overTime;
    private final Answered left;
    private final Node right;
    private final Node below;
    private final Panel table;
    private final SplitPane high = new SplitPane();
    private final SplitPane low = new SplitPane();
    private final SplitPane all = new SplitPane();
    private final RowTable<HistogramResult.Tag> tags;
    private final Answered whole;
    private final VBox facts = Inspector.part();

    private HistogramView(Context context) {
        this.context = context;
        model = new HistogramModel(context);
        curve = context.chart();
        heat = context.chart().onBrushX(model::brush).onReset(model::reset);
        overTime = context.chart().onBrushX(model::brush).onReset(model::reset);
        left = new Answered(ChartSplit.boxed(curve));
        right = ChartSplit.boxed(heat);
        below = ChartSplit.boxed(overTime);
        tags = new RowTable<HistogramResult.Tag>("Tags", context.dialogs()).fitted().onOpen(each -> model.choose(each.name()));
        table = new Panel("Tags", tags.node()).note("a click draws one");
        high.setMinSize(0, 0);
        low.setMinSize(0, 0);
        all.setOrientation(Orientation.VERTICAL);
        whole = new Answered(all);
    }

    private Screen screen() {
        context.store().sessionProperty().when(Screen.shown(whole)).subscribe(session -> model.ask(session));
        model.latest().stateProperty().subscribe(state -> show(state));
        return new Screen(whole, Inspector.of(facts, Inspector.part(Inspector.adding(context, this::data, HistogramModel.ID))));
    }

    private String data() {
        return context.store().session().first(Histograms.class).map(Dataset::name).orElse("");
    }

    private void show(Latest.State<HistogramModel.Answer> state) {
        List.of(curve, heat, overTime).forEach(each -> each.setStale(state.stale()));
        Pale.show(facts, state.stale());
        HistogramModel.Answer answer = state.answer();
        if (state.failure() != null) {
            whole.say("There is no answer", state.failure().sentence());
        } else if (answer != null && !state.stale()) {
            answer.result().ifPresentOrElse(result -> show(answer, result), () -> whole.say(answer.section().blocks().stream().filter(Block.Text.class::isInstance)
                    .map(each -> ((Block.Text) each).text()).findFirst().orElse(""), "Take another tag, or clear a chip above."));
        }
    }

    private void show(HistogramModel.Answer answer, HistogramResult result) {
        whole.show();
        answer.curve().ifPresentOrElse(chart -> {
            left.show();
            curve.show(chart);
        }, () -> left.say("No percentile is known of the whole", "Printed percentiles of several intervals are never put together."));
        answer.heat().map(this::selected).ifPresent(heat::show);
        answer.overTime().map(this::selected).ifPresent(overTime::show);
        arrange(answer.heat().isPresent(), answer.overTime().isPresent(), result.tags().size() > 1);
        tags.columns(columns());
        tags.node().getItems().setAll(result.tags());
        List<Node> nodes = new ArrayList<>(List.of(Inspector.heading("Histograms"), Inspector.muted(data())));
        for (Block block : answer.section().blocks()) {
            if (block instanceof Block.Facts found) {
                nodes.add(FactsPane.columns(found.facts()));
            } else if (block instanceof Block.Text text) {
                nodes.add(Words.paragraph(text.text()));
            }
        }
        Inspector.fill(facts, nodes);
    }

    /// Only what there is takes room.
    private void arrange(boolean hot, boolean timed, boolean tagged) {
        fill(high, hot ? List.of(left, right) : List.of(left), 0.5);
        List<Node> more = new ArrayList<>();
        if (timed) {
            more.add(below);
        }
        if (tagged) {
            more.add(table);
        }
        fill(low, more, 0.5);
        fill(all, more.isEmpty() ? List.of(high) : List.of(high, low), 0.56);
    }

    private static void fill(SplitPane pane, List<Node> nodes, double divider) {
        if (!pane.getItems().equals(nodes)) {
            pane.getItems().setAll(nodes);
            pane.setDividerPositions(divider);
        }
    }

    /// The whole run with the selected window shaded.
    private Chart selected(Chart chart) {
        return context.store().session().selection().window().map(window -> {
            List<Layer> layers = new ArrayList<>(chart.layers());
            layers.add(new Layer.SpanX(window.start(), window.end(), "", Role.SELECTION));
            return new Chart(chart.title(), chart.note(), chart.x(), chart.y(), layers, chart.description());
        }).orElse(chart);
    }

    private static List<RowTable.Heading<HistogramResult.Tag>> columns() {
        List<RowTable.Heading<HistogramResult.Tag>> columns = new ArrayList<>(List.of(
                RowTable.Heading.text("tag", 110, each -> each.name().isEmpty() ? "(none)" : each.name()),
                RowTable.Heading.number("values", 80, each -> Double.isNaN(each.n()) ? "not told" : Numbers.count((long) each.n()), HistogramResult.Tag::n)));
        for (double p : LISTED) {
            columns.add(RowTable.Heading.<HistogramResult.Tag>number(p == 1 ? "max" : Numbers.percentile(p), 70, each -> words(each.at(p)), each -> each.at(p).value())
                    .greyed(each -> !each.at(p).supported()));
        }
        return columns;
    }

    private static String words(Percentile each) {
        return Double.isNaN(each.value()) ? Numbers.ABSENT : Numbers.duration(each.value());
    }
}
