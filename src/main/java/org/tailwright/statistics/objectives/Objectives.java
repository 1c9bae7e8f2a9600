package org.tailwright.statistics.objectives;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Flags;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.Unit;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Verdict;
import org.tailwright.statistics.Figures;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Sample;
import org.tailwright.statistics.Shares;
import org.tailwright.work.Work;

/// Judges objectives: an objective holds when the whole 95 % interval lies below its limit, is breached when the whole interval lies at
/// or above it. Where the limit lies inside the interval it is at risk when the estimate reaches the limit, else to be watched. Without an interval
/// the data cannot tell.
///
/// Slow requests that cluster in one long incident leave no interval: nothing then says how another run would fare. Still, this run can
/// have breached: when at least twice as many of its requests as the objective allows, and no fewer than 30, reached the limit, the
/// verdict is a breach of this run, and says so. The other way round nothing holds without an interval.
///
/// Latency is judged over all requests and over the successful alone, and the worse counts, so that failing fast never helps.
public final class Objectives {
    /// Why nothing is said about latency where nothing succeeded.
    public static final String NO_SUCCESS = "every request failed, so no latency of a success is known";

    private static final double TWICE = 2;
    private static final double FEWEST = 30;

    private Objectives() {}

    /// What was found, with a reason in words.
    ///
    /// @param verdict row of the verdict table
    /// @param why what decided, or what is missing
    public record Judged(Objective objective, Verdict verdict, String why) {}

    /// All objectives of `inputs` against its requests, worst first; empty without objectives or requests.
    public static List<Judged> judge(Inputs inputs, Work work) {
        Optional<Requests> requests = inputs.requests();
        return requests.isEmpty() ? List.of() : inputs.objectives().stream().map(each -> judge(each, requests.get(), inputs, work))
                .sorted(Comparator.comparing(each -> each.verdict().level())).toList();
    }

    /// One objective against requests.
    public static Judged judge(Objective objective, Requests requests, Inputs inputs, Work work) {
        Optional<String> unknown = objective.where().stream().map(Selection.Filter::column)
                .filter(column -> !requests.table().columns().containsKey(column)).findFirst();
        if (unknown.isPresent()) {
            return undecided(objective, "there is no column '" + unknown.get() + "'");
        }
        Requests bound = new Selection(Optional.empty(), Optional.empty(), objective.where()).of(requests);
        if (bound.table().rows() == 0) {
            return undecided(objective, "no request matches");
        }
        return objective.measure().isPresent() ? latency(objective, bound, inputs, work) : errors(objective, bound, inputs, work);
    }

    /// One objective against a percentile that is known already, with or without an interval.
    ///
    /// @param beyond share of the values that surely reached the limit; NaN where it is not known
    /// @param figure of the percentile
    public static Judged judge(Objective objective, Percentile measured, double beyond, Figure figure) {
        if (!measured.hasInterval() && measured.p() < 1 && measured.value() >= objective.limit() && beyond >= TWICE * (1 - measured.p()) && beyond * measured.n() >= FEWEST) {
            return inThisRun(objective, measured, "at least " + Numbers.percent(beyond), "no interval says how another run would fare", figure);
        }
        return Double.isNaN(measured.value()) ? undecided(objective, measured.why()) : judged(objective, measured, "", figure);
    }

    /// An objective of errors against requests of which only numbers are known: many more failures than it allows breach it, as they do for latency.
    ///
    /// @param failed of `n` requests; negative where the source does not say
    public static Judged judge(Objective objective, long failed, long n, Inputs inputs) {
        if (failed < 0 || n <= 0) {
            return undecided(objective, "the source does not say how many requests failed");
        }
        Shares.Share share = new Shares.Share((double) failed / n, Double.NaN, Double.NaN, n, Double.NaN);
        boolean breach = share.value() >= TWICE * objective.limit() && failed >= FEWEST;
        String words = Numbers.percent(share.value()) + " of " + Numbers.count(n) + " requests failed";
        return new Judged(objective, verdict(objective, breach ? Verdict.Level.BREACH : Verdict.Level.CANNOT_TELL, "", Figures.share(share, Numbers.percent(share.value()), inputs)),
                Figures.sentence(breach ? words + " in this run, where " + Numbers.percent(objective.limit()) + " may" : words + "; a number alone does not tell how far it scatters"));
    }

    /// An objective that nothing can be said about.
    ///
    /// @param why what is missing, a clause
    public static Judged undecided(Objective objective, String why) {
        Figure none = new Figure(Numbers.ABSENT, "", Double.NaN, Unit.NONE, Provenance.of("not computed: " + why, 0));
        return new Judged(objective, verdict(objective, Verdict.Level.CANNOT_TELL, "", none), Figures.sentence(why));
    }

    private static Judged latency(Objective objective, Requests requests, Inputs inputs, Work work) {
        double p = objective.measure().orElseThrow();
        Percentile all = QuantileIntervals.of(Sample.of(requests, work), p, work);
        if (!all.supported() && p < 1 && all.value() >= objective.limit()) {
            double beyond = beyond(requests, objective.limit());
            if (beyond >= TWICE * (1 - p) && beyond * requests.rows() >= FEWEST) {
                return inThisRun(objective, all, Numbers.percent(beyond), "they cluster in time, so no interval says how another run would fare", Figures.percentile(all, inputs));
            }
        }
        Optional<Flags> failures = requests.failures().filter(each -> each.count() > 0);
        if (failures.isEmpty()) {
            return judged(objective, all, "", inputs);
        }
        Rows good = Rows.where(requests.table().rows(), row -> !failures.get().at(row));
        if (good.size() == 0) { // failing slowly is a breach; failing fast says nothing about latency
            return level(all, objective.limit()) == Verdict.Level.BREACH ? judged(objective, all, "", inputs)
                    : undecided(objective, NO_SUCCESS);
        }
        Percentile success = QuantileIntervals.of(Sample.of(requests.select(good), work), p, work);
        Verdict.Level ofAll = level(all, objective.limit());
        Verdict.Level ofSuccess = level(success, objective.limit());
        boolean worse = ofSuccess.compareTo(ofAll) < 0 || ofSuccess == ofAll && success.value() > all.value();
        return worse ? judged(objective, success, " of the successful", inputs) : judged(objective, all, "", inputs);
    }

