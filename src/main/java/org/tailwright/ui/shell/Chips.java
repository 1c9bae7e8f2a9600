package org.tailwright.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tailwright.data.Selection;
import org.tailwright.data.Shift;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;

/// The active selection as chips; pressing one takes it away. What does not fit stands behind "+n".
final class Chips extends HBox {
    private static final double GAP = 6;

    private final Store store;

    private record Chip(String words, Runnable remove) {}

    Chips(Store store) {
        super(GAP);
        this.store = store;
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(0);
        setAccessibleText("Active selection");
        store.derive(session -> List.of(session.selection(), session.look().zone(), session.timeline().offsets())).subscribe(_ -> rebuild());
        widthProperty().subscribe(_ -> fit());
    }

    private void rebuild() {
        Session session = store.session();
        List<Chip> parts = new ArrayList<>();
        SelectionWords.parts(session.selection(), session.look().zone()).forEach(each -> parts.add(new Chip(each.words(), () -> store.select(each.without()))));
        new TreeMap<>(session.timeline().offsets()).forEach((name, nanos) -> parts.add(new Chip("clock of " + name + " " + Shift.words(nanos), () -> store.update(now -> {
            Map<String, Long> others = new LinkedHashMap<>(now.timeline().offsets());
            others.remove(name);
            return now.moving(others);
        }))));
        getChildren().setAll(parts.stream().map(Chips::chip).toList());
        if (parts.size() > 1) {
            getChildren().add(rest(parts));
        }
        setManaged(!parts.isEmpty());
        requestLayout();
        Platform.runLater(this::fit);
    }

    private static Button chip(Chip part) {
        Button chip = new Button(part.words() + "  ×");
        chip.getStyleClass().setAll("chip");
        chip.setAccessibleText("Remove " + part.words());
        chip.setTooltip(new Tooltip("Remove " + part.words()));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setOnAction(_ -> part.remove().run());
        return chip;
    }

    private MenuButton rest(List<Chip> parts) {
        MenuButton more = new MenuButton();
        more.getStyleClass().setAll("menu-button", "chip");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setAccessibleText("All parts of the selection");
        for (Chip part : parts) {
            MenuItem item = new MenuItem("Remove " + part.words());
            item.setOnAction(_ -> part.remove().run());
            more.getItems().add(item);
        }
        MenuItem all = new MenuItem("Remove all");
        all.setOnAction(_ -> store.update(now -> now.selecting(Selection.ALL).moving(Map.of())));
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
