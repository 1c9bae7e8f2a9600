package org.tailwright.readers.tempo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Json;
import org.tailwright.work.Work;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads search answers from JSON tokens, members in any order. `spanSet` and `spanSets` repeat the same spans, which are kept once.
final class TempoTokens {
    private static final long MILLISECOND = 1_000_000;

    private final Diagnostics diagnostics;
    private final Work work;
    private final SearchRows traces = new SearchRows();
    private final SearchRows spans = new SearchRows();
    private final Set<String> seen = new HashSet<>();
    private final List<Found> waiting = new ArrayList<>();
    private long matched;
    private long matchedHere;

    private String trace = "";
    private String name = "";
    private String service = "";
    private long start = -1;
    private long duration = -1;

    TempoTokens(Diagnostics diagnostics, Work work) {
        this.diagnostics = diagnostics;
        this.work = work;
    }

    SearchRows traces() {
        return traces;
    }

    SearchRows spans() {
        return spans;
    }

    /// How many spans matched, of which the answer holds some.
    long matched() {
        return Math.max(matched, spans.size());
    }

    /// Reads all values; what was read before a mistake is kept.
    ///
    /// @throws tools.jackson.core.JacksonException when it is not JSON
    void values(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                Json.object(parser, (key, value) -> {
                    if (key.equals("traces")) {
                        Json.array(value, this::trace);
                    } else {
                        value.skipChildren();
                    }
                });
            }
        }
    }

    private void trace(JsonParser parser) {
        work.check();
        trace = "";
        name = "";
        service = "";
        start = -1;
        duration = -1;
        matchedHere = 0;
        seen.clear();
        waiting.clear();
        Json.object(parser, (key, value) -> {
            switch (key) {
                case "traceID", "traceId" -> trace = padded(Json.scalar(value));
                case "rootTraceName" -> name = Json.cut(Json.scalar(value));
                case "rootServiceName" -> service = Json.cut(Json.scalar(value));
                case "startTimeUnixNano" -> start = Json.whole(Json.scalar(value));
                case "durationMs" -> duration = Json.whole(Json.scalar(value));
                case "spanSet" -> set(value);
                case "spanSets" -> Json.array(value, this::set);
                default -> value.skipChildren();
            }
        });
        keep();
    }

    /// Tempo leaves out leading zeros.
    private static String padded(String id) {
        return id.matches("[0-9a-fA-F]{9,31}") ? "0".repeat(32 - id.length()) + id.toLowerCase(Locale.ROOT) : id;
    }

    private void keep() {
        if (trace.isEmpty() || start < 0) {
            traces.skip();
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, "a trace without id or start is left out"));
            return;
        }
        long millis = duration < 0 || duration > Long.MAX_VALUE / MILLISECOND ? 0 : duration;
        traces.add(new Found(start, millis * MILLISECOND, new Found.Names(name, service, trace, ""), Map.of()));
        for (Found each : waiting) {
            Found.Names names = each.names();
            spans.add(new Found(each.start(), each.duration(), new Found.Names(names.label(), names.service(), trace, names.span()), each.attributes()));
        }
        matched += matchedHere;
    }

    private void set(JsonParser parser) {
        Json.object(parser, (key, value) -> {
            switch (key) {
                case "spans" -> Json.array(value, this::span);
                case "matched" -> matchedHere = Math.max(matchedHere, Json.whole(Json.scalar(value)));
                default -> value.skipChildren();
            }
        });
    }

    private void span(JsonParser parser) {
        long[] times = {-1, -1};
        String[] texts = {"", "", ""};
        Map<String, String> attributes = new LinkedHashMap<>();
        Json.object(parser, (key, value) -> {
            switch (key) {
                case "spanID", "spanId" -> texts[0] = Json.scalar(value);
                case "name" -> texts[1] = Json.cut(Json.scalar(value));
                case "startTimeUnixNano" -> times[0] = Json.whole(Json.scalar(value));
                case "durationNanos" -> times[1] = Json.whole(Json.scalar(value));
                case "attributes" -> Json.array(value, each -> attribute(each, attributes));
                default -> value.skipChildren();
            }
        });
        if (texts[0].isEmpty() || times[0] < 0 || times[1] < 0) {
            spans.skip();
        } else if (seen.add(texts[0])) {
            String own = attributes.getOrDefault("service.name", "");
            attributes.remove("service.name");
            waiting.add(new Found(times[0], times[1], new Found.Names(texts[1], own, "", texts[0]), attributes));
        }
    }

    private static void attribute(JsonParser parser, Map<String, String> attributes) {
        String[] pair = {"", ""};
        Json.object(parser, (key, value) -> {
            switch (key) {
                case "key" -> pair[0] = Json.scalar(value);
                case "value" -> Json.object(value, (_, inner) -> pair[1] = Json.cut(Json.scalar(inner)));
                default -> value.skipChildren();
            }
        });
        if (!pair[0].isEmpty() && !pair[1].isEmpty()) {
            attributes.put(pair[0], pair[1]);
        }
    }
}
