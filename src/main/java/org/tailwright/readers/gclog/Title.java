package org.tailwright.readers.gclog;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an event is called: its words with the groups in parentheses, and which of those is the cause of the collection.
///
/// @param words the whole title, as in `Pause Young (Normal) (G1 Evacuation Pause)`
/// @param cause the group that names a cause, null when none does
record Title(String words, @Nullable String cause) {
    /// Groups that say what kind of pause it is, not why it happened.
    private static final Set<String> KINDS = Set.of("normal", "concurrent start", "prepare mixed", "mixed", "young", "old", "global", "major", "minor",
            "initial-mark", "process weakrefs", "unload classes", "update refs", "mark", "evacuation", "roots", "outside of cycle", "update references",
            "to-space exhausted", "to-space overflow", "promotion failed", "evacuation failure", "preparation", "finish mark", "bootstrap", "retaining");

    /// The title in `text` between `from` and `to`.
    static Title of(String text, int from, int to) {
        String words = text.substring(from, to).strip();
        int at = words.indexOf('(');
        while (at >= 0) {
            int end = closing(words, at);
            if (end < 0) {
                break;
            }
            String group = words.substring(at + 1, end);
            if (!kind(group)) {
                return new Title(words, group);
            }
            at = words.indexOf('(', end);
        }
        return new Title(words, null);
    }

    private static boolean kind(String group) {
        String plain = group.toLowerCase(Locale.ROOT);
        return group.isBlank() || KINDS.contains(plain) || plain.startsWith("evacuation failure") || plain.startsWith("to-space");
    }

    /// Index of the parenthesis that closes the one at `open`, or -1.
    static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
