package org.tailwright.ui.views;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Role;
import org.tailwright.data.Dataset;
import org.tailwright.profiles.Pauses;

/// When the garbage collector stopped the application, from all open recordings and logs of collectors: marks on time axes.
///
/// @param starts nanoseconds since the epoch, ascending
/// @param ends and the ends, in the same order
public record PauseMarks(double[] starts, double[] ends) {
    /// No pauses.
    public static final PauseMarks NONE = new PauseMarks(new double[0], new double[0]);

    /// The data sets that pauses are taken from.
    public static List<Dataset> sources(List<Dataset> open) {
        return open.stream().filter(Pauses::hold).toList();
    }

    /// All pauses of these; work for the background.
    public static PauseMarks of(List<Dataset> sources) {
        List<Pauses.Pause> all = sources.stream().flatMap(each -> Pauses.of(each).pauses().stream())
                .sorted(Comparator.comparingLong(Pauses.Pause::start)).toList();
        return new PauseMarks(all.stream().mapToDouble(Pauses.Pause::start).toArray(),
                all.stream().mapToDouble(each -> (double) each.start() + each.duration()).toArray());
    }

    /// The marks; none without pauses.
    public Optional<Layer> layer() {
        return starts.length == 0 ? Optional.empty() : Optional.of(new Layer.Events(starts, ends, "GC pauses", Role.BAD));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PauseMarks marks && Arrays.equals(starts, marks.starts) && Arrays.equals(ends, marks.ends);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(ends);
    }
}
