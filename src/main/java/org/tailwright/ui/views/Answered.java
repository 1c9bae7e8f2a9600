package org.tailwright.ui.views;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tailwright.ui.report.Words;

/// A place for an answer: the nodes that show it, or the sentence that says why there is none and what to do. Never blank.
public final class Answered extends StackPane {
    private final Node content;

    /// @param content shows the answer
    public Answered(Node content) {
        this.content = content;
        getChildren().setAll(content);
        setMinSize(0, 0);
    }

    /// Shows the answer.
    public void show() {
        if (!getChildren().equals(List.of(content))) {
            getChildren().setAll(content);
        }
    }

    /// Shows a sentence in its place, and below it what can be done at once.
    public void say(String what, String todo, Node... actions) {
        VBox words = Words.empty(what, todo);
        words.getChildren().addAll(actions);
        getChildren().setAll(words);
    }
}
