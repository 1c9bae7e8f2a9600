package org.tailwright.readers.artillery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tailwright.data.Dataset;
import org.tailwright.data.Doubles;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.calls.CallRows;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;

/// Makes data sets of the periods of a report.
final class ArtilleryData {
    private static final double MILLI = 1e6;
    private static final double USUAL_LENGTH = 10_000;
    private static final long MOST_VALUES = 5_000_000;
    private static final double LATEST = 9e12;

    private final Source source;
    private final String format;
    private final List<ArtilleryPeriod> aggregate;
    private final List<ArtilleryPeriod> periods;
    private final CallRows calls;
    private final Set<String> otherDistributions = new TreeSet<>();
    private final double length;

    ArtilleryData(Source source, String format, List<ArtilleryPeriod> aggregate, List<ArtilleryPeriod> periods, CallRows calls) {
        this.source = source;
        this.format = format + (aggregate.stream().anyMatch(ArtilleryPeriod::isFirstVersion) || periods.stream().anyMatch(ArtilleryPeriod::isFirstVersion) ? " 1" : " 2");
        this.aggregate = aggregate;
        this.calls = calls;
        this.periods = periods.stream().filter(each -> each.startMillis(0) > 0 && each.startMillis(0) < LATEST)
                .sorted((a, b) -> Double.compare(a.startMillis(0), b.startMillis(0))).toList();
        length = length();
    }

    /// The shortest step between periods, which is 10 s as delivered.
    private double length() {
        double shortest = Double.NaN;
        for (int i = 1; i < periods.size(); i++) {
            double step = periods.get(i).startMillis(0) - periods.get(i - 1).startMillis(0);
            shortest = step >= 1000 && !(step > shortest) ? step : shortest;
        }
        return Double.isNaN(shortest) ? USUAL_LENGTH : Math.min(shortest, 600_000);
    }

    ReadResult result(Diagnostics diagnostics) {
        List<Dataset> found = new ArrayList<>();
        PrintedRuns whole = runs();
        aggregate.forEach(each -> distributions(each, span(each), whole));
        whole.datasets(source, format, LoadPoints.Axis.USERS, 0).stream().findFirst().ifPresent(found::add);
        PrintedRuns byTime = runs();
        periods.forEach(each -> distributions(each, Optional.of(period(each)), byTime));
        byTime.datasets(source, format, LoadPoints.Axis.USERS, 0).stream().findFirst()
                .map(each -> named((Histograms) each)).ifPresent(found::add);
        metrics(diagnostics).ifPresent(found::add);
        requests().ifPresent(found::add);
        if (!otherDistributions.isEmpty()) {
            diagnostics.note("distributions that are no durations are left out: " + otherDistributions.stream().limit(5).collect(Collectors.joining(", ")));
        }
        if (found.isEmpty()) {
            diagnostics.note("the report counts nothing");
        }
        return ReadResult.of(format, found, diagnostics, 0);
    }

    private PrintedRuns runs() {
        PrintedRuns runs = new PrintedRuns();
        runs.overlapping();
        runs.assume("times are milliseconds of service time" + (format.endsWith("2") ? "; http.response_time ends with the first byte of the answer" : ""));
        return runs;
    }

    private Histograms named(Histograms all) {
        return new Histograms(all.origin().named(source.name() + " by period"), all.intervals(), all.nanosPerUnit(), all.disjoint());
    }

    private Optional<TimeSpan> span(ArtilleryPeriod whole) {
        if (whole.firstMillis() > 0 && whole.lastMillis() >= whole.firstMillis() && whole.lastMillis() < LATEST) {
            return Optional.of(new TimeSpan(nanos(whole.firstMillis()), nanos(whole.lastMillis())));
        }
        return periods.isEmpty() ? Optional.empty() : Optional.of(period(periods.getFirst()).union(period(periods.getLast())));
    }

    private TimeSpan period(ArtilleryPeriod each) {
        double start = each.startMillis(length);
        return new TimeSpan(nanos(start), nanos(start + length));
    }

    private static long nanos(double millis) {
        return Math.round(millis) * 1_000_000L;
    }

