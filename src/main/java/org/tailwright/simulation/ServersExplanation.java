package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;
import org.tailwright.simulation.laws.Law;

/// Explains the answer of the analysis `simulate-servers`.
final class ServersExplanation {
    private ServersExplanation() {}

    static Report.Section explain(Inputs inputs, ServersSimulation.Parameters asked, ServersNeeded needed) {
        Provenance how = new Provenance(inputs.datasets().stream().map(Dataset::name).toList(), "", "fewest servers that hold the objective in every month of a drawn future, seed "
                + inputs.seed(), needed.drawn().draws(), "95 %, order statistics, simulation error only");
        List<Block> blocks = new ArrayList<>();
        blocks.add(facts(needed, how));
        ServersNeeded.Confidence most = needed.confidences().getLast();
        blocks.add(Double.isInfinite(most.servers()) ? new Block.Finding(Block.Tone.BAD, "No number of servers is enough in 99 % of the drawn futures",
                never(inputs, asked, needed))
                : new Block.Finding(Block.Tone.PLAIN, servers(most.servers()) + " servers hold the objective in 99 % of the drawn futures",
                        "Given these inputs; no confidence in the inputs themselves is claimed. Objective: " + objective(inputs, asked) + "."));
        blocks.add(new Block.Picture("servers-risk", ServersCharts.risk(needed), "Risk of too few servers against their number."));
        blocks.add(options(needed, asked));
        if (!needed.drivers().isEmpty()) {
            blocks.add(drivers(needed));
        }
        blocks.add(new Block.Picture("servers-convergence", ServersCharts.convergence(needed), "Running share of futures that the answer for 95 % carries."));
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Map.Entry<String, String> each : needed.assumed().entrySet()) {
            rows.add(List.of(Block.Cell.of(each.getKey()), Block.Cell.of(each.getValue())));
        }
        blocks.add(new Block.Table("servers-assumed", "Laws drawn from", List.of(new Block.Column("input", false), new Block.Column("law", false)), rows));
        blocks.add(new Block.Text(Numbers.count(needed.drawn().draws()) + " drawn futures, seed " + inputs.seed() + (needed.drawn().design().isEmpty() ? "" : ", "
                + needed.drawn().design()) + (needed.drawn().precise() ? "; the wanted precision was reached" : "")
                + ". **Simulation error** is in the intervals. **Model error** is not: equal servers, Poisson arrivals and exponential service (M/M/c), one growth rate for a path."
                + (asked.rest().prices().month() > 0 ? " A price per million requests is a lower bound: it is that of a month in which all hours are as busy as the busy hour of the last month (median, without single months' scatter and --factor); with quiet hours a request costs more." : "")
                + (asked.base().fitted() ? " Contention and coherency come from bootstrap replicates of one fitted law; beyond the measured number of servers it is extrapolated." : "")));
        if (!needed.drawn().list().isEmpty()) {
            blocks.add(list(needed));
        }
        return new Report.Section("simulate-servers", "Servers needed", blocks);
    }

    /// Why no number is enough: a service time is exponential here, so that its own percentile is no shorter with more servers.
    private static String never(Inputs inputs, ServersSimulation.Parameters asked, ServersNeeded needed) {
        CapacityQuestion question = question(inputs, asked);
        CapacityQuestion.Objective objective = question.objective();
        double mean = question.demand().service().quantile(0.5) / Math.clamp(question.station().efficiency().quantile(0.5), 1e-6, 1) * 1e9;
        double alone = -Math.log1p(-objective.p()) * mean;
        String limit = Numbers.percentile(objective.p()) + " of the service alone is ";
        if (alone > objective.latencyNanos()) {
            return limit + Numbers.duration(alone) + " (exponential, mean " + Numbers.duration(mean) + "), above the limit of " + Numbers.duration(objective.latencyNanos())
                    + ": more servers shorten only the waiting.";
        }
        if (asked.base().fitted() || question.station().scaling().loses()) {
            return "In more than one of a hundred, servers lose more to each other than they bring, or the service alone takes longer than the limit allows." + together(needed);
        }
        return "In more than one of a hundred, " + (Double.isInfinite(objective.latencyNanos()) ? "" : limit + "above the limit of " + Numbers.duration(objective.latencyNanos())
                + ", where more servers shorten only the waiting, or ") + "more than " + Numbers.count(ServersDraws.MOST) + " would be needed.";
    }

    private static String together(ServersNeeded needed) {
        double most = needed.drawn().most();
        return Double.isFinite(most) ? " In the middle of what is drawn no number of servers carries more than " + Numbers.number(most) + " requests/s." : "";
    }

    private static CapacityQuestion question(Inputs inputs, ServersSimulation.Parameters asked) {
        return ServersSimulation.question(inputs, asked, asked.base().rest().demand().rate(), asked.base().rest().demand().service()).base();
    }

    /// Servers by share of the futures.
    static Block facts(ServersNeeded needed, Provenance how) {
        return new Block.Facts(needed.confidences().stream().map(each -> new Block.Fact("in " + Numbers.percent(each.share()) + " of futures",
                new Figure(servers(each.servers()), interval(each), each.servers(), Unit.COUNT, how), "servers", Double.isFinite(each.servers()))).toList());
    }

    private static String objective(Inputs inputs, ServersSimulation.Parameters asked) {
        CapacityQuestion.Objective objective = question(inputs, asked).objective();
        String utilisation = objective.utilisation() < 1 ? "utilisation at most " + Numbers.percent(objective.utilisation()) : "demand below the servers";
        return Double.isInfinite(objective.latencyNanos()) ? utilisation
                : utilisation + ", " + Numbers.percentile(objective.p()) + " of the response time at most " + Numbers.duration(objective.latencyNanos());
    }

    static String servers(double servers) {
        return Double.isInfinite(servers) ? "none" : Numbers.count((long) servers);
    }

    static String interval(ServersNeeded.Confidence each) {
        return Double.isInfinite(each.high()) ? "" : "[" + servers(each.low()) + ", " + servers(each.high()) + "]";
    }

    private static Block options(ServersNeeded needed, ServersSimulation.Parameters asked) {
        ServersQuestion.Prices prices = asked.rest().prices();
        List<Block.Column> columns = new ArrayList<>(Block.Column.of("servers", "too few in"));
        if (prices.month() > 0) {
            columns.addAll(List.of(new Block.Column("price a month", true), new Block.Column("per million requests, at least", true)));
        }
        if (prices.watts() > 0) {
            columns.add(new Block.Column("kWh a month", true));
        }
        if (prices.carbon() > 0) {
            columns.add(new Block.Column("kg CO2 a month", true));
        }
        List<List<Block.Cell>> rows = needed.options().stream().map(each -> {
            List<Block.Cell> row = new ArrayList<>(List.of(Block.Cell.of(Integer.toString(each.servers()), each.servers()),
                    Block.Cell.of(Numbers.percent(each.breach().value(), Math.max(0, each.breach().value() - 1.96 * each.breach().error()), Math.min(1, each.breach().value() + 1.96 * each.breach().error())), each.breach().value())));
            if (prices.month() > 0) {
                row.add(number(each.costMonth()));
                row.add(number(each.costMillion()));
            }
            if (prices.watts() > 0) {
                row.add(number(each.energyMonth()));
            }
            if (prices.carbon() > 0) {
                row.add(number(each.carbonMonth()));
            }
            return row;
        }).toList();
        return new Block.Table("servers-options", "Options", columns, rows);
    }

    private static Block.Cell number(double value) {
        return Block.Cell.of(Numbers.number(value), value);
    }

    private static Block drivers(ServersNeeded needed) {
        boolean shapley = needed.drawn().correlated();
        List<Block.Column> columns = shapley ? Block.Column.of("input", "Shapley effect") : Block.Column.of("input", "first-order index", "total index");
        return new Block.Table("servers-drivers", "What the need depends on: shares of the variance of busy servers", columns, needed.drivers().stream().map(each -> {
            List<Block.Cell> row = new ArrayList<>(List.of(Block.Cell.of(each.input()), Block.Cell.of(Numbers.percent(Math.max(0, each.share())), each.share())));
            if (!shapley) {
                row.add(Block.Cell.of(Numbers.percent(each.total()), each.total()));
            }
            return row;
        }).toList());
    }

    private static Block list(ServersNeeded needed) {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(new Block.Column("draw", true));
        needed.assumed().keySet().forEach(each -> columns.add(new Block.Column(each, true)));
        columns.add(new Block.Column("servers needed", true));
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (List<Double> draw : needed.drawn().list()) {
            List<Block.Cell> row = new ArrayList<>();
            row.add(Block.Cell.of(Integer.toString(rows.size() + 1), rows.size() + 1));
            draw.forEach(value -> row.add(Block.Cell.of(Double.toString(value), value)));
            rows.add(row);
        }
        return new Block.Table("servers-draws", "Draws", columns, rows);
    }
}
