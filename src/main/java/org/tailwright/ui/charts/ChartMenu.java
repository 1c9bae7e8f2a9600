package org.tailwright.ui.charts;

import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.transform.Transform;
import org.tailwright.charts.Role;
import org.tailwright.charts.Svg;
import org.tailwright.ui.Dialogs;

/// Copies a chart. Opened with the secondary button, Shift+F10 or the menu key; Ctrl+C copies the numbers.
final class ChartMenu {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ChartPane pane;
    private final Dialogs dialogs;
    private final ContextMenu menu = new ContextMenu();

    ChartMenu(ChartPane pane, Dialogs dialogs) {
        this.pane = pane;
        this.dialogs = dialogs;
    }

    void install() {
        pane.setOnContextMenuRequested(event -> {
            menu.getItems().setAll(item("Copy as picture", this::picture), item("Copy as SVG", this::svg));
            if (pane.chart().isPresent()) {
                menu.getItems().addAll(item("Copy numbers as CSV", this::csv), item("Copy as text", this::words));
            }
            if (pane.levels()) {
                menu.getItems().addAll(new SeparatorMenuItem(), item("Threshold here (T)", pane::level));
            }
            if (pane.picture().isPresent()) {
                menu.show(pane, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
        pane.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                csv();
                event.consume();
            }
        });
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void picture() {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(pane.theme().colour(Role.SURFACE));
        parameters.setTransform(Transform.scale(2, 2));
        dialogs.copy(pane.snapshot(parameters, null));
    }

    private void svg() {
        pane.picture().ifPresent(scene -> dialogs.copy(Svg.file(scene, pane.theme().palette())));
    }

    private void csv() {
        pane.chart().ifPresent(chart -> dialogs.copy(ChartText.csv(chart)));
    }

    private void words() {
        pane.chart().ifPresent(chart -> dialogs.copy(ChartText.words(chart)));
    }
}
