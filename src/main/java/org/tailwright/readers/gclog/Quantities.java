package org.tailwright.readers.gclog;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Numbers as the JVM writes them: durations, sizes, time stamps. Nothing here throws on strange text.
final class Quantities {
    /// Result for a text that is no such number.
    static final long NONE = Long.MIN_VALUE;

    private static final long MOST = 4_000_000_000_000_000_000L;
    private static final int ISO = "2022-11-10T03:37:29.443".length();

    private Quantities() {}

    /// Decimal text from `from` to `to` times `unit`, rounded; a decimal comma counts as a point.
    static long scaled(String text, int from, int to, long unit) {
        if (to <= from || to - from > 25) {
            return NONE;
        }
        long whole = 0;
        long fraction = 0;
        long scale = 1;
        boolean point = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c == '.' || c == ',') && !point && i > from) {
                point = true;
            } else if (c < '0' || c > '9') {
                return NONE;
            } else if (!point) {
                if (whole > (MOST / unit - 9) / 10) {
                    return NONE;
                }
                whole = whole * 10 + (c - '0');
            } else if (scale < 1_000_000_000L) {
                fraction = fraction * 10 + (c - '0');
                scale *= 10;
            }
        }
        return whole * unit + Math.round((double) fraction * unit / scale);
    }

    /// A duration with unit such as `7.965ms`, `36.764s` or `12 ns`, in nanoseconds.
    static long duration(String text, int from, int to) {
        int end = to;
        while (end > from && Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        long unit = switch (text.substring(end, to)) {
            case "ns" -> 1;
            case "us" -> 1_000;
            case "ms" -> 1_000_000;
            case "s", "secs", "seconds" -> 1_000_000_000;
            default -> NONE;
        };
        while (end > from && text.charAt(end - 1) == ' ') {
            end--;
        }
        return unit == NONE ? NONE : scaled(text, from, end, unit);
    }

    /// A size such as `24M`, `33.6M` or `0.0B`, in bytes.
    static long size(String text, int from, int to) {
        if (to - from < 2) {
            return NONE;
        }
        long unit = switch (text.charAt(to - 1)) {
            case 'B' -> 1;
            case 'K' -> 1L << 10;
            case 'M' -> 1L << 20;
            case 'G' -> 1L << 30;
            case 'T' -> 1L << 40;
            default -> NONE;
        };
        return unit == NONE ? NONE : scaled(text, from, to - 1, unit);
    }

    /// A whole number that ends before `to`; [#NONE] without digits.
    static long whole(String text, int from, int to) {
        if (to <= from || to - from > 18) {
            return NONE;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /// An ISO time with milliseconds and offset (`2022-11-10T03:37:29.443-0800`), in nanoseconds since the epoch.
    static long time(String text, int from, int to) {
        if (to - from < ISO + 1 || text.charAt(from + 4) != '-' || text.charAt(from + 10) != 'T') {
            return NONE;
        }
        long year = whole(text, from, from + 4);
        long month = whole(text, from + 5, from + 7);
        long day = whole(text, from + 8, from + 10);
        long hour = whole(text, from + 11, from + 13);
        long minute = whole(text, from + 14, from + 16);
        long millis = scaled(text, from + 17, from + ISO, 1000);
        long offset = offset(text, from + ISO, to);
        if (year < 1970 || year > 2200 || (month | day | hour | minute | millis | offset) == NONE || millis < 0 || hour > 24 || minute > 60 || offset == NONE) {
            return NONE;
        }
        try {
            long days = LocalDate.of((int) year, (int) month, (int) day).toEpochDay();
            return (((days * 24 + hour) * 60 + minute - offset) * 60_000 + millis) * 1_000_000;
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /// Minutes east of Greenwich.
    private static long offset(String text, int from, int to) {
        if (to - from == 1 && text.charAt(from) == 'Z') {
            return 0;
        }
        char sign = text.charAt(from);
        boolean colon = to - from == 6 && text.charAt(from + 3) == ':';
        if (sign != '+' && sign != '-' || to - from != 5 && !colon) {
            return NONE;
        }
        long hours = whole(text, from + 1, from + 3);
        long minutes = whole(text, to - 2, to);
        if (hours < 0 || minutes < 0 || hours > 18) {
            return NONE;
        }
        return (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
    }
}
