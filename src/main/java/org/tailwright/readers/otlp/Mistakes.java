package org.tailwright.readers.otlp;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/// Says what a JSON parser disliked.
final class Mistakes {
    private static final int LONGEST = 160;

    private Mistakes() {}

    /// One clause, with line and column where they are known.
    static String words(JacksonException mistake) {
        String message = mistake.getOriginalMessage();
        String clause = message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
        String brief = clause.length() > LONGEST ? clause.substring(0, LONGEST) + "…" : clause;
        TokenStreamLocation place = mistake.getLocation();
        return place == null || place.getLineNr() <= 0 ? brief : brief + " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }
}
