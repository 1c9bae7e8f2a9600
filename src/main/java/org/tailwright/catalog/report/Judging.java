package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Traces;
import org.tailwright.data.Unit;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Verdict;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Quantiles;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// Judges objectives: breach when the whole interval lies beyond the limit, holds when all of it lies below; at risk when the estimate lies
/// beyond but the interval reaches below, watch the other way round; cannot tell when the rows cannot carry the number. Failed requests
/// count with their duration, and are judged by an objective on errors.
public final class Judging {
    private static final double Z = 1.959963984540054;

    private Judging() {}

    /// The verdicts on all requests; on spans only where there are no requests, because both speak of the same work.
    public static List<Verdict> verdicts(List<Dataset> datasets, Inputs inputs, Work work) {
        List<Requests> judged = judged(datasets);
        List<Verdict> verdicts = new ArrayList<>();
        for (Objective objective : inputs.objectives()) {
            for (Requests requests : judged) {
                one(objective, requests, judged.size() > 1, inputs, work).ifPresent(verdicts::add);
            }
        }
        return verdicts;
    }

    /// The requests that objectives speak about.
    static List<Requests> judged(List<Dataset> datasets) {
        List<Requests> requests = datasets.stream().filter(Requests.class::isInstance).map(Requests.class::cast).toList();
        return !requests.isEmpty() ? requests
                : datasets.stream().filter(Traces.class::isInstance).map(Traces.class::cast).map(Traces::asRequests).toList();
    }

    private static Optional<Verdict> one(Objective objective, Requests requests, boolean several, Inputs inputs, Work work) {
        if (objective.where().stream().anyMatch(each -> !requests.table().columns().containsKey(each.column()))) {
            return Optional.empty();
        }
        Selection selection = inputs.selection();
        for (Selection.Filter each : objective.where()) {
            selection = selection.filters().contains(each) ? selection : selection.toggled(each);
        }
        Requests rows = selection.of(requests);
        String what = measure(objective) + " of " + (objective.where().isEmpty() ? "all requests" : where(objective)) + (several ? " in " + requests.name() : "");
        return Optional.of(objective.measure().isPresent() ? latency(objective, rows, what, inputs, work) : errors(objective, rows, what, inputs));
    }

    private static Verdict latency(Objective objective, Requests rows, String what, Inputs inputs, Work work) {
        Percentile found = QuantileIntervals.of(Sample.of(rows, work), objective.measure().orElseThrow(), work);
        boolean maximum = found.p() >= 1;
        Verdict.Level level = found.n() == 0 || !found.supported() && !maximum ? Verdict.Level.CANNOT_TELL
                : maximum ? (found.value() < objective.limit() ? Verdict.Level.HOLDS : Verdict.Level.BREACH)
                : level(found.value(), found.low(), found.high(), objective.limit());
        String text = found.n() == 0 ? "no requests" : Numbers.duration(found.value());
        String interval = found.hasInterval() ? bracket(Numbers.duration(found.value(), found.low(), found.high())) : found.supported() ? "" : found.why();
        Provenance how = new Provenance(List.of(rows.name()), Words.of(inputs.selection(), inputs.zone()), Quantiles.DEFINITION, found.n(),
                found.hasInterval() ? QuantileIntervals.METHOD + " = " + Numbers.count(Math.round(found.nEff())) : found.why());
        return new Verdict(level, what, new Figure(text, interval, found.value(), Unit.DURATION, how), "< " + Numbers.duration(objective.limit()), "latency");
    }

    private static Verdict errors(Objective objective, Requests rows, String what, Inputs inputs) {
        long n = rows.rows();
        double share = n == 0 ? Double.NaN : rows.errors() / (double) n;
        boolean known = n > 0 && rows.failures().isPresent();
        double[] interval = wilson(rows.errors(), n);
        Verdict.Level level = known ? level(share, interval[0], interval[1], objective.limit()) : Verdict.Level.CANNOT_TELL;
        Provenance how = new Provenance(List.of(rows.name()), Words.of(inputs.selection(), inputs.zone()), "failed rows ÷ all rows", n,
                "95 %, Wilson score, rows taken as independent");
        String text = known ? Numbers.percent(share) : n == 0 ? "no requests" : "failures unknown";
        return new Verdict(level, what, new Figure(text, known ? bracket(Numbers.percent(share, interval[0], interval[1])) : "", share, Unit.RATIO, how),
                "< " + Numbers.percent(objective.limit()), "latency");
    }

    /// The level of an estimate with its interval against a limit that must not be reached.
    static Verdict.Level level(double value, double low, double high, double limit) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return Verdict.Level.CANNOT_TELL;
        }
        if (high < limit) {
            return Verdict.Level.HOLDS;
        }
        return low >= limit ? Verdict.Level.BREACH : value >= limit ? Verdict.Level.RISK : Verdict.Level.WATCH;
    }

    /// Wilson's score interval of a share (Wilson 1927), 95 %.
    static double[] wilson(long hits, long n) {
        if (n == 0) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double p = hits / (double) n;
        double z2 = Z * Z / n;
        double middle = (p + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n));
        return new double[] {hits == 0 ? 0 : Math.max(0, Math.min(p, middle - half)), hits == n ? 1 : Math.min(1, Math.max(p, middle + half))};
    }

    private static String measure(Objective objective) {
        return objective.measure().map(Numbers::percentile).orElse("errors");
    }

    private static String where(Objective objective) {
        return String.join(", ", objective.where().stream().map(each -> each.column().equals(Requests.LABEL) ? each.value() : each.column() + " = " + each.value()).toList());
    }

    private static String bracket(String words) {
        int open = words.indexOf('[');
        return open < 0 ? "" : words.substring(open);
    }
}
