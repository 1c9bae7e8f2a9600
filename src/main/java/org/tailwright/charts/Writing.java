package org.tailwright.charts;

import java.util.Optional;

/// How this process writes numbers for people: digits, and one unit for all durations if somebody wants that. The window says it once, at its
/// start, from the user's preferences; the command line never does, so that what it prints depends on nobody's settings. Machine-readable
/// output (JSON, CSV) does not use it.
///
/// @param style of the digits
/// @param unit of all durations up to two minutes; empty for the one that fits each
public record Writing(NumberStyle style, Optional<DurationUnit> unit) {
    /// As the command line writes.
    public static final Writing USUAL = new Writing(NumberStyle.COMMA_GROUPS, Optional.empty());

    private static volatile Writing current = USUAL;

    /// From now on numbers are written so.
    public static void use(Writing writing) {
        current = writing;
    }

    static Writing current() {
        return current;
    }
}
