package org.tailwright.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Every number a person reads, in one manner: reports, command line and window all use this class.
///
/// Number and unit are joined by a no-break space, thousands are parted by commas, minus is "−", an absent number (NaN) is "–".
/// Nothing depends on the default locale; the window alone may write digits and durations as its user prefers ([Writing]). For machines use raw numbers instead.
public final class Numbers {
    /// What stands between a number and its unit.
    public static final String SPACE = "\u00a0";

    /// What stands for an absent number.
    public static final String ABSENT = "–";

    private static final int DIGITS = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLI = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter MICRO = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final double FAR = 10_000;
    private static final double LEAST = 1e-3;

    private Numbers() {}

    /// A duration in nanoseconds with 3 significant digits in its best unit: "182 ms", "1.53 s"; below a picosecond "< 0.001 ns"; from two minutes on in two units:
    /// "2 min 5 s", "3 h 20 min", "2 d 4 h".
    public static String duration(double nanos) {
        if (Math.abs(nanos) >= 120e9 && Double.isFinite(nanos)) {
            return longDuration(nanos);
        }
        return nanos != 0 && Math.abs(nanos) < LEAST ? "< " + fixed(LEAST, 3) + SPACE + "ns" : withUnit(nanos, DurationUnit.of(nanos));
    }

    /// A duration and its interval in the unit of the estimate: "182 ms [179, 187]". Bounds get as many decimals as the estimate,
    /// and more when they would otherwise look equal. A bound thousands of times as long or as short brings its own: "412 µs [385 µs, 1.80 s]".
    public static String duration(double nanos, double low, double high) {
        DurationUnit unit = DurationUnit.of(nanos);
        if (Double.isFinite(high) && (high / unit.nanos() >= FAR || low > 0 && low < nanos / 200)) {
            return duration(nanos) + " [" + duration(low) + between() + duration(high) + "]";
        }
        return interval(nanos / unit.nanos(), low / unit.nanos(), high / unit.nanos(), SPACE + unit.symbol());
    }

    /// A duration in a given unit with 3 significant digits: "0.182 s".
    public static String withUnit(double nanos, DurationUnit unit) {
        return significant(nanos / unit.nanos(), DIGITS) + SPACE + unit.symbol();
    }

    /// A whole number: "60,000".
    public static String count(long count) {
        return Decimals.grouped(BigDecimal.valueOf(count));
    }

    /// A large number in few characters: "412 k", "1.25 M"; below 10,000 in full.
    public static String brief(double count) {
        double size = Math.abs(count);
        if (!(size >= 10_000) || Double.isInfinite(count)) {
            return size < 10_000 && count == Math.rint(count) ? count((long) count) : significant(count, DIGITS);
        }
        if (size < 999_500) {
            return significant(count / 1e3, DIGITS) + SPACE + "k";
        }
        return size < 999.5e6 ? significant(count / 1e6, DIGITS) + SPACE + "M" : significant(count / 1e9, DIGITS) + SPACE + "G";
    }

    /// A share (1 is the whole) as a percentage: two significant digits of whatever is smaller, the share or the rest to 100 %, so
    /// that 0.99953 reads "99.953 %" and never "100 %".
    public static String percent(double share) {
        return percentNumber(share) + (Double.isNaN(share) ? "" : SPACE + "%");
    }

    /// A share with its interval: "4.1 % [3.8, 4.4]".
    public static String percent(double share, double low, double high) {
        if (Double.isNaN(share)) {
            return ABSENT;
        }
        int decimals = Math.max(percentDecimals(share * 100), 0);
        return interval(share * 100, low * 100, high * 100, decimals, SPACE + "%");
    }

    /// A relative change with its sign: "+12 %", "−4.1 %". More than a hundredfold is "over +10,000 %": such an end of an interval only says that nothing is
    /// known there; next to nothing left is "−100 %".
    public static String change(double share) {
        if (share > 100) {
            return "over +10,000" + SPACE + "%";
        }
        if (share < -0.9999) {
            return "−100" + SPACE + "%";
        }
        return (share > 0 ? "+" : "") + percent(share);
    }

    /// A percentile's name: 0.999 is "p99.9"; 1 is "max", 0 is "min".
    public static String percentile(double p) {
        if (p >= 1) {
            return "max";
        }
        return p <= 0 ? "min" : "p" + percentileNumber(p);
    }

