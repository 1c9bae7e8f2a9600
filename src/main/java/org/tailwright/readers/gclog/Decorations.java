package org.tailwright.readers.gclog;

/// The groups in brackets before a message of unified logging, in any order and number: `[2022-11-10T03:37:29.443-0800][0.017s][info ][gc,start]`.
/// One object is used for all lines.
final class Decorations {
    private static final long EPOCH_MILLIS = 100_000_000_000L;
    private static final int LONGEST_PREFIX = 80;
    private static final long EPOCH_NANOS = 1_000_000_000_000_000_000L;

    /// Calendar time, nanoseconds since the epoch, or [Quantities#NONE].
    long wall;
    /// Uptime in nanoseconds, or [Quantities#NONE].
    long uptime;
    /// Whether the uptime is finer than milliseconds.
    boolean fine;
    /// Where the message begins.
    int message;
    /// Whether the tags say that this is a line of the statistics table.
    boolean statistics;
    /// Whether there was a group that only unified logging writes: a stamp, or tags with a level.
    boolean any;

    /// Reads the groups of a line, leading blanks left out.
    void read(String line) {
        wall = Quantities.NONE;
        uptime = Quantities.NONE;
        fine = false;
        statistics = false;
        any = false;
        int at = collected(line);
        int n = line.length();
        while (at < n && line.charAt(at) == '[') {
            int end = line.indexOf(']', at);
            if (end < 0) {
                break;
            }
            group(line, at + 1, end);
            at = end + 1;
        }
        while (at < n && line.charAt(at) == ' ') {
            at++;
        }
        message = at;
    }

    /// Where the first group begins: collectors of container logs write their own stamp before it.
    private static int collected(String line) {
        boolean plain = line.startsWith("[") || line.startsWith("GC(") || line.startsWith("Using ") || line.startsWith("Safepoint ");
        int first = plain ? 0 : line.indexOf('[');
        return first > 0 && first <= LONGEST_PREFIX ? first : 0;
    }

    private void group(String line, int from, int padded) {
        int to = padded;
        while (to > from && line.charAt(to - 1) == ' ') {
            to--;
        }
        if (to - from < 2) {
            return;
        }
        char first = line.charAt(from);
        char last = line.charAt(to - 1);
        if (first >= '0' && first <= '9') {
            if (last == 's') {
                stamp(line, from, to);
            } else if (to - from > 20) {
                long time = Quantities.time(line, from, to);
                wall = time == Quantities.NONE ? wall : time;
                any |= time != Quantities.NONE;
            }
        } else if (first == 'g' && line.startsWith("gc,stats", from)) {
            statistics = true;
            any = true;
        } else {
            any |= line.startsWith("gc", from) || line.startsWith("safepoint", from);
        }
    }

    /// `0.017s`, `17ms`, `17000000ns`, or milliseconds and nanoseconds since 1970.
    private void stamp(String line, int from, int to) {
        long nanos = Quantities.duration(line, from, to);
        if (nanos == Quantities.NONE) {
            return;
        }
        any = true;
        boolean millis = line.charAt(to - 2) == 'm';
        boolean nano = line.charAt(to - 2) == 'n';
        if (millis && nanos / 1_000_000 >= EPOCH_MILLIS || nano && nanos >= EPOCH_NANOS) {
            wall = wall == Quantities.NONE || nano ? nanos : wall;
        } else if (uptime == Quantities.NONE || nano) {
            uptime = nanos;
            fine = nano;
        }
    }
}
