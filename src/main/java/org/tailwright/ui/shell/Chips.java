package org.tailwright.ui.shell;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tailwright.data.Selection;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;

/// The active selection as chips; pressing one takes it away. What does not fit stands behind "+n".
final class Chips extends HBox {
    private static final double GAP = 6;

    private final Store store;

    Chips(Store store) {
        super(GAP);
        this.store = store;
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(0);
        setAccessibleText("Active selection");
        store.derive(session -> List.of(session.selection(), session.look().zone())).subscribe(_ -> rebuild());
        widthProperty().subscribe(_ -> fit());
    }

    private void rebuild() {
        Session session = store.session();
        List<SelectionWords.Part> parts = SelectionWords.parts(session.selection(), session.look().zone());
        getChildren().setAll(parts.stream().map(this::chip).toList());
        if (parts.size() > 1) {
            getChildren().add(rest(parts));
        }
        setManaged(!parts.isEmpty());
        requestLayout();
        Platform.runLater(this::fit);
    }

    private Button chip(SelectionWords.Part part) {
        Button chip = new Button(part.words() + "  ×");
        chip.getStyleClass().setAll("chip");
        chip.setAccessibleText("Remove selection " + part.words());
        chip.setTooltip(new Tooltip("Remove " + part.words()));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setOnAction(_ -> store.select(part.without()));
        return chip;
    }

    private MenuButton rest(List<SelectionWords.Part> parts) {
        MenuButton more = new MenuButton();
        more.getStyleClass().setAll("menu-button", "chip");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setAccessibleText("All parts of the selection");
        for (SelectionWords.Part part : parts) {
            MenuItem item = new MenuItem("Remove " + part.words());
            item.setOnAction(_ -> store.select(part.without()));
            more.getItems().add(item);
        }
        MenuItem all = new MenuItem("Remove all");
        all.setOnAction(_ -> store.select(_ -> Selection.ALL));
        more.getItems().add(all);
        return more;
    }

    /// Shows as many chips as there is room for.
    private void fit() {
        int chips = getChildren().size() - (getChildren().size() > 1 ? 1 : 0);
        double room = getWidth();
        double used = 0;
        int shown = 0;
        for (int i = 0; i < chips; i++) {
            double width = getChildren().get(i).prefWidth(-1) + (i > 0 ? GAP : 0);
            boolean fits = chips == 1 || used + width + (i < chips - 1 ? 44 : 0) <= room;
            used += width;
            shown += fits && shown == i ? 1 : 0;
            show(i, shown > i);
        }
        if (chips > 1 && getChildren().getLast() instanceof MenuButton more) {
            more.setText("+" + (chips - shown));
            show(chips, shown < chips);
        }
    }

    private void show(int child, boolean visible) {
        getChildren().get(child).setVisible(visible);
        getChildren().get(child).setManaged(visible);
    }
}
