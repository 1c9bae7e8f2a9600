package org.tailwright.models.queueing.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.tailwright.analyses.Outcome;
import org.tailwright.models.queueing.calibration.CalibrationResult.Compared;
import org.tailwright.models.queueing.calibration.CalibrationResult.Judged;
import org.tailwright.models.queueing.calibration.CalibrationResult.Measured;
import org.tailwright.work.Work;

/// Estimates a station on some steps and judges theory on one that took no part. At the held-out step theory is told only its arrival rate or its number
/// of users.
final class Calibration {
    private static final int MOST_SERVERS = 400;

    private Calibration() {}

    /// Which step is held out.
    enum HoldOut { HIGHEST, MIDDLE, LOWEST }

    /// What is asked.
    ///
    /// @param model empty for the simplest that fits
    /// @param servers c; empty to find it
    /// @param cs2 where single services are unknown
    record Question(Optional<StationModel> model, OptionalInt servers, double cs2, Station.Habits habits, HoldOut holdOut, long seed) {}

    static Outcome<CalibrationResult> of(StationSteps found, Question asked, Work work) {
        List<String> names = found.steps().stream().map(Calibration::level).distinct().toList();
        if (names.size() < 3) {
            return Outcome.not("Calibrating needs at least three steps with visits, two to calibrate and one to judge; there " + (names.size() == 1 ? "is " : "are ")
                    + names.size() + ".");
        }
        String out = out(found, names, asked.holdOut());
        List<StationStep> used = found.steps().stream().filter(each -> !level(each).equals(out)).toList();
        List<StationStep> held = found.steps().stream().filter(each -> level(each).equals(out)).toList();
        Mean service = service(found, used);
        if (!service.known() || !(service.value() > 0)) {
            return Outcome.not("No service time could be estimated: " + switch (found.source()) {
                case SPANS -> "no span follows the wait; name the spans during which the server is held with --held.";
                case GAUGES -> "the busy gauge has no samples inside the steps, or is 0.";
                case TYPED, RESIDENCE, SERVICE -> "no request of the calibration steps succeeded.";
            });
        }
        Optional<Station> station = station(found, asked, used, service);
        return station.isEmpty() ? Outcome.not("The number of servers is not known: say --c. Neither a sample of spans nor single durations show how many there are.")
                : Outcome.answer(answer(found, asked, used, held, station.get(), work));
    }

    /// Repeats of a load are one level.
    private static String level(StationStep step) {
        return step.name();
    }

    private static String out(StationSteps found, List<String> names, HoldOut which) {
        ToDoubleFunction<String> rate = name -> found.steps().stream().filter(each -> level(each).equals(name))
                .mapToDouble(each -> Double.isNaN(each.load()) ? each.rate() : each.load()).average().orElse(0);
        List<String> sorted = names.stream().sorted(java.util.Comparator.comparingDouble(rate)).toList();
        return switch (which) {
            case HIGHEST -> sorted.getLast();
            case MIDDLE -> sorted.get(sorted.size() / 2);
            case LOWEST -> sorted.getFirst();
        };
    }

    private static Mean service(StationSteps found, List<StationStep> used) {
        if (found.source() == StationSteps.Source.RESIDENCE) {
            double lowest = used.stream().mapToDouble(Calibration::order).min().orElse(0);
            return mean(used.stream().filter(each -> order(each) <= 1.2 * lowest).map(each -> each.seen().response()).filter(Mean::known).toList());
        }
        return mean(used.stream().map(each -> each.service().seconds()).filter(Mean::known).toList());
    }

    private static double order(StationStep step) {
        return Double.isNaN(step.load()) ? step.rate() : step.load();
    }

    /// Mean over steps; its interval from the scatter of the steps, or for one step its own.
    private static Mean mean(List<Mean> steps) {
        if (steps.size() < 2) {
            return steps.isEmpty() ? Mean.NONE : steps.getFirst();
        }
        double[] values = steps.stream().mapToDouble(Mean::value).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        if (Arrays.stream(values).allMatch(each -> each > 0)) {
            return Mean.positive(mean, error(Arrays.stream(values).map(Math::log).toArray()), values.length - 1);
        }
        return Mean.around(mean, error(values), values.length - 1);
    }