    /// Share of the requests that reached the limit.
    private static double beyond(Requests requests, double limit) {
        org.tailwright.data.Longs durations = requests.durations();
        long slow = 0;
        for (int row = 0; row < durations.size(); row++) {
            slow += durations.at(row) >= limit ? 1 : 0;
        }
        return (double) slow / durations.size();
    }

    private static Judged inThisRun(Objective objective, Percentile measured, String share, String open, Figure figure) {
        String why = share + " of these requests took " + Numbers.duration(objective.limit()) + " or longer, where " + Numbers.percent(1 - measured.p()) + " may; " + open;
        return new Judged(objective, verdict(objective, Verdict.Level.BREACH, "", figure), Figures.sentence(why));
    }

    private static Verdict.Level level(Percentile measured, double limit) {
        if (measured.p() >= 1) {
            boolean between = measured.hasInterval();
            boolean breach = (between ? measured.low() : measured.value()) >= limit;
            boolean holds = measured.supported() && (between ? measured.high() : measured.value()) < limit;
            return breach ? Verdict.Level.BREACH : holds ? Verdict.Level.HOLDS : Verdict.Level.CANNOT_TELL;
        }
        return measured.supported() && measured.hasInterval() ? level(measured.value(), measured.low(), measured.high(), limit) : Verdict.Level.CANNOT_TELL;
    }

    private static Verdict.Level level(double value, double low, double high, double limit) {
        return high < limit ? Verdict.Level.HOLDS : low >= limit ? Verdict.Level.BREACH : value >= limit ? Verdict.Level.RISK : Verdict.Level.WATCH;
    }

    private static Judged judged(Objective objective, Percentile measured, String of, Inputs inputs) {
        return judged(objective, measured, of, Figures.percentile(measured, inputs));
    }

    private static Judged judged(Objective objective, Percentile measured, String of, Figure figure) {
        Verdict.Level level = level(measured, objective.limit());
        return new Judged(objective, verdict(objective, level, of, figure), why(objective, measured, level, of));
    }

    private static String why(Objective objective, Percentile measured, Verdict.Level level, String of) {
        String name = Numbers.percentile(measured.p()) + of;
        String limit = Numbers.duration(objective.limit());
        return switch (level) {
            case HOLDS -> Figures.sentence(name + " is " + Figures.words(measured) + (measured.p() == 1 ? ", below " : ", all of it below ") + limit);
            case BREACH -> Figures.sentence(name + " is " + Figures.words(measured) + (measured.p() == 1 ? ", not below " : ", none of it below ") + limit);
            case RISK, WATCH -> Figures.sentence(limit + " lies inside the interval of " + name + ", " + Figures.words(measured) + "; a longer run narrows it");
            case CANNOT_TELL -> Figures.sentence(name + " was " + Figures.words(measured) + " in this run, "
                            + (measured.value() < objective.limit() ? "below" : "not below") + " " + limit + ", but " + measured.why());
        };
    }

    private static Judged errors(Objective objective, Requests requests, Inputs inputs, Work work) {
        if (requests.failures().isEmpty()) {
            return undecided(objective, "the source does not say which requests failed");
        }
        Shares.Share share = Shares.failures(requests, work);
        Verdict.Level level = share.supported() ? level(share.value(), share.low(), share.high(), objective.limit()) : Verdict.Level.CANNOT_TELL;
        String words = share.supported() ? Numbers.percent(share.value(), share.low(), share.high()) : Numbers.percent(share.value());
        String why = switch (level) {
            case HOLDS -> words + " of the requests failed, all of it below " + Numbers.percent(objective.limit());
            case BREACH -> words + " of the requests failed, none of it below " + Numbers.percent(objective.limit());
            case RISK, WATCH -> Numbers.percent(objective.limit()) + " lies inside the interval of the failures, " + words + "; a longer run narrows it";
            case CANNOT_TELL -> share.value() == 0 ? "none of these " + Numbers.count(requests.rows()) + " requests failed, too few for an interval"
                    : words + " of the requests failed, too few independent ones for an interval: the run is short, or failures come in long clusters";
        };
        return new Judged(objective, verdict(objective, level, "", Figures.share(share, Numbers.percent(share.value()), inputs)),
                Figures.sentence(why));
    }

    private static Verdict verdict(Objective objective, Verdict.Level level, String of, Figure measured) {
        String measure = objective.measure().map(Numbers::percentile).orElse("errors");
        String where = String.join(" and ", objective.where().stream().map(each -> each.column().equals("label") ? each.value()
                : each.column() + " = " + each.value()).toList());
        String limit = "< " + (objective.measure().isPresent() ? Numbers.duration(objective.limit()) : Numbers.percent(objective.limit()));
        return new Verdict(level, measure + of + (where.isEmpty() ? "" : " of " + where), measured, limit, "latency");
    }
}
