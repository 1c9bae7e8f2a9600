package org.tailwright.ui.forms;

import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tailwright.analyses.Field;

/// One field of a form: its name, a control that fits its kind, help, and a complaint.
final class FieldRow extends VBox {
    private final Label complaint = new Label();
    private final Control control;

    FieldRow(Field<?> field, String value, Consumer<String> changed) {
        super(2);
        control = control(field, value, changed);
        control.setAccessibleText(title(field) + ": " + field.doc());
        Label name = new Label(title(field));
        name.setLabelFor(control);
        name.setWrapText(true);
        name.setMinWidth(70);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        control.setMinWidth(Region.USE_PREF_SIZE); // what is long, as text can be, has a line of its own
        boolean wide = field.kind() == Field.Kind.TEXT;
        HBox row = wide ? new HBox(name) : new HBox(name, gap, control);
        row.getStyleClass().add("form-row");
        Label help = new Label(field.doc());
        help.getStyleClass().add("help");
        complaint.getStyleClass().add("wrong-words");
        for (Label each : new Label[] {help, complaint}) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
        }
        getChildren().add(row);
        if (wide) {
            control.setMaxWidth(Double.MAX_VALUE);
            getChildren().add(control);
        }
        getChildren().addAll(help, complaint);
        complain(null);
    }

    /// Shows why a value does not fit; null when it does.
    void complain(@Nullable String words) {
        complaint.setText(words == null ? "" : words);
        complaint.setVisible(words != null);
        complaint.setManaged(words != null);
        control.getStyleClass().remove("wrong");
        if (words != null) {
            control.getStyleClass().add("wrong");
        }
    }

    /// A field's name for people.
    static String title(Field<?> field) {
        String words = field.id().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Control control(Field<?> field, String value, Consumer<String> changed) {
        return switch (field.kind()) {
            case CHOICE -> choice(field, value, changed);
            case FLAG -> flag(value, changed);
            case NUMBER, INTEGER, DURATION, TEXT -> text(field, value, changed);
        };
    }

    private static Control choice(Field<?> field, String value, Consumer<String> changed) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(field.choices());
        box.setValue(value);
        box.setPrefWidth(136);
        box.valueProperty().subscribe((_, chosen) -> changed.accept(chosen));
        return box;
    }

    private static Control flag(String value, Consumer<String> changed) {
        CheckBox box = new CheckBox();
        box.setSelected(value.equals("true"));
        box.selectedProperty().subscribe((_, chosen) -> changed.accept(chosen.toString()));
        return box;
    }

    /// Hands on what was typed at Enter and when the focus leaves.
    private static Control text(Field<?> field, String value, Consumer<String> changed) {
        TextField text = new TextField(value);
        text.setPrefWidth(100);
        text.setOnAction(_ -> changed.accept(text.getText().strip()));
        text.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                changed.accept(text.getText().strip());
            }
        });
        return text;
    }
}
