package org.tailwright.models.queueing.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.work.Work;

/// Visits to a pool or a lock, from spans: one span is the wait for it, its later siblings are what was done while it was held. So waiting and
/// holding are measured apart, and waiting is never counted as service.
final class SpanVisits {
    private static final long SLACK_NANOS = 1_000;

    private SpanVisits() {}

    /// Visits by the label of the span that waits.
    ///
    /// @param held labels of the spans during which the server is held; empty for the client spans beside the wait
    static Visits of(Requests spans, String wait, List<String> held, Work work) {
        Texts labels = spans.labels().orElseThrow();
        int[] waits = rows(spans, row -> wait.equals(text(labels, row)));
        Map<String, List<Integer>> byParent = new HashMap<>();
        for (int i = 0; i < waits.length; i++) {
            byParent.computeIfAbsent(key(spans, waits[i]), _ -> new ArrayList<>()).add(i);
        }
        long[] ends = new long[waits.length];
        IntPredicate holds = holding(spans, held);
        for (int row = 0; row < spans.table().rows(); row++) {
            if (row % 100_000 == 0) {
                work.check();
            }
            if (holds.test(row)) {
                long start = spans.starts().at(row);
                int of = owner(spans, waits, byParent.getOrDefault(key(spans, row), List.of()), start);
                if (of >= 0) {
                    ends[of] = Math.max(ends[of], start + spans.durations().at(row));
                }
            }
        }
        return visits(spans, waits, ends);
    }

    /// The wait that ended last before a span began.
    private static int owner(Requests spans, int[] waits, List<Integer> candidates, long start) {
        int best = -1;
        long latest = Long.MIN_VALUE;
        for (int each : candidates) {
            long end = spans.starts().at(waits[each]) + spans.durations().at(waits[each]);
            if (end <= start + SLACK_NANOS && end > latest) {
                best = each;
                latest = end;
            }
        }
        return best;
    }

    private static Visits visits(Requests spans, int[] rows, long[] ends) {
        Longs starts = spans.starts();
        long[] arrivals = Arrays.stream(rows).mapToLong(starts::at).toArray();
        double[] waits = Arrays.stream(rows).mapToDouble(row -> spans.durations().at(row) / 1e9).toArray();
        double[] responses = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            responses[i] = ends[i] == 0 ? Double.NaN : (ends[i] - arrivals[i]) / 1e9;
        }
        return Visits.sorted(arrivals, responses, waits, weight(spans, rows), spans.meaning().quantumNanos());
    }

    /// Mean weight of some rows.
    static double weight(Requests requests, int[] rows) {
        Optional<Doubles> weights = requests.table().doubles(Requests.WEIGHT);
        return weights.isEmpty() || rows.length == 0 ? 1 : Arrays.stream(rows).mapToDouble(row -> weights.get().missing(row) ? 1 : weights.get().at(row)).average().orElse(1);
    }

    private static IntPredicate holding(Requests spans, List<String> held) {
        Texts labels = spans.labels().orElseThrow();
        if (!held.isEmpty()) {
            return row -> held.contains(text(labels, row));
        }
        Optional<Texts> kinds = spans.table().texts(Traces.KIND);
        return row -> kinds.isPresent() && text(kinds.get(), row).toLowerCase(Locale.ROOT).equals("client");
    }

    private static String text(Texts texts, int row) {
        return texts.missing(row) ? "" : texts.at(row);
    }

    private static String key(Requests spans, int row) {
        return text(spans.table().texts(Requests.TRACE).orElseThrow(), row) + '/' + text(spans.table().texts(Traces.PARENT).orElseThrow(), row);
    }

    private static int[] rows(Requests spans, IntPredicate wanted) {
        return java.util.stream.IntStream.range(0, spans.table().rows()).filter(wanted).toArray();
    }

    /// The largest number of visits that were in service at one moment; handing over within a microsecond is no overlap.
    static int mostAtOnce(Visits visits) {
        double[] services = visits.services();
        long[] changes = new long[2 * services.length];
        int n = 0;
        for (int i = 0; i < services.length; i++) {
            if (!Double.isNaN(services[i])) {
                long from = visits.arrivals()[i] + Math.round(visits.waits()[i] * 1e9);
                changes[n++] = from << 1 | 1;
                changes[n++] = from + Math.max(1, Math.round(services[i] * 1e9) - SLACK_NANOS) << 1;
            }
        }
        Arrays.sort(changes, 0, n);
        int most = 0;
        int now = 0;
        for (int i = 0; i < n; i++) {
            now += (changes[i] & 1) == 1 ? 1 : -1;
            most = Math.max(most, now);
        }
        return most;
    }
}
