package org.tailwright.ui.views.distribution;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tailwright.data.Objective;
import org.tailwright.ui.Context;
import org.tailwright.ui.shell.Buttons;

/// What should hold: each objective with a button that takes it away, and a field to add one.
final class ObjectivesEditor extends VBox {
    private final Context context;
    private final VBox list = new VBox(2);
    private final TextField field = new TextField();
    private final Label complaint = new Label();

    ObjectivesEditor(Context context) {
        super(6);
        this.context = context;
        getStyleClass().add("form");
        field.setPromptText("p99<250ms");
        field.setAccessibleText("New objective, such as p99<250ms or errors<1%");
        field.setStyle("-fx-alignment: center-left;");
        field.setOnAction(_ -> add());
        HBox.setHgrow(field, Priority.ALWAYS);
        complaint.getStyleClass().add("wrong-words");
        complaint.setWrapText(true);
        complaint.setMinHeight(Region.USE_PREF_SIZE);
        Button add = Buttons.secondary("Add", this::add);
        add.setStyle("-fx-padding: 3px 10px;");
        HBox row = new HBox(6, field, add);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(list, row, complaint);
        complain("");
        field.textProperty().subscribe(() -> complain(""));
        context.objectives().subscribe(this::show);
    }

    private void show(List<Objective> objectives) {
        list.getChildren().setAll(objectives.stream().map(this::row).toList());
        list.setManaged(!objectives.isEmpty());
    }

    private Node row(Objective objective) {
        Label words = new Label(objective.text());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Label sign = new Label("✕");
        sign.getStyleClass().addAll("muted", "small");
        Button remove = Buttons.icon(sign, "Remove " + objective.text(), () -> set(context.store().session().questions().objectives().stream()
                .filter(each -> !each.equals(objective)).toList()));
        remove.setStyle("-fx-padding: 1px 6px;");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(6, words, remove);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private void add() {
        if (field.getText().isBlank()) {
            return;
        }
        try {
            Objective objective = Objective.parse(field.getText());
            List<Objective> more = new ArrayList<>(context.store().session().questions().objectives());
            if (!more.contains(objective)) {
                more.add(objective);
            }
            field.clear();
            set(more);
        } catch (IllegalArgumentException e) {
            complain(String.valueOf(e.getMessage()));
        }
    }

    private void set(List<Objective> objectives) {
        context.store().ask(now -> now.with(objectives));
    }

    private void complain(String words) {
        complaint.setText(words);
        complaint.setVisible(!words.isEmpty());
        complaint.setManaged(!words.isEmpty());
    }
}
