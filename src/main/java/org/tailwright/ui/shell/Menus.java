package org.tailwright.ui.shell;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.tailwright.ui.commands.Command;

/// The menu bar, made from the commands.
final class Menus {
    private Menus() {}

    static MenuBar of(List<Command> commands) {
        MenuBar bar = new MenuBar();
        for (Command.Group group : Command.Group.values()) {
            Menu menu = new Menu(group.title());
            commands.stream().filter(each -> each.group() == group).map(Menus::item).forEach(menu.getItems()::add);
            if (!menu.getItems().isEmpty()) {
                bar.getMenus().add(menu);
            }
        }
        bar.setMinWidth(Region.USE_PREF_SIZE);
        return bar;
    }

    /// Keys without a modifier are only written beside the entry: as accelerators they would fire while somebody types.
    private static MenuItem item(Command command) {
        boolean accelerated = !command.keys().isEmpty() && !Command.bare(command.keys().getFirst());
        String hint = command.keys().isEmpty() || accelerated ? "" : "    " + command.shownKey();
        MenuItem item = new MenuItem(command.title() + hint);
        item.setMnemonicParsing(false);
        if (accelerated) {
            item.setAccelerator(KeyCombination.valueOf(command.keys().getFirst()));
        }
        item.setOnAction(_ -> command.run());
        command.enabled().subscribe(possible -> item.setDisable(!possible));
        return item;
    }
}
