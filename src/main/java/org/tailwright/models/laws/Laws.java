package org.tailwright.models.laws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.models.laws.LawsResult.Bounds;
import org.tailwright.models.laws.LawsResult.Law;
import org.tailwright.models.laws.LawsResult.Step;
import org.tailwright.models.laws.LawsResult.Visit;
import org.tailwright.models.scalability.LoadStep;
import org.tailwright.models.scalability.LoadSteps;
import org.tailwright.reports.Block.Tone;

/// Checks the operational laws. They hold for every finite measurement whatever the distributions, so that a broken law means a broken measurement: a wrong
/// clock, missing rows, a think time that was forgotten, a metric of something else.
final class Laws {
    private static final double CLOSE = 0.05;
    private static final double FAR = 0.15;
    private static final int FEWEST = 3;
    private static final double SAME = 1e-9;

    private Laws() {}

    /// What is measured besides the requests.
    ///
    /// @param busy how many servers of a station are busy
    /// @param inside how many requests are inside the system
    /// @param servers of that station; 0 when unknown
    record Gauges(Optional<Levels> busy, Optional<Levels> inside, int servers) {}

    static LawsResult of(Requests requests, Optional<Requests> traces, LoadSteps found, Gauges gauges) {
        double think = found.thinkNanos() / 1e9;
        List<Visit> visits = traces.map(Visits::of).orElse(List.of());
        Bounds bounds = bounds(found, gauges, think);
        List<Step> steps = found.steps().stream().map(each -> step(each, think, bounds)).sorted(Comparator.comparingDouble(Step::users)).toList();
        List<Law> laws = new ArrayList<>();
        laws.add(little(requests, found, steps, gauges));
        laws.add(interactive(found, steps));
        laws.add(utilisation(found, gauges));
        laws.add(forcedFlow(visits));
        laws.add(bottleneck(found, steps, bounds));
        return new LawsResult(laws, steps, visits, bounds);
    }

    private static double rate(LoadStep step) {
        return step.latency().n() / (step.span().length() / 1e9);
    }

    private static Step step(LoadStep step, double think, Bounds bounds) {
        double response = step.latency().meanNanos() / 1e9;
        double rate = rate(step);
        return new Step(step.load(), rate, response, rate * (response + think), step.load() / rate - think, bounds.at(step.load()));
    }

    private static Law little(Requests requests, LoadSteps found, List<Step> steps, Gauges gauges) {
        String formula = "N = X·(R + Z)";
        if (gauges.inside().isPresent()) {
            List<Double> offs = new ArrayList<>();
            List<TimeSpan> spans = found.steps().isEmpty() ? requests.span().stream().toList() : found.steps().stream().map(LoadStep::span).toList();
            for (int i = 0; i < spans.size() && !found.steps().isEmpty(); i++) {
                double counted = gauges.inside().get().mean(spans.get(i));
                LoadStep step = found.steps().get(i);
                offs.add(rate(step) * step.latency().meanNanos() / 1e9 / counted - 1);
            }
            return law("Little's law inside the system", "N = X·R", offs.stream().filter(Double::isFinite).mapToDouble(each -> each).toArray(),
                    "X·R against the metric of requests inside");
        }
        if (!found.counted() || steps.isEmpty()) {
            return new Law(Tone.MUTED, "Little's law cannot be checked", formula, "There is no independent count of users; name a metric that counts requests inside with --inside.");
        }
        return law("Little's law", formula, steps.stream().mapToDouble(Step::off).toArray(), "X·(R + Z) against the counted users");
    }

    private static Law law(String title, String formula, double[] offs, String what) {
        if (offs.length == 0) {
            return new Law(Tone.MUTED, title + " cannot be checked", formula, "Nothing was measured in the steps.");
        }
        double worst = 0;
        for (double each : offs) {
            worst = Math.abs(each) > Math.abs(worst) ? each : worst;
        }
        Tone tone = Math.abs(worst) <= CLOSE ? Tone.GOOD : Math.abs(worst) <= FAR ? Tone.WATCH : Tone.BAD;
        String words = what + ": at most " + Numbers.change(worst) + " apart in " + offs.length + " steps.";
        return new Law(tone, title + (tone == Tone.GOOD ? " holds" : tone == Tone.WATCH ? " holds roughly" : " does not hold"), formula, tone == Tone.BAD
                ? words + " Rows are missing, a think time was forgotten, or users wait outside what was measured." : words);
    }

    private static Law interactive(LoadSteps found, List<Step> steps) {
        String formula = "R = N/X − Z";
        if (!found.counted() || steps.isEmpty()) {
            return new Law(Tone.MUTED, "The interactive response time law cannot be checked", formula, "It needs a closed loop with a counted number of users.");
        }
        return law("The interactive response time law", formula, steps.stream().mapToDouble(each -> each.interactive() / each.response() - 1).toArray(), "N/X − Z against the measured mean R");
    }

