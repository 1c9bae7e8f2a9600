package org.tailwright.readers.datadog;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tailwright.data.Ids;
import org.tailwright.data.Utf8Pool;
import org.tailwright.readers.Json;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.readers.spans.SpanDraft;
import org.tailwright.readers.spans.SpanFeed;
import org.tailwright.readers.spans.SpanKind;
import tools.jackson.core.JsonParser;

/// One span while it is read.
///
/// A trace that was kept at rates stands for 1 / (product of rates) traces: `_dd.rule_psr` × `_dd.limit_psr` where a rule decided,
/// `_dd.agent_psr` where the agent's rates did, and `_sample_rate` where the tracer itself drops traces before either.
final class DatadogSpan {
    private final SpanFeed feed;
    private final SpanDraft draft = new SpanDraft();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private String trace = "";
    private String id = "";
    private String parent = "";
    private String name = "";
    private String resource = "";
    private String service = "";
    private String start = "";
    private String end = "";
    private String duration = "";
    private boolean failed;
    private double priority = Double.NaN;
    private double rule = Double.NaN;
    private double limit = Double.NaN;
    private double agent = Double.NaN;
    private double tracer = Double.NaN;

    DatadogSpan(SpanFeed feed) {
        this.feed = feed;
    }

    void clear() {
        tags.clear();
        trace = "";
        id = "";
        parent = "";
        name = "";
        resource = "";
        service = "";
        start = "";
        end = "";
        duration = "";
        failed = false;
        priority = Double.NaN;
        rule = Double.NaN;
        limit = Double.NaN;
        agent = Double.NaN;
        tracer = Double.NaN;
    }

    /// Whether the object was a span at all.
    boolean any() {
        return !trace.isEmpty() && !id.isEmpty();
    }

    /// Reads a member of the span itself.
    ///
    /// @return false when it is none, and was not read
    boolean scalar(String member, JsonParser parser) {
        switch (member) {
            case "trace_id" -> trace = id(parser);
            case "span_id" -> id = id(parser);
            case "parent_id" -> parent = id(parser);
            case "name", "operation_name" -> name = Json.cut(Json.scalar(parser));
            case "resource", "resource_name" -> resource = Json.cut(Json.scalar(parser));
            case "service" -> service = Json.cut(Json.scalar(parser));
            case "start", "start_timestamp" -> start = Json.scalar(parser);
            case "end", "end_timestamp" -> end = Json.scalar(parser);
            case "duration" -> duration = Json.scalar(parser);
            case "error" -> failed |= failing(Json.scalar(parser));
            case "status" -> failed |= Json.scalar(parser).equals("error");
            case "type", "env", "host", "hostname" -> tags.put(member, Json.cut(Json.scalar(parser)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean failing(String text) {
        return !text.isEmpty() && !text.equals("0") && !text.equals("false");
    }

    /// Ids are unsigned 64-bit numbers, which tracers in Java may write with a sign.
    private static String id(JsonParser parser) {
        String text = Json.cut(Json.scalar(parser));
        try {
            return text.startsWith("-") ? Long.toUnsignedString(Long.parseLong(text)) : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    void tag(String key, String value) {
        tags.put(key, value);
    }

    void metric(String key, String value) {
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return;
        }
        switch (key) {
            case "_sampling_priority_v1" -> priority = number;
            case "_dd.rule_psr" -> rule = number;
            case "_dd.limit_psr" -> limit = number;
            case "_dd.agent_psr" -> agent = number;
            case "_sample_rate" -> tracer = number;
            default -> { }
        }
        tags.put(key, value);
    }

    /// Gives the span to the feed.
    ///
    /// @return its sampling priority, NaN when it has none
    double emit() {
        SpanBlock block = feed.block();
        draft.clear();
        draft.trace = code(block.traces(), trace);
        draft.span = code(block.spans(), id);
        draft.parent = parent.isEmpty() || parent.equals("0") ? -1 : code(block.spans(), parent);
        draft.label = block.texts().code(resource.isEmpty() ? name : resource);
        draft.kind = SpanKind.of(tags.getOrDefault("span.kind", ""));
        draft.failed = failed;
        times();
        weigh();
        attribute(block, "operation", name);
        tags.forEach((key, value) -> attribute(block, key, value));
        int before = block.size();
        feed.add(draft);
        if (block.size() > before && !service.isEmpty()) {
            block.belong(before, block.texts().code(service), new int[0], new int[0]);
        }
        return priority;
    }

    private void times() {
        long unit = DatadogTimes.unit(start);
        long from = DatadogTimes.nanos(start, unit);
        long length = duration.isEmpty() ? -1 : DatadogTimes.nanos(duration, unit == 0 ? 1 : unit);
        long to = length < 0 ? DatadogTimes.nanos(end, DatadogTimes.unit(end)) : from + length;
        draft.started = from >= 0;
        draft.ended = to >= 0;
        draft.start = from;
        draft.end = to;
    }

    private void weigh() {
        double rate = (Double.isNaN(rule) ? part(agent) : part(rule) * part(limit)) * part(tracer);
        boolean known = !Double.isNaN(rule) || !Double.isNaN(agent) || !Double.isNaN(tracer);
        draft.weight = known && rate > 0 ? 1 / rate : Double.NaN;
        draft.sampled = priority >= 2 && !known;
    }

    /// A rate that is not there, or is none, drops nothing.
    private static double part(double rate) {
        return rate > 0 && rate <= 1 ? rate : 1;
    }

    private void attribute(SpanBlock block, String key, String value) {
        if (!value.isEmpty()) {
            draft.attribute(block.key(key), block.texts().code(value));
        }
    }

    private static int code(Ids ids, String text) {
        return ((Utf8Pool.Builder) ids).code(text);
    }
}
