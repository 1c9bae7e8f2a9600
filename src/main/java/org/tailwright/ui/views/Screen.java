package org.tailwright.ui.views;

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

    /// Whether the inspector has something to show.
    public boolean inspects() {
        return inspector.isManaged();
    }
}
