package org.tailwright.readers.influx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes a line of the protocol apart: `measurement,tag=value field=value,field=value time`. One object is used for all lines.
final class PointLine {
    /// A field and its number; NaN for a text.
    ///
    /// @param text whether the value is a text, which no series can hold
    record Field(String key, double value, boolean text) {}

    private String line = "";
    private int at;
    private String measurement = "";
    private Map<String, String> tags = Map.of();
    private final List<Field> fields = new ArrayList<>();
    private String time = "";

    /// @return what is wrong, empty when nothing is
    String parse(String text) {
        line = text;
        at = 0;
        fields.clear();
        time = "";
        tags = new HashMap<>();
        measurement = part(false);
        if (measurement.isEmpty()) {
            return "a measurement is due";
        }
        while (at < line.length() && line.charAt(at) == ',') {
            at++;
            String key = part(true);
            if (key.isEmpty() || at >= line.length() || line.charAt(at) != '=') {
                return "a tag without a value";
            }
            at++;
            tags.put(key, part(true));
        }
        if (at < line.length() && line.charAt(at) != ' ') {
            return "a tag's value has an equals sign";
        }
        blanks();
        String problem = allFields();
        if (!problem.isEmpty()) {
            return problem;
        }
        blanks();
        int from = at;
        while (at < line.length() && line.charAt(at) != ' ') {
            at++;
        }
        time = line.substring(from, at);
        blanks();
        return at < line.length() ? "more than a time stands behind the fields" : "";
    }

    private String allFields() {
        do {
            String key = part(true);
            if (key.isEmpty() || at >= line.length() || line.charAt(at) != '=') {
                return "a field without a value";
            }
            at++;
            boolean quoted = at < line.length() && line.charAt(at) == '"';
            if (quoted) {
                if (!quoted()) {
                    return "a text is not closed";
                }
                fields.add(new Field(key, Double.NaN, true));
            } else {
                double value = value(part(true));
                if (Double.isNaN(value)) {
                    return "the value of field " + key + " is no number, truth value or quoted text";
                }
                fields.add(new Field(key, value, false));
            }
        } while (at < line.length() && line.charAt(at) == ',' && ++at > 0);
        return at < line.length() && line.charAt(at) != ' ' ? "a field's value has an equals sign or quotes" : "";
    }

    /// Up to the next comma, blank or (in keys) equals sign that no backslash escapes.
    private String part(boolean key) {
        int from = at;
        boolean escaped = false;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '\\' && at + 1 < line.length() && escapes(line.charAt(at + 1))) {
                escaped = true;
                at += 2;
            } else if (c == ',' || c == ' ' || key && c == '=') {
                break;
            } else {
                at++;
            }
        }
        String raw = line.substring(from, at);
        return escaped ? raw.replaceAll("\\\\([,= ])", "$1") : raw;
    }

    private static boolean escapes(char c) {
        return c == ',' || c == ' ' || c == '=';
    }

    /// Skips a quoted text; `\"` and `\\` are escapes in it.
    private boolean quoted() {
        for (at++; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\\' && at + 1 < line.length()) {
                at++;
            } else if (c == '"') {
                at++;
                return true;
            }
        }
        return false;
    }

    /// A number with `i` or `u` behind whole ones, or a truth value as 1 or 0; NaN when it is neither.
    static double value(String text) {
        switch (text) {
            case "t", "T", "true", "True", "TRUE" -> {
                return 1;
            }
            case "f", "F", "false", "False", "FALSE" -> {
                return 0;
            }
            default -> { }
        }
        int end = text.length();
        boolean whole = end > 1 && (text.charAt(end - 1) == 'i' || text.charAt(end - 1) == 'u');
        String digits = whole ? text.substring(0, end - 1) : text;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (!(c >= '0' && c <= '9' || c == '-' || c == '+' || !whole && (c == '.' || c == 'e' || c == 'E'))) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void blanks() {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
    }

    String measurement() {
        return measurement;
    }

    Map<String, String> tags() {
        return tags;
    }

    List<Field> fields() {
        return fields;
    }

    /// The text of the time, empty when there is none.
    String time() {
        return time;
    }
}
