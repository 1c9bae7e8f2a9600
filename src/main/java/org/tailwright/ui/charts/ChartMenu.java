package org.tailwright.ui.charts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.tailwright.charts.Scene;
import org.tailwright.charts.Svg;
import org.tailwright.ui.Dialogs;

/// Copies and saves a chart. Opened with the secondary button, Shift+F10 or the menu key; Ctrl+C copies the numbers.
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
            menu.getItems().setAll(item("Copy as picture", this::picture), item("Copy as SVG", this::svg), item("Save as picture…", this::savePicture), item("Save as SVG…", this::saveSvg));
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
        pane.picture().ifPresent(scene -> dialogs.copy(ScenePicture.of(scene, pane.theme(), 2)));
    }

    private void savePicture() {
        pane.picture().ifPresent(scene -> {
            try {
                dialogs.keep("Save chart", name(scene) + ".png", new Dialogs.FileKind("PNG picture", "png"), Png.bytes(ScenePicture.of(scene, pane.theme(), 2)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void saveSvg() {
        pane.picture().ifPresent(scene -> dialogs.keep("Save chart", name(scene) + ".svg", new Dialogs.FileKind("SVG picture", "svg"),
                Svg.file(scene, pane.theme().palette()).getBytes(StandardCharsets.UTF_8)));
    }

    private static String name(Scene scene) {
        String plain = scene.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "chart" : plain;
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
