package org.tailwright.ui.pictures;

import java.io.IOException;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Transform;
import org.tailwright.ui.charts.Png;

/// A small picture of a window.
public final class Thumbnail {
    /// Pixels; twice what the start page shows, for dense displays.
    private static final double WIDTH = 400;

    private Thumbnail() {}

    /// As PNG; nothing while the node has no size.
    public static Optional<byte[]> of(Node node) {
        double width = node.getLayoutBounds().getWidth();
        if (width < 1 || node.getScene() == null) {
            return Optional.empty();
        }
        SnapshotParameters small = new SnapshotParameters();
        small.setTransform(Transform.scale(WIDTH / width, WIDTH / width));
        try {
            return Optional.of(Png.bytes(node.snapshot(small, null)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
