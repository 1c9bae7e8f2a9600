package org.tailwright.models.queueing.calibration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.data.Flags;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.models.scalability.LoadStep;
import org.tailwright.models.scalability.LoadSteps;
import org.tailwright.work.Work;

/// What a station did step by step, by the best way that the data allow: spans part waiting from service; gauges tell how many servers were busy, so
/// that service is utilisation over throughput; requests alone tell only residence, which is never taken for service except at the lowest load.
///
/// @param steps by load, then time
/// @param source how service was found
/// @param closed whether a fixed number of users waits for answers
/// @param visits all of them
/// @param mostBusy largest number of servers seen busy at once; 0 where unknown
/// @param words what was done, one sentence
record StationSteps(List<StationStep> steps, Source source, boolean closed, Visits visits, int mostBusy, String words) {
    /// How service was found.
    enum Source { SPANS, GAUGES, TYPED, SERVICE, RESIDENCE }

    /// What tells the station.
    ///
    /// @param waiting label of the span that waits, empty for none
    /// @param held labels of spans during which the server is held
    /// @param busy how many servers are busy, over time
    /// @param queued how many wait, over time
    /// @param demandSeconds service time as typed
    /// @param serviceAlone whether durations begin after waiting
    record Clues(String waiting, List<String> held, Optional<Gauge> busy, Optional<Gauge> queued, OptionalDouble demandSeconds, boolean serviceAlone) {}

    private record Stretch(String name, TimeSpan span, double load) {}

    private static final int STEPS = 3;
    private static final double MOVED = 1.5;
    private static final int WHOLE = 10;
    private static final MathContext TWO_DIGITS = new MathContext(2);

    static StationSteps of(Requests requests, Clues clues, LoadSteps.Search search, int slices, Work work) {
        if (!clues.waiting().isEmpty()) {
            Visits visits = SpanVisits.of(requests, clues.waiting(), clues.held(), work);
            List<StationStep> steps = steps(sliced(requests, visits, slices), visits, clues);
            int most = visits.weight() == 1 ? SpanVisits.mostAtOnce(visits) : 0;
            return new StationSteps(steps, Source.SPANS, false, visits, most, "Spans part waiting (“" + clues.waiting() + "”) from holding ("
                    + (clues.held().isEmpty() ? "the client spans after it" : String.join(", ", clues.held())) + "), in " + steps.size() + " slices of time"
                    + (visits.weight() > 1 ? "; a sample of one in " + Quantity.COUNT.format(Math.rint(visits.weight())) : "") + ".");
        }
        LoadSteps found = LoadSteps.of(requests, search);
        Visits visits = visits(requests);
        boolean stepped = found.steps().stream().mapToDouble(LoadStep::load).distinct().count() >= STEPS && (found.counted() || moved(found.steps()));
        List<Stretch> stretches = stepped ? found.steps().stream().map(StationSteps::stretch).toList() : sliced(requests, visits, slices);
        List<StationStep> steps = new ArrayList<>(steps(stretches, visits, clues));
        steps.sort(java.util.Comparator.comparingDouble(each -> Double.isNaN(each.load()) ? 0 : each.load()));
        Source source = clues.busy().isPresent() ? Source.GAUGES : clues.demandSeconds().isPresent() ? Source.TYPED : clues.serviceAlone() ? Source.SERVICE : Source.RESIDENCE;
        int most = clues.busy().map(gauge -> (int) Math.round(gauge.highest())).orElse(0);
        return new StationSteps(steps, source, stepped && found.counted(), visits, most, (stepped ? "Load steps of the requests" : "Slices of time of the requests") + ", " + switch (source) {
            case GAUGES -> "service as mean busy servers over throughput (utilisation law).";
            case TYPED -> "service as it was typed.";
            case SERVICE -> "durations are service alone; waiting was not measured.";
            case RESIDENCE, SPANS -> "durations are residence: service is the mean residence of the lowest load, where waiting is least.";
        });
    }

    /// Whether throughput went with the load: requests under way that pile up at one rate are no load that somebody set.
    private static boolean moved(List<LoadStep> steps) {
        double low = steps.stream().mapToDouble(LoadStep::throughput).min().orElse(0);
        double high = steps.stream().mapToDouble(LoadStep::throughput).max().orElse(0);
        return high >= MOVED * low;
    }

    private static Stretch stretch(LoadStep step) {
        String load = step.load() < WHOLE ? Numbers.number(new BigDecimal(step.load()).round(TWO_DIGITS).doubleValue()) : Quantity.COUNT.format(Math.rint(step.load()));
        return new Stretch("N = " + load, step.span(), step.load());
    }

