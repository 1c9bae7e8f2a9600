package org.tailwright.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tailwright.data.Selection;
import org.tailwright.data.SelectionText;
import org.tailwright.ui.commands.Overlays;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.shell.SelectionWords;
import org.tailwright.ui.state.Saved;
import org.tailwright.ui.state.Session;

/// The saved selections: name the one that is active, go back to another, delete one, copy one as options of the command line.
final class SavedSheet {
    private static final double WIDTH = 560;

    private final Context context;
    private final Overlays overlays;
    private final VBox list = new VBox(4);
    private final TextField name = new TextField();

    private SavedSheet(Context context, Overlays overlays) {
        this.context = context;
        this.overlays = overlays;
    }

    /// Shows them.
    static void show(Context context, Overlays overlays) {
        SavedSheet sheet = new SavedSheet(context, overlays);
        Node node = sheet.node();
        overlays.show(node, Pos.TOP_CENTER);
        sheet.name.requestFocus();
    }

    private Node node() {
        Label title = new Label("Saved selections");
        title.getStyleClass().add("section-title");
        Selection active = context.store().session().selection();
        name.setPromptText("Name of the active selection");
        name.setAccessibleText("Name under which the active selection is saved");
        name.setText(active.isAll() ? "" : words(active));
        name.setOnAction(_ -> save());
        HBox.setHgrow(name, Priority.ALWAYS);
        Button save = Buttons.secondary("Save", this::save);
        save.setMinWidth(VBox.USE_PREF_SIZE);
        HBox row = new HBox(8, name, save);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setDisable(active.isAll());
        Label hint = new Label("Nothing is selected now, so there is nothing to save.");
        hint.getStyleClass().add("muted");
        VBox sheet = new VBox(12, title, active.isAll() ? hint : row, list);
        sheet.getStyleClass().add("overlay-sheet");
        sheet.setStyle("-fx-padding: 20px 24px;");
        sheet.setMaxSize(WIDTH, VBox.USE_PREF_SIZE);
        sheet.setPrefWidth(WIDTH);
        fill();
        return sheet;
    }

    private String words(Selection selection) {
        return String.join(", ", SelectionWords.parts(selection, context.zone().getValue()).stream().map(SelectionWords.Part::words).toList());
    }

    private void fill() {
        List<Saved> saved = context.store().session().questions().saved();
        if (saved.isEmpty()) {
            Label none = new Label("None is saved yet.");
            none.getStyleClass().add("muted");
            list.getChildren().setAll(none);
        } else {
            list.getChildren().setAll(saved.stream().map(this::row).toList());
        }
    }

    private Node row(Saved saved) {
        Button recall = Buttons.secondary(saved.name(), () -> {
            overlays.close();
            recall(context, saved);
        });
        recall.setAccessibleText("Select " + saved.name() + ": " + SelectionText.of(saved.selection()));
        recall.setMaxWidth(Double.MAX_VALUE);
        recall.setAlignment(Pos.CENTER_LEFT);
        recall.setMnemonicParsing(false);
        HBox.setHgrow(recall, Priority.ALWAYS);
        Button copy = Buttons.secondary("Copy as options", () -> context.dialogs().copy(SelectionText.of(saved.selection())));
        Button delete = Buttons.secondary("Delete", () -> {
            context.store().ask(now -> now.forgetting(saved.name()));
            fill();
        });
        delete.setAccessibleText("Delete " + saved.name());
        copy.setMinWidth(VBox.USE_PREF_SIZE);
        delete.setMinWidth(VBox.USE_PREF_SIZE);
        return new HBox(6, recall, copy, delete);
    }

    private void save() {
        Session session = context.store().session();
        String typed = name.getText().strip();
        if (!typed.isEmpty() && !session.selection().isAll()) {
            context.store().ask(now -> now.saving(new Saved(typed, session.selection())));
            overlays.close();
        }
    }

    /// Makes a saved selection the active one.
    static void recall(Context context, Saved saved) {
        context.store().select(_ -> saved.selection());
    }
}
