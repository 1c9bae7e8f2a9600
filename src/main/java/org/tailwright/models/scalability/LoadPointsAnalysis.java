package org.tailwright.models.scalability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.data.Requests;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.work.Work;

/// The analysis `load-points`: the stretches of constant load in requests, with throughput and latency.
public final class LoadPointsAnalysis {
    /// The analysis.
    public static final Analysis<LoadSteps.Search, LoadSteps> LOAD_POINTS = new Analysis<>("load-points", "Load steps",
            List.of(Slot.durations()), new Form<>(StepSearchFields.all(), StepSearchFields::read), LoadPointsAnalysis::answer,
            LoadPointsAnalysis::explain);

    private LoadPointsAnalysis() {}

    private static Outcome<LoadSteps> answer(Inputs inputs, LoadSteps.Search search, Work work) {
        if (inputs.requests().isEmpty()) {
            return Outcome.not("Load steps are found in requests: rows with a start and a duration.");
        }
        Requests requests = inputs.requests().get();
        LoadSteps steps = LoadSteps.of(requests, search);
        return steps.steps().isEmpty() ? Outcome.not("No stretch of constant load of at least " + Numbers.duration(search.shortestNanos())
                + " was found in " + Numbers.count(requests.rows()) + " rows; a shorter one can be asked for with --shortest.")
                : Outcome.answer(steps);
    }

    private static Report.Section explain(Inputs inputs, LoadSteps.Search search, LoadSteps found) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(origin(found) + " Throughput counts successful completions per second; " + found.rule()
                + ". Failures rank as infinitely slow in the percentiles. Intervals: " + QuantileIntervals.METHOD + "; a percentile that a step is too short for stands muted without one."));
        blocks.add(steps(inputs, found));
        blocks.add(littlesLaw(found));
        hysteresis(found.steps()).forEach(line -> blocks.add(new Block.Text(line)));
        return new Report.Section("load-points", "Load steps", blocks);
    }

    private static String origin(LoadSteps found) {
        String count = found.steps().size() + (found.steps().size() == 1 ? " step" : " steps");
        return found.counted() ? count + " found as runs of constant active users, as the producer counted them."
                : count + " found by change points of the number of requests under way. No independent N: N = X·(R + Z) is computed from the"
                        + " same rows and shares X's error.";
    }

    private static Block steps(Inputs inputs, LoadSteps found) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (LoadStep step : found.steps()) {
            rows.add(List.of(Block.Cell.of(Numbers.clock(step.span().start(), inputs.zone(), step.span().length()), step.span().start()),
                    Block.Cell.of(Numbers.duration(step.span().length()), step.span().length()),
                    Block.Cell.of(Quantity.COUNT.format(step.load()), step.load()), Block.Cell.of(Integer.toString(step.repeat()), step.repeat()),
                    Block.Cell.of(Numbers.rate(step.throughput()), step.throughput()), quantile(step.latency().p50()), quantile(step.latency().p99()),
                    Block.Cell.of(Numbers.percent(step.errors()), step.errors()), Block.Cell.of(Numbers.count(step.latency().n()), step.latency().n())));
        }
        return new Block.Table("load-steps", "Load steps", List.of(new Block.Column("start", false), new Block.Column("length", true),
                new Block.Column("load N", true), new Block.Column("repeat", true), new Block.Column("throughput", true),
                new Block.Column("p50", true), new Block.Column("p99", true), new Block.Column("errors", true),
                new Block.Column("requests", true)), rows);
    }

    /// A percentile with its interval in words.
    static Block.Cell quantile(StepQuantile quantile) {
        if (Double.isInfinite(quantile.nanos())) {
            return new Block.Cell("failed", quantile.nanos(), Block.Tone.BAD);
        }
        return !quantile.bounded() ? new Block.Cell(Numbers.duration(quantile.nanos()), quantile.nanos(), Block.Tone.MUTED)
                : Block.Cell.of(Numbers.duration(quantile.nanos(), quantile.low(), quantile.high()), quantile.nanos());
    }

    private static Block littlesLaw(LoadSteps found) {
        if (!found.counted()) {
            return new Block.Text("Little's law cannot be checked: there is no independent count of users.");
        }
        List<List<Block.Cell>> rows = found.steps().stream().map(step -> {
            double little = step.littleLoad(found.thinkNanos());
            return List.of(Block.Cell.of(Quantity.COUNT.format(step.load()), step.load()), Block.Cell.of(Numbers.number(little), little),
                    Block.Cell.of(Numbers.change(little / step.load() - 1), little / step.load() - 1));
        }).toList();
        return new Block.Table("little", "Little's law, N = X·(R + Z) with Z = " + Numbers.duration(found.thinkNanos()),
                List.of(new Block.Column("N counted", true), new Block.Column("X·(R + Z)", true), new Block.Column("difference", true)), rows);
    }

    /// How much repeats of a load differ, in sentences; nothing without repeats.
    static List<String> hysteresis(List<LoadStep> steps) {
        Map<Long, List<LoadStep>> levels = new TreeMap<>();
        for (LoadStep step : steps) {
            levels.computeIfAbsent(Math.round(Math.log(step.load()) / 0.08), level -> new ArrayList<>()).add(step);
        }
        List<String> lines = new ArrayList<>();
        for (List<LoadStep> same : levels.values()) {
            if (same.size() > 1) {
                double low = same.stream().mapToDouble(LoadStep::throughput).min().orElseThrow();
                double high = same.stream().mapToDouble(LoadStep::throughput).max().orElseThrow();
                double first = same.getFirst().latency().p99().nanos();
                double last = same.getLast().latency().p99().nanos();
                lines.add("Load " + Quantity.COUNT.format(same.getFirst().load()) + ", " + same.size() + " repeats: throughput from " + Numbers.rate(low) + " to "
                        + Numbers.rate(high) + "; p99 " + Numbers.duration(first) + " in the first and " + Numbers.duration(last) + " in the last.");
            }
        }
        return lines;
    }
}
