package org.tailwright.models.queueing.calibration;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.reports.Block.Tone;

/// Tests of what a model assumes. Each goes by the size of the effect first and by its significance second, because with many requests everything is
/// significant.
final class Checks {
    private static final double SPREAD = 0.1;
    private static final double LEVEL = 0.05;
    private static final double DRIFTING = 3;
    private static final double QUARTER = 0.25;
    private static final double LEFT = 0.01;

    private Checks() {}

    static List<Check> of(StationModel model, StationSteps found, Station station, List<CalibrationResult.Compared> compared) {
        List<Check> checks = new ArrayList<>();
        checks.add(arrivals(model, found));
        checks.add(stationary(found.steps()));
        dependence(found).ifPresent(checks::add);
        if (model == StationModel.CLOSED) {
            outside(found.steps()).ifPresent(checks::add);
        }
        law(model, found, station).ifPresent(checks::add);
        if (model != StationModel.IMPATIENT) {
            left(found.steps()).ifPresent(checks::add);
        }
        misses(model, compared, station).ifPresent(checks::add);
        return checks;
    }

    private static Check arrivals(StationModel model, StationSteps found) {
        List<Arrivals> judged = found.steps().stream().map(StationStep::arrivals).filter(Arrivals::telling).toList();
        long other = judged.stream().filter(Arrivals::otherThanPoisson).count();
        String numbers = "index of dispersion in windows of about ten arrivals (1 for Poisson): " + range(judged.stream().mapToDouble(Arrivals::dispersion).toArray())
                + " over " + judged.size() + " steps, " + other + " of them beyond doubt more than 0.25 from 1.";
        if (found.closed()) {
            return new Check(model.poisson() ? Tone.WATCH : Tone.PLAIN, "Arrivals come from a fixed number of users",
                    "A user waits for the answer before the next request, so arrivals slow down when the station does; an open model overstates long lines. The " + numbers);
        }
        if (judged.isEmpty()) {
            return new Check(Tone.WATCH, "Whether arrivals are Poisson cannot be told", found.visits().weight() > 1.5 ? "A sample of one in " + Quantity.COUNT.format(Math.rint(found.visits().weight()))
                    + " hides bursts; ca² = 1 is assumed." : "No step has enough windows of ten arrivals for a narrow interval; ca² = 1 is assumed.");
        }
        return other > QUARTER * judged.size()
                ? new Check(model.poisson() ? Tone.BAD : Tone.WATCH, "Arrivals are not Poisson", "The " + numbers)
                : new Check(Tone.GOOD, "Arrivals look Poisson", "The " + numbers);
    }

    private static Check stationary(List<StationStep> steps) {
        long drifting = steps.stream().map(StationStep::arrivals).filter(each -> Math.abs(each.drift()) > SPREAD && Math.abs(each.drifting()) > DRIFTING).count();
        String numbers = drifting + " of " + steps.size() + " steps have arrivals that differ by more than 10 % and three standard errors between their halves.";
        return drifting > QUARTER * steps.size() ? new Check(Tone.BAD, "Not stationary", numbers) : new Check(Tone.GOOD, "Steady inside the steps", numbers);
    }

