package org.tailwright.statistics.incidents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.Dataset;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Traces;
import org.tailwright.statistics.GcPauses;
import org.tailwright.statistics.Quantiles;
import org.tailwright.statistics.Readings;

/// What of other data sets moved during an incident: operations that took longer, metrics that shifted, pauses that took more time.
/// Over-represented then, which does not prove that it was the cause.
final class Contributors {
    private static final int EACH = 5;
    private static final int FEWEST = 10;
    private static final double GREW = 1.5;
    private static final double MILLI = 1e6;
    private static final double SHIFT = 4;
    private static final double RELATIVE = 0.2;

    private Contributors() {}

    static List<Incident.Contributor> of(Inputs inputs, TimeSpan span, List<TimeSpan> incidents, Requests searched) {
        TimeSpan whole = searched.span().orElse(span);
        List<Incident.Contributor> found = new ArrayList<>();
        for (Dataset each : inputs.datasets()) {
            switch (each) {
                case Traces traces -> found.addAll(operations(traces, span, incidents, whole));
                case Metrics metrics -> found.addAll(metrics(metrics, span, incidents, whole));
                case Requests _, Recording _ -> GcPauses.of(each).flatMap(pauses -> pauses(pauses, span, incidents, whole)).ifPresent(found::add);
                case org.tailwright.data.Histograms _, org.tailwright.data.LoadPoints _ -> { }
            }
        }
        return found;
    }

    private static boolean outside(long time, List<TimeSpan> incidents, TimeSpan whole) {
        return whole.contains(time) && incidents.stream().noneMatch(each -> each.contains(time));
    }

    /// Operations whose mean duration grew most, as a ratio (a callee grows more than the callers that wait for it); below a millisecond
    /// nothing is told apart, so that a wait of no time at all does not outrank everything.
    static List<Incident.Contributor> operations(Traces traces, TimeSpan span, List<TimeSpan> incidents, TimeSpan whole) {
        Requests spans = traces.asRequests();
        Texts services = traces.table().texts(Requests.SERVICE).orElseThrow();
        Texts labels = traces.table().texts(Requests.LABEL).orElseThrow();
        Map<Long, double[]> sums = new HashMap<>();
        for (int row = 0; row < services.size(); row++) {
            long start = spans.starts().at(row);
            boolean in = span.contains(start);
            if (in || outside(start, incidents, whole)) {
                double[] sum = sums.computeIfAbsent((long) services.code(row) << 32 | labels.code(row) & 0xffff_ffffL, _ -> new double[4]);
                sum[in ? 0 : 2] += spans.durations().at(row);
                sum[in ? 1 : 3]++;
            }
        }
        List<Incident.Contributor> grown = new ArrayList<>();
        sums.forEach((key, sum) -> {
            double in = sum[0] / sum[1];
            double out = sum[2] / sum[3];
            if (sum[1] >= FEWEST && sum[3] >= FEWEST && in >= GREW * out && in - out >= MILLI) {
                String name = (text(services, (int) (key >> 32)) + " " + text(labels, key.intValue())).strip();
                grown.add(new Incident.Contributor(Incident.Contributor.Kind.OPERATION, name, in, out, "ns", in / Math.max(out, MILLI)));
            }
        });
        return strongest(grown);
    }

    private static String text(Texts texts, int code) {
        return code < 0 ? "" : texts.text(code);
    }

    private static List<Incident.Contributor> strongest(List<Incident.Contributor> all) {
        return all.stream().sorted(Comparator.comparingDouble(Incident.Contributor::strength).reversed()
                .thenComparing(Incident.Contributor::name)).limit(EACH).toList();
    }

    /// Metrics whose median moved most against their usual spread (1.4826 MAD); counters are looked at as rates.
    static List<Incident.Contributor> metrics(Metrics metrics, TimeSpan span, List<TimeSpan> incidents, TimeSpan whole) {
        List<Incident.Contributor> moved = new ArrayList<>();
        for (Metrics.Series series : metrics.series()) {
            moved(series, span, incidents, whole).ifPresent(moved::add);
        }
        return strongest(moved);
    }

    private static Optional<Incident.Contributor> moved(Metrics.Series series, TimeSpan span, List<TimeSpan> incidents, TimeSpan whole) {
        Readings readings = Readings.of(series);
        double[] values = readings.values();
        Longs times = series.times();
        double[] in = pick(times, values, time -> span.contains(time));
        double[] out = pick(times, values, time -> outside(time, incidents, whole));
        if (in.length < 3 || out.length < FEWEST) {
            return Optional.empty();
        }
        double inside = Quantiles.ofSorted(in, 0.5);
        double usual = Quantiles.ofSorted(out, 0.5);
        double spread = 1.4826 * Quantiles.ofSorted(Arrays.stream(out).map(x -> Math.abs(x - usual)).sorted().toArray(), 0.5);
        double scale = Math.max(spread, Math.max(Math.abs(usual) * 0.01, (out[out.length - 1] - out[0]) * 0.05));
        double strength = Math.abs(inside - usual) / Math.max(scale, Double.MIN_NORMAL);
        if (!(strength >= SHIFT) || Math.abs(inside - usual) < RELATIVE * Math.abs(usual)) {
            return Optional.empty();
        }
        return Optional.of(new Incident.Contributor(Incident.Contributor.Kind.METRIC, series.title(), inside, usual, readings.unit(),
                Math.min(strength, 1e9)));
    }

    private static double[] pick(Longs times, double[] values, java.util.function.LongPredicate wanted) {
        double[] picked = new double[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i]) && wanted.test(times.at(i))) {
                picked[n++] = values[i];
            }
        }
        double[] sorted = Arrays.copyOf(picked, n);
        Arrays.sort(sorted);
        return sorted;
    }

    /// Share of time in pauses, where it at least doubled and reached one hundredth.
    static Optional<Incident.Contributor> pauses(Requests pauses, TimeSpan span, List<TimeSpan> incidents, TimeSpan whole) {
        double in = paused(pauses, span) / span.length();
        double everywhere = paused(pauses, whole);
        double excluded = 0;
        double length = whole.length();
        for (TimeSpan each : incidents) {
            excluded += paused(pauses, each);
            length -= each.length();
        }
        double out = length <= 0 ? Double.NaN : Math.max(0, everywhere - excluded) / length;
        return in >= 0.01 && in >= 2 * out
                ? Optional.of(new Incident.Contributor(Incident.Contributor.Kind.PAUSES, pauses.name(), in, out, "share", in))
                : Optional.empty();
    }

    private static double paused(Requests pauses, TimeSpan span) {
        double sum = 0;
        for (int row = 0; row < pauses.table().rows(); row++) {
            long start = pauses.starts().at(row);
            long end = start + Math.max(0, pauses.durations().at(row));
            sum += Math.max(0, Math.min(end, span.end()) - Math.max(start, span.start()));
        }
        return sum;
    }
}
