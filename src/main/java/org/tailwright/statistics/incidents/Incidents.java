package org.tailwright.statistics.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.data.Dataset;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Sample;
import org.tailwright.statistics.Shares;
import org.tailwright.work.Work;

/// The incidents of a run: windows of time that are clearly worse than the rest under the same load, and what else moved then.
public final class Incidents {
    private static final int FEWEST = 30;
    private static final int LABELS = 10;
    private static final int LABEL_ROWS = 10;
    /// A median or p90 must be this many times that of the rest.
    static final double SLOWER = 1.2;

    /// The analysis. The first requests or spans are searched; further metrics, traces, recordings and pauses are compared.
    public static final Analysis<Map<String, String>, IncidentsResult> ANALYSIS = new Analysis<>("incidents", "Incidents",
            List.of(Slot.durations(), new Slot("beside", Set.of(Dataset.Kind.METRICS, Dataset.Kind.TRACES, Dataset.Kind.RECORDING,
                    Dataset.Kind.REQUESTS), Slot.Arity.MANY)),
            Form.none(), (inputs, _, work) -> answer(inputs, work), IncidentsSection::explain);

    private Incidents() {}

    private static Outcome<IncidentsResult> answer(Inputs inputs, Work work) {
        Optional<Requests> requests = inputs.requests();
        return requests.isEmpty() ? Outcome.not("There are no requests here in which to seek incidents.") : find(requests.get(), inputs, work);
    }

    /// The incidents of `requests`, compared with the other data sets of `inputs`.
    public static Outcome<IncidentsResult> find(Requests requests, Inputs inputs, Work work) {
        int n = requests.table().rows();
        if (n < FEWEST * LABEL_ROWS) {
            return Outcome.not("Incidents need at least " + FEWEST * LABEL_ROWS + " requests; there are " + n + ".");
        }
        TimeSpan span = starts(requests.starts());
        if (span.length() < 2) {
            return Outcome.not("All requests start at the same moment; incidents need a course of time.");
        }
        Scores scores = Scores.of(requests, span, Scores.width(span, n));
        work.check();
        if (scores.used() < FEWEST) {
            return Outcome.not(scores.steps().count() > 1
                    ? "The load changes too often: incidents are sought only under steady load, and fewer than " + FEWEST + " windows have that."
                    : "Fewer than " + FEWEST + " windows of time have requests; the run is too short for incidents to be told apart.");
        }
        List<TimeSpan> spans = Search.segments(scores, inputs.seed(), work).stream().map(scores::span).toList();
        List<Incident> incidents = new ArrayList<>();
        for (TimeSpan each : spans) {
            incident(requests, inputs, scores, each, spans, work).ifPresent(incidents::add);
        }
        return Outcome.answer(new IncidentsResult(incidents, scores.width(), scores.used(), scores.steps().count()));
    }