    private static List<Stretch> sliced(Requests requests, Visits visits, int slices) {
        TimeSpan whole = visits.size() < 2 ? requests.span().orElseThrow() : new TimeSpan(visits.arrivals()[0], visits.arrivals()[visits.size() - 1]);
        return IntStream.range(0, slices).mapToObj(i -> new Stretch("slice " + (i + 1),
                new TimeSpan(whole.start() + whole.length() / slices * i, whole.start() + whole.length() / slices * (i + 1)), Double.NaN)).toList();
    }

    /// Requests as visits: residence, waiting unknown.
    private static Visits visits(Requests requests) {
        int n = requests.table().rows();
        Optional<Flags> failures = requests.failures();
        long[] arrivals = new long[n];
        double[] responses = new double[n];
        for (int row = 0; row < n; row++) {
            arrivals[row] = requests.starts().at(row);
            responses[row] = failures.isPresent() && failures.get().at(row) ? Double.NaN : requests.durations().at(row) / 1e9;
        }
        int[] all = IntStream.range(0, n).toArray();
        return Visits.sorted(arrivals, responses, new double[0], SpanVisits.weight(requests, all), requests.meaning().quantumNanos());
    }

    private static List<StationStep> steps(List<Stretch> stretches, Visits visits, Clues clues) {
        List<StationStep> steps = new ArrayList<>();
        for (Stretch each : stretches) {
            Visits inside = visits.within(each.span());
            if (inside.size() > 1) {
                steps.add(step(each, inside, clues));
            }
        }
        return steps;
    }

    private static StationStep step(Stretch stretch, Visits inside, Clues clues) {
        Arrivals arrivals = Arrivals.of(inside, stretch.span());
        double failed = inside.failed();
        if (clues.busy().isPresent()) {
            Mean busy = clues.busy().get().over(stretch.span());
            Mean queued = clues.queued().map(gauge -> gauge.over(stretch.span())).orElse(Mean.NONE);
            double per = 1 / (arrivals.perSecond() * (1 - failed));
            Mean service = busy.times(per);
            Mean waiting = queued.times(per);
            Mean response = waiting.known() ? new Mean(service.value() + waiting.value(), service.low() + waiting.low(), service.high() + waiting.high()) : Mean.NONE;
            return new StationStep(stretch.name(), stretch.span(), stretch.load(), arrivals, new StationStep.Service(service, Double.NaN),
                    new StationStep.Seen(waiting, response, new double[0], busy.value(), failed, inside.size()));
        }
        if (clues.serviceAlone() && clues.demandSeconds().isEmpty() && !inside.parted()) {
            return new StationStep(stretch.name(), stretch.span(), stretch.load(), arrivals, new StationStep.Service(Mean.of(inside.responses()), cs2(inside.responses())),
                    new StationStep.Seen(Mean.NONE, Mean.NONE, new double[0], Double.NaN, failed, inside.size()));
        }
        Mean service = inside.parted() ? Mean.of(inside.services())
                : clues.demandSeconds().isPresent() ? new Mean(clues.demandSeconds().getAsDouble(), Double.NaN, Double.NaN) : Mean.NONE;
        return new StationStep(stretch.name(), stretch.span(), stretch.load(), arrivals, new StationStep.Service(service, cs2(inside.services())),
                new StationStep.Seen(inside.parted() ? Mean.of(inside.waits()) : Mean.NONE, Mean.of(inside.responses()), quantiles(inside.responses()),
                        Double.NaN, failed, inside.size()));
    }

    /// Squared coefficient of variation; NaN for fewer than two values.
    static double cs2(double[] values) {
        double[] there = Arrays.stream(values).filter(each -> !Double.isNaN(each)).toArray();
        double mean = Arrays.stream(there).average().orElse(Double.NaN);
        return there.length < 2 ? Double.NaN : Arrays.stream(there).map(each -> (each - mean) * (each - mean)).sum() / (there.length - 1) / (mean * mean);
    }

    private static double[] quantiles(double[] values) {
        double[] sorted = Arrays.stream(values).filter(each -> !Double.isNaN(each)).sorted().toArray();
        return sorted.length == 0 ? sorted
                : Arrays.stream(StationStep.LEVELS).map(p -> sorted[(int) Math.clamp(Math.ceil(sorted.length * p) - 1, 0, sorted.length - 1)]).toArray();
    }
}
