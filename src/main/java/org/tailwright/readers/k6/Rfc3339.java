package org.tailwright.readers.k6;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Times such as `2017-05-09T14:34:45.239531499+02:00`, as Go writes them. Read by hand, because there is one on every line.
final class Rfc3339 {
    /// Result for a text that is no such time, or lies outside the years 1678 to 2261.
    static final long NONE = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000_000L;

    private Rfc3339() {}

    /// Nanoseconds since the epoch.
    static long nanos(String text) {
        if (text.length() < 20 || text.charAt(4) != '-' || text.charAt(7) != '-' || (text.charAt(10) | 0x20) != 't' && text.charAt(10) != ' '
                || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return NONE;
        }
        int year = number(text, 0, 4);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int zone = 19;
        long fraction = 0;
        if (text.charAt(19) == '.') {
            long unit = SECOND;
            for (zone = 20; zone < text.length() && Character.digit(text.charAt(zone), 10) >= 0; zone++) {
                unit /= 10;
                fraction += unit * (text.charAt(zone) - '0');
            }
        }
        long offset = offset(text, zone);
        if (year < 1678 || year > 2261 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60 || offset == NONE) {
            return NONE;
        }
        try {
            long day = LocalDate.of(year, number(text, 5, 7), number(text, 8, 10)).toEpochDay();
            return (((day * 24 + hour) * 60 + minute) * 60 + second - offset) * SECOND + fraction;
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /// Seconds east of Greenwich of `Z` or `+02:00`.
    private static long offset(String text, int at) {
        if (text.length() == at + 1 && (text.charAt(at) | 0x20) == 'z') {
            return 0;
        }
        if (text.length() != at + 6 || text.charAt(at) != '+' && text.charAt(at) != '-' || text.charAt(at + 3) != ':') {
            return NONE;
        }
        int hours = number(text, at + 1, at + 3);
        int minutes = number(text, at + 4, at + 6);
        if (hours < 0 || minutes < 0) {
            return NONE;
        }
        return (text.charAt(at) == '-' ? -60L : 60L) * (60L * hours + minutes);
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
