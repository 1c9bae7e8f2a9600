package org.tailwright.ui.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.data.TimeSpan;

/// The time axis of the open data sets, and what of it is looked at (not: what is selected).
///
/// @param whole from the first start to the last end of what was measured together with the selected data set; empty when no data set
///     knows times
/// @param visible the part that time charts show; empty for everything
/// @param marks moments that the user marked, in order of time
/// @param offsets by how many nanoseconds the clocks of data sets were moved by hand; none is 0
public record Timeline(Optional<TimeSpan> whole, Optional<TimeSpan> visible, List<Mark> marks, Map<String, Long> offsets) {
    /// A marked moment, nanoseconds since the epoch.
    public record Mark(long time, String label) {}

    public Timeline {
        marks = List.copyOf(marks);
        offsets = Map.copyOf(offsets);
    }

    /// With all clocks as the files have them.
    public Timeline(Optional<TimeSpan> whole, Optional<TimeSpan> visible, List<Mark> marks) {
        this(whole, visible, marks, Map.of());
    }

    /// What time charts show: the visible part, else everything.
    public Optional<TimeSpan> shown() {
        return visible.or(() -> whole);
    }

    /// Over another whole; a visible part outside of it is dropped.
    public Timeline over(Optional<TimeSpan> other) {
        Optional<TimeSpan> kept = visible.filter(part -> other.isPresent() && other.get().overlaps(part));
        return new Timeline(other, kept, marks, offsets);
    }

    /// Showing another part.
    public Timeline showing(Optional<TimeSpan> other) {
        return new Timeline(whole, other, marks, offsets);
    }

    /// With one more mark, labelled A, B, C …
    public Timeline marked(long time) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(new Mark(time, label(marks.size())));
        more.sort(Comparator.comparingLong(Mark::time));
        return new Timeline(whole, visible, more, offsets);
    }

    /// With other offsets.
    Timeline moving(Map<String, Long> others) {
        return new Timeline(whole, visible, marks, others);
    }

    /// Without marks.
    public Timeline unmarked() {
        return new Timeline(whole, visible, List.of(), offsets);
    }

    /// Zoomed around `centre` (nanoseconds since the epoch): a factor below 1 shows less. Never less than a microsecond, never more than
    /// the whole.
    public Timeline zoomed(double centre, double factor) {
        return shown().map(now -> {
            double start = centre - (centre - now.start()) * factor;
            double end = centre + (now.end() - centre) * factor;
            return end - start < 1_000 ? this : clipped(start, end);
        }).orElse(this);
    }

    /// Moved by a share of what is shown; positive goes to later times.
    public Timeline panned(double share) {
        return shown().map(now -> {
            double by = share * now.length();
            double low = whole.map(TimeSpan::start).orElse(now.start());
            double high = whole.map(TimeSpan::end).orElse(now.end());
            double bounded = Math.clamp(by, Math.min(0, low - now.start()), Math.max(0, high - now.end()));
            return clipped(now.start() + bounded, now.end() + bounded);
        }).orElse(this);
    }

    private Timeline clipped(double start, double end) {
        TimeSpan all = whole.orElseThrow();
        long from = Math.max(all.start(), Math.round(start));
        long to = Math.min(all.end(), Math.round(end));
        TimeSpan part = new TimeSpan(from, Math.max(from, to));
        return showing(part.equals(all) ? Optional.empty() : Optional.of(part));
    }

    private static String label(int number) {
        String letter = String.valueOf((char) ('A' + number % 26));
        return number < 26 ? letter : letter + (number / 26 + 1);
    }
}
