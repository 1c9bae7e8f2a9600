package org.tailwright.ui.views.distribution;

import java.util.List;
import javafx.scene.Node;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Requests;
import org.tailwright.statistics.Figures;
import org.tailwright.statistics.LatencyResult;
import org.tailwright.statistics.Percentile;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.views.RowTable;

/// The labels of the selection with their numbers; a click makes one the filter, or takes the filter back.
final class LabelTable {
    private final RowTable<LatencyResult.Label> table;

    LabelTable(Context context, DistributionModel model) {
        table = new RowTable<LatencyResult.Label>("Labels", context.dialogs()).fitted()
                .empty("These rows have no labels.")
                .columns(List.of(
                        RowTable.Heading.text("label", 120, LatencyResult.Label::label),
                        RowTable.Heading.number("requests", 72, each -> Numbers.count(each.n()), LatencyResult.Label::n),
                        RowTable.Heading.number("p50", 72, each -> Numbers.duration(at(each, 0.5).value()), each -> at(each, 0.5).value()),
                        RowTable.Heading.<LatencyResult.Label>number("p99", 144, each -> Figures.words(at(each, 0.99)), each -> at(each, 0.99).value())
                                .greyed(each -> !at(each, 0.99).supported()),
                        RowTable.Heading.number("errors", 60, each -> Numbers.percent((double) each.errors() / each.n()), each -> (double) each.errors() / each.n())))
                .onOpen(each -> model.filter(Requests.LABEL, each.label()))
                .onMenu(each -> List.of(RowTable.item("Only " + each.label(), () -> model.filter(Requests.LABEL, each.label()))));
        model.numbers().onAnswer(answers -> table.show(answers.labels()));
        model.numbers().stateProperty().subscribe(state -> Pale.show(table.node(), state.stale()));
    }

    Node node() {
        return table.node();
    }

    private static Percentile at(LatencyResult.Label label, double p) {
        return label.percentiles().stream().filter(each -> Math.abs(each.p() - p) < 1e-9).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("p = " + p + " was not computed"));
    }
}