    /// Whether service times differ between steps, with load or otherwise.
    private static Optional<Check> dependence(StationSteps found) {
        List<StationStep> steps = found.steps().stream().filter(each -> each.service().seconds().known()).toList();
        Optional<Check> falls = found.closed() && found.source() != StationSteps.Source.GAUGES ? falls(found.steps()) : Optional.empty();
        if (falls.isPresent()) {
            return falls;
        }
        if (found.source() == StationSteps.Source.TYPED || steps.size() < 3) {
            return found.source() == StationSteps.Source.RESIDENCE ? Optional.of(new Check(Tone.WATCH, "Whether service depends on load cannot be told",
                    "Only residence was measured, so that a slower service looks like waiting; the held-out step is the only test.")) : Optional.empty();
        }
        double[] rates = steps.stream().mapToDouble(StationStep::rate).toArray();
        double[] services = steps.stream().mapToDouble(each -> each.service().seconds().value()).toArray();
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < rates.length; i++) {
            line.addData(rates[i], services[i]);
        }
        double[] ends = ends(rates);
        double change = line.getSlope() * (ends[1] - ends[0]) / line.predict(ends[0]);
        double p = steps.size() > 2 ? line.getSignificance() : Double.NaN;
        if (ends[1] > 1.5 * ends[0]) {
            String numbers = "Mean service " + (change < 0 ? "falls by " : "rises by ") + Numbers.percent(Math.abs(change)) + " from " + Numbers.rate(ends[0]) + " to "
                    + Numbers.rate(ends[1]) + " (straight line over " + steps.size() + " steps, " + Numbers.pValue(p) + ").";
            return Optional.of(Math.abs(change) > SPREAD && p < LEVEL ? new Check(Tone.BAD, "Service depends on load", numbers)
                    : new Check(Tone.GOOD, "Service does not depend on load here", numbers));
        }
        return Optional.of(homogeneous(steps, services));
    }

    /// Throughput that falls while users are added: no line before servers of constant speed does that.
    private static Optional<Check> falls(List<StationStep> steps) {
        Map<Double, DoubleSummaryStatistics> levels = new TreeMap<>();
        steps.forEach(each -> levels.computeIfAbsent(each.load(), _ -> new DoubleSummaryStatistics()).accept(each.rate()));
        DoubleSummaryStatistics best = new DoubleSummaryStatistics();
        for (Map.Entry<Double, DoubleSummaryStatistics> each : levels.entrySet()) {
            if (best.getCount() > 0 && each.getValue().getMax() < best.getMin() && each.getValue().getAverage() < (1 - SPREAD) * best.getAverage()) {
                return Optional.of(new Check(Tone.BAD, "Service depends on load", "Throughput falls from " + Numbers.rate(best.getAverage()) + " to "
                        + Numbers.rate(each.getValue().getAverage()) + " at " + Quantity.COUNT.format(each.getKey()) + " users, in all repeats: no line before servers of constant speed"
                        + " does that. The scalability law has a term for it, β."));
            }
            best = best.getCount() == 0 || each.getValue().getAverage() > best.getAverage() ? each.getValue() : best;
        }
        return Optional.empty();
    }

    /// Steps whose interval of the mean service lies apart from the mean of all by more than a tenth.
    private static Check homogeneous(List<StationStep> steps, double[] services) {
        double all = java.util.Arrays.stream(services).average().orElse(Double.NaN);
        long apart = steps.stream().map(each -> each.service().seconds())
                .filter(each -> each.bounded() && (each.low() > all * (1 + SPREAD) || each.high() < all * (1 - SPREAD))).count();
        String numbers = "Mean service by step: " + times(services) + "; " + apart + " of " + steps.size() + " have a 95 % interval more than 10 % away from the mean of all."
                + " The load differed too little between steps to see a dependence on it.";
        return apart > QUARTER * steps.size() / 2 ? new Check(Tone.BAD, "Service is not the same all the time", numbers)
                : new Check(Tone.GOOD, "Service is the same in all steps", numbers);
    }

    /// Time outside the station must not depend on the number of users either.
    private static Optional<Check> outside(List<StationStep> steps) {
        double[] outside = steps.stream().filter(each -> each.seen().response().known())
                .mapToDouble(each -> Math.max(0, each.load() / each.rate() - each.seen().response().value())).toArray();
        double[] ends = ends(outside);
        double most = steps.stream().mapToDouble(each -> each.load() / each.rate()).max().orElse(1);
        if (outside.length < 3 || ends[1] < SPREAD * most) {
            return Optional.empty();
        }
        String numbers = "A round outside the station took " + times(outside) + " by step (N/X less the response).";
        return Optional.of(ends[1] > 1.5 * ends[0] ? new Check(Tone.BAD, "The rest of a round depends on load", numbers + " The users are slowed down somewhere else.")
                : new Check(Tone.GOOD, "The rest of a round does not depend on load", numbers));
    }

    private static Optional<Check> law(StationModel model, StationSteps found, Station station) {
        if (found.source() != StationSteps.Source.SPANS && found.source() != StationSteps.Source.SERVICE) {
            return Optional.of(new Check(Tone.MUTED, "The law of service is unknown", "Only means were measured; cs² = " + Numbers.number(station.cs2())
                    + " is assumed. With cs² = 0 waits halve, with 3 they double."));
        }
        String numbers = "cs² = " + Numbers.number(station.cs2()) + " (1 for exponential); the mean wait changes with (1 + cs²)/2.";
        boolean near = Math.abs(station.cs2() - 1) <= 0.3;
        return Optional.of(near ? new Check(Tone.GOOD, "Service varies about as much as exponential service", numbers)
                : new Check(model.exponential() ? Tone.WATCH : Tone.GOOD, "Service is not exponential", numbers));
    }

    private static Optional<Check> left(List<StationStep> steps) {
        double most = steps.stream().mapToDouble(each -> each.seen().failed()).max().orElse(0);
        return most <= LEFT ? Optional.empty() : Optional.of(new Check(Tone.BAD, "Visits leave unserved",
                "Up to " + Numbers.percent(most) + " of the visits of a step failed; who gives up waiting shortens the line, which needs M/M/c+M (Erlang A): say after which time they give up with --timeout."));
    }

    /// Steps of the calibration itself where theory is more than a quarter off and outside the interval of the measured wait.
    private static Optional<Check> misses(StationModel model, List<CalibrationResult.Compared> compared, Station station) {
        List<CalibrationResult.Compared> known = compared.stream().filter(each -> !each.heldOut() && each.step().seen().waiting().bounded()).toList();
        long missed = known.stream().filter(each -> {
            Mean measured = each.step().seen().waiting().atLeast(station.scatter(model, each.theory(), each.step().arrived()));
            double theory = each.theory().waiting();
            boolean matters = Math.max(measured.value(), theory) > LEVEL * station.service().value();
            return matters && (theory > 1.25 * measured.high() || theory < measured.low() / 1.25);
        }).count();
        return known.size() < 3 || missed <= QUARTER * known.size() ? Optional.empty() : Optional.of(new Check(Tone.BAD, "Theory misses the calibrated steps themselves",
                "In " + missed + " of " + known.size() + " of them the mean wait lies more than a quarter outside its 95 % interval: something else than this line makes them wait."));
    }

    private static double[] ends(double[] values) {
        return new double[] {java.util.Arrays.stream(values).min().orElse(Double.NaN), java.util.Arrays.stream(values).max().orElse(Double.NaN)};
    }

    private static String range(double[] values) {
        double[] ends = ends(values);
        return values.length == 0 ? Numbers.ABSENT : Numbers.number(ends[0]) + " to " + Numbers.number(ends[1]);
    }

    private static String times(double[] seconds) {
        double[] ends = ends(seconds);
        return Numbers.duration(ends[0] * 1e9) + " to " + Numbers.duration(ends[1] * 1e9);
    }
}
