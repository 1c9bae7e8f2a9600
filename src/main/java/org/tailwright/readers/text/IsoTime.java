package org.tailwright.readers.text;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The one way to write a time that most files have, read without a regular expression: `2026-01-01T12:00:00.123Z`, with a blank for the T, any
/// number of fraction digits up to nine or none, and Z, an offset with or without a colon, or nothing behind it.
final class IsoTime {
    private static final int SECONDS_END = 19;
    private static final int MOST = 40;
    private static final long SECOND = 1_000_000_000L;

    private IsoTime() {}

    /// Nanoseconds since 1970; [TimeFormat#NONE] when the text is written in another way, says no valid time, or needs the rules of a zone.
    static long nanos(String text, ZoneId zone) {
        int n = text.length();
        if (n < SECONDS_END || n > MOST || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != 'T' && text.charAt(10) != ' '
                || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return TimeFormat.NONE;
        }
        int year = 100 * two(text, 0) + two(text, 2);
        int month = two(text, 5);
        int day = two(text, 8);
        int hour = two(text, 11);
        int minute = two(text, 14);
        int second = two(text, 17);
        // Days up to the 28th are in every month; the others are left to the calendar, which refuses what is not there.
        boolean valid = year >= 1700 && year < 2250 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour >= 0 && hour < 24 && minute >= 0
                && minute < 60 && second >= 0 && second < 60;
        int end = valid ? fractionEnd(text) : -1;
        int offset = end < 0 ? Integer.MIN_VALUE : offset(text, end, zone);
        if (offset == Integer.MIN_VALUE) {
            return TimeFormat.NONE;
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second - offset;
        return seconds * SECOND + fraction(text, end);
    }

    /// Two digits as a number, else far below 0.
    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -100_000 : 10 * tens + ones;
    }

    /// Where the digits after a point or comma end; the end of the seconds when there are none; -1 when there are no or more than nine digits.
    private static int fractionEnd(String text) {
        int n = text.length();
        if (n == SECONDS_END || text.charAt(SECONDS_END) != '.' && text.charAt(SECONDS_END) != ',') {
            return SECONDS_END;
        }
        int end = SECONDS_END + 1;
        while (end < n && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        int digits = end - SECONDS_END - 1;
        return digits == 0 || digits > 9 ? -1 : end;
    }

    private static long fraction(String text, int end) {
        long nanos = 0;
        for (int i = SECONDS_END + 1; i < SECONDS_END + 10; i++) {
            nanos = 10 * nanos + (i < end ? text.charAt(i) - '0' : 0);
        }
        return nanos;
    }

    /// Seconds east of UTC; the least integer when that is written otherwise or depends on the date.
    private static int offset(String text, int at, ZoneId zone) {
        int left = text.length() - at;
        if (left == 0) {
            return zone instanceof ZoneOffset fixed ? fixed.getTotalSeconds() : Integer.MIN_VALUE;
        }
        char sign = text.charAt(at);
        if (left == 1 && sign == 'Z') {
            return 0;
        }
        boolean colon = left == 6 && text.charAt(at + 3) == ':';
        if (sign != '+' && sign != '-' || left != 5 && !colon) {
            return Integer.MIN_VALUE;
        }
        int hours = two(text, at + 1);
        int minutes = two(text, at + (colon ? 4 : 3));
        boolean valid = hours >= 0 && hours < 18 && minutes >= 0 && minutes < 60;
        return valid ? (sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60) : Integer.MIN_VALUE;
    }
}
