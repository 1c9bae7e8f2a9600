package org.tailwright.reports;

import org.tailwright.data.Unit;

/// A number as it is shown, with what it is.
///
/// @param text value with its unit, formatted ("182 ms")
/// @param interval its interval in the same unit ("[179, 187]"); empty when there is none
/// @param value the number itself in `unit`; NaN when the text says that there is none
/// @param provenance what stands behind it
public record Figure(String text, String interval, double value, Unit unit, Provenance provenance) {
    /// A number without an interval.
    public static Figure plain(String text, double value, Unit unit, String method) {
        return new Figure(text, "", value, unit, Provenance.of(method, 0));
    }

    /// The same with what stands behind it.
    public Figure from(Provenance other) {
        return new Figure(text, interval, value, unit, other);
    }

    /// Value and interval as one text.
    public String words() {
        return interval.isEmpty() ? text : text + " " + interval;
    }
}
