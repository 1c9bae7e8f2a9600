package org.tailwright.readers.prometheus;

import java.util.LinkedHashMap;
import java.util.Map;

/// Takes a line of the text exposition apart: `name{label="value",…} value [time] [# exemplar]`, also with the name in quotes inside the braces.
/// One object is used for all lines, one after another.
final class SampleLine {
    private String line = "";
    private int at;
    private int end;
    private String value = "";
    private String time = "";
    private boolean exemplar;
    private String name = "";
    private Map<String, String> labels = Map.of();

    /// Finds the parts; labels are not looked into until [#identify].
    ///
    /// @return what is wrong, empty when nothing is
    String parse(String text) {
        line = text;
        at = 0;
        blanks();
        int begin = at;
        while (at < line.length() && line.charAt(at) != '{' && !blank(line.charAt(at))) {
            at++;
        }
        int named = at;
        blanks();
        if (at < line.length() && line.charAt(at) == '{') {
            if (!braces()) {
                return "the labels are not closed";
            }
            end = at;
        } else {
            end = named;
        }
        if (end == begin) {
            return "a name is due";
        }
        value = word();
        String next = word();
        exemplar = next.startsWith("#");
        time = exemplar ? "" : next;
        String rest = exemplar ? "" : word();
        exemplar |= rest.startsWith("#");
        if (value.isEmpty() || !exemplar && !rest.isEmpty()) {
            return value.isEmpty() ? "the value is missing" : "more than a value and a time";
        }
        return "";
    }

    private boolean braces() {
        boolean quoted = false;
        for (at++; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                at++;
                return true;
            }
        }
        return false;
    }

    private String word() {
        blanks();
        int from = at;
        while (at < line.length() && !blank(line.charAt(at))) {
            at++;
        }
        return line.substring(from, at);
    }

    private void blanks() {
        while (at < line.length() && blank(line.charAt(at))) {
            at++;
        }
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }

    /// The text of name and labels, the same for all samples of a series that are written alike.
    String identity() {
        return line.substring(0, end);
    }

    /// The text of the value.
    String value() {
        return value;
    }

    /// The text of the time, empty when there is none.
    String time() {
        return time;
    }

    /// Whether an exemplar follows.
    boolean exemplar() {
        return exemplar;
    }

    /// Reads name and labels.
    ///
    /// @return what is wrong, empty when nothing is
    String identify() {
        labels = new LinkedHashMap<>();
        int open = line.indexOf('{');
        name = (open >= 0 && open < end ? line.substring(0, open) : line.substring(0, end)).strip();
        if (open < 0 || open >= end) {
            return name(name) ? "" : "the name has characters that names cannot have";
        }
        at = open + 1;
        while (true) {
            separators();
            if (at >= end - 1) {
                break;
            }
            String problem = label();
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return name.isEmpty() ? "a name is due" : "";
    }

    private void separators() {
        while (at < end && (blank(line.charAt(at)) || line.charAt(at) == ',')) {
            at++;
        }
    }

    /// One `key="value"`, or the name of the metric in quotes.
    private String label() {
        boolean quoted = line.charAt(at) == '"';
        String key = quoted ? quoted() : key();
        blanks();
        if (at < end && line.charAt(at) == '=') {
            at++;
            blanks();
            if (at >= end || line.charAt(at) != '"') {
                return "a label's value is not in quotes";
            }
            labels.put(key, quoted());
            return key.isEmpty() ? "a label has no name" : "";
        }
        if (!quoted || !name.isEmpty()) {
            return "a label has no value";
        }
        name = key;
        return "";
    }

    private String key() {
        int from = at;
        while (at < end && line.charAt(at) != '=' && line.charAt(at) != ',' && !blank(line.charAt(at)) && line.charAt(at) != '}') {
            at++;
        }
        return line.substring(from, at);
    }

    /// The text in quotes at which the reading stands; `\\`, `\"` and `\n` are escapes.
    private String quoted() {
        StringBuilder text = new StringBuilder();
        for (at++; at < end && line.charAt(at) != '"'; at++) {
            char c = line.charAt(at);
            char next = c == '\\' && at + 1 < end ? line.charAt(at + 1) : 0;
            if (next == '\\' || next == '"' || next == 'n') {
                text.append(next == 'n' ? '\n' : next);
                at++;
            } else {
                text.append(c);
            }
        }
        at++;
        return text.toString();
    }

    /// Whether a text can stand as a name without quotes.
    static boolean name(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':';
            if (!letter && !(i > 0 && c >= '0' && c <= '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// Name after [#identify].
    String name() {
        return name;
    }

    /// Labels after [#identify].
    Map<String, String> labels() {
        return labels;
    }
}
