package org.tailwright.traces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Flags;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;

/// A trace laid out for drawing: one line per span, parents above their children, children by start.
///
/// @param span from the first start to the last end of all lines
public record Waterfall(String trace, TimeSpan span, List<Line> lines) {
    /// A span's line.
    ///
    /// @param row row in the table of spans
    /// @param depth 0 for roots
    /// @param time when it ran
    /// @param name what it is
    /// @param failed whether it ended in an error
    /// @param critical stretches in which it is on the critical path, in order
    public record Line(int row, int depth, TimeSpan time, Name name, boolean failed, List<TimeSpan> critical) {
        public Line {
            critical = List.copyOf(critical);
        }
    }

    /// Which work a span is.
    public record Name(String service, String operation) {}

    public Waterfall {
        lines = List.copyOf(lines);
    }

    /// The layout of a trace by the code of its id. Further roots follow the main one, by start; the critical path is that of the main one.
    ///
    /// @throws IllegalArgumentException when the trace has no spans
    public static Waterfall of(SpanForest forest, int trace) {
        int main = forest.root(trace);
        if (main == SpanForest.NONE) {
            throw new IllegalArgumentException("trace " + trace + " has no spans");
        }
        Map<Integer, List<TimeSpan>> critical = new HashMap<>();
        for (CriticalPath.Segment each : CriticalPath.of(forest, main).segments()) {
            critical.computeIfAbsent(each.row(), _ -> new ArrayList<>()).add(new TimeSpan(each.start(), each.end()));
        }
        List<Line> lines = new ArrayList<>();
        add(forest, main, critical, lines);
        forest.trace(trace).filter(row -> row != main && forest.parent(row) == SpanForest.NONE).boxed()
                .sorted((a, b) -> Long.compare(forest.start(a), forest.start(b)))
                .forEach(row -> add(forest, row, critical, lines));
        TimeSpan all = lines.stream().map(Line::time).reduce(TimeSpan::union).orElseThrow();
        return new Waterfall(forest.table().texts(Requests.TRACE).orElseThrow().text(trace), all, lines);
    }

    private static void add(SpanForest forest, int root, Map<Integer, List<TimeSpan>> critical, List<Line> lines) {
        Texts services = forest.table().texts(Requests.SERVICE).orElseThrow();
        Texts labels = forest.table().texts(Requests.LABEL).orElseThrow();
        Flags failures = forest.table().flags(Requests.FAILED).orElse(null);
        Map<Integer, Integer> depths = new HashMap<>();
        for (int row : forest.below(root)) {
            int depth = row == root ? 0 : depths.get(forest.parent(row)) + 1;
            depths.put(row, depth);
            lines.add(new Line(row, depth, new TimeSpan(forest.start(row), forest.end(row)), new Name(services.at(row), labels.at(row)),
                    failures != null && failures.at(row), critical.getOrDefault(row, List.of())));
        }
    }
}
