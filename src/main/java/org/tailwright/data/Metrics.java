package org.tailwright.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Named, labelled series of numbers over time.
///
/// @param series in the source's order
public record Metrics(Origin origin, List<Series> series) implements Dataset {
    /// What the numbers of a series are, so that nobody takes a count since the start for a rate.
    public enum Kind {
        /// A level: as it was at its time, or the mean of an interval; may rise and fall.
        GAUGE,
        /// Counted since a start, falls only when it is reset.
        COUNTER,
        /// Counted in the interval that ends (or, as the source says, begins) at its time.
        INCREMENT,
        /// The source does not say.
        UNKNOWN
    }

    /// One series; times ascend.
    ///
    /// @param name name of the measure
    /// @param labels what tells it from others of the same name
    /// @param kind what the numbers are
    /// @param times nanoseconds since the epoch; missing where the source tells none
    /// @param values NaN for a gap; their unit is the column's
    public record Series(String name, Map<String, String> labels, Kind kind, Longs times, Doubles values) {
        public Series {
            if (times.size() != values.size()) {
                throw new IllegalArgumentException(times.size() + " times for " + values.size() + " values");
            }
            labels = Map.copyOf(labels);
        }

        /// A series whose source does not say what its numbers are.
        public Series(String name, Map<String, String> labels, Longs times, Doubles values) {
            this(name, labels, Kind.UNKNOWN, times, values);
        }

        /// The samples `wanted`, as a view.
        public Series select(Rows wanted) {
            return new Series(name, labels, kind, times.select(wanted), values.select(wanted));
        }

        /// Name with labels, as in `cpu{host=a}`.
        public String title() {
            return labels.isEmpty() ? name : name + new TreeMap<>(labels);
        }
    }

    public Metrics {
        series = List.copyOf(series);
    }

    /// The series called `name` without regard to labels, the first if several.
    public Optional<Series> named(String name) {
        return series.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    @Override
    public long rows() {
        return series.stream().mapToLong(each -> each.times().size()).sum();
    }

    @Override
    public Optional<TimeSpan> span() {
        return series.stream().flatMap(each -> span(each.times()).stream()).reduce(TimeSpan::union);
    }

    /// Missing times stand first.
    private static Optional<TimeSpan> span(Longs times) {
        int first = 0;
        while (first < times.size() && times.missing(first)) {
            first++;
        }
        return first == times.size() ? Optional.empty() : Optional.of(new TimeSpan(times.at(first), times.at(times.size() - 1)));
    }
}
