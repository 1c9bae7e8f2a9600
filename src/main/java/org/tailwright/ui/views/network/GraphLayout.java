package org.tailwright.ui.views.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Places of a directed graph in columns: each node right of all that lead to it, as far as circles allow, and in its column near them.
final class GraphLayout {
    private static final int SWEEPS = 4;

    /// An edge from one node to another.
    record Edge(String from, String to) {}

    /// Where a node stands.
    ///
    /// @param column from 0
    /// @param row from 0, in its column
    record Spot(int column, int row) {}

    private GraphLayout() {}

    /// The spots of nodes, in their order. Edges to nodes that are not among them do not count.
    static SequencedMap<String, Spot> of(List<String> nodes, List<Edge> edges) {
        List<Edge> known = edges.stream().filter(each -> nodes.contains(each.from()) && nodes.contains(each.to()) && !each.from().equals(each.to())).toList();
        Map<String, Integer> columns = columns(nodes, known);
        int last = columns.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
        List<List<String>> ordered = new ArrayList<>();
        for (int column = 0; column <= last; column++) {
            int at = column;
            ordered.add(new ArrayList<>(nodes.stream().filter(each -> columns.getOrDefault(each, 0) == at).toList()));
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int column = 1; column <= last; column++) {
                settle(ordered, column, known);
            }
        }
        SequencedMap<String, Spot> spots = new LinkedHashMap<>();
        for (String node : nodes) {
            int column = columns.getOrDefault(node, 0);
            spots.put(node, new Spot(column, ordered.get(column).indexOf(node)));
        }
        return spots;
    }

    /// The longest way from a beginning; an edge that closes a circle does not push.
    private static Map<String, Integer> columns(List<String> nodes, List<Edge> edges) {
        Map<String, Integer> columns = new HashMap<>();
        for (String node : nodes) {
            push(node, 0, edges, columns, new ArrayList<>());
        }
        return columns;
    }

    private static void push(String node, int column, List<Edge> edges, Map<String, Integer> columns, List<String> way) {
        Integer known = columns.get(node);
        if (way.contains(node) || known != null && known >= column && !way.isEmpty()) {
            return;
        }
        columns.merge(node, column, Math::max);
        way.add(node);
        int now = columns.getOrDefault(node, column);
        edges.stream().filter(each -> each.from().equals(node)).forEach(each -> push(each.to(), now + 1, edges, columns, way));
        way.removeLast();
    }

    /// A column in the order of the mean row of what leads to its nodes.
    private static void settle(List<List<String>> ordered, int column, List<Edge> edges) {
        Map<String, Integer> rows = new HashMap<>();
        for (int before = 0; before < column; before++) {
            for (String each : ordered.get(before)) {
                rows.put(each, ordered.get(before).indexOf(each));
            }
        }
        ordered.get(column).sort(Comparator.comparingDouble(node -> edges.stream().filter(each -> each.to().equals(node) && rows.containsKey(each.from()))
                .mapToInt(each -> rows.getOrDefault(each.from(), 0)).average().orElse(0)));
    }
}
