package org.tailwright.ui.commands;

/// A line of the palette.
///
/// @param title what it says, and what is searched
/// @param kind muted words at its right: the menu, "view", "data set"
/// @param key its key, may be empty
/// @param action what choosing it does
public record Entry(String title, String kind, String key, Runnable action) {
    /// An entry for a command.
    static Entry of(Command command) {
        return new Entry(command.title(), command.group().title(), command.shownKey(), command::run);
    }
}
