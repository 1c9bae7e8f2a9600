package org.tailwright.traces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Texts;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// Which service calls which: an edge for every pair in which a span of one service has a child in the other.
///
/// @param services in order of first use
/// @param edges most calls first
public record ServiceGraph(List<String> services, List<Edge> edges) {
    /// Calls from one service to another.
    ///
    /// @param calls how many, weighted where spans were sampled
    /// @param failed how many of the recorded callee's spans failed
    /// @param spans how many callee's spans were recorded
    /// @param latency durations of the callee's spans
    public record Edge(String caller, String callee, double calls, long failed, long spans, Latency latency) {}

    /// Percentiles in nanoseconds, order statistic ceil(np), weighted where spans were sampled.
    public record Latency(long p50, long p99) {}

    public ServiceGraph {
        services = List.copyOf(services);
        edges = List.copyOf(edges);
    }

    /// The graph of the spans in `rows`, which are the callees; their callers may lie outside.
    public static ServiceGraph of(SpanForest forest, Rows rows) {
        Texts services = forest.table().texts(Requests.SERVICE).orElseThrow();
        Pairs pairs = new Pairs();
        int[] groups = new int[rows.size()];
        boolean[] seen = new boolean[services.codes()];
        List<String> nodes = new ArrayList<>();
        for (int i = 0; i < groups.length; i++) {
            int row = rows.at(i);
            int parent = forest.parent(row);
            int callee = services.code(row);
            int caller = parent == SpanForest.NONE ? callee : services.code(parent);
            groups[i] = caller == callee ? -1 : pairs.code(caller, callee);
            node(services, caller, seen, nodes);
            node(services, callee, seen, nodes);
        }
        Lists members = Lists.of(pairs.size(), groups.length, i -> groups[i]);
        List<Edge> edges = IntStream.range(0, pairs.size()).mapToObj(group -> edge(forest, rows, members, group))
                .sorted(Comparator.comparingDouble((Edge each) -> -each.calls()).thenComparing(Edge::caller).thenComparing(Edge::callee)).toList();
        return new ServiceGraph(nodes, edges);
    }

    private static void node(Texts services, int code, boolean[] seen, List<String> nodes) {
        if (code >= 0 && !seen[code]) {
            seen[code] = true;
            nodes.add(services.text(code));
        }
    }

    private static Edge edge(SpanForest forest, Rows rows, Lists members, int group) {
        Optional<Doubles> weights = forest.table().doubles(Requests.WEIGHT);
        Optional<Flags> failures = forest.table().flags(Requests.FAILED);
        Texts services = forest.table().texts(Requests.SERVICE).orElseThrow();
        int n = members.size(group);
        long[] values = new long[n];
        int[] own = new int[n];
        double calls = 0;
        long failed = 0;
        for (int i = 0; i < n; i++) {
            own[i] = rows.at(members.at(group, i));
            values[i] = forest.end(own[i]) - forest.start(own[i]);
            calls += weights.isPresent() ? weights.get().at(own[i]) : 1;
            failed += failures.isPresent() && failures.get().at(own[i]) ? 1 : 0;
        }
        Sample sample = Sample.of(values, own, weights, Work.NONE);
        return new Edge(services.at(forest.parent(own[0])), services.at(own[0]), calls, failed, n,
                new Latency(sample.quantile(0.5), sample.quantile(0.99)));
    }
}
