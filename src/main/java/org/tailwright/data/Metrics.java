package org.tailwright.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Named, labelled series of numbers over time.
///
/// @param series in the source's order
public record Metrics(Origin origin, List<Series> series) implements Dataset {
    /// One series; times ascend.
    ///
    /// @param name name of the measure
    /// @param labels what tells it from others of the same name
    /// @param times nanoseconds since the epoch
    /// @param values NaN for a gap; their unit is the column's
    public record Series(String name, Map<String, String> labels, Longs times, Doubles values) {
        public Series {
            if (times.size() != values.size()) {
                throw new IllegalArgumentException(times.size() + " times for " + values.size() + " values");
            }
            labels = Map.copyOf(labels);
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
        return series.stream().filter(each -> each.times().size() > 0)
                .map(each -> new TimeSpan(each.times().at(0), each.times().at(each.times().size() - 1)))
                .reduce(TimeSpan::union);
    }
}
