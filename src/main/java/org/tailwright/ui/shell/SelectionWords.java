package org.tailwright.ui.shell;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Selection;

/// A selection in words, part by part.
public final class SelectionWords {
    /// A part of a selection.
    ///
    /// @param words what it says
    /// @param without takes it away
    public record Part(String words, UnaryOperator<Selection> without) {}

    private SelectionWords() {}

    /// The parts in the order window, band, filters.
    public static List<Part> parts(Selection selection, ZoneId zone) {
        List<Part> parts = new ArrayList<>();
        selection.window().ifPresent(window -> parts.add(new Part(Numbers.span(window.start(), window.end(), zone),
                now -> now.within(Optional.empty()))));
        selection.band().ifPresent(band -> parts.add(new Part(words(band), now -> now.banded(Optional.empty()))));
        selection.filters().forEach(filter -> parts.add(new Part(filter.words(), now -> now.toggled(filter))));
        return parts;
    }

    private static String words(Selection.Band band) {
        if (band.lowest() <= 0) {
            return "below " + Numbers.duration(band.beyond());
        }
        return band.beyond() == Long.MAX_VALUE ? "from " + Numbers.duration(band.lowest())
                : Numbers.duration(band.lowest()) + "–" + Numbers.duration(band.beyond());
    }
}
