package org.tailwright.ui.report;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Numbers;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;

/// Key numbers: the value large, its unit small behind it, below what it is with its interval; definition, n and interval on hover.
public final class FactsPane {
    private FactsPane() {}

    /// Side by side, as many in a row as fit.
    public static Pane flowing(List<Block.Fact> facts) {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("facts");
        for (Block.Fact fact : facts) {
            VBox node = fact(fact, 170);
            node.setMinWidth(104);
            pane.getChildren().add(node);
        }
        return pane;
    }

    /// In two columns, for the inspector.
    public static Pane columns(List<Block.Fact> facts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        for (int i = 0; i < facts.size(); i++) {
            grid.add(fact(facts.get(i), Double.MAX_VALUE), i % 2, i / 2);
        }
        return grid;
    }

    private static VBox fact(Block.Fact fact, double width) {
        Figure figure = fact.figure();
        int cut = unitAt(figure.text());
        Label value = label(figure.text().substring(0, cut), "value");
        Label unit = label(figure.text().substring(cut).replace(Numbers.SPACE, ""), "unit");
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox top = new HBox(3, value, unit);
        top.setAlignment(Pos.BASELINE_LEFT);
        VBox node = new VBox(1, top, small(figure.interval().isEmpty() ? fact.label() : fact.label() + " " + figure.interval(), width));
        if (!fact.note().isEmpty()) {
            node.getChildren().add(small(fact.note(), width));
        }
        node.getStyleClass().add("fact");
        if (!fact.supported()) {
            node.getStyleClass().add("unsupported");
        }
        node.setUserData(fact.label() + ": " + figure.words() + "\n" + figure.provenance().line()); // where Kept finds it
        node.setOnMouseEntered(_ -> hover(node));
        node.setAccessibleText(fact.label() + " " + figure.words() + " " + fact.note());
        return node;
    }

    /// Tooltips are windows of their own and dear: one is made when the pointer comes for the first time.
    private static void hover(VBox node) {
        node.setOnMouseEntered(null);
        Tooltip hover = new Tooltip();
        hover.setWrapText(true);
        hover.setMaxWidth(420);
        hover.setOnShowing(_ -> hover.setText(String.valueOf(node.getUserData())));
        Tooltip.install(node, hover);
    }

    /// Where the unit begins: behind the last no-break space, if what follows is no digit.
    static int unitAt(String text) {
        int space = text.lastIndexOf(Numbers.SPACE);
        boolean several = space >= 0 && text.substring(0, space).contains(Numbers.SPACE);
        return space <= 0 || several || Character.isDigit(text.charAt(Math.min(space + 1, text.length() - 1))) ? text.length() : space;
    }

    private static Label small(String words, double width) {
        Label label = label(words, "what");
        label.setWrapText(true);
        label.setMaxWidth(width);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        return label;
    }
}
