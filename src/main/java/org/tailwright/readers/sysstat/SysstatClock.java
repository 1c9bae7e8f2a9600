package org.tailwright.readers.sysstat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.series.Epochs;
import org.tailwright.readers.series.SeriesLines;

/// Dates and times as the tools print them in any locale. A date stands in the banner only: a time that falls behind the one before it in the same
/// table belongs to the next day.
final class SysstatClock {
    static final long NONE = Long.MIN_VALUE;

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})日?\\.?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-./])(\\d{1,2})[-./](\\d{4}|\\d{2})\\.?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.h時时](\\d{2})[:.m分](\\d{2})[s秒]?");
    private static final Pattern EPOCH = Pattern.compile("\\d{9,11}");
    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}:\\d{2})(Z|[+-]\\d{2}:?\\d{2})?");
    private static final long SECOND = 1_000_000_000L;
    private static final int DAY = 86_400;
    /// A fall of less than this is a clock that was set back, not midnight.
    private static final int MIDNIGHT = DAY / 2;

    private final SeriesLines lines;
    private final ZoneId zone;
    private final boolean dayFirst;
    private final Map<String, int[]> tables = new HashMap<>();
    private LocalDate date = LocalDate.EPOCH;
    private boolean dated;
    private int words;

    /// @param dayFirst what a date such as 03/04/20 means when nothing else tells
    SysstatClock(SeriesLines lines, ZoneId zone, boolean dayFirst) {
        this.lines = lines;
        this.zone = zone;
        this.dayFirst = dayFirst;
    }

    /// Takes the date of a banner.
    ///
    /// @return whether it is one
    boolean date(String text) {
        LocalDate found = parse(text);
        if (found == null) {
            return false;
        }
        date = found;
        dated = true;
        tables.clear();
        return true;
    }

    private @Nullable LocalDate parse(String text) {
        try {
            Matcher first = YEAR_FIRST.matcher(text);
            if (first.matches()) {
                return LocalDate.of(Integer.parseInt(first.group(1)), Integer.parseInt(first.group(2)), Integer.parseInt(first.group(3)));
            }
            Matcher last = YEAR_LAST.matcher(text);
            if (!last.matches()) {
                return null;
            }
            int a = Integer.parseInt(last.group(1));
            int b = Integer.parseInt(last.group(3));
            int year = Integer.parseInt(last.group(4));
            boolean slash = last.group(2).equals("/");
            boolean day = a > 12 || b <= 12 && (!slash || dayFirst);
            if (a <= 12 && b <= 12 && slash && a != b) {
                lines.assume("the date " + text + " is read with the " + (day ? "day" : "month") + " first");
            }
            return LocalDate.of(year < 100 ? 2000 + year : year, day ? b : a, day ? a : b);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// Second of the day, or seconds since 1970, at the begin of a line; [#NONE] when there is no time. [#words] tells how many words it takes.
    long second(List<String> line) {
        words = 0;
        if (line.isEmpty()) {
            return NONE;
        }
        if (EPOCH.matcher(line.getFirst()).matches()) {
            words = 1;
            return Long.parseLong(line.getFirst());
        }
        int half = half(line.getFirst());
        int at = half >= 0 ? 1 : 0;
        Matcher match = TIME.matcher(line.size() > at ? line.get(at) : "");
        if (!match.matches()) {
            return NONE;
        }
        words = at + 1;
        if (half < 0 && line.size() > words) {
            half = half(line.get(words));
            words += half >= 0 ? 1 : 0;
        }
        int hour = Integer.parseInt(match.group(1));
        return ((half < 0 ? hour : hour % 12 + 12 * half) * 60L + Integer.parseInt(match.group(2))) * 60 + Integer.parseInt(match.group(3));
    }

    /// Words that the last time took.
    int words() {
        return words;
    }

    /// 0 for the half of the day before noon, 1 for the other, -1 for another word.
    private static int half(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "am", "a.m.", "上午", "午前", "오전" -> 0;
            case "pm", "p.m.", "下午", "午後", "오후" -> 1;
            default -> -1;
        };
    }

    /// Nanoseconds since 1970 of what [#second] found.
    ///
    /// @param table tells tables apart, each of which begins again at the first time of the file
    long nanos(String table, long second) {
        if (second >= DAY) {
            return Math.multiplyExact(second, SECOND);
        }
        int[] state = tables.computeIfAbsent(table, _ -> new int[] {0, (int) second});
        if (second < state[1] - MIDNIGHT) {
            state[0]++;
        }
        state[1] = (int) second;
        return local(date.plusDays(state[0]).atStartOfDay().plusSeconds(second));
    }

    /// Nanoseconds since 1970 of a local time, in the zone that the user tells.
    long local(LocalDateTime time) {
        if (!dated) {
            lines.assume("the file has no date: days are counted from 1970-01-01");
        }
        lines.assume("times without a zone are taken as " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()));
        return Math.multiplyExact(time.atZone(zone).toEpochSecond(), SECOND);
    }

    /// Nanoseconds of a line that is only a date and a time, as iostat prints with `-t`; [#NONE] for any other.
    long stamp(String line) {
        String text = line.strip();
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return iso(iso.group(1), iso.group(2), iso.group(3) == null ? "" : iso.group(3));
        }
        List<String> all = List.of(text.split("\\s+"));
        if (all.size() < 2 || all.size() > 4) {
            return NONE;
        }
        List<String> rest = all.subList(1, all.size());
        LocalDate day = parse(all.getFirst());
        long second = day == null ? NONE : second(rest);
        if (day == null || second == NONE || second >= DAY || words != rest.size()) {
            return NONE;
        }
        dated = true;
        return local(day.atStartOfDay().plusSeconds(second));
    }

    /// Nanoseconds of an ISO date and time with an offset, a zone's short name or nothing.
    long iso(String day, String time, String told) {
        try {
            LocalDateTime local = LocalDateTime.parse(day + "T" + time);
            dated = true;
            boolean universal = told.equals("Z") || told.equals("UTC") || told.equals("GMT");
            if (universal || told.startsWith("+") || told.startsWith("-")) {
                return Math.multiplyExact(local.toEpochSecond(universal ? ZoneOffset.UTC : ZoneOffset.of(told)), SECOND);
            }
            if (!told.isEmpty()) {
                lines.assume("the zone " + told + " is not unique, the file's times are taken as those of the zone that was told");
            }
            return local(local);
        } catch (DateTimeException | ArithmeticException e) {
            return Epochs.NONE;
        }
    }
}
