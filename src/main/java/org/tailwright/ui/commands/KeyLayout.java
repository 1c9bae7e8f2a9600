package org.tailwright.ui.commands;

import java.util.Map;

/// Where the letters lie: the keys that zoom and pan keep their place under the left hand, so that on other keyboards other letters do it. Keys
/// that are remembered by their letter stay.
public enum KeyLayout {
    QWERTY("QWERTY or QWERTZ", Map.of()),
    AZERTY("AZERTY", Map.of("W", "Z", "A", "Q", "Q", "A")),
    DVORAK("Dvorak", Map.of("W", "Comma", "S", "O", "D", "E"));

    private final String title;
    private final Map<String, String> moved;

    KeyLayout(String title, Map<String, String> moved) {
        this.title = title;
        this.moved = moved;
    }

    /// As shown.
    public String title() {
        return title;
    }

    /// A command with its keys as this keyboard has them.
    public Command on(Command command) {
        return new Command(command.group(), command.title(), command.keys().stream().map(key -> moved.getOrDefault(key, key)).toList(), command.enabled(), command.action());
    }
}
