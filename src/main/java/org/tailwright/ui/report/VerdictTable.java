package org.tailwright.ui.report;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tailwright.reports.Verdict;

/// The table that a report opens with.
final class VerdictTable {
    private VerdictTable() {}

    static Node of(List<Verdict> verdicts) {
        GridPane grid = new GridPane(18, 8);
        grid.addRow(0, new Region(), muted("measured"), muted("objective"), muted("interval"));
        for (Verdict verdict : verdicts) {
            Label badge = new Label(verdict.level().words());
            badge.getStyleClass().addAll("badge", style(verdict.level()));
            badge.setMinWidth(Region.USE_PREF_SIZE);
            Label what = new Label(verdict.what());
            what.setWrapText(true);
            HBox first = new HBox(8, badge, what);
            first.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            GridPane.setHgrow(first, Priority.ALWAYS);
            Label measured = new Label(verdict.measured().text());
            measured.getStyleClass().add("strong");
            measured.setTooltip(new Tooltip(verdict.measured().provenance().line()));
            grid.addRow(grid.getRowCount(), first, measured, new Label(verdict.objective()), muted(verdict.measured().interval()));
        }
        for (Node child : grid.getChildren()) {
            Integer column = GridPane.getColumnIndex(child);
            if (column != null && column > 0) {
                GridPane.setHalignment(child, HPos.RIGHT);
                ((Region) child).setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        return grid;
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        return label;
    }

    private static String style(Verdict.Level level) {
        return switch (level) {
            case BREACH, RISK -> "bad";
            case WATCH -> "watch";
            case HOLDS -> "good";
            case CANNOT_TELL -> "plain";
        };
    }
}
