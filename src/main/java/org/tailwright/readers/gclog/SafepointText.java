package org.tailwright.readers.gclog;

import org.jspecify.annotations.Nullable;

/// Lines about safepoints, of all versions: `Safepoint "G1CollectForAllocation", … Reaching safepoint: 92800 ns, … Total: 11266000 ns`
/// (JDK 13 and later) and `Total time for which application threads were stopped: 0.0083073 seconds, Stopping threads took: …` (earlier).
/// Both are written at the end of the safepoint.
final class SafepointText {
    private static final String STOPPED = "Total time for which application threads were stopped: ";
    private static final String STOPPING = "Stopping threads took: ";
    private static final String ENTERING = "Entering safepoint region: ";
    private static final String NAMED = "Safepoint \"";
    private static final String UNKNOWN = "safepoint";

    private final GcEvents events;
    private String entered = "";

    SafepointText(GcEvents events) {
        this.events = events;
    }

    /// Whether the text mentions the total time of a safepoint in the form without a name.
    static int stopped(String line) {
        return line.indexOf(STOPPED);
    }

    /// Takes a message, if it is about a safepoint.
    ///
    /// @param time end of the safepoint, nanoseconds since the epoch
    boolean read(String line, int at, long time, long number) {
        if (line.startsWith(NAMED, at)) {
            named(line, at, time, number);
        } else if (line.startsWith(STOPPED, at)) {
            unnamed(line, at, time, number);
        } else if (line.startsWith(ENTERING, at)) {
            entered = line.substring(at + ENTERING.length()).strip();
        } else {
            return false;
        }
        return true;
    }

    private void named(String line, int at, long time, long number) {
        int quote = line.indexOf('"', at + NAMED.length());
        long total = field(line, "Total: ", ",");
        if (quote < 0 || total == Quantities.NONE) {
            events.skip(number, "the safepoint has no total time");
            return;
        }
        String name = line.substring(at + NAMED.length(), quote);
        add(name, total, field(line, "Reaching safepoint: ", ","), time);
    }

    private void unnamed(String line, int at, long time, long number) {
        long total = field(line, STOPPED, ",");
        if (total == Quantities.NONE) {
            events.skip(number, "the safepoint has no total time");
            return;
        }
        add(entered.isEmpty() ? UNKNOWN : entered, total, field(line.substring(at), STOPPING, ","), time);
        entered = "";
    }

    private void add(String name, long total, long reaching, long time) {
        String operation = name.equals(UNKNOWN) ? null : name;
        events.safepoints.add(events.clock.start(time, total), total, operation == null ? "Safepoint" : "Safepoint " + operation, operation, reaching);
    }

    /// The duration behind `key`, up to `stop` or the end.
    private static long field(String line, String key, String stop) {
        int at = line.indexOf(key);
        if (at < 0) {
            return Quantities.NONE;
        }
        int from = at + key.length();
        int end = line.indexOf(stop, from);
        int to = end < 0 ? line.length() : end;
        while (to > from && line.charAt(to - 1) <= ' ') {
            to--;
        }
        return Quantities.duration(line, from, to);
    }
}
