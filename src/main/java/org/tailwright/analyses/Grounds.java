package org.tailwright.analyses;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.reports.Block;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;

/// Says what the numbers of a section rest on, as far as the question tells: the data sets, what of them was selected, and who computed them.
/// What a number already says of itself stays.
public final class Grounds {
    /// Bounds of a window beyond which it is open.
    private static final long OPEN = Long.MAX_VALUE / 4;

    private Grounds() {}

    /// The section with its grounds.
    ///
    /// @param method what made the numbers that do not say it themselves
    public static Report.Section of(Report.Section section, String method, Inputs inputs) {
        Provenance known = new Provenance(inputs.datasets().stream().map(Dataset::name).toList(), selection(inputs.selection(), inputs.zone()), method, 0, "");
        return new Report.Section(section.id(), section.title(), section.blocks().stream().map(each -> block(each, known)).toList());
    }

    /// A block with what it does not yet say of its numbers.
    public static Block block(Block block, Provenance known) {
        return switch (block) {
            case Block.Table table -> table.from(table.behind().or(known));
            case Block.Facts facts -> new Block.Facts(facts.facts().stream().map(each -> new Block.Fact(each.label(),
                    each.figure().from(each.figure().provenance().or(known)), each.note(), each.supported())).toList());
            case Block.Heading _, Block.Text _, Block.Picture _, Block.Finding _ -> block;
        };
    }

    /// A selection in words; empty for everything.
    public static String selection(Selection selection, ZoneId zone) {
        List<String> parts = new ArrayList<>();
        selection.window().ifPresent(span -> parts.add(window(span, zone)));
        selection.band().ifPresent(band -> parts.add("latency " + (band.beyond() == Long.MAX_VALUE ? "from " + Numbers.duration(band.lowest())
                : Numbers.duration(band.lowest()) + " to " + Numbers.duration(band.beyond()))));
        selection.filters().forEach(each -> parts.add(each.column() + " = " + each.value()));
        return String.join(", ", parts);
    }

    private static String window(TimeSpan span, ZoneId zone) {
        boolean first = span.start() > -OPEN;
        boolean last = span.end() < OPEN;
        return first && last ? Numbers.span(span.start(), span.end(), zone)
                : first ? "from " + Numbers.timestamp(span.start(), zone) : "before " + Numbers.timestamp(span.end(), zone);
    }
}
