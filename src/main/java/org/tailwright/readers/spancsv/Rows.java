package org.tailwright.readers.spancsv;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tailwright.data.Ids;
import org.tailwright.data.Utf8Pool;
import org.tailwright.readers.Json;
import org.tailwright.readers.spans.Sampling;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.readers.spans.SpanDraft;
import org.tailwright.readers.spans.SpanFeed;
import org.tailwright.readers.spans.SpanKind;
import org.tailwright.readers.text.TimeFormat;

/// Turns records into spans.
///
/// Where a file has ends, they give the durations; a column of durations is compared with them. In Alibaba's call graphs a call is recorded by the
/// caller with its response time and by the called side with the negative of its own, under one `rpcid`, whose last part the
/// parent lacks.
final class Rows {
    private static final Set<String> NO_PARENT = Set.of("", "0", "-1", "-", "root", "null", "none", "nan", "n/a", "nil", "0000000000000000", "\\n");
    private static final Set<String> FAILURES = Set.of("error", "status_code_error", "failed", "failure", "fail", "2");
    private static final double LONGEST = 9e18;

    private final Layout layout;
    private final Clock clock;
    private final SpanFeed feed;
    private final boolean calls;
    private final SpanDraft draft = new SpanDraft();
    private final boolean[] own;
    private long compared;
    private long different;
    private boolean codes;

    Rows(Layout layout, Clock clock, SpanFeed feed) {
        this.layout = layout;
        this.clock = clock;
        this.feed = feed;
        calls = layout.callGraph();
        own = new boolean[layout.names().size()];
        layout.columns().forEach((role, at) -> own[at] = role != Role.CALL && role != Role.STATUS && role != Role.CALLER && role != Role.CALLED);
    }

    /// Spans whose given duration is not end minus start.
    long different() {
        return different;
    }

    /// Spans that give both.
    long compared() {
        return compared;
    }

    /// Whether failures were told by status codes.
    boolean codes() {
        return codes;
    }

    /// Adds a record.
    void add(List<String> fields) {
        SpanBlock block = feed.block();
        draft.clear();
        draft.trace = code(block.traces(), layout.field(fields, Role.TRACE));
        String service;
        if (calls) {
            service = call(fields, block);
        } else {
            service = layout.field(fields, Role.SERVICE);
            span(fields, block);
        }
        for (int i = 0; i < Math.min(own.length, fields.size()); i++) {
            if (!own[i] && !fields.get(i).isBlank()) {
                attribute(block, layout.names().get(i).isEmpty() ? "column " + (i + 1) : layout.names().get(i), fields.get(i).strip());
            }
        }
        int before = block.size();
        feed.add(draft);
        if (block.size() > before && !service.isEmpty()) {
            block.belong(before, block.texts().code(Json.cut(service)), new int[0], new int[0]);
        }
    }

    private void attribute(SpanBlock block, String name, String value) {
        int key = block.key(name);
        draft.attribute(key, block.texts().code(Json.cut(value)));
        Sampling.Role role = block.role(key);
        if (role != Sampling.Role.NONE) {
            draft.sampling(role, value);
        }
    }

    private void span(List<String> fields, SpanBlock block) {
        String id = layout.field(fields, Role.SPAN);
        String parent = layout.field(fields, Role.PARENT);
        draft.span = code(block.spans(), id);
        draft.parent = NO_PARENT.contains(parent.toLowerCase(Locale.ROOT)) || parent.equals(id) ? -1 : code(block.spans(), parent);
        draft.label = block.texts().code(Json.cut(layout.field(fields, Role.OPERATION)));
        draft.kind = SpanKind.of(layout.field(fields, Role.KIND));
        draft.failed = failed(layout.field(fields, Role.FAILED), layout.field(fields, Role.STATUS));
        long start = clock.start().nanos(layout.field(fields, Role.START));
        long end = clock.end().map(format -> format.nanos(layout.field(fields, Role.END))).orElse(TimeFormat.NONE);
        double length = Clock.number(layout.field(fields, Role.DURATION)) * clock.durationNanos();
        boolean known = !Double.isNaN(length) && Math.abs(length) < LONGEST && clock.durationNanos() > 0;
        if (end != TimeFormat.NONE && start != TimeFormat.NONE && known) {
            compared++;
            different += Math.abs(end - start - length) > Math.max(clock.durationNanos(), 1e-3 * Math.abs(length)) ? 1 : 0;
        }
        times(start, end != TimeFormat.NONE ? end : known && start != TimeFormat.NONE ? start + Math.round(length) : TimeFormat.NONE);
    }

    private void times(long start, long end) {
        draft.started = start != TimeFormat.NONE;
        draft.ended = end != TimeFormat.NONE;
        draft.start = start;
        draft.end = end;
    }

    private String call(List<String> fields, SpanBlock block) {
        String id = layout.field(fields, Role.SPAN);
        int cut = id.lastIndexOf('.');
        draft.span = code(block.spans(), id);
        draft.parent = cut <= 0 ? -1 : code(block.spans(), id.substring(0, cut));
        double length = Clock.number(layout.field(fields, Role.DURATION));
        boolean called = length < 0;
        String type = layout.field(fields, Role.CALL);
        String operation = layout.field(fields, Role.OPERATION);
        draft.label = block.texts().code(Json.cut(operation.isEmpty() ? type : operation));
        draft.kind = (called ? SpanKind.SERVER : type.equals("mq") ? SpanKind.CONSUMER : SpanKind.CLIENT).ordinal();
        draft.shared = called;
        long start = clock.start().nanos(layout.field(fields, Role.START));
        boolean known = start != TimeFormat.NONE && Math.abs(length) * clock.durationNanos() < LONGEST;
        times(start, known ? start + Math.round(Math.abs(length) * clock.durationNanos()) : TimeFormat.NONE);
        String service = layout.field(fields, called || type.equals("mq") ? Role.CALLED : Role.CALLER);
        draft.place = service.isEmpty() ? -1 : block.texts().code(Json.cut(service));
        return service;
    }

    private boolean failed(String flag, String status) {
        boolean told = flag.equalsIgnoreCase("true") || flag.equals("1") || flag.equalsIgnoreCase("yes") || flag.equalsIgnoreCase("error");
        double code = Clock.number(status);
        boolean bad = FAILURES.contains(status.toLowerCase(Locale.ROOT)) || code >= 400 && code < 600;
        codes |= bad;
        return told || bad;
    }

    private static int code(Ids ids, String text) {
        return text.isEmpty() ? -1 : ((Utf8Pool.Builder) ids).code(text);
    }
}
