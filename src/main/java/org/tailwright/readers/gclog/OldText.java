package org.tailwright.readers.gclog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The logs of JDK 8 and earlier: events in brackets that nest, go over several lines, and have other threads' events written into them.
/// A stack of open brackets tells what belongs to what; a pause that begins a line while another is open means that the other was overwritten.
final class OldText {
    private static final int DEEPEST = 16;
    private static final int LONGEST = 1 << 14;
    private static final Pattern PAUSE = Pattern.compile("\\[(?:Full GC|GC(?! (?:concurrent|ref-proc|Worker)))");

    /// An open bracket.
    private static final class Frame {
        final long line;
        final long time;
        final StringBuilder own = new StringBuilder();
        /// Young generation inside this pause, bytes.
        long youngBefore = Quantities.NONE;
        long youngAfter = Quantities.NONE;
        long oldAfter = Quantities.NONE;
        /// What a nested bracket says about the kind of pause.
        String inner = "";

        Frame(long line, long time) {
            this.line = line;
            this.time = time;
        }
    }

    private final GcEvents events;
    private final OldPauses pauses;
    private final SafepointText safepoints;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Stamp stamp = new Stamp();

    OldText(GcEvents events) {
        this.events = events;
        pauses = new OldPauses(events);
        safepoints = new SafepointText(events);
    }

    /// Takes a line.
    void add(String line, long number) {
        int stopped = SafepointText.stopped(line);
        if (stopped >= 0) {
            stamp.before(line, stopped);
            safepoints.read(line, stopped, events.clock.at(stamp.wall, stamp.uptime, false), number);
        } else if (!noise(line)) {
            recover(line);
            brackets(line, number);
        }
    }

    private static boolean noise(String line) {
        return line.startsWith("- age") || line.startsWith("Desired survivor") || line.startsWith("CommandLine flags")
                || line.contains("AdaptiveSizePolicy") || line.contains(", 0x") && line.contains("[0x") && !line.contains("[GC") && !line.contains("[Full");
    }

    /// A new pause at the beginning of a line ends what was left open.
    private void recover(String line) {
        if (open.isEmpty()) {
            return;
        }
        Matcher begin = PAUSE.matcher(line);
        if (begin.find()) {
            stamp.before(line, begin.start());
            if (stamp.begin == 0 && (stamp.any() || begin.start() == 0)) {
                lost();
            }
        }
    }

    private void lost() {
        Frame outer = open.peekLast();
        if (outer != null && (outer.own.indexOf("GC") == 0 || outer.own.indexOf("Full GC") == 0)) {
            events.skip(outer.line, "the pause that begins here has no end");
        }
        open.clear();
    }

    private void brackets(String line, long number) {
        int n = line.length();
        int from = 0;
        for (int i = 0; i < n; i++) {
            char c = line.charAt(i);
            if (c == '[') {
                keep(line, from, i);
                begin(line, i, number);
                from = i + 1;
            } else if (c == ']') {
                keep(line, from, i);
                close(number);
                from = i + 1;
            }
        }
        keep(line, from, n);
        Frame inner = open.peek();
        if (inner != null) {
            inner.own.append('\n');
        }
    }

    private void keep(String line, int from, int to) {
        Frame inner = open.peek();
        if (inner != null && inner.own.length() < LONGEST) {
            inner.own.append(line, from, to);
        }
    }

    private void begin(String line, int at, long number) {
        if (open.size() >= DEEPEST) {
            lost();
        }
        stamp.before(line, at);
        boolean event = stamp.any() || open.isEmpty() && line.startsWith("GC", at + 1) || line.startsWith("Full GC", at + 1);
        open.push(new Frame(number, event ? events.clock.at(stamp.wall, stamp.uptime, false) : events.clock.last()));
    }

    private void close(long number) {
        if (open.isEmpty()) {
            return;
        }
        Frame frame = open.pop();
        String own = frame.own.toString();
        if (own.startsWith("GC concurrent-") || own.startsWith("CMS-concurrent-") || own.startsWith("Concurrent ")) {
            pauses.concurrent(own, frame.time);
        } else if (own.startsWith("Pause ")) {
            pauses.shenandoah(own, frame.time);
        } else if (open.isEmpty() && (own.startsWith("GC") || own.startsWith("Full GC"))) {
            if (own.startsWith("GC Worker")) {
                return;
            }
            if (!pauses.pause(own, frame.inner, frame.time)) {
                events.skip(frame.line, "the pause that begins here has no duration");
                return;
            }
            pauses.generations(frame.youngBefore, frame.youngAfter, frame.oldAfter);
        } else if (open.isEmpty() && own.startsWith("Eden: ")) {
            pauses.regions(own);
        } else {
            nested(own);
        }
    }

    /// `[PSYoungGen: 65536K->10720K(76288K)]` and the like inside a pause.
    private void nested(String own) {
        Frame outer = open.peekLast();
        if (outer == null) {
            return;
        }
        OldPauses.Part part = OldPauses.part(own);
        if (!part.kind().isEmpty()) {
            outer.inner = part.kind();
        }
        events.collector(part.collector());
        if (part.young() && part.after() != Quantities.NONE) {
            outer.youngBefore = part.before();
            outer.youngAfter = part.after();
        } else if (part.after() != Quantities.NONE && !part.collector().isEmpty()) {
            outer.oldAfter = part.after();
        }
    }

    /// Says what the log's end cut off.
    void end() {
        if (!open.isEmpty()) {
            lost();
        }
    }
}
