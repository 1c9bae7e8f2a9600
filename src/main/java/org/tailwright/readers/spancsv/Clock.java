package org.tailwright.readers.spancsv;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.text.TimeFormat;
import org.tailwright.readers.text.Units;

/// How a file writes starts, ends and durations.
///
/// @param start format of starts
/// @param end format of ends; nothing when there are none
/// @param durationNanos nanoseconds of one in the column of durations; 0 when there is none
/// @param assumed what was taken for granted, sentences
record Clock(TimeFormat start, Optional<TimeFormat> end, long durationNanos, List<String> assumed) {
    private static final long[] UNITS = {1, 1000, 1_000_000, 1_000_000_000};
    private static final String[] UNIT_NAMES = {"nanoseconds", "microseconds", "milliseconds", "seconds"};
    private static final int FEWEST = 8;
    private static final double MOST_PARTS = 0.9;

    Clock {
        assumed = List.copyOf(assumed);
    }

    /// The clock of a file by its first records; nothing when the times make no sense.
    static Optional<Clock> of(Layout layout, List<List<String>> records, ReadOptions options) {
        ZoneId zone = options.zone();
        Optional<TimeFormat> start = format(layout, Role.START, records, zone);
        Optional<TimeFormat> end = format(layout, Role.END, records, zone);
        if (start.isEmpty() || end.isEmpty() && !layout.has(Role.DURATION)) {
            return Optional.empty();
        }
        List<String> assumed = new ArrayList<>();
        if (!start.orElseThrow().assumed().isEmpty()) {
            assumed.add(start.orElseThrow().assumed());
        }
        OptionalLong said = Units.nanos(options.units().getOrDefault("duration", ""));
        long unit = said.isPresent() ? said.getAsLong() : layout.has(Role.DURATION) ? durations(layout, records, start.orElseThrow(), end, assumed) : 0;
        return Optional.of(new Clock(start.orElseThrow(), end, unit, assumed));
    }

    /// Alibaba's call graphs count milliseconds from the beginning of the recording.
    static Clock ofCallGraph() {
        TimeFormat millis = TimeFormat.of(List.of("1"), ZoneId.of("UTC"), "ms").orElseThrow();
        return new Clock(millis, Optional.empty(), UNITS[2], List.of("times are milliseconds since an unknown start, durations are milliseconds"));
    }

    private static Optional<TimeFormat> format(Layout layout, Role role, List<List<String>> records, ZoneId zone) {
        if (!layout.has(role)) {
            return Optional.empty();
        }
        List<String> examples = records.stream().map(each -> layout.field(each, role)).filter(each -> !each.isEmpty()).toList();
        OptionalLong named = Layout.unitOf(layout.name(role));
        String unit = named.isEmpty() ? null : switch ((int) Math.min(named.getAsLong(), UNITS[3])) {
            case 1 -> "ns";
            case 1000 -> "us";
            case 1_000_000 -> "ms";
            default -> "s";
        };
        return TimeFormat.of(examples, zone, unit).or(() -> most(examples, zone, unit));
    }

    /// Where some fields are no times: the format of what most of them are.
    private static Optional<TimeFormat> most(List<String> examples, ZoneId zone, @Nullable String unit) {
        for (String each : examples.subList(0, Math.min(FEWEST, examples.size()))) {
            Optional<TimeFormat> found = TimeFormat.of(List.of(each), zone, unit);
            List<String> fitting = found.map(format -> examples.stream().filter(one -> format.nanos(one) != TimeFormat.NONE).toList()).orElse(List.of());
            if (2 * fitting.size() > examples.size()) {
                return TimeFormat.of(fitting, zone, unit);
            }
        }
        return Optional.empty();
    }

    private static long durations(Layout layout, List<List<String>> records, TimeFormat start, Optional<TimeFormat> end, List<String> assumed) {
        OptionalLong named = Layout.unitOf(layout.name(Role.DURATION));
        if (named.isPresent()) {
            return named.getAsLong();
        }
        long byEnds = end.map(format -> byEnds(layout, records, start, format)).orElse(0L);
        if (byEnds > 0) {
            assumed.add(layout.name(Role.DURATION) + " is in " + name(byEnds) + ", as the ends show");
            return byEnds;
        }
        long byParents = byParents(layout, records, start);
        long unit = byParents > 0 ? byParents : start.form() == TimeFormat.Form.EPOCH ? start.numberNanos() : UNITS[2];
        assumed.add(layout.name(Role.DURATION) + " is taken as " + name(unit)
                + (byParents > 0 ? ", the smallest unit in which children begin within their parents" : ": the file does not say it"));
        return unit;
    }

    private static String name(long unit) {
        return UNIT_NAMES[Math.max(0, Arrays.binarySearch(UNITS, unit))];
    }

    /// The unit in which durations equal end minus start.
    private static long byEnds(Layout layout, List<List<String>> records, TimeFormat start, TimeFormat end) {
        int[] fits = new int[UNITS.length];
        int all = 0;
        for (List<String> each : records) {
            double duration = number(layout.field(each, Role.DURATION));
            long from = start.nanos(layout.field(each, Role.START));
            long to = end.nanos(layout.field(each, Role.END));
            if (!(duration > 0) || from == TimeFormat.NONE || to == TimeFormat.NONE || to <= from) {
                continue;
            }
            all++;
            for (int i = 0; i < UNITS.length; i++) {
                double ratio = (to - from) / (duration * UNITS[i]);
                fits[i] += ratio > 0.3 && ratio < 3 ? 1 : 0;
            }
        }
        for (int i = 0; i < UNITS.length; i++) {
            if (all > 0 && fits[i] > MOST_PARTS * all) {
                return UNITS[i];
            }
        }
        return 0;
    }

    private record Span(long start, double duration) {}

    /// The smallest unit in which nearly all children begin before their parents' ends; 0 when there are too few to tell.
    private static long byParents(Layout layout, List<List<String>> records, TimeFormat start) {
        Map<String, Span> spans = new HashMap<>();
        for (List<String> each : records) {
            long from = start.nanos(layout.field(each, Role.START));
            double duration = number(layout.field(each, Role.DURATION));
            if (from != TimeFormat.NONE && duration >= 0) {
                spans.putIfAbsent(layout.field(each, Role.TRACE) + " " + layout.field(each, Role.SPAN), new Span(from, duration));
            }
        }
        long slack = start.form() == TimeFormat.Form.EPOCH ? start.numberNanos() : UNITS[2];
        int[] inside = new int[UNITS.length];
        int all = 0;
        for (List<String> each : records) {
            Span parent = spans.get(layout.field(each, Role.TRACE) + " " + layout.field(each, Role.PARENT));
            long from = start.nanos(layout.field(each, Role.START));
            if (parent == null || from == TimeFormat.NONE || from - parent.start() <= slack) {
                continue;
            }
            all++;
            for (int i = 0; i < UNITS.length; i++) {
                inside[i] += from - parent.start() <= parent.duration() * UNITS[i] + slack ? 1 : 0;
            }
        }
        for (int i = 0; i < UNITS.length; i++) {
            if (all >= FEWEST && inside[i] > MOST_PARTS * all) {
                return UNITS[i];
            }
        }
        return 0;
    }

    /// A number, NaN when it is none.
    static double number(String text) {
        try {
            return text.isEmpty() || text.length() > 40 ? Double.NaN : Double.parseDouble(text.toLowerCase(Locale.ROOT));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
