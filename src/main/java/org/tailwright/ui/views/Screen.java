package org.tailwright.ui.views;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The nodes of a view.
///
/// @param content fills the middle of the window
/// @param inspector goes into the right pane: key numbers, then the form, then actions; a region without content when the view needs none
public record Screen(Node content, Node inspector) {
    /// A view that needs no inspector.
    public static Screen of(Node content) {
        Region none = new VBox();
        none.setManaged(false);
        return new Screen(content, none);
    }

    /// Whether a node is shown, for `ObservableValue.when`: views compute only then. (JavaFX' own `isNotNull()` would be forgotten by the
    /// garbage collector while the node is hidden.)
    public static ObservableValue<Boolean> shown(Node node) {
        return node.sceneProperty().map(Objects::nonNull).orElse(false);
    }

    /// Calls `use` with the value whenever it changes while a node is shown, and every time the node is shown again.
    public static <T> void whileShown(Node node, ObservableValue<T> value, Consumer<? super T> use) {
        node.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                use.accept(value.getValue());
            }
        });
        value.subscribe((_, now) -> {
            if (node.getScene() != null) {
                use.accept(now);
            }
        });
    }

    /// Whether the inspector has something to show.
    public boolean inspects() {
        return inspector.isManaged();
    }
}
