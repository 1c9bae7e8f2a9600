package org.tailwright.readers.chrome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tailwright.readers.Json;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.work.Work;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads events from JSON tokens, members in any order.
final class ChromeTokens {
    /// Times and durations beyond 97 years are none; a sum of three of them is still a number.
    private static final long LATEST = Long.MAX_VALUE / 3;
    private static final long NO_TIME = Long.MIN_VALUE;
    private static final int CHECKED = 0xfff;

    private final SpanBlock block;
    private final Work work;
    private final ChromeEvents slices = new ChromeEvents();
    private final ChromeTracks tracks = new ChromeTracks();
    private final ChromeProfiles profiles;
    private final ChromeCounters counters = new ChromeCounters();
    private final List<String> keys = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private long events;
    private long others;
    private long wrong;
    private long cpuTimes;
    private long baseNanos;
    private boolean listed;
    private boolean inside;

    private String phase = "";
    private String name = "";
    private String category = "";
    private String process = "";
    private String thread = "";
    private String id = "";
    private String scope = "";
    private String bind = "";
    private String bindId = "";
    private boolean flowIn;
    private boolean flowOut;
    private long time;
    private long duration;
    private long cpu;

    ChromeTokens(SpanBlock block, Work work) {
        this.block = block;
        this.work = work;
        profiles = new ChromeProfiles(work);
    }

    ChromeEvents slices() {
        return slices;
    }

    ChromeTracks tracks() {
        return tracks;
    }

    ChromeCounters counters() {
        return counters;
    }

    ChromeProfiles profiles() {
        return profiles;
    }

    /// Events of all kinds.
    long events() {
        return events;
    }

    /// Whether there was a list that may hold events.
    boolean listed() {
        return listed;
    }

    /// Whether reading stopped in the middle of an event.
    boolean insideEvent() {
        return inside;
    }

    /// What times count from, nanoseconds since the epoch; 0 when the file does not say.
    long baseNanos() {
        return baseNanos;
    }

    /// Slices whose only duration is CPU time.
    long cpuTimes() {
        return cpuTimes;
    }

