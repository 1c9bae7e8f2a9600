package org.tailwright.readers.text;

import java.util.ArrayList;
import java.util.List;

/// Splits single lines of delimited text.
public final class Cells {
    private Cells() {}

    /// The fields of one line; doubled quotes inside quotes stand for one.
    ///
    /// @param delimiter a blank stands for any number of them
    public static List<String> of(String line, char delimiter) {
        if (delimiter == ' ') {
            return List.of(line.strip().split("\\s+"));
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"' && (quoted || field.isEmpty())) {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
