package org.tailwright.statistics.trust;

import java.util.Locale;

/// One line of a trust card.
///
/// @param id stable name, as in JSON: `order`, `clock`, `holes`, `duplicates`, `clipped`, `durations`, `nines`, `weights`, `percentiles`
/// @param level how much it matters
/// @param words what was found, with its numbers, without a full stop
public record Check(String id, Level level, String words) {
    /// How much a check matters.
    public enum Level {
        /// As it should be.
        FINE,
        /// Good to know; weakens nothing by itself.
        NOTE,
        /// Makes conclusions weaker.
        DOUBT;

        /// Lower case, as in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Check fine(String id, String words) {
        return new Check(id, Level.FINE, words);
    }

    static Check note(String id, String words) {
        return new Check(id, Level.NOTE, words);
    }

    static Check doubt(String id, String words) {
        return new Check(id, Level.DOUBT, words);
    }
}