    /// What was left out, in words.
    Optional<String> left() {
        String odd = wrong == 0 ? "" : String.format(Locale.ROOT, "; %,d events have no time", wrong);
        return others + wrong == 0 ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
                "%,d of %,d events are instants, marks or objects, which have no duration, and are left out%s", others, events, odd));
    }

    /// Reads everything; what was read before a mistake is kept.
    ///
    /// @throws tools.jackson.core.JacksonException when it is not JSON, or ends early
    void values(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                listed = true;
                Json.array(parser, this::event);
            } else if (token == JsonToken.START_OBJECT) {
                top(parser);
            }
        }
    }

    /// The object form, or an event by itself.
    private void top(JsonParser parser) {
        clear();
        Json.object(parser, (key, value) -> {
            switch (key) {
                case "traceEvents" -> {
                    listed = true;
                    Json.array(value, this::event);
                    clear();
                }
                case "baseTimeNanoseconds" -> {
                    long base = Json.whole(Json.scalar(value));
                    baseNanos = base > 0 && base < LATEST ? base : 0;
                }
                default -> member(key, value);
            }
        });
        if (!phase.isEmpty()) {
            listed = true;
            keep();
        }
        clear();
    }

    private void event(JsonParser parser) {
        inside = true;
        clear();
        Json.object(parser, this::member);
        inside = false;
        if (!phase.isEmpty()) {
            keep();
        }
    }

    private void clear() {
        phase = "";
        name = "";
        category = "";
        process = "";
        thread = "";
        id = "";
        scope = "";
        bind = "";
        bindId = "";
        flowIn = false;
        flowOut = false;
        time = NO_TIME;
        duration = NO_TIME;
        cpu = NO_TIME;
        profiles.clear();
        keys.clear();
        values.clear();
    }

    private void member(String key, JsonParser parser) {
        switch (key) {
            case "ph" -> phase = Json.scalar(parser);
            case "name" -> name = Json.cut(Json.scalar(parser));
            case "cat" -> category = Json.cut(Json.scalar(parser));
            case "pid" -> process = Json.cut(Json.scalar(parser));
            case "tid" -> thread = Json.cut(Json.scalar(parser));
            case "id" -> id = Json.cut(Json.scalar(parser));
            case "id2" -> Json.object(parser, (kind, value) -> {
                boolean local = kind.equals("local");
                id = Json.cut((local ? "local " : "") + Json.scalar(value));
            });
            case "scope" -> scope = Json.cut(Json.scalar(parser));
            case "bp" -> bind = Json.scalar(parser);
            case "bind_id" -> bindId = Json.cut(Json.scalar(parser));
            case "flow_in" -> flowIn = Json.scalar(parser).equals("true");
            case "flow_out" -> flowOut = Json.scalar(parser).equals("true");
            case "ts" -> time = ChromeTimes.nanos(parser);
            case "dur" -> duration = ChromeTimes.nanos(parser);
            case "tdur" -> cpu = ChromeTimes.nanos(parser);
            case "args" -> Json.object(parser, this::argument);
            default -> parser.skipChildren();
        }
    }

    private void argument(String key, JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            keys.add(key);
            values.add(Json.cut(parser.getString()));
        } else {
            dataOrNothing(key, parser);
        }
    }

    private void dataOrNothing(String key, JsonParser parser) {
        if (key.equals("data")) {
            profiles.data(parser);
        } else {
            parser.skipChildren();
        }
    }

    private void keep() {
        if ((++events & CHECKED) == 0) {
            work.check();
        }
        if (phase.equals("M")) {
            metadata();
            return;
        }
        if (time == NO_TIME || time > LATEST || time < -LATEST) {
            wrong++;
            return;
        }
        switch (phase) {
            case "X" -> complete();
            case "B" -> slice(ChromeEvents.BEGIN, thread(), ChromeEvents.OPEN);
            case "E" -> slice(ChromeEvents.END, thread(), ChromeEvents.OPEN);
            case "b" -> slice(ChromeEvents.BEGIN, async(), ChromeEvents.OPEN);
            case "e" -> slice(ChromeEvents.END, async(), ChromeEvents.OPEN);
            case "S" -> slice(ChromeEvents.BEGIN, legacy(), ChromeEvents.OPEN);
            case "F" -> slice(ChromeEvents.END, legacy(), ChromeEvents.OPEN);
            case "s", "t" -> flow(ChromeEvents.FLOW_OUT);
            case "f" -> flow(bind.equals("e") ? ChromeEvents.FLOW_IN : ChromeEvents.FLOW_NEXT);
            case "C" -> counters.add(tracks, process, name, id, time, keys, values);
            case "P", "I" -> others += profiles.keep(name, process, thread, id) ? 0 : 1;
            default -> others++;
        }
    }

    private void metadata() {
        int at = keys.indexOf("name");
        if (at >= 0 && name.equals("process_name")) {
            tracks.nameProcess(process, values.get(at));
        } else if (at >= 0 && name.equals("thread_name")) {
            tracks.nameThread(process, thread, values.get(at));
        }
    }

    private int thread() {
        return tracks.number(process, thread, "");
    }

    private int async() {
        return tracks.number(process, "", category + ":" + (scope.isEmpty() ? "" : scope + ":") + id);
    }

    /// The old asynchronous events are told apart by name too.
    private int legacy() {
        return tracks.number(process, "", category + ":" + name + ":" + id);
    }

    private void complete() {
        boolean wall = duration != NO_TIME;
        cpuTimes += !wall && cpu != NO_TIME ? 1 : 0;
        long length = wall ? duration : cpu == NO_TIME ? 0 : cpu;
        slice(ChromeEvents.COMPLETE, thread(), time + Math.clamp(length, -LATEST, LATEST));
    }

    private void slice(byte kind, int track, long end) {
        slices.add(kind, track, time, end, name.isEmpty() && kind == ChromeEvents.END ? -1 : block.texts().code(name));
        attribute("category", category);
        if (!bindId.isEmpty()) {
            attribute("flow in", flowIn ? bindId : "");
            attribute("flow out", flowOut ? bindId : "");
        }
        for (int i = 0; i < keys.size(); i++) {
            attribute(keys.get(i), values.get(i));
        }
    }

    private void attribute(String key, String value) {
        if (!value.isEmpty()) {
            slices.attribute(block.key(key), block.texts().code(value));
        }
    }

    private void flow(byte kind) {
        slices.add(kind, thread(), time, time, block.texts().code(id.isEmpty() ? bindId : id));
    }
}
