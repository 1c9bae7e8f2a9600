package org.tailwright.ui.shell;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.ui.views.View;
import org.tailwright.ui.views.Views;

/// The tabs of the views that have something to show.
public final class TabStrip extends HBox {
    private static final PseudoClass DENSE = PseudoClass.getPseudoClass("dense");
    /// Pixels that a dense title is narrower, as in the style sheet; a little less, so that the strip does not waver.
    private static final double SAVED = 13;

    private final Store store;

    public TabStrip(Store store) {
        this.store = store;
        getStyleClass().add("tab-strip");
        setMinWidth(0);
        store.derive(session -> Views.fitting(session.open())).subscribe(this::rebuild);
        store.derive(Session::place).subscribe(_ -> mark());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Titles move closer together before any of them is cut.
    @Override
    protected void layoutChildren() {
        boolean dense = getWidth() < prefWidth(-1) + (getPseudoClassStates().contains(DENSE) ? getChildren().size() * SAVED : 0);
        if (dense != getPseudoClassStates().contains(DENSE)) {
            pseudoClassStateChanged(DENSE, dense);
        }
        super.layoutChildren();
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
        tab.setTooltip(new Tooltip(view.title()));
        tab.setOnAction(_ -> {
            tab.setSelected(true);
            store.go(place -> place.in(view.id()));
        });
        return tab;
    }

    private void mark() {
        String id = store.session().place().view();
        getChildren().forEach(child -> {
            boolean here = id.equals(child.getUserData());
            ((ToggleButton) child).setSelected(here);
            ((ToggleButton) child).setMinWidth(here ? USE_PREF_SIZE : 32);
        });
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
