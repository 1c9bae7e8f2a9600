package org.tailwright.readers.gclog;

/// The stamps of JDK 8 and earlier that stand before an event: `2014-11-18T00:00:00.128+0100: 12.345: ` or one of both. One object is used
/// for all events.
final class Stamp {
    /// Calendar time, nanoseconds since the epoch, or [Quantities#NONE].
    long wall;
    /// Uptime in nanoseconds, or [Quantities#NONE].
    long uptime;
    /// Where the stamps begin.
    int begin;

    private static final int LONGEST_UPTIME = 14;
    private static final int DATED = "2014-11-18T00:00:00.128+0100".length();

    /// Reads the stamps that end right before `end`.
    void before(String line, int end) {
        wall = Quantities.NONE;
        uptime = Quantities.NONE;
        begin = end;
        uptime(line);
        date(line);
    }

    private void uptime(String line) {
        int to = colon(line, begin);
        if (to < 0) {
            return;
        }
        int from = to;
        boolean point = false;
        while (from > 0 && to - from < LONGEST_UPTIME && digit(line.charAt(from - 1))) {
            from--;
            point |= line.charAt(from) == '.' || line.charAt(from) == ',';
        }
        if (point && to - from >= 5) {
            uptime = Quantities.scaled(line, from, to, 1_000_000_000L);
            begin = uptime == Quantities.NONE ? begin : from;
        }
    }

    private void date(String line) {
        int to = colon(line, begin);
        if (to >= DATED) {
            wall = Quantities.time(line, to - DATED, to);
            begin = wall == Quantities.NONE ? begin : to - DATED;
        }
    }

    /// Index of the colon before `end`, with or without a blank after it, or -1.
    private static int colon(String line, int end) {
        int at = end;
        while (at > 0 && line.charAt(at - 1) == ' ') {
            at--;
        }
        return at > 0 && line.charAt(at - 1) == ':' ? at - 1 : -1;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9' || c == '.' || c == ',';
    }

    /// Whether there was any.
    boolean any() {
        return wall != Quantities.NONE || uptime != Quantities.NONE;
    }
}
