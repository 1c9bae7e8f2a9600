package org.tailwright.charts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round times of the calendar, from microseconds to centuries.
final class TimeTicks {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {
        1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000,
        20_000_000, 50_000_000, 100_000_000, 200_000_000, 500_000_000, SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND,
        30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR,
        12 * HOUR
    };
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200};

    private TimeTicks() {}

    static List<Tick> of(Scale.Time scale, int most) {
        double span = (double) scale.endNanos() - scale.startNanos();
        for (long step : STEPS) {
            if (span / step < 2.0 * most) {
                List<Tick> ticks = clockTicks(scale, step);
                if (ticks.size() <= most) {
                    return ticks;
                }
            }
        }
        for (int days : DAYS) {
            if (span / DAY / days < 2.0 * most) {
                List<Tick> ticks = dayTicks(scale, days);
                if (ticks.size() <= most) {
                    return ticks;
                }
            }
        }
        for (int months : MONTHS) {
            List<Tick> ticks = monthTicks(scale, months);
            if (ticks.size() <= most) {
                return ticks;
            }
        }
        return List.of();
    }

    /// Steps of a clock. Up to an hour they are equal steps of real time, so that an hour repeated in autumn keeps its ticks; longer
    /// ones follow the local clock, so that they stay at 06:00 and 12:00 across a change of the zone's offset.
    private static List<Tick> clockTicks(Scale.Time scale, long step) {
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime start = zoned(scale.startNanos(), scale.zone());
        if (step <= HOUR) {
            long midnight = nanos(start.toLocalDate().atStartOfDay(scale.zone()).toInstant());
            long at = midnight + Math.ceilDiv(scale.startNanos() - midnight, step) * step;
            for (; at <= scale.endNanos() && at >= scale.startNanos(); at += step) {
                ticks.add(new Tick(at, clockLabel(zoned(at, scale.zone()), step)));
            }
            return ticks;
        }
        LocalDate lastDay = zoned(scale.endNanos(), scale.zone()).toLocalDate();
        for (LocalDate day = start.toLocalDate(); !day.isAfter(lastDay); day = day.plusDays(1)) {
            for (long into = 0; into < DAY; into += step) {
                ZonedDateTime time = day.atTime(LocalTime.ofNanoOfDay(into)).atZone(scale.zone());
                add(ticks, scale, time, clockLabel(time, step));
            }
        }
        return ticks;
    }

    private static List<Tick> dayTicks(Scale.Time scale, int days) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate day = zoned(scale.startNanos(), scale.zone()).toLocalDate();
        LocalDate monday = LocalDate.of(1970, 1, 5);
        day = monday.plusDays(Math.floorDiv(ChronoUnit.DAYS.between(monday, day), days) * days);
        LocalDate last = zoned(scale.endNanos(), scale.zone()).toLocalDate();
        for (; !day.isAfter(last); day = day.plusDays(days)) {
            add(ticks, scale, day.atStartOfDay(scale.zone()), format("d MMM", day.atStartOfDay(scale.zone())));
        }
        return ticks;
    }

    private static List<Tick> monthTicks(Scale.Time scale, int months) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate start = zoned(scale.startNanos(), scale.zone()).toLocalDate();
        long index = Math.floorDiv(start.getYear() * 12L + start.getMonthValue() - 1, months) * months;
        LocalDate last = zoned(scale.endNanos(), scale.zone()).toLocalDate();
        while (true) {
            LocalDate day = LocalDate.of((int) Math.floorDiv(index, 12L), (int) Math.floorMod(index, 12L) + 1, 1);
            if (day.isAfter(last)) {
                return ticks;
            }
            ZonedDateTime time = day.atStartOfDay(scale.zone());
            add(ticks, scale, time, months >= 12 ? format("uuuu", time) : format("MMM uuuu", time));
            index += months;
        }
    }

    private static void add(List<Tick> ticks, Scale.Time scale, ZonedDateTime time, String label) {
        double rough = time.toEpochSecond() * 1e9;
        if (rough < scale.startNanos() - 2e9 || rough > scale.endNanos() + 2e9) {
            return;
        }
        long at = nanos(time.toInstant());
        if (at >= scale.startNanos() && at <= scale.endNanos()) {
            ticks.add(new Tick(at, label));
        }
    }

    private static String clockLabel(ZonedDateTime time, long step) {
        if (time.toLocalTime().equals(LocalTime.MIDNIGHT) && step >= MINUTE) {
            return format("d MMM", time);
        }
        if (step >= MINUTE) {
            return format("HH:mm", time);
        }
        if (step >= SECOND) {
            return format("HH:mm:ss", time);
        }
        int digits = step >= 100_000_000 ? 1 : step >= 10_000_000 ? 2 : step >= 1_000_000 ? 3 : 6;
        return format("HH:mm:ss." + "S".repeat(digits), time);
    }

    private static String format(String pattern, ZonedDateTime time) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
    }

    private static ZonedDateTime zoned(long epochNanos, ZoneId zone) {
        return Numbers.instant(epochNanos).atZone(zone);
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }
}
