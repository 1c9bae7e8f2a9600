package org.tailwright.traces;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a trace's duration consists of: at each instant the one span whose faster end would have ended the trace sooner.
///
/// The walk goes backwards from the end of the root: the child that finishes last is on the path, then the child that finishes last before
/// that one started, and so on; between children the span itself is on the path (Jaeger's critical path; Uber's CRISP, USENIX ATC 2022).
/// Children are clipped to their parent, and one that starts after its parent's end is no part of it.
///
/// @param segments in order of time, without gap or overlap, from start to end of the root
public record CriticalPath(int root, List<Segment> segments) {
    /// A stretch of the path.
    ///
    /// @param row the span that is on the path, by its own work or by waiting that no child explains
    /// @param start nanoseconds since the epoch
    /// @param end nanoseconds since the epoch
    public record Segment(int row, long start, long end) {
        /// Length in nanoseconds.
        public long length() {
            return end - start;
        }
    }

    public CriticalPath {
        segments = List.copyOf(segments);
    }

    /// A span whose end part was walked already.
    private static final class Frame {
        final int row;
        final long lowest;
        final List<Integer> children;
        long cursor;
        int next;

        Frame(SpanForest forest, int row, long lowest, long end) {
            this.row = row;
            this.lowest = lowest;
            cursor = end;
            children = lastFirst(forest, row, lowest, end);
        }

        /// Children inside the span, those that end last first; among equal ends the longest.
        private static List<Integer> lastFirst(SpanForest forest, int row, long lowest, long end) {
            List<Integer> inside = new ArrayList<>(forest.children(row));
            for (int i = 0; i < forest.children(row); i++) {
                int child = forest.child(row, i);
                boolean lasts = forest.end(child) > forest.start(child);
                if (lasts && forest.start(child) < end && forest.end(child) > lowest) {
                    inside.add(child);
                }
            }
            inside.sort((a, b) -> {
                int byEnd = Long.compare(Math.min(end, forest.end(b)), Math.min(end, forest.end(a)));
                return byEnd != 0 ? byEnd : Long.compare(forest.start(a), forest.start(b));
            });
            return inside;
        }
    }

    /// The critical path of the tree below `root`.
    public static CriticalPath of(SpanForest forest, int root) {
        List<Segment> backwards = new ArrayList<>();
        Deque<Frame> stack = new ArrayDeque<>();
        stack.push(new Frame(forest, root, forest.start(root), forest.end(root)));
        while (!stack.isEmpty()) {
            Frame frame = stack.peek();
            int child = next(forest, frame);
            if (child == SpanForest.NONE) {
                add(backwards, frame.row, frame.lowest, frame.cursor);
                stack.pop();
            } else {
                long end = Math.min(frame.cursor, forest.end(child));
                long start = Math.max(frame.lowest, forest.start(child));
                add(backwards, frame.row, end, frame.cursor);
                frame.cursor = start;
                stack.push(new Frame(forest, child, start, end));
            }
        }
        Collections.reverse(backwards);
        return new CriticalPath(root, backwards);
    }

    /// The next child on the path: the first that ended by the cursor. One that overflows its parent counts as ending with it.
    private static int next(SpanForest forest, Frame frame) {
        boolean first = frame.next == 0;
        while (frame.next < frame.children.size()) {
            int child = frame.children.get(frame.next++);
            if (first || forest.end(child) <= frame.cursor) {
                return child;
            }
        }
        return SpanForest.NONE;
    }

    private static void add(List<Segment> backwards, int row, long start, long end) {
        if (end > start) {
            backwards.add(new Segment(row, start, end));
        }
    }

    /// Time on the path by row, nanoseconds, in order of first appearance.
    public SequencedMap<Integer, Long> byRow() {
        SequencedMap<Integer, Long> times = new LinkedHashMap<>();
        segments.forEach(each -> times.merge(each.row(), each.length(), Long::sum));
        return times;
    }
}
