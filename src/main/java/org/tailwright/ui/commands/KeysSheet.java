package org.tailwright.ui.commands;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The list of keys, made from the commands that have one.
public final class KeysSheet {
    private KeysSheet() {}

    /// Shows it.
    public static void show(Overlays overlays, List<Command> commands) {
        Label title = new Label("Keys");
        title.getStyleClass().add("section-title");
        GridPane grid = new GridPane(16, 7);
        grid.getColumnConstraints().addAll(column(250), column(110), column(250), column(110));
        List<Command> keyed = commands.stream().filter(each -> !each.keys().isEmpty()).toList();
        int half = (keyed.size() + MOUSE.length + 1) / 2;
        int at = 0;
        for (Command each : keyed) {
            add(grid, at++, half, each.title(), each.shownKeys());
        }
        for (String[] each : MOUSE) {
            add(grid, at++, half, each[0], each[1]);
        }
        VBox sheet = new VBox(14, title, grid);
        sheet.setStyle("-fx-padding: 20px 24px;");
        ScrollPane scroll = new ScrollPane(sheet);
        scroll.getStyleClass().add("overlay-sheet");
        scroll.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        scroll.setFitToWidth(true);
        overlays.show(scroll, Pos.CENTER);
        scroll.requestFocus();
    }

    private static final String[][] MOUSE = {
        {"Brush in a chart", "drag"},
        {"Take the brush back", "double click"},
        {"Zoom a time axis", "Ctrl+wheel"},
        {"Pan a time axis", "Shift+wheel"},
        {"Copy a chart", "right click, Ctrl+C"},
        {"Move the crosshair", "← →"},
    };

    private static void add(GridPane grid, int at, int half, String words, String keys) {
        Label what = new Label(words);
        Label key = new Label(keys);
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(key, HPos.RIGHT);
        grid.add(what, at < half ? 0 : 2, at % half);
        grid.add(key, at < half ? 1 : 3, at % half);
    }

    private static ColumnConstraints column(double width) {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(Region.USE_PREF_SIZE);
        column.setPrefWidth(width);
        return column;
    }
}
