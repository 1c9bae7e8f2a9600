package org.tailwright.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Data sets whose clock is set forward or back, so that all of an investigation share one clock. Files are never changed; the trust card says
/// by how much the clock was moved.
public final class Shift {
    private static final String MOVED = "its clock is moved by ";

    private Shift() {}

    /// The data set with all its times later by `nanos`.
    ///
    /// @param already by how much it was moved before; the trust card tells the sum
    public static Dataset by(Dataset data, long nanos, long already) {
        if (nanos == 0) {
            return data;
        }
        Origin origin = told(data.origin(), already + nanos);
        return switch (data) {
            case Requests it -> new Requests(origin, table(it.table(), nanos), it.meaning());
            case Traces it -> new Traces(origin, table(it.table(), nanos), it.meaning(), it.sampling());
            case LoadPoints it -> new LoadPoints(origin, table(it.table(), nanos), it.axis());
            case Metrics it -> new Metrics(origin, it.series().stream().map(each -> new Metrics.Series(each.name(), each.labels(), each.kind(),
                    each.times().plus(nanos), each.values())).toList());
            case Histograms it -> new Histograms(origin, it.intervals().stream().map(each -> new Histograms.Interval(span(each.span(), nanos), each.tag(),
                    each.buckets(), each.exactMax(), each.percentilesOnly(), each.printed(), each.fate())).toList(), it.nanosPerUnit(), it.disjoint());
            case Recording it -> recording(it, origin, nanos);
        };
    }

    private static Recording recording(Recording it, Origin origin, long nanos) {
        Map<String, Table> tables = new LinkedHashMap<>();
        it.tables().forEach((name, table) -> tables.put(name, table(table, nanos)));
        Stacks stacks = it.samples();
        Stacks moved = new Stacks(stacks.frames(), stacks.kinds(), stacks.parents(), stacks.nodeFrames(), table(stacks.samples(), nanos));
        return new Recording(origin, tables, it.counts(), moved, it.settings(), span(it.span(), nanos));
    }

    private static Optional<TimeSpan> span(Optional<TimeSpan> span, long nanos) {
        return span.map(each -> new TimeSpan(each.start() + nanos, each.end() + nanos));
    }

    private static Table table(Table table, long nanos) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        table.columns().forEach((name, column) -> columns.put(name,
                column instanceof Longs times && times.unit().kind() == Unit.Kind.TIME ? times.plus(nanos) : column));
        return Table.of(columns);
    }

    private static Origin told(Origin origin, long nanos) {
        List<String> assumed = new ArrayList<>(origin.trust().assumed());
        assumed.removeIf(each -> each.startsWith(MOVED));
        if (nanos != 0) {
            assumed.add(MOVED + words(nanos));
        }
        Trust trust = origin.trust();
        return new Origin(origin.name(), origin.file(), origin.format(), new Trust(trust.read(), trust.skipped(), assumed, trust.doubts()));
    }

    /// An offset as people read it and as the command line takes it: `+1.5s`, `-20ms`, `+0s`.
    public static String words(long nanos) {
        String sign = nanos < 0 ? "-" : "+";
        long size = Math.abs(nanos);
        if (size % 1_000_000 != 0) {
            return sign + plain(size / 1e3) + "us";
        }
        return size < 1_000_000_000L && size > 0 ? sign + size / 1_000_000 + "ms" : sign + plain(size / 1e9) + "s";
    }

    private static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    /// An offset as somebody typed it: a duration with an optional sign.
    ///
    /// @throws IllegalArgumentException when it is none, with a sentence
    public static long parse(String text) {
        String trimmed = text.strip();
        boolean back = trimmed.startsWith("-") || trimmed.startsWith("\u2212");
        String size = back || trimmed.startsWith("+") ? trimmed.substring(1) : trimmed;
        long nanos = Durations.parse(size.strip()).orElseThrow(() -> new IllegalArgumentException("an offset is a time with a sign and unit, such as +1.5s or -20ms, not '" + text + "'"));
        return back ? -nanos : nanos;
    }
}
