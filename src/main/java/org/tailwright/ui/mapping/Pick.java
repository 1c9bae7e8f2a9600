package org.tailwright.ui.mapping;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A box to choose one of a few words, with something in grey beside each.
final class Pick extends ComboBox<String> {
    private boolean showing;

    /// @param values what is handed on
    /// @param words what is shown for a value
    /// @param aside what stands in grey beside it in the list, maybe empty
    Pick(String name, List<String> values, Function<String, String> words, Function<String, String> aside, Consumer<String> chosen) {
        setAccessibleText(name);
        getItems().setAll(values);
        setVisibleRowCount(12);
        setMinWidth(90);
        setMaxWidth(Double.MAX_VALUE);
        setCellFactory(_ -> new Cell(words, aside));
        setButtonCell(new Cell(words, _ -> ""));
        valueProperty().subscribe((_, now) -> {
            if (now != null && !showing) {
                chosen.accept(now);
            }
        });
    }

    /// Shows a value without telling anybody.
    void present(String value) {
        if (!Objects.equals(getValue(), value)) {
            showing = true;
            if (!getItems().contains(value)) {
                getItems().add(value);
            }
            setValue(value);
            showing = false;
        }
    }

    private static final class Cell extends ListCell<String> {
        private final Function<String, String> words;
        private final Function<String, String> aside;

        Cell(Function<String, String> words, Function<String, String> aside) {
            this.words = words;
            this.aside = aside;
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            String grey = aside.apply(item);
            if (grey.isEmpty()) {
                setGraphic(null);
                setText(words.apply(item));
                return;
            }
            Label name = new Label(words.apply(item));
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label sample = new Label(grey);
            sample.getStyleClass().addAll("muted", "small");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(14, name, gap, sample);
            row.setMaxWidth(320);
            setText(null);
            setGraphic(row);
        }
    }
}
