package org.tailwright.readers.accesslog;

import java.util.ArrayList;
import java.util.List;

/// Splits a line at blanks; what stands in quotes or square brackets is one field, and `name="a b"` too.
final class Fields {
    /// How a field was written.
    enum Kind { PLAIN, QUOTED, BRACKETS }

    private static final int MOST = 200;

    private final List<String> texts = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();

    /// Splits `line`, forgetting the one before.
    Fields split(String line) {
        texts.clear();
        kinds.clear();
        int n = line.length();
        int at = 0;
        while (at < n && texts.size() < MOST) {
            char c = line.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '"') {
                at = quoted(line, at);
            } else if (c == '[' && line.indexOf(']', at) >= 0) {
                at = brackets(line, at);
            } else {
                at = plain(line, at);
            }
        }
        return this;
    }

    private int quoted(String line, int from) {
        int end = closing(line, from);
        add(unescaped(line.substring(from + 1, end)), Kind.QUOTED);
        return end + 1;
    }

    /// Index of the quote that ends the text begun at `from`, or the line's end.
    private static int closing(String line, int from) {
        for (int i = from + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i;
            }
        }
        return line.length();
    }

    private static String unescaped(String text) {
        return text.indexOf('\\') < 0 ? text : text.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    /// An IPv6 address with a port (`[::1]:80`) is a plain field.
    private int brackets(String line, int from) {
        int end = line.indexOf(']', from);
        if (end + 1 < line.length() && line.charAt(end + 1) == ':') {
            return plain(line, from);
        }
        add(line.substring(from + 1, end), Kind.BRACKETS);
        return end + 1;
    }

    private int plain(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '\t') {
            boolean opens = line.charAt(at) == '"' && at > from && (line.charAt(at - 1) == '=' || line.charAt(at - 1) == ':');
            at = opens ? Math.min(line.length(), closing(line, at) + 1) : at + 1;
        }
        add(line.substring(from, at), Kind.PLAIN);
        return at;
    }

    private void add(String text, Kind kind) {
        texts.add(text);
        kinds.add(kind);
    }

    int size() {
        return texts.size();
    }

    /// The text of a field without quotes or brackets; empty beyond the last.
    String at(int i) {
        return i >= 0 && i < texts.size() ? texts.get(i) : "";
    }

    Kind kind(int i) {
        return kinds.get(i);
    }
}
