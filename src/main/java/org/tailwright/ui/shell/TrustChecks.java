package org.tailwright.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.tailwright.statistics.trust.Check;
import org.tailwright.statistics.trust.TrustResult;
import org.tailwright.ui.state.Store;

/// The checks of a trust card, doubts first, and the cut of a warm-up.
final class TrustChecks extends VBox {
    TrustChecks(TrustResult found, Store store, double width) {
        super(5);
        for (Check each : found.checks()) {
            getChildren().add(line(each, width));
            if (each.id().equals("warm-up")) {
                found.settled().ifPresent(span -> {
                    Button cut = new Button("Select the settled part");
                    cut.getStyleClass().addAll("small", "accent");
                    cut.setOnAction(_ -> store.select(now -> now.within(java.util.Optional.of(span))));
                    HBox row = new HBox(cut);
                    row.setStyle("-fx-padding: 0 0 3px 18px;");
                    getChildren().add(row);
                });
            }
        }
    }

    private static HBox line(Check check, double width) {
        Circle circle = new Circle(3.5);
        circle.getStyleClass().addAll("dot", switch (check.level()) {
            case FINE -> "good";
            case NOTE -> "note";
            case DOUBT -> "watch";
        });
        StackPane mark = new StackPane(circle);
        mark.setMinSize(10, 16);
        mark.setMaxHeight(16);
        Label words = new Label(Character.toUpperCase(check.words().charAt(0)) + check.words().substring(1));
        words.setWrapText(true);
        words.setMaxWidth(width - 18);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add(check.level() == Check.Level.DOUBT ? "check" : "muted");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, mark, words);
        line.setAccessibleText(check.level().id() + ": " + check.words());
        return line;
    }
}
