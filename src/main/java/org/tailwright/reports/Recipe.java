package org.tailwright.reports;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// How a report was made, so that it can be made again: JSON that HTML, PDF, Markdown and JSON carry with them.
///
/// @param json one object; ASCII, without angle brackets and double dashes, so that it can stand anywhere
public record Recipe(String json) {
    /// Name of the part that holds it: an element's id, an attached file, the beginning of a comment.
    public static final String NAME = "tailwright-recipe";

    public Recipe {
        json = plain(json);
    }

    private static String plain(String json) {
        StringBuilder out = new StringBuilder(json.length() + 64);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean dash = c == '-' && i > 0 && json.charAt(i - 1) == '-';
            if (c == '<' || c == '>' || c == '&' || c > 126 || dash) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// As a tree for a larger JSON.
    Map<?, ?> tree() {
        try {
            return JsonMapper.shared().readValue(json, Map.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("a recipe is JSON", e);
        }
    }
}