    /// A percentile's number without its p: 0.999 is "99.9", to at most six nines after the point.
    public static String percentileNumber(double p) {
        BigDecimal hundredth = BigDecimal.valueOf(p).movePointRight(2).setScale(8, RoundingMode.HALF_EVEN);
        int decimals = p > 0.9 ? (int) Math.min(8, Math.max(1, Math.ceil(-Math.log10(1 - p)) + 1)) : 2;
        return Decimals.plainString(hundredth.setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /// A rate per second: "71.4 /s", "1,884 /s".
    public static String rate(double perSecond) {
        return Double.isNaN(perSecond) ? ABSENT : number(perSecond) + SPACE + "/s";
    }

    /// A rate with its interval: "1,884 /s [1,790, 1,960]".
    public static String rate(double perSecond, double low, double high) {
        return interval(perSecond, low, high, SPACE + "/s");
    }

    /// An amount of bytes in powers of 1024: "512 B", "38.1 MiB".
    public static String bytes(double bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
        int unit = 0;
        double rest = bytes;
        while (Math.abs(rest) >= 999.5 && unit < units.length - 1) {
            rest /= 1024;
            unit++;
        }
        return significant(rest, DIGITS) + SPACE + units[unit];
    }

    /// A plain number with 3 significant digits; whole numbers and whole digits are always kept: "97", "0.0277", "1,884", "1.04e-4".
    public static String number(double value) {
        return whole(value) ? fixed(value, 0) : significant(value, DIGITS);
    }

    /// A plain number with its interval: "97 [72, 122]".
    public static String number(double value, double low, double high) {
        return whole(value) && whole(low) && whole(high) ? interval(value, low, high, 0, "") : interval(value, low, high, "");
    }

    private static boolean whole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15;
    }

    /// A factor: "1.6×".
    public static String times(double factor) {
        return significant(factor, factor < 10 ? 2 : DIGITS) + "×";
    }

    /// A p-value: "p = 0.009", "p < 0.001".
    public static String pValue(double p) {
        if (Double.isNaN(p)) {
            return "p" + SPACE + "=" + SPACE + ABSENT;
        }
        if (p < 0.001) {
            return "p" + SPACE + "<" + SPACE + "0.001";
        }
        return "p" + SPACE + "=" + SPACE + (p < 0.1 ? fixed(p, 3) : fixed(p, 2));
    }

    /// A plain number with a number of decimals: `fixed(2.5, 2)` is "2.50".
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Decimals.notFinite(value);
        }
        return Decimals.grouped(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /// A number with so many significant digits; digits before the point are never dropped. Below 1e-3 and from 1e15 on with an
    /// exponent: "1.04e-4".
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Decimals.notFinite(value);
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e15)) {
            return Decimals.exponent(value, digits);
        }
        return fixed(value, Decimals.decimals(value, digits));
    }

    /// The moment's time of day; `spanNanos`, how much time the reader looks at, decides how fine: "12:07", "12:07:50",
    /// "12:07:50.250"; from two days on with the date.
    public static String clock(long epochNanos, ZoneId zone, double spanNanos) {
        ZonedDateTime time = instant(epochNanos).atZone(zone);
        if (spanNanos >= 2 * 86_400e9) {
            return DAY.format(time) + SPACE + MINUTE.format(time);
        }
        if (spanNanos >= 60e9) {
            return SECOND.format(time);
        }
        return spanNanos >= 60e6 ? MILLI.format(time) : MICRO.format(time);
    }

    /// Date and time to the second: "2026-11-22 12:07:50".
    public static String timestamp(long epochNanos, ZoneId zone) {
        return STAMP.format(instant(epochNanos).atZone(zone));
    }

    /// The day: "22 Nov 2026".
    public static String day(long epochNanos, ZoneId zone) {
        return DAY.format(instant(epochNanos).atZone(zone));
    }

    /// From one moment to another: "12:07:50–12:09:20", with dates when they fall on different days.
    public static String span(long startNanos, long endNanos, ZoneId zone) {
        ZonedDateTime start = instant(startNanos).atZone(zone);
        ZonedDateTime end = instant(endNanos).atZone(zone);
        if (!start.toLocalDate().equals(end.toLocalDate())) {
            return DAY.format(start) + SPACE + MINUTE.format(start) + "–" + DAY.format(end) + SPACE + MINUTE.format(end);
        }
        DateTimeFormatter form = endNanos - startNanos < 10_000_000_000L ? MILLI : SECOND;
        return form.format(start) + "–" + form.format(end);
    }

    static Instant instant(long epochNanos) {
        return Instant.ofEpochSecond(Math.floorDiv(epochNanos, 1_000_000_000L), Math.floorMod(epochNanos, 1_000_000_000L));
    }

    private static String percentNumber(double share) {
        double percent = share * 100;
        if (!Double.isFinite(percent)) {
            return Decimals.notFinite(percent);
        }
        if (percent != 0 && Math.abs(percent) < 1e-4) {
            return Decimals.exponent(percent, 2);
        }
        BigDecimal exact = BigDecimal.valueOf(share).movePointRight(2);
        return Decimals.plainString(exact.setScale(percentDecimals(percent), RoundingMode.HALF_UP));
    }

    private static int percentDecimals(double percent) {
        double size = Math.abs(percent);
        double smaller = size < 100 ? Math.min(size, 100 - size) : size;
        return smaller == 0 ? 0 : Math.min(12, Decimals.decimals(smaller, 2));
    }

    private static String interval(double value, double low, double high, String unit) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || size != 0 && (size < 1e-3 || size >= 1e15)) {
            return significant(value, DIGITS) + unit + " [" + significant(low, DIGITS) + between() + significant(high, DIGITS) + "]";
        }
        return interval(value, low, high, Decimals.decimals(value, DIGITS), unit);
    }

    private static String interval(double value, double low, double high, int decimals, String unit) {
        int finer = decimals;
        while (finer < decimals + 3 && low < high && fixed(low, finer).equals(fixed(high, finer))) {
            finer++;
        }
        return fixed(value, decimals) + unit + " [" + fixed(low, finer) + between() + fixed(high, finer) + "]";
    }

    private static String between() {
        return Writing.current().style().between();
    }

    private static String longDuration(double nanos) {
        String minus = nanos < 0 ? "−" : "";
        long seconds = Math.round(Math.abs(nanos) / 1e9);
        if (seconds < 7200) {
            return minus + two(seconds / 60, "min", seconds % 60, "s");
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 2880) {
            return minus + two(minutes / 60, "h", minutes % 60, "min");
        }
        long hours = Math.round(minutes / 60.0);
        return minus + two(hours / 24, "d", hours % 24, "h");
    }

    private static String two(long large, String unit, long small, String smallUnit) {
        String first = count(large) + SPACE + unit;
        return small == 0 ? first : first + SPACE + small + SPACE + smallUnit;
    }
}
