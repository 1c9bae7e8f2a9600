package org.tailwright.profiles;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;

/// Which samples count. A condition on a column that the samples lack does not bind.
///
/// @param window when they were taken
/// @param event event type that took them, such as `jdk.ExecutionSample`
/// @param thread name of the thread
public record Sampled(Optional<TimeSpan> window, Optional<String> event, Optional<String> thread) {
    /// All samples.
    public static final Sampled ALL = new Sampled(Optional.empty(), Optional.empty(), Optional.empty());

    /// Whether the row of `samples` counts.
    IntPredicate of(Table samples) {
        IntPredicate when = row -> true;
        Optional<Longs> starts = samples.longs(Requests.START);
        if (window.isPresent() && starts.isPresent()) {
            TimeSpan span = window.get();
            Longs times = starts.get();
            when = row -> span.contains(times.at(row));
        }
        return when.and(holds(samples, "event", event)).and(holds(samples, "thread", thread));
    }

    private static IntPredicate holds(Table samples, String name, Optional<String> wanted) {
        Optional<Texts> column = samples.texts(name);
        if (wanted.isEmpty() || column.isEmpty()) {
            return row -> true;
        }
        Texts texts = column.get();
        int code = texts.codeOf(wanted.get());
        return row -> code >= 0 && texts.code(row) == code;
    }
}
