package org.tailwright.readers.spans;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.SpanParents;
import org.tailwright.data.Table;

/// What weakens conclusions from spans: parents that are not there, ids that occur twice, and clocks that disagree.
final class SpanDoubts {
    private SpanDoubts() {}

    /// Sentences about `spans`.
    ///
    /// @param backwards spans that end before they start
    static List<String> of(Table spans, long backwards) {
        SpanParents parents = SpanParents.of(spans);
        Longs starts = spans.longs(Requests.START).orElseThrow();
        Longs durations = spans.longs(Requests.DURATION).orElseThrow();
        long lost = 0;
        long early = 0;
        long late = 0;
        long earliest = 0;
        for (int row = 0; row < spans.rows(); row++) {
            int parent = parents.rows()[row];
            if (parent == SpanParents.LOST) {
                lost++;
            } else if (parent >= 0) {
                early += starts.at(row) < starts.at(parent) ? 1 : 0;
                earliest = Math.max(earliest, starts.at(parent) - starts.at(row));
                late += starts.at(row) + durations.at(row) > starts.at(parent) + durations.at(parent) ? 1 : 0;
            }
        }
        List<String> doubts = new ArrayList<>();
        say(doubts, lost, spans.rows(), "have a parent that is not in the file; they are kept as roots");
        say(doubts, parents.duplicates(), spans.rows(), "repeat the trace and span id of an earlier span");
        say(doubts, early, spans.rows(), String.format(Locale.ROOT, "start before their parent, by up to %.3g ms, so that clocks disagree", earliest / 1e6));
        say(doubts, late, spans.rows(), "end after their parent: asynchronous work, or clocks that disagree");
        say(doubts, backwards, spans.rows(), "end before they start; their duration is taken as 0");
        return doubts;
    }

    private static void say(List<String> doubts, long count, long all, String what) {
        if (count > 0) {
            doubts.add(String.format(Locale.ROOT, "%,d of %,d spans (%.3g %%) %s", count, all, 100.0 * count / all, what));
        }
    }
}
