package org.tailwright.readers.jaeger;

import java.util.ArrayList;
import java.util.List;
import org.tailwright.readers.Json;
import tools.jackson.core.JsonParser;

/// The references of one span, of which the first CHILD_OF in its own trace names the parent; without one the first FOLLOWS_FROM does.
final class JaegerReference {
    private record Link(boolean child, String trace, String span) {}

    private static final int MOST = 64;

    private final List<Link> links = new ArrayList<>();
    private String type = "";
    private String trace = "";
    private String span = "";
    private String parent = "";

    void clear() {
        links.clear();
        parent = "";
    }

    /// Clients before references existed name the parent in the span.
    void parentOfOldClients(String id) {
        parent = id.equals("0") || id.equals("0000000000000000") ? "" : id;
    }

    /// Reads the reference on which the parser stands.
    void read(JsonParser parser) {
        type = "";
        trace = "";
        span = "";
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "refType" -> type = Json.scalar(value);
                case "traceID", "traceId" -> trace = JaegerIds.trace(Json.scalar(value));
                case "spanID", "spanId" -> span = JaegerIds.span(Json.scalar(value));
                default -> value.skipChildren();
            }
        });
        if (links.size() < MOST) {
            links.add(new Link(!type.equals("FOLLOWS_FROM"), trace, span));
        }
    }

    /// The parent's id within `own` trace; empty for a root.
    String parent(String own) {
        Link best = null;
        for (Link each : links) {
            boolean inside = each.trace.isEmpty() || each.trace.equals(own);
            if (inside && !each.span.isEmpty() && (best == null || each.child && !best.child)) {
                best = each;
            }
        }
        return best == null ? parent : best.span;
    }
}
