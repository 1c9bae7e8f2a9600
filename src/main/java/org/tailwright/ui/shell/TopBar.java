package org.tailwright.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tailwright.ui.commands.Command;
import org.tailwright.ui.state.Store;

/// The bar at the top: menus, place, selection, command field, theme.
public final class TopBar extends HBox {
    private final HBox menus = new HBox();

    /// @param search opens the palette
    public TopBar(Store store, Runnable search) {
        getStyleClass().add("top-bar");
        menus.setMinWidth(USE_PREF_SIZE);
        menus.setAlignment(Pos.CENTER_LEFT);
        Button back = Buttons.icon(Icons.line(Icons.BACK), "Back (Alt+Left)", store::back);
        back.disableProperty().bind(store.canGoBack().not());
        Button forward = Buttons.icon(Icons.line(Icons.FORWARD), "Forward (Alt+Right)", store::forward);
        forward.disableProperty().bind(store.canGoForward().not());
        Crumbs crumbs = new Crumbs(store);
        Chips chips = new Chips(store);
        HBox.setHgrow(chips, Priority.ALWAYS);
        Button theme = Buttons.icon(Icons.theme(), "Light or dark", () -> store.update(now -> now.looking(now.look().dark(!now.look().dark()))));
        Region gap = new Region();
        gap.setMinWidth(4);
        Button command = field(search);
        widthProperty().subscribe(width -> command.setPrefWidth(width.doubleValue() < 1150 ? 96 : 276));
        getChildren().addAll(Icons.logo(), menus, back, forward, crumbs, gap, chips, command, theme);
        HBox.setHgrow(gap, Priority.SOMETIMES);
    }

    /// The menus made from these commands, in place of those that are there.
    public void menus(List<Command> commands) {
        menus.getChildren().setAll(Menus.of(commands));
    }

    private static Button field(Runnable search) {
        Button field = new Button();
        field.getStyleClass().setAll("button", "command-field");
        Label words = new Label("Search or run a command");
        Label key = new Label("Ctrl+Shift+P");
        key.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox inside = new HBox(8, words, gap, key);
        words.setMinWidth(0);
        field.setGraphic(inside);
        field.setMinWidth(90);
        field.widthProperty().subscribe(width -> {
            boolean wide = width.doubleValue() > 262;
            key.setVisible(wide);
            key.setManaged(wide);
            words.setText(wide || width.doubleValue() > 200 ? "Search or run a command" : "Search");
        });
        field.setAccessibleText("Search or run a command");
        field.setTooltip(new Tooltip("Search or run a command (Ctrl+Shift+P)"));
        field.setOnAction(_ -> search.run());
        return field;
    }
}
