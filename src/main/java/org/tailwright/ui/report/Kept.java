package org.tailwright.ui.report;

import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Keeps nodes that show words where only the words differ: a number that moves under a slider need not be styled anew.
public final class Kept {
    private static final List<Class<? extends Node>> PLAIN = List.of(VBox.class, HBox.class, GridPane.class, FlowPane.class, TextFlow.class, Region.class);

    private Kept() {}

    /// Lets a pane show other content. Nodes stay where they are made alike, words and tooltips are taken over.
    public static void show(Pane pane, List<? extends Node> content) {
        ObservableList<Node> shown = pane.getChildren();
        if (alike(shown, content)) {
            take(shown, content);
        } else {
            shown.setAll(content);
        }
    }

    private static boolean alike(List<? extends Node> shown, List<? extends Node> fresh) {
        if (shown.size() != fresh.size()) {
            return false;
        }
        for (int i = 0; i < shown.size(); i++) {
            if (!alike(shown.get(i), fresh.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Only what cannot be pressed and was not placed by hand is kept.
    private static boolean alike(Node shown, Node fresh) {
        if (shown == fresh) {
            return true;
        }
        boolean made = shown.getClass() == fresh.getClass() && shown.getStyleClass().equals(fresh.getStyleClass()) && shown.getStyle().equals(fresh.getStyle())
                && (shown.getUserData() instanceof String) == (fresh.getUserData() instanceof String) && shown.isVisible() == fresh.isVisible() && shown.isManaged() == fresh.isManaged()
                && Objects.equals(VBox.getMargin(shown), VBox.getMargin(fresh));
        return made && switch (shown) {
            case Label label -> label.getGraphic() == null && ((Label) fresh).getGraphic() == null && (label.getTooltip() == null) == (((Label) fresh).getTooltip() == null);
            case Text _ -> true;
            case Region region -> PLAIN.contains(region.getClass()) && alike(region.getChildrenUnmodifiable(), ((Region) fresh).getChildrenUnmodifiable());
            default -> false;
        };
    }

    private static void take(List<? extends Node> shown, List<? extends Node> fresh) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i) != fresh.get(i)) {
                take(shown.get(i), fresh.get(i));
            }
        }
    }

    private static void take(Node shown, Node fresh) {
        shown.setAccessibleText(fresh.getAccessibleText());
        shown.setUserData(fresh.getUserData());
        switch (shown) {
            case Label label -> {
                Label other = (Label) fresh;
                label.setText(other.getText());
                if (label.getTooltip() != null) {
                    label.getTooltip().setText(other.getTooltip().getText());
                }
            }
            case Text text -> text.setText(((Text) fresh).getText());
            case Region region -> take(region.getChildrenUnmodifiable(), ((Region) fresh).getChildrenUnmodifiable());
            default -> { }
        }
    }
}