    private static double error(double... values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum() / (values.length - 1) / values.length);
    }

    private static Optional<Station> station(StationSteps found, Question asked, List<StationStep> used, Mean service) {
        double cs2 = average(used, each -> each.service().cs2(), asked.cs2());
        double ca2 = average(used, each -> each.arrivals().telling() ? each.arrivals().dispersion() : Double.NaN, 1);
        double outside = found.closed() ? switch (found.source()) {
            case RESIDENCE, TYPED, SERVICE -> asked.habits().outsideSeconds();
            case SPANS, GAUGES -> average(used, each -> each.load() / each.rate() - each.seen().response().value(), asked.habits().outsideSeconds());
        } : Double.NaN;
        Station open = new Station(service, cs2, ca2, 1, new Station.Habits(outside, asked.habits().patienceSeconds()), "");
        if (asked.servers().isPresent()) {
            return Optional.of(with(open, asked.servers().getAsInt(), "c was typed"));
        }
        return switch (found.source()) {
            case SPANS, GAUGES, SERVICE -> found.mostBusy() == 0 ? Optional.empty() : Optional.of(with(open, found.mostBusy(), "c is the most that were seen busy at once; say --c when there are more"));
            case TYPED, RESIDENCE -> Optional.of(inverted(found, used, open));
        };
    }

    private static Station with(Station station, int servers, String origin) {
        return new Station(station.service(), station.cs2(), station.ca2(), servers, station.habits(), origin);
    }

    /// The number of servers with which theory comes nearest to the measured residence of the calibration steps.
    private static Station inverted(StationSteps found, List<StationStep> used, Station station) {
        StationModel model = found.closed() ? StationModel.CLOSED : StationModel.MMC;
        double busiest = used.stream().mapToDouble(each -> each.rate() * station.service().value()).max().orElse(1);
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        int first = model == StationModel.CLOSED ? 1 : (int) Math.floor(busiest) + 1;
        for (int c = first; c <= Math.min(MOST_SERVERS, 4 * busiest + 10); c++) {
            Station tried = with(station, c, "");
            double off = used.stream().filter(each -> each.seen().response().known())
                    .mapToDouble(each -> square(Math.log(tried.at(model, each.rate(), each.load()).response() / each.seen().response().value()))).sum();
            if (off < least) {
                least = off;
                best = c;
            }
        }
        return with(station, best, "c was found by inverting " + model.notation() + ": the number with which it comes nearest to the residence measured on the calibration steps");
    }

    private static double square(double value) {
        return value * value;
    }

    private static double average(List<StationStep> steps, ToDoubleFunction<StationStep> of, double otherwise) {
        return steps.stream().mapToDouble(of).filter(Double::isFinite).average().orElse(otherwise);
    }

    private static CalibrationResult answer(StationSteps found, Question asked, List<StationStep> used, List<StationStep> held, Station station, Work work) {
        StationModel model = asked.model().orElseGet(() -> simplest(found, station));
        List<StationModel> models = new ArrayList<>(List.of(StationModel.MMC, StationModel.MGC, StationModel.GGC));
        if (!Double.isNaN(station.habits().patienceSeconds())) {
            models.add(StationModel.IMPATIENT);
        } else if (model == StationModel.IMPATIENT) {
            throw new IllegalArgumentException("M/M/c+M needs to know after which time who waits gives up: --timeout");
        }
        if (found.closed()) {
            models.add(StationModel.CLOSED);
        } else if (model == StationModel.CLOSED) {
            throw new IllegalArgumentException("M/M/c//N needs a run with a counted number of users, held in steps");
        }
        List<Judged> judged = models.stream().map(each -> judged(each, station, held)).toList();
        List<Compared> compared = found.steps().stream()
                .map(each -> new Compared(each, held.contains(each), station.at(model, each.rate(), each.load()))).toList();
        List<Check> checks = Checks.of(model, found, station, compared);
        Judged chosen = judged.stream().filter(each -> each.model() == model).findFirst().orElseThrow();
        Check verdict = Verdict.of(chosen, station, checks);
        List<ServiceLaw> laws = switch (found.source()) {
            case SPANS -> ServiceLaw.of(found.visits().services(), asked.seed(), work);
            case SERVICE -> ServiceLaw.of(found.visits().responses(), asked.seed(), work);
            case GAUGES, TYPED, RESIDENCE -> List.of();
        };
        String source = found.words() + " Here " + station.origins() + "."
                + " Calibrated on " + used.size() + " steps, judged on " + held.getFirst().name() + (held.size() > 1 ? " (" + held.size() + " repeats)" : "") + ".";
        return new CalibrationResult(verdict, new CalibrationResult.Fit(model, station, source), compared, judged, checks, laws);
    }

    /// The simplest model that arrivals and service do not speak against.
    private static StationModel simplest(StationSteps found, Station station) {
        if (found.closed()) {
            return found.source() == StationSteps.Source.GAUGES ? StationModel.MMC : StationModel.CLOSED;
        }
        if (!Double.isNaN(station.habits().patienceSeconds())) {
            return StationModel.IMPATIENT;
        }
        boolean poisson = Math.abs(station.ca2() - 1) <= 0.25;
        return poisson && Math.abs(station.cs2() - 1) <= 0.3 ? StationModel.MMC : poisson ? StationModel.MGC : StationModel.GGC;
    }

    private static Judged judged(StationModel model, Station station, List<StationStep> held) {
        Mean service = station.service();
        List<Prediction> middle = held.stream().map(each -> station.at(model, each.rate(), each.load())).toList();
        List<Prediction> low = held.stream().map(each -> station.at(model, each.rate(), each.load(), service.bounded() ? Math.max(service.low(), 1e-9) : service.value())).toList();
        List<Prediction> high = held.stream().map(each -> station.at(model, each.rate(), each.load(), service.bounded() ? service.high() : service.value())).toList();
        Prediction theory = mean(middle, station);
        double arrived = held.stream().mapToDouble(StationStep::arrived).sum();
        return new Judged(model, theory, mean(low, station), mean(high, station), measured(held, station), station.scatter(model, theory, arrived));
    }

    private static Prediction mean(List<Prediction> repeats, Station station) {
        int n = repeats.getFirst().quantiles().length;
        boolean all = repeats.stream().allMatch(each -> each.quantiles().length == n);
        double[] quantiles = new double[all ? n : 0];
        for (int i = 0; i < quantiles.length; i++) {
            int at = i;
            quantiles[i] = repeats.stream().mapToDouble(each -> each.quantiles()[at]).average().orElse(Double.NaN);
        }
        return new Prediction(repeats.stream().mapToDouble(Prediction::rate).average().orElse(Double.NaN), repeats.stream().mapToDouble(Prediction::utilisation).average().orElse(Double.NaN),
                repeats.stream().mapToDouble(Prediction::waits).average().orElse(Double.NaN), repeats.stream().mapToDouble(Prediction::waiting).average().orElse(Double.NaN),
                repeats.stream().mapToDouble(Prediction::response).average().orElse(Double.NaN), quantiles);
    }

    private static Measured measured(List<StationStep> held, Station station) {
        List<double[]> known = held.stream().map(each -> each.seen().quantiles()).filter(each -> each.length > 0).toList();
        double[] quantiles = new double[known.size() < held.size() ? 0 : StationStep.LEVELS.length];
        for (int i = 0; i < quantiles.length; i++) {
            int at = i;
            quantiles[i] = known.stream().mapToDouble(each -> each[at]).average().orElse(Double.NaN);
        }
        double busy = average(held, StationStep::erlangs, average(held, StationStep::rate, Double.NaN) * station.service().value());
        return new Measured(held.getFirst().name(), average(held, StationStep::rate, Double.NaN), busy / station.servers(),
                mean(held.stream().map(each -> each.seen().waiting()).filter(Mean::known).toList()),
                mean(held.stream().map(each -> each.seen().response()).filter(Mean::known).toList()), quantiles, average(held, each -> each.seen().failed(), 0));
    }

}
