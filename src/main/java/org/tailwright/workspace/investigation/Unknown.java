package org.tailwright.workspace.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Carries what a newer version wrote, and this one does not know, from the tree that was read into the tree that is written.
final class Unknown {
    /// Objects whose keys are names that people chose: a key that is gone there was taken away.
    private static final Set<String> NAMES = Set.of("parameters", "typed", "mapping", "units", "offsets");

    private Unknown() {}

    static void keep(ObjectNode old, ObjectNode fresh) {
        for (Map.Entry<String, JsonNode> each : old.properties()) {
            JsonNode now = fresh.get(each.getKey());
            switch (each.getValue()) {
                case JsonNode before when now == null -> fresh.set(each.getKey(), before);
                case ObjectNode before when now instanceof ObjectNode after && !NAMES.contains(each.getKey()) -> keep(before, after);
                case ArrayNode before when now instanceof ArrayNode after -> elements(before, after);
                default -> { }
            }
        }
        version(old, fresh);
    }

    /// Elements are the same when all that is known of them is the same.
    private static void elements(ArrayNode old, ArrayNode fresh) {
        List<JsonNode> left = new ArrayList<>();
        old.forEach(left::add);
        for (JsonNode each : fresh) {
            if (each instanceof ObjectNode now) {
                left.stream().filter(before -> before instanceof ObjectNode && agrees((ObjectNode) before, now)).findFirst().ifPresent(before -> {
                    left.remove(before);
                    keep((ObjectNode) before, now);
                });
            }
        }
    }

    private static boolean agrees(ObjectNode before, ObjectNode now) {
        return now.properties().stream().allMatch(each -> each.getValue() instanceof ObjectNode inner && before.get(each.getKey()) instanceof ObjectNode outer
                ? agrees(outer, inner) : each.getValue().equals(before.get(each.getKey())) || sameNumber(each.getValue(), before.get(each.getKey())));
    }

    private static boolean sameNumber(JsonNode one, @org.jspecify.annotations.Nullable JsonNode other) {
        return other != null && one.isNumber() && other.isNumber() && one.asDouble() == other.asDouble();
    }

    private static void version(ObjectNode old, ObjectNode fresh) {
        if (old.path("version").asInt(0) > fresh.path("version").asInt(0)) {
            fresh.set("version", old.get("version"));
        }
    }
}
