package org.tailwright.readers.gclog;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lines of unified logging. Pauses and phases are written at their end with their duration; the same words without a duration mark a start.
final class UnifiedLines {
    private static final int CYCLES = 64;

    private record Cycle(long start, @Nullable String cause) {}

    private final GcEvents events;
    private final Decorations decorations = new Decorations();
    private final Measured measured = new Measured();
    private final Generations generations = new Generations();
    private final SafepointText safepoints;
    private final Map<Long, Cycle> cycles = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Cycle> eldest) {
            return size() > CYCLES;
        }
    };
    private long exhausted = -1;
    private String open = "";
    private long openLine;
    private long time;

    UnifiedLines(GcEvents events) {
        this.events = events;
        safepoints = new SafepointText(events);
    }

    /// Takes a line.
    void add(String line, long number) {
        decorations.read(line);
        if (decorations.statistics) {
            if (events.nothing()) {
                events.statistics.add(line.substring(decorations.message), events.clock.at(decorations.wall, decorations.uptime, decorations.fine));
            }
            return;
        }
        int at = decorations.message;
        long id = -1;
        if (line.startsWith("GC(", at)) {
            int close = line.indexOf(')', at);
            id = close < 0 ? -1 : Quantities.whole(line, at + 3, close);
            at = close < 0 || id < 0 ? at : close + 1;
        }
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        if (at >= line.length() || !(decorations.any || id >= 0)) {
            return;
        }
        events.collections.saw(id);
        time = events.clock.at(decorations.wall, decorations.uptime, decorations.fine);
        message(line, at, id, number);
    }

    private void message(String line, int begin, long id, long number) {
        char generation = line.length() > begin + 2 && line.charAt(begin + 1) == ':' ? line.charAt(begin) : ' ';
        int at = generation == ' ' ? begin : begin + 2;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        if (line.startsWith("Pause ", at) && id >= 0) {
            pause(line, at, id, generation, number);
        } else if (line.startsWith("Concurrent ", at) && id >= 0) {
            concurrent(line, at, id, generation, number);
        } else if (line.startsWith("Using ", at) && id < 0) {
            events.collector(CollectorNames.byName(line.substring(at + 6).strip()));
        } else if (line.startsWith("Allocation Stall (", at) || line.startsWith("Relocation Stall (", at)) {
            stall(line, at, id);
        } else if (line.startsWith("To-space exhausted", at)) {
            exhausted = id;
        } else if (cycle(line, at)) {
            cycle(line, at, id);
        } else if (!safepoints.read(line, at, time, number)) {
            events.collector(generations.read(line, at));
        }
    }

    private void pause(String line, int at, long id, char generation, long number) {
        measured.read(line, at);
        if (measured.duration == Quantities.NONE) {
            begun(line, at, number);
            return;
        }
        open = "";
        Title title = Title.of(line, at, measured.words);
        Cycle cycle = cycles.get(id);
        String cause = title.cause() == null && cycle != null ? cycle.cause() : title.cause();
        String words = title.words() + (exhausted == id ? " (To-space exhausted)" : "");
        exhausted = -1;
        events.collector(CollectorNames.byPause(words));
        events.pause(events.clock.start(time, measured.duration), measured.duration, titled(words, generation), cause, id);
        events.pauseHeap(measured.before, measured.after, measured.capacity);
        if (measured.after != Quantities.NONE) {
            generations.give(events.heap, title.words().startsWith("Pause Young"));
        }
    }

    /// A pause without a duration is a start, unless its numbers were cut off.
    private void begun(String line, int at, long number) {
        if (line.indexOf("->", at) > 0) {
            events.skip(number, "the pause has no duration");
            return;
        }
        open = line.substring(at).strip();
        openLine = number;
    }

    private void concurrent(String line, int at, long id, char generation, long number) {
        measured.read(line, at);
        if (measured.duration == Quantities.NONE) {
            if (line.indexOf("->", at) > 0) {
                events.skip(number, "the phase has no duration");
            }
            return;
        }
        Title title = Title.of(line, at, measured.words);
        Cycle cycle = cycles.get(id);
        long start = events.clock.start(time, measured.duration);
        events.concurrent.add(start, measured.duration, titled(title.words(), generation), cycle == null ? title.cause() : cycle.cause(), id);
        if (measured.after != Quantities.NONE) {
            events.cycleHeap(start, start + measured.duration, measured.before, measured.after, measured.capacity);
        }
    }

    private static boolean cycle(String line, int at) {
        return line.startsWith("Garbage Collection (", at) || line.startsWith("Minor Collection (", at) || line.startsWith("Major Collection (", at)
                || line.startsWith("Young Generation", at) || line.startsWith("Old Generation", at);
    }

    /// A ZGC cycle: its start names the cause, its end the occupancy; JDK 21 and later write how long it took.
    private void cycle(String line, int at, long id) {
        events.collector("ZGC");
        measured.read(line, at);
        Title title = Title.of(line, at, measured.words);
        boolean collection = line.startsWith("Collection (", line.indexOf(' ', at) + 1);
        if (measured.after == Quantities.NONE) {
            if (collection && id >= 0) {
                cycles.put(id, new Cycle(time, title.cause()));
            }
            return;
        }
        Cycle begun = cycles.get(id);
        long duration = measured.duration != Quantities.NONE ? measured.duration : collection && begun != null ? time - begun.start() : Quantities.NONE;
        long start = duration < 0 ? time : time - duration;
        if (duration >= 0) {
            events.concurrent.add(start, duration, title.words(), begun == null ? title.cause() : begun.cause(), id);
        }
        if (collection) {
            events.cycleHeap(start, time, measured.before, measured.after, generations.capacity());
            generations.give(events.heap, false);
        }
    }

    private void stall(String line, int at, long id) {
        measured.read(line, at);
        if (measured.duration != Quantities.NONE) {
            Title title = Title.of(line, at, measured.words);
            int open = title.words().indexOf(" (");
            events.stalls.add(events.clock.start(time, measured.duration), measured.duration, title.words().substring(0, open), title.cause(), id);
        }
    }

    /// ZGC's letters: `y` a minor collection, `Y` and `O` the young and old part of a major one.
    private static String titled(String words, char letter) {
        return switch (letter) {
            case 'y' -> words + " (young)";
            case 'Y' -> words.replace(" (Major)", "") + " (major young)";
            case 'O', 'o' -> words + " (old)";
            default -> words;
        };
    }

    /// Says what the log's end cut off.
    void end() {
        if (!open.isEmpty()) {
            events.skip(openLine, "the log ends inside a pause: " + (open.length() > 80 ? open.substring(0, 80) + "…" : open));
        }
    }
}
