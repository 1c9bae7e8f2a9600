package org.tailwright.readers.zipkin;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tailwright.data.Ids;
import org.tailwright.data.Utf8Pool;
import org.tailwright.readers.spans.Sampling;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.readers.spans.SpanDraft;
import org.tailwright.readers.spans.SpanFeed;
import org.tailwright.readers.spans.SpanKind;

/// One span as it stands in the file; it becomes one span, or two when version 1 put both sides of a call into it.
final class ZipkinSpan {
    /// Shorter ids are made by hand and stay as they are.
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{9,32}");
    private static final long LATEST = Long.MAX_VALUE / 2000;

    String trace = "";
    String id = "";
    String parent = "";
    String name = "";
    String kind = "";
    boolean shared;
    long timestamp = -1;
    long duration = -1;
    final ZipkinPlace local = new ZipkinPlace();
    final ZipkinPlace remote = new ZipkinPlace();
    final Map<String, String> tags = new LinkedHashMap<>();
    final ZipkinAnnotations annotations = new ZipkinAnnotations();
    private final SpanDraft draft = new SpanDraft();

    ZipkinSpan() {
        clear();
    }

    void clear() {
        trace = "";
        id = "";
        parent = "";
        name = "";
        kind = "";
        shared = false;
        timestamp = -1;
        duration = -1;
        local.clear();
        remote.clear();
        tags.clear();
        annotations.clear();
    }

    /// Whether the object was a span at all.
    boolean any() {
        return !trace.isEmpty() || !id.isEmpty();
    }

    /// Gives what was read to the feed.
    void emit(SpanFeed feed) {
        ZipkinAnnotations seen = annotations;
        boolean caller = seen.hasCaller();
        boolean called = seen.hasCalled();
        if (!kind.isEmpty() || !caller && !called) {
            alone(feed);
            return;
        }
        if (caller) {
            long start = seen.callerSent >= 0 ? seen.callerSent : timestamp;
            one(feed, SpanKind.CLIENT.ordinal(), seen.caller, seen.called, start, length(start, seen.callerReceived), false);
        }
        if (called) {
            long start = seen.calledReceived >= 0 ? seen.calledReceived : caller ? -1 : timestamp;
            long end = seen.calledSent >= 0 || caller || timestamp < 0 || duration < 0 ? seen.calledSent : timestamp + duration;
            one(feed, SpanKind.SERVER.ordinal(), seen.called, seen.caller, start, length(start, end), caller || timestamp < 0);
        }
    }

    /// Version 2, and version 1 without the sides of a call.
    private void alone(SpanFeed feed) {
        ZipkinAnnotations seen = annotations;
        boolean old = kind.isEmpty();
        ZipkinPlace place = !local.isEmpty() ? local : !seen.some.isEmpty() ? seen.some : seen.caller.isEmpty() ? seen.called : seen.caller;
        int side = !old ? SpanKind.of(kind) : seen.messageSent >= 0 ? SpanKind.PRODUCER.ordinal()
                : seen.messageReceived >= 0 ? SpanKind.CONSUMER.ordinal() : -1;
        one(feed, side, place, remote, timestamp, duration, shared);
    }

    /// Length by the annotations, else as written; -1 for none, so that an end one step before its start counts as none apart.
    private long length(long start, long end) {
        long length = start < 0 || end < 0 ? duration : end - start;
        return length == -1 && end >= 0 && start >= 0 ? -2 : length;
    }

    private void one(SpanFeed feed, int side, ZipkinPlace place, ZipkinPlace other, long start, long length, boolean half) {
        SpanBlock block = feed.block();
        draft.trace = code(block.traces(), padded(trace, 32));
        draft.span = code(block.spans(), padded(id, 16));
        draft.parent = parent.isEmpty() || parent.equals(id) ? -1 : code(block.spans(), padded(parent, 16));
        draft.label = block.texts().code(name);
        draft.kind = side;
        draft.shared = half;
        draft.started = start > 0 && start < LATEST;
        draft.ended = length != -1 && length < LATEST && length > -LATEST;
        draft.start = draft.started ? start * 1000 : 0;
        draft.end = draft.started && draft.ended ? draft.start + length * 1000 : 0;
        draft.place = place.isEmpty() ? -1 : block.texts().code(place.key());
        tags(block);
        attribute(block, "local address", place.address);
        attribute(block, "remote service", other.service);
        attribute(block, "remote address", other.address);
        int before = block.size();
        feed.add(draft);
        if (block.size() > before && !place.service.isEmpty()) {
            block.belong(before, block.texts().code(place.service), new int[0], new int[0]);
        }
    }

    /// Zipkin shows a span as failed when it has the tag `error`, whatever its value; some tracers write false there.
    private void tags(SpanBlock block) {
        draft.failed = annotations.failed;
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            draft.failed |= tag.getKey().equals("error") && !tag.getValue().equals("false");
            int key = block.key(tag.getKey());
            draft.attribute(key, block.texts().code(tag.getValue()));
            Sampling.Role role = block.role(key);
            if (role != Sampling.Role.NONE) {
                draft.sampling(role, tag.getValue());
            }
        }
    }

    private void attribute(SpanBlock block, String key, String value) {
        if (!value.isEmpty()) {
            draft.attribute(block.key(key), block.texts().code(value));
        }
    }

    private static int code(Ids ids, String text) {
        return text.isEmpty() ? -1 : ((Utf8Pool.Builder) ids).code(text);
    }

    private static String padded(String text, int digits) {
        return HEX.matcher(text).matches() ? "0".repeat(Math.max(0, digits - text.length())) + text.toLowerCase(Locale.ROOT) : text;
    }
}
