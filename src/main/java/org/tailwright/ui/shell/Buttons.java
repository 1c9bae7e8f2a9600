package org.tailwright.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Buttons of the window's edges.
public final class Buttons {
    private Buttons() {}

    /// A button that shows an icon and says its name on hover and to assistive technology.
    public static Button icon(Node icon, String name, Runnable action) {
        Button button = new Button();
        button.setGraphic(icon);
        button.getStyleClass().setAll("button", "bar-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The one button of a place that leads on.
    public static Button primary(String words, Runnable action) {
        return styled(words, "primary", action);
    }

    /// Any other button.
    public static Button secondary(String words, Runnable action) {
        return styled(words, "secondary", action);
    }

    private static Button styled(String words, String style, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().setAll("button", style);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
