package org.tailwright.ui.commands;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The layer above the window where one sheet at a time is shown. A click beside it or Esc closes it; the focus goes back to where it
/// was.
public final class Overlays {
    private final StackPane veil = new StackPane();
    private @Nullable Node before;

    public Overlays() {
        veil.getStyleClass().add("veil");
        veil.setVisible(false);
        veil.setPadding(new Insets(64, 24, 24, 24));
        veil.setOnMousePressed(event -> {
            if (event.getTarget() == veil) {
                close();
            }
        });
        veil.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /// The layer itself, to be put on top of the window.
    public Node node() {
        return veil;
    }

    /// Shows a sheet.
    public void show(Node sheet, Pos where) {
        if (!veil.isVisible() && veil.getScene() != null) {
            before = veil.getScene().getFocusOwner();
        }
        StackPane.setAlignment(sheet, where);
        veil.getChildren().setAll(sheet);
        veil.setVisible(true);
    }

    /// Whether a sheet is shown.
    public boolean isOpen() {
        return veil.isVisible();
    }

    /// Closes the sheet, if one is shown.
    public void close() {
        veil.setVisible(false);
        veil.getChildren().clear();
        if (before != null) {
            before.requestFocus();
            before = null;
        }
    }
}
