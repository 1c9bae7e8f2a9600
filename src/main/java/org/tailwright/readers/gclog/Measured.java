package org.tailwright.readers.gclog;

/// The numbers at the end of a message: `… 24M->11M(256M) 7.965ms`, each part of which may be absent. One object is used for all lines.
final class Measured {
    /// Nanoseconds, or [Quantities#NONE].
    long duration;
    /// Bytes, or [Quantities#NONE].
    long before;
    /// Bytes, or [Quantities#NONE].
    long after;
    /// Bytes, or [Quantities#NONE].
    long capacity;
    /// Where the words before the numbers end.
    int words;

    /// Reads the end of `text`, of which the message begins at `from`.
    void read(String text, int from) {
        duration = Quantities.NONE;
        before = Quantities.NONE;
        after = Quantities.NONE;
        capacity = Quantities.NONE;
        int to = trimmed(text, from, text.length());
        int token = token(text, from, to);
        if (to > token && text.charAt(to - 1) == 's') {
            duration = Quantities.duration(text, token, to);
            if (duration != Quantities.NONE) {
                to = withoutSpan(text, from, trimmed(text, from, token));
                token = token(text, from, to);
            }
        }
        if (occupancy(text, token, to)) {
            to = trimmed(text, from, token);
        }
        words = to;
    }

    private static int trimmed(String text, int from, int end) {
        int to = end;
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return to;
    }

    private static int token(String text, int from, int to) {
        int at = to;
        while (at > from && text.charAt(at - 1) > ' ') {
            at--;
        }
        return at;
    }

    /// JDK 9 also wrote from when to when: `(0.250s, 0.251s)`.
    private static int withoutSpan(String text, int from, int to) {
        int open = text.lastIndexOf('(', to - 1);
        boolean span = open >= from && to > open + 2 && text.charAt(to - 1) == ')' && text.charAt(to - 2) == 's'
                && Character.isDigit(text.charAt(open + 1));
        return span ? trimmed(text, from, open) : to;
    }

    /// `24M->11M(256M)`; ZGC writes shares instead of the capacity: `30M(31%)->26M(27%)`; JDK 17 and later generations `24M(256M)->11M(256M)`.
    boolean occupancy(String text, int from, int to) {
        int arrow = text.indexOf("->", from);
        if (arrow < 0 || arrow >= to) {
            return false;
        }
        int open = text.indexOf('(', from);
        long first = Quantities.size(text, from, open >= 0 && open < arrow ? open : arrow);
        int second = text.indexOf('(', arrow);
        boolean bracket = second >= 0 && second < to;
        long last = Quantities.size(text, arrow + 2, bracket ? second : to);
        if (first == Quantities.NONE || last == Quantities.NONE) {
            return false;
        }
        before = first;
        after = last;
        int close = bracket ? text.indexOf(')', second) : -1;
        capacity = close > 0 ? Quantities.size(text, second + 1, close) : Quantities.NONE;
        return true;
    }
}
