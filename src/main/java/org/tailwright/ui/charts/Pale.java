package org.tailwright.ui.charts;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/// Pales what shows the answer to an earlier question, once the newer one takes longer than a blink: what is there at once would only flicker, and be painted twice.
public final class Pale {
    private static final double PALE = 0.45;
    private static final Duration BLINK = Duration.millis(150);

    private Pale() {}

    /// Pales a node while it is out of date.
    public static void show(Node node, boolean old) {
        Object waiting = node.getProperties().get(Pale.class);
        if (old && waiting == null) {
            PauseTransition blink = new PauseTransition(BLINK);
            blink.setOnFinished(_ -> node.setOpacity(PALE));
            node.getProperties().put(Pale.class, blink);
            blink.play();
        } else if (!old && waiting instanceof PauseTransition blink) {
            blink.stop();
            node.getProperties().remove(Pale.class);
            node.setOpacity(1);
        }
    }
}
