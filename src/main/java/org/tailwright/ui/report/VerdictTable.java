package org.tailwright.ui.report;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.tailwright.reports.Verdict;

/// The table that a report opens with.
final class VerdictTable {
    private VerdictTable() {}

    static Node of(List<Verdict> verdicts) {
        GridPane grid = new GridPane(14, 9);
        grid.getColumnConstraints().addAll(column(Priority.NEVER, Region.USE_COMPUTED_SIZE, HPos.LEFT), column(Priority.ALWAYS, 170, HPos.LEFT), column(Priority.NEVER, 62, HPos.RIGHT),
                column(Priority.NEVER, 62, HPos.RIGHT), column(Priority.SOMETIMES, 90, HPos.RIGHT));
        grid.addRow(0, new Region(), new Region(), muted("measured"), muted("objective"), muted("interval"));
        for (Verdict verdict : verdicts) {
            Label badge = new Label(verdict.level().words());
            badge.getStyleClass().addAll("badge", style(verdict.level()));
            badge.setMinWidth(Region.USE_PREF_SIZE);
            Label measured = new Label(verdict.measured().text());
            measured.getStyleClass().add("strong");
            measured.setMinWidth(Region.USE_PREF_SIZE);
            measured.setTooltip(new Tooltip(verdict.measured().provenance().line()));
            Label objective = new Label(verdict.objective());
            objective.setMinWidth(Region.USE_PREF_SIZE);
            Label interval = wrapping(muted(verdict.interval()));
            interval.setTextAlignment(TextAlignment.RIGHT);
            interval.setAlignment(Pos.CENTER_RIGHT);
            interval.setMaxWidth(250);
            grid.addRow(grid.getRowCount(), badge, wrapping(new Label(verdict.what())), measured, objective, interval);
        }
        return grid;
    }

    private static ColumnConstraints column(Priority grow, double least, HPos side) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(grow);
        column.setMinWidth(least);
        column.setHalignment(side);
        return column;
    }

    private static Label wrapping(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
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
