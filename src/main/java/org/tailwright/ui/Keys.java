package org.tailwright.ui;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.tailwright.ui.commands.Command;

/// The keys without a modifier. They work wherever nobody types; all others are accelerators of the menus.
final class Keys {
    private Keys() {}

    static void install(Scene scene, Supplier<List<Command>> commands, BooleanSupplier covered) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean escape = event.getCode() == KeyCode.ESCAPE;
            if (!event.isConsumed() && !covered.getAsBoolean() && (escape || !typing(scene.getFocusOwner()))) {
                commands.get().stream().filter(each -> each.keys().stream().anyMatch(key -> Command.bare(key) && matches(key, event)))
                        .findFirst().ifPresent(command -> {
                            command.run();
                            event.consume();
                        });
            }
        });
    }

    private static boolean typing(Node focused) {
        return focused instanceof TextInputControl || focused instanceof ComboBoxBase<?>;
    }

    /// On some keyboards ? and / need other modifiers, so both are known by what they type.
    private static boolean matches(String key, KeyEvent event) {
        return switch (key) {
            case "Shift+Slash" -> "?".equals(event.getText()) || event.getCode() == KeyCode.SLASH && event.isShiftDown();
            case "Slash" -> "/".equals(event.getText()) || event.getCode() == KeyCode.SLASH && !event.isShiftDown();
            default -> KeyCombination.valueOf(key).match(event);
        };
    }
}
