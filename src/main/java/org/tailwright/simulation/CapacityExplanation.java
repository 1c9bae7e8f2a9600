package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.List;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;

/// Explains the answer of the analysis `simulate-capacity`.
final class CapacityExplanation {
    private CapacityExplanation() {}

    static Report.Section explain(Inputs inputs, CapacitySimulation.Parameters asked, CapacityForecast forecast) {
        CapacityQuestion question = CapacitySimulation.question(inputs, asked, asked.rest().demand().rate(), asked.rest().demand().service());
        CapacityForecast.Month last = forecast.months().getLast();
        String objective = objective(question.objective());
        Provenance how = new Provenance(inputs.datasets().stream().map(Dataset::name).toList(), "",
                "Monte Carlo over the uncertainty of averages, M/M/c, seed " + inputs.seed(), forecast.draws(), "2 simulation errors to each side");
        Integer risky = forecast.firstRiskyMonth();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(List.of(
                new Block.Fact("first risky month", new Figure(risky == null ? "none" : "month " + risky, "", risky == null ? Double.NaN : risky,
                        Unit.COUNT, how), "breach by then in more than 5 % of futures", true),
                new Block.Fact("breach by month " + last.month(), figure(last.breachBy(), how), "in it or before", true),
                new Block.Fact("breach in month " + last.month(), figure(last.breachIn(), how), "in that month alone", true),
                new Block.Fact("unstable in month " + last.month(), figure(last.unstable(), how), "demand reaches the servers", true))));
        blocks.add(new Block.Finding(risky == null ? Block.Tone.GOOD : Block.Tone.WATCH, risky == null
                ? "The objective holds through month " + last.month() + " in " + Numbers.percent(1 - last.breachBy().value()) + " of the drawn futures"
                : "From month " + risky + " on a breach is likelier than 5 %",
                "Objective: " + objective + ". Given these inputs; no confidence in the inputs themselves is claimed."
                        + (risky != null && nearLine(forecast, risky) ? " The month is uncertain by simulation error alone; more draws would settle it." : "")));
        blocks.add(picture("capacity-probability", SimulationCharts.probability(forecast), "Probability of a breach in and by each month."));
        blocks.add(picture("capacity-utilisation", SimulationCharts.utilisation(forecast, question.objective().utilisation()),
                "Utilisation over the months with the middle half and 90 % of the drawn futures."));
        blocks.add(months(forecast));
        if (!forecast.sensitivity().isEmpty()) {
            blocks.add(picture("capacity-tornado", SimulationCharts.tornado(forecast), "Utilisation in the last month as single inputs vary."));
            blocks.add(sensitivity(forecast, !question.design().correlations().isEmpty()));
        }
        blocks.add(picture("capacity-convergence", SimulationCharts.convergence(forecast), "Running probability of a breach as draws were added."));
        blocks.add(assumed(forecast));
        blocks.add(new Block.Text(errors(asked, forecast)));
        return new Report.Section("simulate-capacity", "Capacity simulation", blocks);
    }

    private static String objective(CapacityQuestion.Objective objective) {
        String utilisation = objective.utilisation() < 1 ? "utilisation at most " + Numbers.percent(objective.utilisation()) : "demand below the servers";
        return Double.isInfinite(objective.latencyNanos()) ? utilisation
                : utilisation + ", " + Numbers.percentile(objective.p()) + " of the response time at most " + Numbers.duration(objective.latencyNanos());
    }

    private static boolean nearLine(CapacityForecast forecast, int month) {
        Sample.Estimate by = forecast.months().get(month - 1).breachBy();
        return by.value() - 2 * by.error() < CapacityForecast.RISK;
    }

    private static String errors(CapacitySimulation.Parameters asked, CapacityForecast forecast) {
        String why = forecast.assumed().get("stopping");
        String stopped = why == null ? "" : " (" + Numbers.count(forecast.draws()) + " draws; " + why + ")";
        boolean data = asked.load().isEmpty() || asked.service().isEmpty() && !asked.fitted();
        return "Three errors, kept apart. **Simulation error** is in the intervals of the probabilities; more draws shrink it" + stopped + ". **Sampling error**: "
                + (data ? "load or demand come from the data, as a bootstrap of time blocks of the busiest hour and of the quietest fifth of the run;"
                        + " more data shrink it. Durations under load hold waiting, so the demand is an upper bound. "
                        : asked.fitted() ? "" : "all inputs were typed; nothing was sampled. ")
                + (asked.fitted() ? "contention and coherency are drawn together from bootstrap replicates of the fitted USL; more load points shrink that error. Beyond the measured number of servers the law"
                        + " is extrapolated. " : "")
                + "**Model error** is shrunk by neither: " + (asked.rest().design().correlations().isEmpty() ? "independent inputs" : "no tail dependence of inputs") + ", one growth rate for a whole path, Poisson arrivals and exponential service at"
                + " c equal servers (M/M/c), an unchanged mix of requests. Draws in which demand reaches the servers count as breach.";
    }

    private static Block months(CapacityForecast forecast) {
        List<List<Block.Cell>> rows = forecast.months().stream().map(month -> List.of(
                Block.Cell.of(Integer.toString(month.month()), month.month()), cell(month.breachIn()), cell(month.breachBy()), cell(month.unstable()),
                percent(month.utilisation().get(0)), percent(month.utilisation().get(2)), percent(month.utilisation().get(4)))).toList();
        return new Block.Table("capacity-months", "Month by month", Block.Column.of("month", "breach in it", "breach by it", "unstable", "utilisation 5 %",
                "median", "95 %"), rows);
    }

    /// One input at a time says little when others move with it: then the Shapley effects count.
    private static Block sensitivity(CapacityForecast forecast, boolean correlated) {
        List<Block.Column> columns = correlated ? Block.Column.of("input", "rank correlation", "at its 5 %", "at its 95 %", "Shapley effect")
                : Block.Column.of("input", "rank correlation", "at its 5 %", "at its 95 %", "first-order index", "total index");
        List<List<Block.Cell>> rows = forecast.sensitivity().stream().map(each -> {
            List<Block.Cell> row = new ArrayList<>(List.of(Block.Cell.of(each.input()), Block.Cell.of(Numbers.fixed(each.rank(), 2), each.rank()), percent(each.low()), percent(each.high()),
                    share(each.share())));
            if (!correlated) {
                row.add(share(each.total()));
            }
            return row;
        }).toList();
        return new Block.Table("capacity-sensitivity", "Sensitivity of utilisation in the last month", columns, rows);
    }

    private static Block.Cell share(double value) {
        return Double.isNaN(value) ? Block.Cell.of(Numbers.ABSENT) : Block.Cell.of(Numbers.percent(Math.max(0, value)), value);
    }

    private static Block assumed(CapacityForecast forecast) {
        List<List<Block.Cell>> rows = forecast.assumed().entrySet().stream().map(each -> List.of(Block.Cell.of(each.getKey()),
                Block.Cell.of(each.getValue()))).toList();
        return new Block.Table("capacity-inputs", "Inputs", List.of(new Block.Column("input", false), new Block.Column("law", false)), rows);
    }

    private static Block picture(String id, Chart chart, String words) {
        return new Block.Picture(id, chart, words);
    }

    private static Figure figure(Sample.Estimate estimate, Provenance how) {
        return new Figure(Shares.text(estimate), Shares.interval(estimate), estimate.value(), Unit.RATIO, how);
    }

    private static Block.Cell cell(Sample.Estimate estimate) {
        return Block.Cell.of(Numbers.percent(estimate.value()), estimate.value());
    }

    private static Block.Cell percent(double share) {
        return Block.Cell.of(Numbers.percent(share), share);
    }
}
