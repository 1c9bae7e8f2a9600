package org.tailwright.catalog.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;

/// Phrases that several parts of a report use.
public final class Words {
    private static final long OPEN = Long.MAX_VALUE / 4;

    private Words() {}

    /// A selection in words; empty for everything.
    public static String of(Selection selection, ZoneId zone) {
        List<String> parts = new ArrayList<>();
        selection.window().ifPresent(span -> {
            boolean first = span.start() > -OPEN;
            boolean last = span.end() < OPEN;
            parts.add(first && last ? when(span, zone)
                    : first ? "from " + Numbers.timestamp(span.start(), zone) : "before " + Numbers.timestamp(span.end(), zone));
        });
        selection.band().ifPresent(band -> parts.add(band.beyond() == Long.MAX_VALUE ? "from " + Numbers.duration(band.lowest())
                : Numbers.duration(band.lowest()) + " to " + Numbers.duration(band.beyond())));
        selection.filters().forEach(each -> parts.add(each.column() + " = " + each.value()));
        return String.join(", ", parts);
    }

    /// Day and times of a stretch; both days where it passes midnight.
    public static String when(TimeSpan span, ZoneId zone) {
        String first = Numbers.day(span.start(), zone);
        String times = Numbers.span(span.start(), span.end(), zone);
        return first.equals(Numbers.day(span.end(), zone)) ? first + ", " + times : times;
    }

    /// "1 request", "2 requests".
    public static String count(long n, String one, String many) {
        return Numbers.count(n) + " " + (n == 1 ? one : many);
    }
}
