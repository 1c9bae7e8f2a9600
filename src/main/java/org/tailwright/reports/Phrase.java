package org.tailwright.reports;

import java.util.ArrayList;
import java.util.List;

/// A stretch of a text that is bold or not: the only markup that texts of a report know.
///
/// @param text without markup and on one line
record Phrase(String text, boolean bold) {
    /// Takes a text with `**bold**` apart. A lone pair of asterisks stands for itself.
    static List<Phrase> of(String text) {
        List<Phrase> phrases = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf("**", at);
            int close = open < 0 ? -1 : text.indexOf("**", open + 2);
            if (close < 0) {
                add(phrases, text.substring(at), false);
                break;
            }
            add(phrases, text.substring(at, open), false);
            add(phrases, text.substring(open + 2, close), true);
            at = close + 2;
        }
        return phrases;
    }

    /// The text without markup, on one line and without characters that steer terminals.
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        of(text).forEach(each -> plain.append(each.text));
        return plain.toString();
    }

    private static void add(List<Phrase> phrases, String text, boolean bold) {
        if (!text.isEmpty()) {
            phrases.add(new Phrase(oneLine(text), bold));
        }
    }

    /// A foreign text (label, file name) with controls and line ends turned into blanks, and without marks that turn the direction of
    /// writing, so that it cannot pretend to be something else.
    static String oneLine(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (!turning(c)) {
                clean.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c);
            }
        });
        return clean.toString();
    }

    /// A text without marks that turn the direction of writing.
    static String straight(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(c -> !turning(c)).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean turning(int c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }
}
