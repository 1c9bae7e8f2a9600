package org.tailwright.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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
    private final MenuButton more = more();

    public TabStrip(Store store) {
        this.store = store;
        getStyleClass().add("tab-strip");
        setMinWidth(0);
        store.derive(session -> Views.fitting(session.open())).subscribe(this::rebuild);
        store.derive(Session::place).subscribe(_ -> mark());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Titles move closer together before any of them goes into the menu at the end; the one that is shown never does.
    @Override
    protected void layoutChildren() {
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
        List<ToggleButton> tabs = tabs();
        boolean dense = getPseudoClassStates().contains(DENSE);
        if (dense != (room < width(tabs) + (dense ? tabs.size() * SAVED : 0))) {
            pseudoClassStateChanged(DENSE, !dense);
        }
        List<ToggleButton> shown = width(tabs) <= room ? tabs : fitting(tabs, room - more.prefWidth(-1));
        tabs.forEach(tab -> show(tab, shown.contains(tab)));
        show(more, shown.size() < tabs.size());
        super.layoutChildren();
    }

    private static double width(List<ToggleButton> tabs) {
        return tabs.stream().mapToDouble(tab -> tab.prefWidth(-1)).sum();
    }

    /// The first ones that fit beside the selected one.
    private static List<ToggleButton> fitting(List<ToggleButton> tabs, double room) {
        double left = room - tabs.stream().filter(ToggleButton::isSelected).mapToDouble(tab -> tab.prefWidth(-1)).sum();
        List<ToggleButton> shown = new ArrayList<>();
        boolean full = false;
        for (ToggleButton tab : tabs) {
            if (!tab.isSelected()) {
                full |= tab.prefWidth(-1) > left;
                left -= tab.prefWidth(-1);
            }
            if (tab.isSelected() || !full) {
                shown.add(tab);
            }
        }
        return shown;
    }

    private static void show(Node node, boolean shown) {
        if (node.isManaged() != shown) {
            node.setManaged(shown);
            node.setVisible(shown);
        }
    }

    private List<ToggleButton> tabs() {
        return getChildren().stream().filter(ToggleButton.class::isInstance).map(ToggleButton.class::cast).toList();
    }

    private MenuButton more() {
        MenuButton button = new MenuButton("More");
        button.getStyleClass().setAll("menu-button", "bar-button", "more-tabs");
        button.setAccessibleText("More views");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnShowing(_ -> button.getItems().setAll(tabs().stream().filter(tab -> !tab.isManaged()).map(tab -> {
            MenuItem item = new MenuItem(tab.getText());
            item.setOnAction(_ -> tab.fire());
            return item;
        }).toList()));
        button.getItems().add(new MenuItem());
        return button;
    }

    private void rebuild(List<View> views) {
        List<Node> all = new ArrayList<>(views.stream().map(this::tab).toList());
        all.add(more);
        getChildren().setAll(all);
        mark();
    }

    private ToggleButton tab(View view) {
        ToggleButton tab = new ToggleButton(view.title());
        tab.getStyleClass().setAll("view-tab");
        tab.setUserData(view.id());
        tab.setMinWidth(USE_PREF_SIZE);
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
        tabs().forEach(tab -> tab.setSelected(id.equals(tab.getUserData())));
        requestLayout();
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        List<Node> reachable = getChildren().stream().filter(Node::isVisible).toList();
        int at = getScene() == null ? -1 : reachable.indexOf(getScene().getFocusOwner());
        boolean plain = !event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown();
        if (plain && step != 0 && at >= 0) {
            reachable.get(Math.clamp(at + step, 0, reachable.size() - 1)).requestFocus();
            event.consume();
        }
    }
}
