package org.tailwright.readers.jmeter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tailwright.readers.text.Words;

/// One field that is read the careful way: its text and what stood around it.
final class Field {
    /// Holds the text from `from` to `to`: the window itself, or a copy without doubled quotes.
    byte[] text = new byte[0];
    int from;
    int to;
    /// Line ends inside it.
    int lines;
    /// Whether it has an opening quote and no closing one.
    boolean open;

    /// Finds the field that begins at `at`.
    ///
    /// @param end of what is known of `bytes`; line ends must follow
    /// @return where it ends
    int locate(byte[] bytes, int at, int end, long delimiters) {
        lines = 0;
        open = false;
        if (bytes[at] == '"' && at < end) {
            return quoted(bytes, at + 1, end, delimiters);
        }
        int stop = stop(bytes, at, end, delimiters);
        text = bytes;
        from = at;
        to = stop > at && bytes[stop] == '\n' && bytes[stop - 1] == '\r' ? stop - 1 : stop;
        return stop;
    }

    /// Doubled quotes stand for one.
    private int quoted(byte[] bytes, int start, int end, long delimiters) {
        int at = start;
        int doubled = 0;
        while (at < end && (bytes[at] != '"' || bytes[at + 1] == '"' && at + 1 < end)) {
            if (bytes[at] == '"') {
                doubled++;
                at++;
            } else if (bytes[at] == '\n') {
                lines++;
            }
            at++;
        }
        open = at >= end;
        text = bytes;
        from = start;
        to = Math.min(at, end);
        if (doubled > 0) {
            undouble(to - from - doubled);
        }
        return open ? end : stop(bytes, at + 1, end, delimiters);
    }

    /// Where the first delimiter or line end from `start` on is.
    private static int stop(byte[] bytes, int start, int end, long delimiters) {
        int at = start;
        long found = 0;
        while (found == 0 && at < end) {
            long word = Words.at(bytes, at);
            found = Words.matches(word, delimiters) | Words.matches(word, Words.LINES);
            at += Long.BYTES;
        }
        return found == 0 ? end : Math.min(end, at - Long.BYTES + (Long.numberOfTrailingZeros(found) >>> 3));
    }

    private void undouble(int length) {
        byte[] plain = new byte[Math.max(0, length)];
        int n = 0;
        for (int i = from; i < to && n < plain.length; i++) {
            plain[n++] = text[i];
            if (text[i] == '"') {
                i++;
            }
        }
        text = plain;
        from = 0;
        to = plain.length;
    }

    /// The whole number it writes, [JtlRows#MISSING] for none or more than 18 digits.
    long whole() {
        if (to == from || to - from > 18) {
            return JtlRows.MISSING;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return JtlRows.MISSING;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /// Whether it begins with `wanted`.
    boolean begins(byte[] wanted) {
        return to - from >= wanted.length && Arrays.equals(text, from, from + wanted.length, wanted, 0, wanted.length);
    }

    String string() {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }
}
