package org.tailwright.readers.chrome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tailwright.data.HexIds;
import org.tailwright.data.Requests;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.readers.spans.SpanDraft;
import org.tailwright.readers.spans.SpanFeed;
import org.tailwright.work.Work;

/// Gives the nested slices to the feed, and says what is doubtful about them. A trace's id is the number of its track and of the event at its root, a
/// span's id the number of its event.
final class ChromeSpans {
    /// Microseconds since the epoch between 2001 and 2065 are taken as times of day.
    private static final long FIRST_DAY = 1_000_000_000_000_000_000L;
    private static final long LAST_DAY = 3_000_000_000_000_000_000L;
    private static final int CHECKED = 0xfff;

    private final ChromeTokens tokens;
    private final ChromeEvents events;
    private final ChromeTracks tracks;
    private final SpanFeed feed;
    private final SpanBlock block;
    private final SpanDraft draft = new SpanDraft();

    ChromeSpans(ChromeTokens tokens, SpanFeed feed) {
        this.tokens = tokens;
        events = tokens.slices();
        tracks = tokens.tracks();
        this.feed = feed;
        block = feed.block();
    }

    /// Nests the slices and gives them to the feed, track by track in order of time.
    void emit(Work work) {
        ChromeNesting nesting = ChromeNesting.of(events, tracks.size());
        long[][] extras = extras(nesting);
        int[] services = new int[tracks.size()];
        int[] threads = new int[tracks.size()];
        for (int track = 0; track < tracks.size(); track++) {
            services[track] = code(tracks.service(track));
            threads[track] = code(tracks.thread(track));
        }
        int thread = block.key(Requests.THREAD);
        int extra = 0;
        for (int i = 0; i < nesting.slices.length; i++) {
            int event = nesting.slices[i];
            if ((i & CHECKED) == 0) {
                work.check();
            }
            fill(event, nesting);
            if (threads[events.track[event]] >= 0) {
                draft.attribute(thread, threads[events.track[event]]);
            }
            extra = position(extras, extra, i);
            for (; extra < extras.length && extras[extra][0] == i; extra++) {
                draft.attribute((int) extras[extra][1], (int) extras[extra][2]);
            }
            int row = block.size();
            feed.add(draft);
            block.belong(row, services[events.track[event]], new int[0], new int[0]);
        }
        remarks(nesting);
        events.clear();
    }

    private int code(String text) {
        return text.isEmpty() ? -1 : block.texts().code(text);
    }

    private static int position(long[][] extras, int from, int slice) {
        int at = from;
        while (at < extras.length && extras[at][0] < slice) {
            at++;
        }
        return at;
    }

    private void fill(int event, ChromeNesting nesting) {
        HexIds.Builder spans = (HexIds.Builder) block.spans();
        draft.trace = ((HexIds.Builder) block.traces()).code(events.track[event] + 1L, nesting.root[event]);
        draft.span = spans.code(0, event);
        draft.parent = nesting.parent[event] < 0 ? -1 : spans.code(0, nesting.parent[event]);
        draft.label = events.name[event];
        draft.start = events.start[event] + tokens.baseNanos();
        draft.end = events.end[event] + tokens.baseNanos();
        draft.started = true;
        draft.ended = true;
        for (int at = events.first[event]; at < events.first[event + 1]; at += 2) {
            draft.attribute(events.pair(at), events.pair(at + 1));
        }
    }

    /// Attributes that come from elsewhere than the slice's own event: arguments of its end, and flows. Slice's place, key, value; by place.
    private long[][] extras(ChromeNesting nesting) {
        int[] places = new int[events.size];
        Arrays.fill(places, -1);
        for (int i = 0; i < nesting.slices.length; i++) {
            places[nesting.slices[i]] = i;
        }
        List<long[]> found = new ArrayList<>();
        for (int event = 0; event < events.size; event++) {
            if (events.kind[event] == ChromeEvents.END && nesting.parent[event] >= 0) {
                for (int at = events.first[event]; at < events.first[event + 1]; at += 2) {
                    found.add(new long[] {places[nesting.parent[event]], events.pair(at), events.pair(at + 1)});
                }
            } else if (nesting.flowSlice[event] >= 0) {
                int key = block.key(events.kind[event] == ChromeEvents.FLOW_OUT ? "flow out" : "flow in");
                found.add(new long[] {places[nesting.flowSlice[event]], key, events.name[event]});
            }
        }
        found.sort((a, b) -> Long.compare(a[0], b[0]));
        return found.toArray(long[][]::new);
    }

    private void remarks(ChromeNesting nesting) {
        int all = nesting.slices.length;
        say(nesting.unfinished, all, "slices have no end in the file; they are taken as open until the slice around them or the trace ended, "
                + "so their durations are lower bounds");
        say(nesting.overlapping, all, "slices overlap another of their thread without nesting; they hang on the innermost slice that contains them whole");
        say(tokens.cpuTimes(), all, "slices give no duration but CPU time, which stands in for it");
        say(nesting.unmatched, nesting.ends, "ends have no beginning in the file and are left out");
        if (events.size > 0 && nesting.slices.length > 0) {
            feed.merge().assume("a slice that no other slice of its thread contains is a trace of its own; a process is a service");
            long first = events.start[nesting.slices[0]] + tokens.baseNanos();
            if (first < FIRST_DAY || first > LAST_DAY) {
                feed.merge().assume("times count from the start of the trace's own clock, not from a time of day");
            }
        }
    }

    private void say(long count, long all, String what) {
        if (count > 0) {
            feed.merge().doubt(String.format(Locale.ROOT, "%,d of %,d %s", count, all, what));
        }
    }
}
