package org.tailwright.ui.commands;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/// Something that can be done: an entry of a menu, of the palette and of the list of keys.
///
/// @param group menu that it stands in
/// @param title what it says, beginning with a verb or a place
/// @param keys key combinations as JavaFX names them ("Shortcut+O", "W"); single keys only work while nobody types
/// @param enabled whether it can be done now
/// @param action what it does
public record Command(Group group, String title, List<String> keys, ObservableValue<Boolean> enabled, Runnable action) {
    /// The menus.
    public enum Group {
        FILE("File"), EDIT("Edit"), VIEW("View"), ANALYZE("Analyze"), WINDOW("Window"), HELP("Help");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /// As shown.
        public String title() {
            return title;
        }
    }

    public Command {
        keys = List.copyOf(keys);
    }

    /// A command that is always possible.
    public static Command of(Group group, String title, String key, Runnable action) {
        return new Command(group, title, key.isEmpty() ? List.of() : List.of(key), new SimpleBooleanProperty(true), action);
    }

    /// The same, possible only at times.
    public Command when(ObservableValue<Boolean> condition) {
        return new Command(group, title, keys, condition, action);
    }

    /// The same under one more key.
    public Command also(String key) {
        return new Command(group, title, Stream.concat(keys.stream(), Stream.of(key)).toList(), enabled, action);
    }

    /// Does it, if possible.
    public void run() {
        if (enabled.getValue()) {
            action.run();
        }
    }

    /// The first key as people write it ("Ctrl+O"); empty when there is none.
    public String shownKey() {
        return keys.isEmpty() ? "" : shown(keys.getFirst());
    }

    /// All keys as people write them.
    public String shownKeys() {
        return String.join(" or ", keys.stream().map(Command::shown).toList());
    }

    private static String shown(String key) {
        return key.equals("Slash") ? "/" : key.equals("Shift+Slash") ? "?" : key.equals("Esc") ? "Esc"
                : KeyCombination.valueOf(key).getDisplayText().replace("Digit", "");
    }

    /// Whether a key needs no modifier, so that it must not work while somebody types.
    public static boolean bare(String key) {
        return !key.contains("Shortcut") && !key.contains("Alt") && !key.matches("F\\d+");
    }
}
