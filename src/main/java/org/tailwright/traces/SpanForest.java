package org.tailwright.traces;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.SpanParents;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;

/// The spans of a data set as trees, by row: parents, children in order of their start, and the rows of each trace. Spans whose parent is
/// not there are roots; a cycle is broken at one of its spans, which becomes a root.
public final class SpanForest {
    /// Parent of a root.
    public static final int NONE = -1;

    private final Table spans;
    private final Longs starts;
    private final Longs durations;
    private final int[] parents;
    private final Lists children;
    private final Lists traces;
    private final int lost;
    private final int cycles;

    private SpanForest(Table spans, int[] parents, int lost, int cycles) {
        this.spans = spans;
        this.parents = parents;
        this.lost = lost;
        this.cycles = cycles;
        starts = spans.longs(Requests.START).orElseThrow();
        durations = spans.longs(Requests.DURATION).orElseThrow();
        Texts ids = spans.texts(Requests.TRACE).orElseThrow();
        children = Lists.of(spans.rows(), spans.rows(), row -> parents[row]);
        children.sort(starts);
        traces = Lists.of(ids.codes(), spans.rows(), ids::code);
    }

    /// Builds the trees.
    public static SpanForest of(Traces traces) {
        int[] parents = SpanParents.of(traces.table()).rows();
        int lost = 0;
        for (int row = 0; row < parents.length; row++) {
            if (parents[row] == SpanParents.LOST) {
                parents[row] = NONE;
                lost++;
            }
        }
        int cycles = breakCycles(parents);
        return new SpanForest(traces.table(), parents, lost, cycles);
    }

    /// Follows each span up; a span that is met again on the same way up closes a cycle.
    private static int breakCycles(int[] parents) {
        int[] way = new int[parents.length];
        int broken = 0;
        for (int row = 0; row < parents.length; row++) {
            int at = row;
            while (at != NONE && way[at] == 0) {
                way[at] = row + 1;
                int next = parents[at];
                if (next != NONE && way[next] == row + 1) {
                    parents[at] = NONE;
                    broken++;
                }
                at = parents[at];
            }
        }
        return broken;
    }

    /// Number of spans.
    public int size() {
        return parents.length;
    }

    /// The table of the spans.
    public Table table() {
        return spans;
    }

    /// Row of the parent, or [#NONE].
    public int parent(int row) {
        return parents[row];
    }

    /// Number of children.
    public int children(int row) {
        return children.size(row);
    }

    /// Row of the `i`-th child by start.
    public int child(int row, int i) {
        return children.at(row, i);
    }

    /// Number of traces, some of which a selection may have emptied.
    public int traces() {
        return traces.lists();
    }

    /// Rows of a trace, by the code of its id, in file order.
    public IntStream trace(int code) {
        return IntStream.range(0, traces.size(code)).map(i -> traces.at(code, i));
    }

    /// The root that stands for a trace: the longest, one that names no parent before one whose parent is missing; [#NONE] when it is empty.
    public int root(int trace) {
        Texts named = spans.texts(Traces.PARENT).orElseThrow();
        int best = NONE;
        for (int i = 0; i < traces.size(trace); i++) {
            int row = traces.at(trace, i);
            if (parents[row] == NONE && (best == NONE || better(row, best, named))) {
                best = row;
            }
        }
        return best;
    }

    private boolean better(int row, int best, Texts named) {
        boolean whole = named.missing(row);
        return whole == named.missing(best) ? durations.at(row) > durations.at(best) : whole;
    }

    /// Start in nanoseconds since the epoch.
    public long start(int row) {
        return starts.at(row);
    }

    /// End in nanoseconds since the epoch.
    public long end(int row) {
        return starts.at(row) + durations.at(row);
    }

    /// Spans whose parent is not in the data set.
    public int lost() {
        return lost;
    }

    /// Cycles that were broken.
    public int cycles() {
        return cycles;
    }

    /// The rows below and including `root`, each before its children, children by start.
    public int[] below(int root) {
        int[] found = new int[16];
        int n = 0;
        int[] stack = {root};
        int depth = 1;
        while (depth > 0) {
            int row = stack[--depth];
            found = n == found.length ? Arrays.copyOf(found, 2 * n) : found;
            found[n++] = row;
            int more = children(row);
            stack = depth + more > stack.length ? Arrays.copyOf(stack, 2 * (depth + more)) : stack;
            for (int i = more - 1; i >= 0; i--) {
                stack[depth++] = child(row, i);
            }
        }
        return Arrays.copyOf(found, n);
    }
}
