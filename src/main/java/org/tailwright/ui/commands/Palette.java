package org.tailwright.ui.commands;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Finds anything by a few letters: commands, views, analyses, data sets, labels.
public final class Palette {
    private static final double ROW = 32;
    private static final int SHOWN = 11;

    private final Overlays overlays;
    private final Supplier<List<Entry>> entries;
    private final TextField field = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final VBox sheet = new VBox(field, list);
    private List<Entry> all = List.of();

    /// @param entries what can be found now
    public Palette(Overlays overlays, Supplier<List<Entry>> entries) {
        this.overlays = overlays;
        this.entries = entries;
        sheet.getStyleClass().add("overlay-sheet");
        sheet.setMaxSize(560, Region.USE_PREF_SIZE);
        field.getStyleClass().add("palette-field");
        field.setPromptText("Search or run a command");
        field.setAccessibleText("Search or run a command");
        list.getStyleClass().add("palette-list");
        list.setFixedCellSize(ROW);
        list.setAccessibleText("What was found");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(new Label("Nothing is called like that"));
        list.setOnMouseClicked(_ -> choose());
        field.textProperty().subscribe(this::filter);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Opens it.
    public void open() {
        all = entries.get();
        field.clear();
        filter("");
        overlays.show(sheet, Pos.TOP_CENTER);
        field.requestFocus();
    }

    private void filter(String typed) {
        List<Entry> found = typed.isBlank() ? all : all.stream()
                .filter(each -> Fuzzy.score(typed, each.title()) > 0)
                .sorted(Comparator.comparingInt((Entry each) -> -Fuzzy.score(typed, each.title()))).toList();
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(12 + ROW * Math.clamp(found.size(), 2, SHOWN));
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1
                : event.getCode() == KeyCode.PAGE_DOWN ? SHOWN : event.getCode() == KeyCode.PAGE_UP ? -SHOWN : 0;
        if (step != 0 && !list.getItems().isEmpty()) {
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, list.getItems().size() - 1);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - SHOWN / 2));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        }
    }

    private void choose() {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        overlays.close();
        if (chosen != null) {
            chosen.action().run();
        }
    }

    private static final class Cell extends ListCell<Entry> {
        private final Label title = new Label();
        private final Label kind = new Label();
        private final Label key = new Label();
        private final HBox row;

        Cell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            kind.getStyleClass().addAll("muted", "small");
            key.getStyleClass().add("key");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            key.setMinWidth(Region.USE_PREF_SIZE);
            row = new HBox(10, title, gap, kind, key);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Entry item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            title.setText(item.title());
            kind.setText(item.kind());
            key.setText(item.key());
            key.setVisible(!item.key().isEmpty());
            key.setManaged(!item.key().isEmpty());
            setGraphic(row);
        }
    }
}
