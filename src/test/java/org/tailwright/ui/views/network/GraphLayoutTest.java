package org.tailwright.ui.views.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tailwright.ui.views.network.GraphLayout.Edge;
import org.tailwright.ui.views.network.GraphLayout.Spot;
import org.tailwright.work.Seeds;

class GraphLayoutTest {
    private static List<Edge> edges(String... pairs) {
        return Stream.of(pairs).map(each -> new Edge(each.substring(0, 1), each.substring(1))).toList();
    }

    @Test
    void whoIsCalledStandsToTheRight() {
        assertEquals(Map.of("a", new Spot(0, 0), "b", new Spot(1, 0), "c", new Spot(2, 0)), GraphLayout.of(List.of("a", "b", "c"), edges("ab", "bc", "ac")));
    }

    @Test
    void aColumnFollowsTheOrderOfItsCallers() {
        Map<String, Spot> spots = GraphLayout.of(List.of("a", "b", "y", "x"), edges("ax", "by"));
        assertEquals(new Spot(1, 0), spots.get("x"));
        assertEquals(new Spot(1, 1), spots.get("y"));
    }

    @Test
    void circlesAndStrangersDoNoHarm() {
        Map<String, Spot> spots = GraphLayout.of(List.of("a", "b", "c"), edges("ab", "bc", "ca", "cc", "zq"));
        assertEquals(Set.of("a", "b", "c"), spots.keySet());
        assertEquals(3, new HashSet<>(spots.values()).size());
        assertEquals(Map.of(), GraphLayout.of(List.of(), List.of()));
    }

    /// Without circles every edge goes to the right, and no two nodes share a spot.
    @Test
    void everyEdgeOfARandomGraphGoesToTheRight() {
        for (int seed = 0; seed < 50; seed++) {
            RandomGenerator random = Seeds.stream(seed, "graph", 0);
            List<String> nodes = IntStream.range(0, 12).mapToObj(i -> String.valueOf((char) ('a' + i))).toList();
            List<Edge> edges = IntStream.range(0, 20).mapToObj(_ -> {
                int from = random.nextInt(11);
                return new Edge(nodes.get(from), nodes.get(from + 1 + random.nextInt(11 - from)));
            }).toList();
            Map<String, Spot> spots = GraphLayout.of(nodes, edges);
            assertEquals(12, new HashSet<>(spots.values()).size());
            edges.forEach(each -> assertTrue(column(spots, each.from()) < column(spots, each.to()), each + " in " + spots));
        }
    }

    private static int column(Map<String, Spot> spots, String node) {
        Spot spot = spots.get(node);
        return spot == null ? -1 : spot.column();
    }
}
