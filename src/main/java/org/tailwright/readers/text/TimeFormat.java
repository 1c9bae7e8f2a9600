package org.tailwright.readers.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a file writes times: a number since 1970 (seconds to nanoseconds, judged by its size), a calendar date with or without a zone, or
/// seconds since an unknown start.
///
/// @param form what the text looks like
/// @param numberNanos nanoseconds of one unit, for numbers
/// @param dayFirst whether 03/04/2026 is the third of April
/// @param zone zone of times that name none
/// @param assumed what was taken for granted, a sentence or empty
public record TimeFormat(Form form, long numberNanos, boolean dayFirst, ZoneId zone, String assumed) {
    /// Result for a text that is no time of this format.
    public static final long NONE = Long.MIN_VALUE;

    /// What the text looks like.
    public enum Form { EPOCH, RELATIVE, YEAR_FIRST, YEAR_LAST, MONTH_NAME }

    private static final String CLOCK = "(?:[T ,:]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,:](\\d{1,9})\\d*)?)?\\s*([AaPp][Mm])?)?";
    private static final String ZONE = "\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?(?: [A-Z]{3,4})?(?: m=\\S+)?\\s*";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)?(?:[eE][+-]?\\d{1,2})?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + CLOCK + ZONE);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})" + CLOCK + ZONE);
    private static final Pattern DAY_MONTH_NAME = Pattern.compile("(\\d{1,2})[-/ ]([A-Za-z]{3})[-/ ](\\d{4})" + CLOCK + ZONE);
    private static final Pattern C_TIME =
            Pattern.compile("[A-Za-z]{3},? ([A-Za-z]{3}) +(\\d{1,2}) +(\\d{1,2}):(\\d{2}):(\\d{2})(?: ([A-Z]{3,4}|[+-]\\d{4}))? (\\d{4})");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final long SECOND = 1_000_000_000L;

    /// The format that all of `examples` (at least one) follow, if there is one.
    ///
    /// @param zone zone of times that name none
    /// @param unit what the user said: the unit of numbers ("ms"), `day-first` or `month-first` for dates, or null to judge by what is there
    public static Optional<TimeFormat> of(List<String> examples, ZoneId zone, @Nullable String unit) {
        if (examples.isEmpty()) {
            return Optional.empty();
        }
        if (examples.stream().allMatch(each -> NUMBER.matcher(each).matches())) {
            return number(examples, zone, unit);
        }
        String open = examples.stream().anyMatch(each -> !zoned(each)) ? "times without a zone are taken as " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()) : "";
        if (examples.stream().allMatch(each -> YEAR_LAST.matcher(each).matches())) {
            return yearLast(examples, zone, open, unit);
        }
        for (Form form : List.of(Form.YEAR_FIRST, Form.MONTH_NAME)) {
            TimeFormat format = new TimeFormat(form, 1, true, zone, open);
            if (examples.stream().allMatch(each -> format.nanos(each) != NONE)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static boolean zoned(String text) {
        Matcher match = YEAR_FIRST.matcher(text);
        Matcher last = YEAR_LAST.matcher(text);
        Matcher named = DAY_MONTH_NAME.matcher(text);
        Matcher c = C_TIME.matcher(text);
        return match.matches() && match.group(9) != null || last.matches() && last.group(9) != null
                || named.matches() && named.group(9) != null || c.matches() && c.group(6) != null;
    }

    private static Optional<TimeFormat> number(List<String> examples, ZoneId zone, @Nullable String unit) {
        double least = examples.stream().mapToDouble(TimeFormat::plain).min().orElse(0);
        double most = examples.stream().mapToDouble(TimeFormat::plain).max().orElse(0);
        if (unit != null && Units.nanos(unit).isPresent()) {
            long nanos = Units.nanos(unit).getAsLong();
            Form form = most * nanos < 1e17 ? Form.RELATIVE : Form.EPOCH;
            return Optional.of(new TimeFormat(form, nanos, true, zone, ""));
        }
        if (least < 1e8 || most > 9e18) {
            return least < 0 || most > 9e9 ? Optional.empty()
                    : Optional.of(new TimeFormat(Form.RELATIVE, SECOND, true, zone, "times are seconds since an unknown start"));
        }
        long nanos = most < 1e11 ? SECOND : most < 1e14 ? 1_000_000 : most < 1e17 ? 1000 : 1;
        return Optional.of(new TimeFormat(Form.EPOCH, nanos, true, zone, ""));
    }

    private static Optional<TimeFormat> yearLast(List<String> examples, ZoneId zone, String open, @Nullable String said) {
        boolean day = !"month-first".equals(said);
        boolean month = !"day-first".equals(said);
        for (String each : examples) {
            Matcher match = YEAR_LAST.matcher(each);
            if (match.matches()) {
                day &= Integer.parseInt(match.group(2)) <= 12;
                month &= Integer.parseInt(match.group(1)) <= 12;
            }
        }
        if (!day && !month) {
            return Optional.empty();
        }
        String which = day && month ? "dates are read with the day first" : "";
        String assumed = open.isEmpty() || which.isEmpty() ? open + which : open + "; " + which;
        return Optional.of(new TimeFormat(Form.YEAR_LAST, 1, day, zone, assumed));
    }

    private static double plain(String number) {
        return Double.parseDouble(number.replace(',', '.'));
    }

    /// Nanoseconds since 1970 (or since the unknown start), [#NONE] when `text` is no time of this format.
    public long nanos(String text) {
        return nanos(text, NONE);
    }

    /// As [#nanos(String)], for a file in time order: an hour that a clock change repeats is its second run when the first would lie before
    /// `previous`.
    public long nanos(String text, long previous) {
        try {
            return switch (form) {
                case EPOCH, RELATIVE -> digits(text) ? Math.multiplyExact(Long.parseLong(text), numberNanos) : NUMBER.matcher(text).matches() ? scaled(text) : NONE;
                case YEAR_FIRST -> {
                    long plain = IsoTime.nanos(text, zone);
                    yield plain != NONE ? plain : dated(YEAR_FIRST.matcher(text), 1, 2, 3, previous);
                }
                case YEAR_LAST -> dated(YEAR_LAST.matcher(text), 3, dayFirst ? 2 : 1, dayFirst ? 1 : 2, previous);
                case MONTH_NAME -> named(text, previous);
            };
        } catch (DateTimeException | ArithmeticException e) {
            return NONE;
        }
    }

    /// Whether a text is a whole number that a long holds.
    private static boolean digits(String text) {
        int n = text.length();
        for (int i = 0; i < n; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return n > 0 && n < 19;
    }

    private long scaled(String text) {
        BigDecimal exact = new BigDecimal(text.replace(',', '.')).multiply(BigDecimal.valueOf(numberNanos));
        return exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private long dated(Matcher match, int year, int month, int day, long previous) {
        if (!match.matches()) {
            return NONE;
        }
        LocalDateTime local = LocalDateTime.of(number(match, year), number(match, month), number(match, day), hour(match), number(match, 5),
                number(match, 6));
        return instant(local, match.group(7), match.group(9), previous);
    }

    private long named(String text, long previous) {
        Matcher match = C_TIME.matcher(text);
        if (match.matches()) {
            LocalDateTime local = LocalDateTime.of(number(match, 7), month(match.group(1)), number(match, 2), number(match, 3),
                    number(match, 4), number(match, 5));
            return instant(local, null, match.group(6), previous);
        }
        match = DAY_MONTH_NAME.matcher(text);
        if (!match.matches()) {
            return NONE;
        }
        LocalDateTime local = LocalDateTime.of(number(match, 3), month(match.group(2)), number(match, 1), hour(match), number(match, 5),
                number(match, 6));
        return instant(local, match.group(7), match.group(9), previous);
    }

    private long instant(LocalDateTime local, @Nullable String fraction, @Nullable String offset, long previous) {
        long nanos = fraction == null ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9));
        if (offset != null) {
            boolean signed = offset.startsWith("+") || offset.startsWith("-");
            ZoneId named = signed ? ZoneOffset.of(offset) : offset.equals("Z") || offset.equals("UTC") || offset.equals("GMT") ? ZoneOffset.UTC : zone;
            return Math.addExact(Math.multiplyExact(local.atZone(named).toEpochSecond(), SECOND), nanos);
        }
        long first = Math.addExact(Math.multiplyExact(local.atZone(zone).toEpochSecond(), SECOND), nanos);
        if (previous != NONE && first < previous && zone.getRules().getValidOffsets(local).size() == 2) {
            return Math.addExact(Math.multiplyExact(local.atZone(zone).withLaterOffsetAtOverlap().toEpochSecond(), SECOND), nanos);
        }
        return first;
    }

    private static int month(String name) {
        int at = MONTHS.indexOf(name.toLowerCase(Locale.ROOT));
        if (at < 0 || at % 3 != 0) {
            throw new DateTimeException("no month: " + name);
        }
        return at / 3 + 1;
    }

    private static int hour(Matcher match) {
        int hour = number(match, 4);
        String half = match.group(8);
        if (half == null) {
            return hour;
        }
        return hour % 12 + (half.toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
    }

    private static int number(Matcher match, int group) {
        return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
    }
}
