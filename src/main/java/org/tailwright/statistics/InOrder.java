package org.tailwright.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongToIntFunction;
import org.tailwright.data.Longs;
import org.tailwright.data.Picker;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.SizeClasses;
import org.tailwright.data.TimeSpan;
import org.tailwright.work.Work;

/// The rows inside a selection of requests whose rows are in order of their start: a stretch of time is a stretch of rows, found by search, so that
/// counting by time and size looks at nothing but sizes.
///
/// @param tally of those rows
public record InOrder(Requests requests, Selection selection, SizeTally tally) {
    /// The rows inside; empty when rows are not in order of their start.
    public static Optional<InOrder> of(Requests requests, Selection selection, Work work) {
        return requests.starts().ascends() ? Optional.of(new InOrder(requests, selection, SizeTally.of(requests, selection, work))) : Optional.empty();
    }

    /// The rows that may be inside.
    Rows near() {
        return selection.near(requests);
    }

    /// The first row from a moment on among those that may be inside.
    public int firstFrom(long time) {
        Rows near = near();
        int from = near.size() == 0 ? 0 : near.at(0);
        return Math.clamp(requests.starts().firstFrom(time), from, from + near.size());
    }

    /// How many are inside.
    public int size() {
        return tally.size();
    }

    /// From the first start to the last end of the rows inside; empty without any.
    public Optional<TimeSpan> span(Work work) {
        if (tally.size() == 0 || selection.isAll()) {
            return requests.span().filter(_ -> tally.size() > 0);
        }
        long most = Math.max(0, tally.ordered(tally.size(), work));
        Longs starts = requests.starts();
        Longs durations = requests.durations();
        Picker picker = selection.picker(requests);
        int[] rows = new int[Picker.BLOCK];
        Rows near = near();
        int from = near.at(0);
        int to = from + near.size();
        int row = from;
        while (picker.pick(row, Math.min(to, row + Picker.BLOCK), rows) == 0) {
            row += Picker.BLOCK;
        }
        long first = starts.at(rows[0]);
        long last = Long.MIN_VALUE;
        // From behind, as long as an earlier row could end later.
        for (int end = to; end > from && starts.at(end - 1) + most > last; end -= Picker.BLOCK) {
            int n = picker.pick(Math.max(from, end - Picker.BLOCK), end, rows);
            for (int i = 0; i < n; i++) {
                last = Math.max(last, starts.at(rows[i]) + Math.max(0, durations.at(rows[i])));
            }
        }
        return Optional.of(new TimeSpan(first, last));
    }

    /// Counts durations by the number of something that depends on them; for one thread.
    public final class Counter {
        private final LongToIntFunction number;
        private final SizeClasses classes = requests.durations().classes();
        /// What all durations of a class have, or [#MIXED].
        private final int[] known;
        private final SizeClasses.Reading reading = classes.of(requests.durations(), Picker.BLOCK);
        private final Picker picker = selection.picker(requests);
        private final int[] rows = new int[Picker.BLOCK];
        private final int[] sizes = new int[Picker.BLOCK];
        private static final int MIXED = -1;

        private Counter(LongToIntFunction number, int[] known) {
            this.number = number;
            this.known = known;
        }

        /// Another one of the same, for another thread.
        public Counter fresh() {
            return new Counter(number, known);
        }

        /// Counts rows `from` to `to` − 1 that are inside into the places of their numbers.
        public void count(int from, int to, int[] into, Work work) {
            for (int row = from; row < to; row += Picker.BLOCK) {
                work.check();
                int n = picker.pick(row, Math.min(to, row + Picker.BLOCK), rows);
                reading.read(rows, n, sizes);
                for (int i = 0; i < n; i++) {
                    int place = known[sizes[i]];
                    into[place == MIXED ? number.applyAsInt(requests.durations().at(rows[i])) : place]++;
                }
            }
        }
    }

    /// Counts by a number that never falls as the duration, nanoseconds, grows.
    ///
    /// @param number from 0
    public Counter counter(LongToIntFunction number) {
        SizeClasses classes = requests.durations().classes();
        int[] known = new int[classes.count()];
        Arrays.setAll(known, each -> {
            int low = number.applyAsInt(classes.low(each));
            return low == number.applyAsInt(classes.high(each)) ? low : Counter.MIXED;
        });
        return new Counter(number, known);
    }
}
