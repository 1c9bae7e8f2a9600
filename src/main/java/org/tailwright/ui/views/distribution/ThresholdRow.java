package org.tailwright.ui.views.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Objective;
import org.tailwright.data.Selection;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.ui.Context;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.views.Inspector;

/// The threshold that was drawn: the share beyond it, and a button for each objective that it could be.
final class ThresholdRow extends VBox {
    private static final double[] TIGHT = {0.5, 0.9, 0.95, 0.99, 0.999};

    private final Context context;
    private final DistributionModel model;

    ThresholdRow(Context context, DistributionModel model) {
        super(6);
        this.context = context;
        this.model = model;
        getStyleClass().add("form");
        model.threshold().stateProperty().subscribe(this::show);
        model.curves().stateProperty().subscribe(this::show);
        context.store().derive(Settings::of).subscribe(_ -> show());
        show();
    }

    private void show() {
        Optional<DistributionCharts.Limit> limit = model.thresholdLimit();
        if (limit.isEmpty()) {
            getChildren().setAll(Inspector.muted("Press T over a chart to draw a threshold; drag it to move it."));
            return;
        }
        Label words = Words.label(limit.get().words(), "plain");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Label sign = new Label("✕");
        sign.getStyleClass().addAll("muted", "small");
        Button remove = Buttons.icon(sign, "Remove the threshold", () -> model.threshold(0));
        remove.setStyle("-fx-padding: 1px 6px;");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(6, words, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        String text = objective(limit.get(), context.store().session().selection());
        Button make = Buttons.secondary("Make " + text + " an objective", () -> make(text));
        make.setStyle("-fx-padding: 3px 10px; -fx-font-size: 12px;");
        make.setMinWidth(0);
        getChildren().setAll(row, make);
    }

    /// The highest common percentile that lies under the threshold now, as an objective; p99 when none does.
    static String objective(DistributionCharts.Limit limit, Selection selection) {
        double p = 0.99;
        for (double each : TIGHT) {
            p = limit.beyond().value() <= 1 - each + 1e-12 ? each : p;
        }
        String where = String.join(" and ", selection.filters().stream().map(each -> each.column() + "=" + each.value()).toList());
        return Numbers.percentile(p) + "<" + Limits.typed(limit.limitNanos()) + (where.isEmpty() ? "" : " where " + where);
    }

    private void make(String text) {
        List<Objective> more = new ArrayList<>(context.store().session().questions().objectives());
        Objective objective = Objective.parse(text);
        if (!more.contains(objective)) {
            more.add(objective);
        }
        context.store().ask(now -> now.with(more));
        model.threshold(0);
    }
}
