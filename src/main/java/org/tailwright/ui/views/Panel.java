package org.tailwright.ui.views;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A titled part of a view: title at the left, a muted note and controls at the right, content below.
public final class Panel extends VBox {
    private final Label note = new Label();
    private final HBox head;

    /// @param content grows with the panel
    public Panel(String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("heading");
        note.getStyleClass().addAll("muted", "small");
        note.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head = new HBox(8, heading, space, note);
        head.setAlignment(Pos.BASELINE_LEFT);
        heading.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("chart-box");
        getChildren().addAll(head, content);
        VBox.setVgrow(content, Priority.ALWAYS);
        setMinSize(0, 0);
    }

    /// Writes the note.
    public Panel note(String words) {
        note.setText(words);
        return this;
    }

    /// Adds controls behind the note.
    public Panel with(Node... controls) {
        head.getChildren().addAll(controls);
        return this;
    }
}