    private void distributions(ArtilleryPeriod period, Optional<TimeSpan> span, PrintedRuns into) {
        period.summaries.forEach((name, values) -> {
            if (!isDuration(name)) {
                otherDistributions.add(name);
                return;
            }
            KnownPercentiles known = new KnownPercentiles();
            values.forEach((statistic, value) -> {
                switch (statistic) {
                    case "min" -> known.min(value * MILLI);
                    case "max" -> known.max(value * MILLI);
                    case "mean" -> known.mean(value * MILLI);
                    case "count" -> known.count(value >= 0 && value < 1e15 ? value.longValue() : -1);
                    case "median", "p50" -> known.at(0.5, value * MILLI);
                    case "p75" -> known.at(0.75, value * MILLI);
                    case "p90" -> known.at(0.9, value * MILLI);
                    case "p95" -> known.at(0.95, value * MILLI);
                    case "p99" -> known.at(0.99, value * MILLI);
                    case "p999" -> known.at(0.999, value * MILLI);
                    default -> { }
                }
            });
            if (!values.containsKey("count") && name.equals("latency") && period.counters.containsKey("requestsCompleted")) {
                known.count(period.counters.get("requestsCompleted").longValue());
            }
            into.add(span, name, known);
        });
    }

    /// Artillery names the unit of its own times only; other distributions may hold anything.
    private static boolean isDuration(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("response_time") || lower.contains("session_length") || lower.contains("latency") || lower.contains("duration")
                || lower.contains("step.") || lower.contains("server-timing") || lower.contains("first_byte") || lower.matches(".*\\.(fcp|lcp|ttfb|fid|inp)\\..*|.*\\.(fcp|lcp|ttfb|fid|inp)");
    }

    /// Counters and rates at the start of each period; a counter that a period does not name was 0.
    private Optional<Metrics> metrics(Diagnostics diagnostics) {
        SequencedMap<String, Integer> counters = new LinkedHashMap<>();
        SequencedMap<String, Integer> rates = new LinkedHashMap<>();
        periods.forEach(each -> {
            each.counters.keySet().forEach(name -> counters.merge(name, 1, Integer::sum));
            each.rates.keySet().forEach(name -> rates.merge(name, 1, Integer::sum));
        });
        List<Metrics.Series> series = new ArrayList<>();
        long most = Math.max(50, MOST_VALUES / Math.max(1, periods.size()));
        counters.keySet().stream().limit(most).forEach(name -> series.add(series(name, true)));
        rates.keySet().stream().limit(most).forEach(name -> series.add(series(name, false)));
        if (counters.size() > most || rates.size() > most) {
            diagnostics.note("of " + (counters.size() + rates.size()) + " counters and rates only the first " + series.size() + " are kept");
        }
        List<String> assumed = List.of("counters and rates stand at the start of their period of " + Math.round(length / 1000)
                + " s; a counter that a period does not name was 0");
        Trust trust = new Trust(periods.size(), 0, assumed, failures());
        return series.isEmpty() ? Optional.empty()
                : Optional.of(new Metrics(new Origin(source.name() + " counters", source.path(), format, trust), series));
    }

    private Metrics.Series series(String name, boolean counter) {
        Longs.Builder times = Longs.builder(Unit.TIME);
        Doubles.Builder values = Doubles.builder(counter ? Unit.COUNT : name.endsWith("rate") || name.equals("rps.mean") ? Unit.PER_SECOND : Unit.NONE);
        for (ArtilleryPeriod each : periods) {
            Double value = (counter ? each.counters : each.rates).get(name);
            if (value != null || counter) {
                times.add(period(each).start());
                values.add(value == null ? 0 : value);
            }
        }
        return new Metrics.Series(name, Map.of(), times.build(), values.build());
    }

    private List<String> failures() {
        List<String> doubts = new ArrayList<>();
        aggregate.forEach(each -> {
            double created = each.counters.getOrDefault("vusers.created", 0.0);
            double failed = each.counters.getOrDefault("vusers.failed", 0.0);
            if (failed > 0) {
                String errors = each.counters.entrySet().stream().filter(one -> one.getKey().startsWith("errors."))
                        .map(one -> one.getKey().substring(7) + " " + one.getValue().longValue()).limit(5).collect(Collectors.joining(", "));
                doubts.add((long) failed + " of " + (long) created + " virtual users failed" + (errors.isEmpty() ? "" : " (" + errors + ")"));
            }
        });
        return doubts;
    }

    private Optional<Dataset> requests() {
        if (calls.size() == 0) {
            return Optional.empty();
        }
        Trust trust = new Trust(calls.size(), 0, List.of("the time of a request marks its end"), List.of());
        Meaning meaning = Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.END, 1_000_000);
        return Optional.of(calls.build(new Origin(source.name() + " requests", source.path(), format, trust), meaning));
    }
}
