package org.tailwright.ui.views;

import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.tailwright.ui.Context;
import org.tailwright.ui.jobs.Job;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.state.Latest;

/// A line above a view while its computation runs: what it does, how far it is, and how to cancel it. Takes no room otherwise.
public final class RunningBar extends HBox {
    /// @param words about a job of this view; empty for those of others
    public RunningBar(Context context, Function<Job, String> words) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(6, 12, 6, 12));
        show(context, words);
        context.jobs().running().addListener((ListChangeListener<Job>) _ -> show(context, words));
    }

    /// What is done and what is shown meanwhile.
    ///
    /// @param before what an answer that is out of date was given to
    public static String words(String doing, Latest.State<?> state, String before) {
        return doing + (state.answer() == null ? "" : state.early() ? "; shown is what came so far" : "; what is shown answers " + before);
    }

    private void show(Context context, Function<Job, String> words) {
        Job job = context.jobs().running().stream().filter(each -> !words.apply(each).isEmpty()).reduce((_, last) -> last).orElse(null);
        setVisible(job != null);
        setManaged(job != null);
        if (job != null) {
            ProgressBar progress = new ProgressBar();
            progress.progressProperty().bind(job.progressProperty());
            progress.setPrefWidth(120);
            Button cancel = Buttons.secondary("Cancel", job::cancel);
            cancel.setStyle("-fx-padding: 2px 10px;");
            Label label = new Label();
            label.textProperty().bind(job.progressProperty().map(_ -> words.apply(job)));
            getChildren().setAll(label, progress, cancel);
        }
    }
}
