package org.tailwright.ui.views;

import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A few ways to look at something, side by side, of which one holds.
public final class Segments extends HBox {
    private final ToggleGroup group = new ToggleGroup();

    /// Without ways yet.
    public Segments() {
        getStyleClass().add("segments");
        setMaxWidth(Region.USE_PREF_SIZE);
        group.selectedToggleProperty().subscribe((old, now) -> {
            if (now == null && old != null) {
                group.selectToggle(old);
            }
        });
    }

    /// One more way.
    ///
    /// @param chosen told at once, and whenever it begins or ends to hold
    public ToggleButton add(String words, Consumer<Boolean> chosen) {
        ToggleButton button = new ToggleButton(words);
        button.getStyleClass().setAll("toggle-button", "segment");
        button.setToggleGroup(group);
        button.selectedProperty().subscribe(chosen);
        getChildren().add(button);
        return button;
    }
}
