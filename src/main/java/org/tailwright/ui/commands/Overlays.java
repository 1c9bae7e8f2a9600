package org.tailwright.ui.commands;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The layer above the window where one sheet at a time is shown. A click beside it or Esc closes it; the focus goes back to where it
/// was.
public final class Overlays {
    private final StackPane veil = new StackPane();
    private @Nullable Node before;
    private @Nullable Runnable dismissed;

    public Overlays() {
        veil.getStyleClass().add("veil");
        veil.setVisible(false);
        veil.setPadding(new Insets(64, 24, 24, 24));
        veil.setOnMousePressed(event -> {
            if (event.getTarget() == veil && dismissed == null) {
                close();
            }
        });
        veil.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !(event.getTarget() instanceof ComboBoxBase<?> box && box.isShowing())) {
                close();
                event.consume();
            }
        });
        veil.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::hold);
    }

    /// While a question is shown the focus does not leave it.
    private void hold(@Nullable Node owner) {
        if (dismissed == null || owner == null || veil.getChildren().isEmpty()) {
            return;
        }
        Node at = owner;
        while (at != null && at != veil) {
            at = at.getParent();
        }
        if (at == null) {
            veil.getChildren().getFirst().requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    /// The layer itself, to be put on top of the window.
    public Node node() {
        return veil;
    }

    /// Shows a sheet with a question: a click beside it does not close it, and the focus stays inside.
    ///
    /// @param unanswered is called when it is closed without [#finish]
    public void ask(Node sheet, Pos where, Runnable unanswered) {
        show(sheet, where);
        dismissed = unanswered;
    }

    /// Closes a sheet whose question is answered.
    public void finish() {
        dismissed = null;
        close();
    }

    /// Shows a sheet in place of the one that is shown, if any.
    public void show(Node sheet, Pos where) {
        Runnable left = dismissed;
        dismissed = null;
        if (!veil.isVisible() && veil.getScene() != null) {
            before = veil.getScene().getFocusOwner();
        }
        StackPane.setAlignment(sheet, where);
        veil.getChildren().setAll(sheet);
        veil.setVisible(true);
        if (left != null) {
            left.run();
        }
    }

    /// Whether a sheet is shown.
    public boolean isOpen() {
        return veil.isVisible();
    }

    /// Closes the sheet, if one is shown.
    public void close() {
        Runnable left = dismissed;
        dismissed = null;
        veil.setVisible(false);
        veil.getChildren().clear();
        if (before != null) {
            before.requestFocus();
            before = null;
        }
        if (left != null) {
            left.run();
        }
    }
}
