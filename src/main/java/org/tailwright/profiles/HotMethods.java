package org.tailwright.profiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Stacks;

/// Methods by the weight of the samples in them.
public final class HotMethods {
    /// One method.
    ///
    /// @param self weight of the samples whose innermost frame it is
    /// @param total weight of the samples that have it anywhere; recursion counts once
    public record Method(String text, Stacks.Frame kind, double self, double total) {}

    private HotMethods() {}

    /// The `most` methods with most self weight, then by total and name.
    public static List<Method> of(CallTree tree, int most) {
        Map<Integer, Integer> first = new HashMap<>();
        Map<Integer, Double> self = new HashMap<>();
        Map<Integer, Double> total = new HashMap<>();
        for (int node = 1; node < tree.size(); node++) {
            int method = tree.method(node);
            first.putIfAbsent(method, node);
            self.merge(method, tree.self(node), Double::sum);
        }
        outermost(tree, total);
        List<Method> methods = new ArrayList<>();
        first.forEach((method, node) -> methods.add(new Method(tree.text(node), tree.kind(node), self.get(method), total.getOrDefault(method, 0.0))));
        methods.sort(Comparator.comparingDouble((Method each) -> -each.self()).thenComparingDouble(each -> -each.total())
                .thenComparing(Method::text));
        return List.copyOf(methods.subList(0, Math.min(most, methods.size())));
    }

    /// Adds up the total of each method's outermost nodes. The walk goes down with a count of how often each method is open.
    private static void outermost(CallTree tree, Map<Integer, Double> total) {
        Map<Integer, Integer> open = new HashMap<>();
        List<Integer> way = new ArrayList<>();
        List<Integer> next = new ArrayList<>();
        way.add(CallTree.ROOT);
        next.add(0);
        while (!way.isEmpty()) {
            int node = way.getLast();
            int child = next.getLast();
            if (child == tree.children(node).size()) {
                open.merge(tree.method(node), -1, Integer::sum);
                way.removeLast();
                next.removeLast();
                continue;
            }
            next.set(next.size() - 1, child + 1);
            int below = tree.children(node).get(child);
            if (open.merge(tree.method(below), 1, Integer::sum) == 1) {
                total.merge(tree.method(below), tree.total(below), Double::sum);
            }
            way.add(below);
            next.add(0);
        }
    }
}