    private static TimeSpan starts(Longs starts) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < starts.size(); row++) {
            first = Math.min(first, starts.at(row));
            last = Math.max(last, starts.at(row));
        }
        return new TimeSpan(first, last + 1);
    }

    private static Optional<Incident> incident(Requests requests, Inputs inputs, Scores scores, TimeSpan span, List<TimeSpan> all, Work work) {
        Longs starts = requests.starts();
        int n = starts.size();
        boolean[] levels = levels(scores, span);
        Requests inside = where(requests, n, row -> span.contains(starts.at(row)));
        Requests outside = where(requests, n, row -> {
            long start = starts.at(row);
            int window = (int) Math.min(scores.steps().levels().length - 1L, (start - scores.from()) / scores.width());
            int level = scores.steps().levels()[window];
            return level >= 0 && levels[level] && all.stream().noneMatch(other -> other.contains(start));
        });
        double seconds = secondsOutside(scores, levels, all);
        Incident.Side in = side(inside, span.length() / 1e9, work);
        Incident.Side out = side(outside, seconds, work);
        boolean slower = in.p50().value() >= SLOWER * out.p50().value() || in.p90().value() >= SLOWER * out.p90().value();
        boolean failing = in.errors().value() >= 2 * out.errors().value() && in.errors().value() > out.errors().value() + 0.01;
        if (!slower && !failing) {
            return Optional.empty();
        }
        return Optional.of(new Incident(span, in, out, labels(inside, outside), Contributors.of(inputs, span, all, requests)));
    }

    private static Requests where(Requests requests, int n, IntPredicate wanted) {
        return requests.select(Rows.where(n, wanted));
    }

    /// Which load levels an incident touches.
    private static boolean[] levels(Scores scores, TimeSpan span) {
        boolean[] touched = new boolean[scores.steps().count()];
        for (int w = 0; w < scores.steps().levels().length; w++) {
            int level = scores.steps().levels()[w];
            if (level >= 0 && span.contains(scores.from() + w * scores.width())) {
                touched[level] = true;
            }
        }
        return touched;
    }

    private static double secondsOutside(Scores scores, boolean[] levels, List<TimeSpan> all) {
        long windows = 0;
        for (int w = 0; w < scores.steps().levels().length; w++) {
            long start = scores.from() + w * scores.width();
            int level = scores.steps().levels()[w];
            windows += level >= 0 && levels[level] && all.stream().noneMatch(other -> other.contains(start)) ? 1 : 0;
        }
        return Math.max(1, windows) * (scores.width() / 1e9);
    }

    private static Incident.Side side(Requests requests, double seconds, Work work) {
        Sample sample = Sample.of(requests, work);
        List<Percentile> found = QuantileIntervals.of(sample, work, 0.5, 0.9, 0.99);
        Shares.Share errors = requests.failures().isEmpty() ? Shares.wilson(0, 0, 0) : Shares.failures(requests, work);
        return new Incident.Side(sample.size(), sample.total() / seconds, found.get(0), found.get(1), found.get(2), errors);
    }

    /// Labels by how much their p90 or their share of failures grew.
    private static List<Incident.LabelShift> labels(Requests inside, Requests outside) {
        if (inside.labels().isEmpty()) {
            return List.of();
        }
        Map<String, Requests> rest = byLabel(outside);
        List<Incident.LabelShift> shifts = new ArrayList<>();
        byLabel(inside).forEach((label, own) -> {
            Requests other = rest.get(label);
            if (other != null && own.rows() >= LABEL_ROWS && other.rows() >= LABEL_ROWS) {
                shifts.add(new Incident.LabelShift(label, own.rows(), p90(own), p90(other), (double) own.errors() / own.rows(),
                        (double) other.errors() / other.rows()));
            }
        });
        shifts.sort(Comparator.comparingDouble(Incidents::weight).reversed().thenComparing(Incident.LabelShift::label));
        return shifts.stream().filter(each -> weight(each) > Math.log(SLOWER)).limit(LABELS).toList();
    }

    private static double weight(Incident.LabelShift shift) {
        double ratio = shift.outside() > 0 ? Math.log(Math.max(1, shift.inside()) / shift.outside()) : 0;
        return Math.max(ratio, 10 * (shift.errorsInside() - shift.errorsOutside()));
    }

    private static double p90(Requests requests) {
        return org.tailwright.statistics.Quantiles.of(requests.durations().toArray(), Work.NONE, 0.9)[0];
    }

    private static Map<String, Requests> byLabel(Requests requests) {
        Texts labels = requests.labels().orElseThrow();
        Map<Integer, java.util.BitSet> rows = new HashMap<>();
        for (int row = 0; row < labels.size(); row++) {
            rows.computeIfAbsent(labels.code(row), _ -> new java.util.BitSet()).set(row);
        }
        Map<String, Requests> found = new HashMap<>();
        rows.forEach((code, bits) -> found.put(code < 0 ? "(no label)" : labels.text(code), requests.select(Rows.of(bits))));
        return found;
    }
}
