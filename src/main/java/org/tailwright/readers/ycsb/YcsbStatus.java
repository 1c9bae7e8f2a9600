package org.tailwright.readers.ycsb;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Unit;
import org.tailwright.readers.calls.CallLines;
import org.tailwright.readers.percentiles.Amounts;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;

/// The status lines that YCSB prints while it runs: figures since the line before. Without a date, times count from the start of the run.
final class YcsbStatus {
    private static final Pattern LINE = Pattern.compile("\\s*(?:([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}:[0-9]{2})[:.,]([0-9]{3}) )?([0-9]{1,10}) sec: ([0-9]{1,18}) operations;(.*)");
    private static final Pattern RATE = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,6})?) current ops/sec");
    private static final Pattern GROUP = Pattern.compile("\\[([^:\\[\\]]{1,100}): ([^\\[\\]]{1,1000})]");
    private static final Pattern AVERAGE = Pattern.compile("\\[([^:\\[\\] ]{1,100}) AverageLatency\\(us\\)=([0-9.]{1,20})]");
    private static final double MICRO = 1e3;
    private static final int MOST_SERIES = 2000;
    private static final long SECOND = 1_000_000_000L;

    private record Growing(Longs.Builder times, Doubles.Builder values) {}

    private final ZoneId zone;
    private final PrintedRuns intervals = new PrintedRuns();
    private final SequencedMap<String, Growing> series = new LinkedHashMap<>();
    private long previous = -1;
    private long lines;
    private boolean dated;

    YcsbStatus(ZoneId zone) {
        this.zone = zone;
        intervals.overlapping();
    }

    static boolean isStatus(String line) {
        return LINE.matcher(line).matches();
    }

    /// Takes in a status line.
    ///
    /// @return whether it is one
    boolean take(String line) {
        Matcher match = LINE.matcher(line);
        if (!match.matches()) {
            return false;
        }
        long seconds = Long.parseLong(match.group(4));
        long time = match.group(1) == null ? seconds * SECOND : instant(match.group(1) + "T" + match.group(2), match.group(3));
        if (time < 0 || time < previous) {
            return true;
        }
        dated |= match.group(1) != null;
        lines++;
        long from = previous >= 0 ? previous : Math.max(0, time - Math.min(seconds, 1 << 30) * SECOND);
        Matcher rate = RATE.matcher(match.group(6));
        if (rate.find()) {
            add("throughput", "", Unit.PER_SECOND, time, Double.parseDouble(rate.group(1)));
        }
        Matcher average = AVERAGE.matcher(match.group(6));
        while (average.find()) {
            add("average latency", average.group(1), Unit.DURATION, time, Amounts.number(average.group(2)) * MICRO);
        }
        Matcher group = GROUP.matcher(match.group(6));
        while (group.find()) {
            group(group.group(1), group.group(2), new TimeSpan(from, time));
        }
        previous = time;
        return true;
    }

    private long instant(String text, String millis) {
        try {
            return LocalDateTime.parse(text).atZone(zone).toEpochSecond() * SECOND + Long.parseLong(millis) * 1_000_000L;
        } catch (DateTimeException e) {
            return -1;
        }
    }

    private void group(String operation, String figures, TimeSpan span) {
        KnownPercentiles known = new KnownPercentiles();
        double count = -1;
        for (String each : figures.split(", ")) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? "" : each.substring(0, equals);
            double value = equals < 0 ? Double.NaN : Amounts.number(each.substring(equals + 1));
            switch (name) {
                case "Count" -> count = value;
                case "Max" -> known.max(value * MICRO);
                case "Min" -> known.min(value * MICRO);
                case "Avg" -> known.mean(value * MICRO);
                default -> {
                    long percent = CallLines.nanos(name, 1e6);
                    if (percent >= 0 && percent <= 100_000_000) {
                        known.at(percent / 1e8, value * MICRO);
                    }
                }
            }
        }
        intervals.add(Optional.of(span), operation, known.count(Double.isNaN(count) ? -1 : (long) count));
    }

    private void add(String name, String operation, Unit unit, long time, double value) {
        if (series.size() >= MOST_SERIES && !series.containsKey(name + "\n" + operation)) {
            return;
        }
        Growing growing = series.computeIfAbsent(name + "\n" + operation, _ -> new Growing(Longs.builder(Unit.TIME), Doubles.builder(unit)));
        growing.times().add(time);
        growing.values().add(value);
    }

    long lines() {
        return lines;
    }

    /// Whether its times are dates.
    boolean isDated() {
        return dated;
    }

    PrintedRuns intervals() {
        return intervals;
    }

    List<Metrics.Series> series() {
        List<Metrics.Series> all = new ArrayList<>();
        series.forEach((key, growing) -> {
            String[] parts = key.split("\n", 2);
            all.add(new Metrics.Series(parts[0], parts[1].isEmpty() ? Map.of() : Map.of("operation", parts[1]), growing.times().build(), growing.values().build()));
        });
        return all;
    }
}