    private static Law utilisation(LoadSteps found, Gauges gauges) {
        String formula = "U = X·D";
        if (gauges.busy().isEmpty() || found.steps().isEmpty()) {
            return new Law(Tone.MUTED, "The utilisation law cannot be checked", formula, "Name a metric that counts busy servers with --busy; then D = busy ÷ X in every step.");
        }
        double[] demands = found.steps().stream().mapToDouble(each -> gauges.busy().get().mean(each.span()) / rate(each)).filter(Double::isFinite).sorted().toArray();
        if (demands.length == 0) {
            return new Law(Tone.MUTED, "The utilisation law cannot be checked", formula, "The metric has no samples inside the steps.");
        }
        double highest = found.steps().stream().mapToDouble(each -> gauges.busy().get().mean(each.span())).filter(Double::isFinite).max().orElse(0);
        boolean over = gauges.servers() > 0 && highest > gauges.servers();
        double spread = demands[demands.length - 1] / demands[0] - 1;
        String words = "A request occupies the station for " + Numbers.duration(demands[demands.length / 2] * 1e9) + " (median of " + demands.length + " steps, "
                + Numbers.duration(demands[0] * 1e9) + " to " + Numbers.duration(demands[demands.length - 1] * 1e9) + "); at most " + Numbers.number(highest) + " busy"
                + (gauges.servers() > 0 ? " of " + gauges.servers() : "") + ".";
        return over ? new Law(Tone.BAD, "More servers are busy than there are", formula, words)
                : spread <= 2 * FAR ? new Law(Tone.GOOD, "The utilisation law holds with one demand for all loads", formula, words)
                : new Law(Tone.WATCH, "The demand differs between steps", formula, words + " The mix of requests changed, or service depends on load.");
    }

    private static Law forcedFlow(List<Visit> visits) {
        String formula = "X_k = V_k·X";
        return visits.isEmpty() ? new Law(Tone.MUTED, "The forced flow law cannot be applied", formula, "It needs spans, which tell how often a request visits each operation.")
                : new Law(Tone.PLAIN, "Visits per request", formula, "From spans: a request makes " + Numbers.number(visits.stream().mapToDouble(Visit::visits).sum())
                        + " visits to " + visits.size() + " operations; " + visits.getFirst().operation() + " takes most, " + Numbers.duration(visits.getFirst().demand() * 1e9)
                        + " of each request (with waiting, where the span holds it).");
    }

    /// D from the lowest load, Dmax from the busy metric or the highest throughput.
    private static Bounds bounds(LoadSteps found, Gauges gauges, double think) {
        Optional<LoadStep> lowest = found.steps().stream().min(Comparator.comparingDouble(LoadStep::load));
        double total = lowest.map(each -> found.steps().stream().filter(other -> other.load() <= 1.2 * each.load()).mapToDouble(other -> other.latency().meanNanos() / 1e9).average().orElse(Double.NaN))
                .orElse(Double.NaN);
        boolean several = found.steps().stream().mapToDouble(LoadStep::load).distinct().count() >= FEWEST;
        double best = several ? found.steps().stream().mapToDouble(Laws::rate).max().orElse(Double.NaN) : Double.NaN;
        if (gauges.busy().isPresent() && gauges.servers() > 0) {
            double demand = found.steps().stream().mapToDouble(each -> gauges.busy().get().mean(each.span()) / rate(each)).filter(Double::isFinite).average().orElse(Double.NaN);
            return new Bounds(total, demand / gauges.servers(), think, "D is the mean response at the lowest load, Dmax the demand on the " + gauges.servers() + " servers of the metric");
        }
        return new Bounds(total, 1 / best, think, "D is the mean response at the lowest load, Dmax one over the highest throughput measured");
    }

    private static Law bottleneck(LoadSteps found, List<Step> steps, Bounds bounds) {
        String formula = "X ≤ min(N/(D + Z), 1/Dmax)";
        if (steps.isEmpty() || !(bounds.total() > 0) || !(bounds.largest() > 0)) {
            return new Law(Tone.MUTED, "Bottleneck bounds cannot be drawn", formula, "They need load steps at three loads or more, or a metric of busy servers with their number.");
        }
        double worst = steps.stream().mapToDouble(each -> each.rate() / each.most() - 1).max().orElse(0);
        Step reached = steps.stream().max(Comparator.comparingDouble(each -> each.rate() * bounds.largest())).orElseThrow();
        String words = bounds.origin() + ": D = " + Numbers.duration(bounds.total() * 1e9) + ", 1/Dmax = " + Numbers.rate(1 / bounds.largest()) + ", N* = " + Numbers.number(bounds.knee())
                + ". The highest throughput uses " + Numbers.percent(reached.rate() * bounds.largest()) + " of that station"
                + (found.counted() ? " at N = " + Quantity.COUNT.format(reached.users()) : "") + ".";
        return worst > FAR ? new Law(Tone.BAD, "A step exceeds its bound", formula, words + " Measured is up to " + Numbers.change(worst) + " above: D or Z is wrong, or the lowest load was slow for another reason.")
                : reached.rate() * bounds.largest() < 1 - FAR ? new Law(Tone.PLAIN, "This station is not the bottleneck", formula, words)
                : Math.abs(reached.rate() * bounds.largest() - 1) < SAME ? new Law(Tone.MUTED, "The highest throughput cannot exceed its own bound", formula, words + " That step is what Dmax was taken from, so that nothing is tested by it.")
                : new Law(Tone.GOOD, "No step exceeds its bound", formula, words);
    }
}
