package org.tailwright.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// The part of the data that all views and numbers speak of: a time window, a latency band and filters, each optional.
///
/// A row is inside the window when its start is, and inside the band when its duration is at least `lowest` and less than `beyond`.
/// The window binds every data set; the band those with durations, histograms by whole buckets; filters those that have the column.
public record Selection(Optional<TimeSpan> window, Optional<Band> band, List<Filter> filters) {
    /// Everything.
    public static final Selection ALL = new Selection(Optional.empty(), Optional.empty(), List.of());

    /// Durations from `lowest` (inclusive) to `beyond` (exclusive), nanoseconds.
    public record Band(long lowest, long beyond) {
        public Band {
            if (beyond < lowest) {
                throw new IllegalArgumentException("a band that ends below its beginning");
            }
        }

        /// Whether a duration lies inside.
        public boolean contains(long duration) {
            return duration >= lowest && duration < beyond;
        }
    }

    /// Rows whose `column` holds `value`; of numbers, those in the [NumberRange] that `value` writes.
    public record Filter(String column, String value) {
        /// In words: `host = h3`, `bytes = 512..2048`.
        public String words() {
            return column + " = " + value;
        }
    }

    public Selection {
        filters = List.copyOf(filters);
    }

    /// With another window.
    public Selection within(Optional<TimeSpan> other) {
        return new Selection(other, band, filters);
    }

    /// With another band.
    public Selection banded(Optional<Band> other) {
        return new Selection(window, other, filters);
    }

    /// With one more filter, or without it when it is there already.
    public Selection toggled(Filter filter) {
        List<Filter> changed = new ArrayList<>(filters);
        if (!changed.remove(filter)) {
            changed.add(filter);
        }
        return new Selection(window, band, changed);
    }

    /// Whether nothing is left out.
    public boolean isAll() {
        return equals(ALL);
    }

    /// The rows of `requests` that are inside. A filter on a column that the table lacks does not bind.
    public Rows rows(Requests requests) {
        if (isAll()) {
            return Rows.all(requests.table().rows());
        }
        Rows near = near(requests);
        if (band.isEmpty() && filters.isEmpty() && near.size() < requests.table().rows()) {
            return near;
        }
        Picker picker = picker(requests);
        int[] found = new int[Math.min(near.size(), Picker.BLOCK)];
        int[] block = new int[Picker.BLOCK];
        int n = 0;
        int end = near.size() == 0 ? 0 : near.at(0) + near.size();
        for (int row = end - near.size(); row < end; row += Picker.BLOCK) {
            int more = picker.pick(row, Math.min(end, row + Picker.BLOCK), block);
            if (n + more > found.length) {
                found = Arrays.copyOf(found, (int) Math.min(near.size(), Math.max(n + more, 2L * n)));
            }
            System.arraycopy(block, 0, found, n, more);
            n += more;
        }
        return n == near.size() ? near : Rows.kept(found, n);
    }

    /// Finds the rows inside among those [#near], much faster than asking for each; for one thread.
    public Picker picker(Requests requests) {
        return new Picker(requests, this, window.isEmpty() || requests.starts().ascends());
    }

    /// A range of rows that holds all that are inside: where the rows are in order of their start those of the window, else all.
    public Rows near(Requests requests) {
        int n = requests.table().rows();
        Longs starts = requests.starts();
        if (window.isEmpty() || !starts.ascends()) {
            return Rows.all(n);
        }
        int from = starts.firstFrom(window.get().start());
        return Rows.range(from, Math.max(from, starts.firstFrom(window.get().end())));
    }

    /// Whether a row of `requests` is inside; may be asked by several threads.
    public IntPredicate inside(Requests requests) {
        Picker.Match[] matches = filters.stream().flatMap(each -> Picker.Match.of(requests.table(), each).stream()).toArray(Picker.Match[]::new);
        Longs starts = requests.starts();
        Longs durations = requests.durations();
        // Plain numbers instead of optional parts: this is asked once for each of many million rows.
        boolean timed = window.isPresent();
        long from = window.map(TimeSpan::start).orElse(0L);
        long to = window.map(TimeSpan::end).orElse(0L);
        boolean banded = band.isPresent();
        long lowest = band.map(Band::lowest).orElse(0L);
        long beyond = band.map(Band::beyond).orElse(0L);
        return row -> {
            if (timed) {
                long start = starts.at(row);
                if (start < from || start >= to) {
                    return false;
                }
            }
            if (banded) {
                long duration = durations.at(row);
                if (duration < lowest || duration >= beyond) {
                    return false;
                }
            }
            for (Picker.Match match : matches) {
                if (!match.holds(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    /// The samples of `metrics` inside the window; series keep their place, even empty.
    public Metrics of(Metrics metrics) {
        return window.map(span -> new Metrics(metrics.origin(), metrics.series().stream().map(each ->
                each.select(Rows.where(each.times().size(), row -> !each.times().missing(row) && span.contains(each.times().at(row)))))
                .toList())).orElse(metrics);
    }

    /// The intervals that begin inside the window; all of a source without times. Of each what lies inside the band, by the upper ends of its buckets; printed
    /// percentiles and buckets of others, out of which no band can be cut, are left out.
    public Histograms of(Histograms histograms) {
        return window.isEmpty() && band.isEmpty() ? histograms : new Histograms(histograms.origin(), histograms.intervals().stream()
                .filter(each -> window.isEmpty() || each.span().map(own -> window.get().contains(own.start())).orElse(true))
                .filter(each -> band.isEmpty() || !each.percentilesOnly()).map(each -> band.map(only -> each.within(only, histograms.nanosPerUnit())).orElse(each)).toList(),
                histograms.nanosPerUnit(), histograms.disjoint());
    }

    /// The events and samples that start inside the window. Types that are only counted have no times: under a window they are left out.
    public Recording of(Recording recording) {
        return window.map(span -> {
            Map<String, Table> tables = new LinkedHashMap<>();
            Map<String, Long> counts = new HashMap<>();
            recording.tables().forEach((type, table) -> {
                Table inside = inside(span, table);
                tables.put(type, inside);
                counts.put(type, (long) inside.rows());
            });
            Stacks all = recording.samples();
            Stacks samples = new Stacks(all.frames(), all.kinds(), all.parents(), all.nodeFrames(), inside(span, all.samples()));
            return new Recording(recording.origin(), tables, counts, samples, recording.settings(),
                    recording.span().filter(span::overlaps).map(whole -> whole.within(span)));
        }).orElse(recording);
    }

    private static Table inside(TimeSpan span, Table table) {
        return table.longs(Requests.START).map(starts -> table.select(Rows.where(table.rows(), row -> span.contains(starts.at(row))))).orElse(table);
    }

    /// What of `requests` is inside, as a view.
    public Requests of(Requests requests) {
        return isAll() ? requests : requests.select(rows(requests));
    }
}
