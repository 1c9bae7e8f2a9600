package org.tailwright.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tailwright.ui.Dialogs;
import org.tailwright.ui.jobs.Failure;
import org.tailwright.ui.jobs.Jobs;

/// Failures below the top bar: one sentence each, never a stack trace; the details can be copied.
public final class Banners extends VBox {
    private static final int SHOWN = 3;

    private final Jobs jobs;
    private final Dialogs dialogs;

    public Banners(Jobs jobs, Dialogs dialogs) {
        this.jobs = jobs;
        this.dialogs = dialogs;
        jobs.failures().addListener((ListChangeListener<Failure>) _ -> show());
        show();
    }

    private void show() {
        int n = jobs.failures().size();
        getChildren().setAll(jobs.failures().stream().limit(SHOWN).map(this::banner).toList());
        if (n > SHOWN) {
            Label more = new Label("and " + (n - SHOWN) + " more");
            HBox row = new HBox(more);
            row.getStyleClass().add("banner");
            getChildren().add(row);
        }
        setManaged(n > 0);
        setVisible(n > 0);
    }

    private HBox banner(Failure failure) {
        Label words = new Label(failure.line());
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button copy = Buttons.secondary("Copy details", () -> dialogs.copy(failure.line() + "\n\n" + failure.details()));
        Button close = Buttons.icon(Icons.line(Icons.CLOSE), "Dismiss", () -> jobs.dismiss(failure));
        HBox row = new HBox(words, copy, close);
        row.getStyleClass().add("banner");
        return row;
    }
}
