package org.tailwright.statistics.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.work.Work;

/// Whether a run was what it claims to be: Little's law against an independent count of users, offered against achieved rate, the load
/// generator's health, backlog, loop, warm-up, and what [DataChecks] sees.
public final class TrustAnalysis {
    private static final double GROWTH = 0.25;
    private static final double RARE = 0.001;

    private static final Field<Double> OFFERED = Field.number("offered", "requests per second that were meant to be sent; 0 when unknown", 0, 0, 1e9);

    /// Requests or spans; metrics beside them tell users, dropped iterations and processors.
    public static final Analysis<Double, TrustResult> ANALYSIS = new Analysis<>("trust", "Trust", List.of(Slot.durations(),
            new Slot("beside", Set.of(Dataset.Kind.METRICS), Slot.Arity.MANY)), new Form<>(List.of(OFFERED), values -> values.get(OFFERED)), TrustAnalysis::answer, TrustSection::explain);

    private TrustAnalysis() {}

    private static Outcome<TrustResult> answer(Inputs inputs, Double offered, Work work) {
        Optional<Requests> requests = inputs.requests();
        if (requests.isEmpty() || requests.get().table().rows() == 0) {
            return Outcome.not("There are no requests here whose load could be judged.");
        }
        List<Metrics> beside = inputs.datasets().stream().filter(Metrics.class::isInstance).map(Metrics.class::cast).toList();
        return Outcome.answer(of(requests.get(), beside, offered, work));
    }

    /// Judges requests, of which there is at least one.
    ///
    /// @param beside metrics that may tell users, dropped iterations and processors
    /// @param offered requests per second that were meant to be sent, 0 when unknown
    public static TrustResult of(Requests requests, List<Metrics> beside, double offered, Work work) {
        List<Check> checks = new ArrayList<>(DataChecks.of(requests, work));
        Optional<Flow> flow = weighted(requests) ? Optional.empty() : Flow.of(requests, work);
        if (flow.isEmpty()) {
            String why = weighted(requests) ? "rows were sampled, so rates and concurrency are not judged"
                    : "fewer than " + Flow.ROWS * Flow.FEWEST + " requests: the load is not judged";
            checks.add(Check.note("load", why));
            return new TrustResult(sorted(checks), Loop.Kind.UNKNOWN.name().toLowerCase(Locale.ROOT), Optional.empty(), Optional.empty(), Optional.empty(), why);
        }
        work.check();
        return judged(requests, beside, offered, flow.get(), checks);
    }

    private static TrustResult judged(Requests requests, List<Metrics> beside, double offered, Flow flow, List<Check> checks) {
        Optional<Users> users = Users.of(requests, beside, flow);
        Optional<Little> little = users.flatMap(each -> Little.of(flow, each));
        checks.add(little.map(TrustAnalysis::little).orElseGet(() -> Check.note("little",
                "nothing counts users independently (threads, connections, pool), so Little's law cannot be checked")));
        checks.addAll(Offered.of(requests, beside, flow, offered));
        checks.add(backlog(flow, users));
        Loop loop = Loop.of(requests, flow);
        checks.add(loop(loop, little));
        WarmUp warm = WarmUp.of(flow, users);
        Optional<TimeSpan> settled = warm.windows() == 0 ? Optional.empty()
                : Optional.of(new TimeSpan(flow.from() + warm.windows() * flow.width(), requests.span().orElseThrow().end() + 1));
        checks.add(settled.isPresent() ? Check.doubt("warm-up", "the first " + Numbers.duration(warm.windows() * (double) flow.width()) + " are not like the rest ("
                + warm.rule() + "): leave them out") : warm.steady() ? Check.fine("warm-up", warm.rule()) : Check.doubt("warm-up", warm.rule()));
        return new TrustResult(sorted(checks), loop.kind().name().toLowerCase(Locale.ROOT),
                little.map(each -> new TrustResult.Ratio(each.ratio().value(), each.ratio().low(), each.ratio().high())), little.map(Little::thinkNanos), settled, warm.rule());
    }

    private static boolean weighted(Requests requests) {
        return requests.table().doubles(Requests.WEIGHT).isPresent();
    }

    private static List<Check> sorted(List<Check> checks) {
        return checks.stream().sorted(Comparator.comparing(Check::level).reversed()).toList();
    }

    private static Check little(Little found) {
        String words = "X·R = " + Numbers.number(found.inFlight()) + " in flight against N = " + Numbers.number(found.users()) + " (" + found.source() + "): "
                + Numbers.percent(found.ratio().value(), found.ratio().low(), found.ratio().high());
        if (found.impossible()) {
            return Check.doubt("little", words + "; more in flight than there were users: rows overlap (parts counted beside their whole, parallel requests), or N is of one of several load generators");
        }
        return Check.fine("little", words + (found.full() ? "; users hardly think between requests" : "; by Little's law " + Numbers.duration(found.thinkNanos())
                + " pass between the requests of a user"));
    }

    private static Check loop(Loop loop, Optional<Little> little) {
        return switch (loop.kind()) {
            case OPEN -> Check.fine("loop", "looks like an open loop: " + loop.why());
            case CLOSED -> little.isPresent() && !little.get().full() ? Check.note("loop", "looks like a closed loop: " + loop.why() + "; a slow system gets less load")
                    : Check.doubt("loop", "looks like a closed loop: " + loop.why() + "; a slow system gets less load, so latency under an open load is unknown");
            case UNKNOWN -> Check.note("loop", "open or closed loop cannot be told: " + loop.why());
        };
    }

    /// What is in flight must not grow by itself.
    private static Check backlog(Flow flow, Optional<Users> users) {
        double[] inFlight = java.util.Arrays.copyOfRange(flow.inFlight(), 1, flow.size() - 1);
        double mean = java.util.Arrays.stream(inFlight).average().orElse(0);
        Batches.Trend trend = Batches.trend(inFlight);
        String words = "requests in flight go from " + Numbers.number(Math.max(0, mean - trend.change() / 2)) + " to " + Numbers.number(Math.max(0, mean + trend.change() / 2));
        if (Math.abs(trend.change()) < GROWTH * mean || trend.p() > RARE || trend.change() < 0) {
            return Check.fine("backlog", "requests in flight do not grow by themselves (" + Numbers.number(mean) + " on average)");
        }
        return users.isPresent() && !users.get().steady(0) ? Check.note("backlog", words + " while the number of users changes")
                : Check.doubt("backlog", words + ": work comes faster than it is done, so percentiles depend on how long was measured");
    }
}
