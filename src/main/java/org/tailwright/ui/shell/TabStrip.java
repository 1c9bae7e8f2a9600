package org.tailwright.ui.shell;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.ui.views.View;
import org.tailwright.ui.views.Views;

/// The tabs of the views that have something to show.
public final class TabStrip extends HBox {
    private final Store store;

    public TabStrip(Store store) {
        this.store = store;
        getStyleClass().add("tab-strip");
        setMinWidth(0);
        store.derive(session -> Views.fitting(session.open())).subscribe(this::rebuild);
        store.derive(Session::place).subscribe(_ -> mark());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void rebuild(List<View> views) {
        getChildren().setAll(views.stream().map(this::tab).toList());
        mark();
    }

    private ToggleButton tab(View view) {
        ToggleButton tab = new ToggleButton(view.title());
        tab.getStyleClass().setAll("view-tab");
        tab.setUserData(view.id());
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setMinWidth(40);
        tab.setOnAction(_ -> {
            tab.setSelected(true);
            store.go(place -> place.in(view.id()));
        });
        return tab;
    }

    private void mark() {
        String id = store.session().place().view();
        getChildren().forEach(child -> ((ToggleButton) child).setSelected(id.equals(child.getUserData())));
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int at = getScene() == null ? -1 : getChildren().indexOf(getScene().getFocusOwner());
        boolean plain = !event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown();
        if (plain && step != 0 && at >= 0) {
            getChildren().get(Math.clamp(at + step, 0, getChildren().size() - 1)).requestFocus();
            event.consume();
        }
    }
}
