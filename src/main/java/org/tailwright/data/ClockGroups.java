package org.tailwright.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Data sets that were measured together: their spans of time overlap or nearly touch. Others have a time axis of their own, so that two
/// runs months apart do not shrink each other to a line.
public final class ClockGroups {
    /// Spans this near count as one measurement.
    public static final long NEAR_NANOS = 600_000_000_000L;

    private ClockGroups() {}

    /// From the first start to the last end of what was measured together with the data set called `name`, or with the first one that
    /// knows times.
    public static Optional<TimeSpan> around(List<Dataset> open, String name) {
        List<TimeSpan> spans = open.stream().flatMap(each -> each.span().stream()).toList();
        Optional<TimeSpan> found = open.stream().filter(each -> each.name().equals(name)).findFirst().flatMap(Dataset::span)
                .or(() -> spans.stream().findFirst());
        for (int i = 0; i < spans.size() && found.isPresent(); i++) {
            TimeSpan now = found.get();
            found = spans.stream().filter(each -> near(each, now)).reduce(TimeSpan::union).map(now::union);
            if (found.equals(Optional.of(now))) {
                break;
            }
        }
        return found;
    }

    /// The data sets that know times, by what was measured together, in their order.
    public static List<List<Dataset>> of(List<Dataset> open) {
        List<List<Dataset>> groups = new ArrayList<>();
        List<Dataset> left = new ArrayList<>(open.stream().filter(each -> each.span().isPresent()).toList());
        while (!left.isEmpty()) {
            TimeSpan around = around(left, left.getFirst().name()).orElseThrow();
            List<Dataset> group = left.stream().filter(each -> near(each.span().orElseThrow(), around)).toList();
            groups.add(group);
            left.removeAll(group);
        }
        return groups;
    }

    private static boolean near(TimeSpan one, TimeSpan other) {
        return one.start() <= other.end() + NEAR_NANOS && other.start() <= one.end() + NEAR_NANOS;
    }
}
