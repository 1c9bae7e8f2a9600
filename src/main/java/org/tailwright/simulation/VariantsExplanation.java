package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;

/// Explains the answer of the analysis `simulate-variants`.
final class VariantsExplanation {
    private VariantsExplanation() {}

    static Report.Section explain(Inputs inputs, VariantsSimulation.Parameters asked, ServersVariants answer) {
        Provenance how = new Provenance(inputs.datasets().stream().map(Dataset::name).toList(), "", "fewest servers that hold the objective in every month of a drawn future, the same futures for all"
                + " variants, seed " + inputs.seed(), answer.draws(), "95 %, order statistics, simulation error only");
        boolean priced = answer.variants().stream().anyMatch(each -> each.price() > 0);
        List<Block> blocks = new ArrayList<>();
        blocks.add(answer.variants().size() == 1 ? ServersExplanation.facts(answer.variants().getFirst().needed(), how) : new Block.Facts(answer.variants().stream().map(each -> {
            ServersNeeded.Confidence most = each.needed().confidences().getLast();
            return new Block.Fact(each.name(), new Figure(ServersExplanation.servers(most.servers()), ServersExplanation.interval(most), most.servers(), Unit.COUNT, how),
                    "servers in 99 % of futures", Double.isFinite(most.servers()));
        }).toList()));
        answer.variants().forEach(each -> finding(each, answer.variants().getFirst()).ifPresent(blocks::add));
        blocks.add(new Block.Picture("variants-risk", ServersCharts.risks(answer.variants()), "Risk of too few servers against their number, by variant."));
        if (priced) {
            blocks.add(new Block.Picture("variants-price", ServersCharts.prices(answer.variants()), "Risk of too few servers against their price a month, by variant."));
        }
        if (answer.variants().stream().anyMatch(each -> each.forecast() != null)) {
            blocks.add(new Block.Picture("variants-months", SimulationCharts.probabilities(answer.variants()), "Probability of a breach by each month, by variant."));
            blocks.add(months(answer));
        }
        blocks.add(table(answer, priced));
        blocks.add(changes(answer));
        blocks.add(new Block.Text(Numbers.count(answer.draws()) + " drawn futures, seed " + inputs.seed() + ". Variants share the random numbers of every input, so that their differences are not"
                + " blurred by the luck of the draw. Given these inputs; no confidence in the inputs themselves is claimed. **Model error**: equal servers, Poisson arrivals and exponential service"
                + " (M/M/c), one growth rate for a path."));
        return new Report.Section("simulate-variants", "Servers needed by variant", blocks);
    }

    private static Optional<Block> finding(ServersVariants.Variant variant, ServersVariants.Variant first) {
        ServersVariants.Difference difference = variant.difference();
        if (difference == null) {
            return Optional.empty();
        }
        String name = "“" + variant.name() + "”";
        String base = "“" + first.name() + "”";
        if (difference.fewer() == 0 && difference.more() == 0) {
            return Optional.of(new Block.Finding(Block.Tone.PLAIN, name + " needs as many servers as " + base, "In every drawn future: what differs does not change the need."));
        }
        String title = difference.median() == 0 ? name + " needs as many servers as " + base + " in the middle future"
                : name + " needs " + servers(Math.abs(difference.median())) + (difference.median() < 0 ? " fewer" : " more") + " than " + base;
        return Optional.of(new Block.Finding(difference.median() < 0 ? Block.Tone.GOOD : Block.Tone.PLAIN, title, "From " + signed(difference.low()) + " to " + signed(difference.high())
                + " in 90 % of the drawn futures; fewer in " + Numbers.percent(difference.fewer()) + ", more in " + Numbers.percent(difference.more()) + "."));
    }

    private static String servers(double count) {
        return Double.isInfinite(count) ? "endlessly many" : Numbers.count((long) count) + (count == 1 ? " server" : " servers");
    }

    private static String signed(double count) {
        return Double.isInfinite(count) ? "no number" : count == 0 ? "none" : Numbers.count((long) Math.abs(count)) + (count < 0 ? " fewer" : " more");
    }

    private static Block table(ServersVariants answer, boolean priced) {
        List<Block.Column> columns = new ArrayList<>(Block.Column.of("variant", "50 %", "90 %", "95 %", "99 %"));
        columns.add(new Block.Column("against the first", true));
        if (priced) {
            columns.add(new Block.Column("price a month at 99 %", true));
        }
        List<List<Block.Cell>> rows = answer.variants().stream().map(each -> {
            List<Block.Cell> row = new ArrayList<>(List.of(Block.Cell.of(each.name())));
            each.needed().confidences().forEach(one -> row.add(Block.Cell.of(ServersExplanation.servers(one.servers()), one.servers())));
            ServersVariants.Difference difference = each.difference();
            row.add(difference == null ? Block.Cell.of(Numbers.ABSENT) : Block.Cell.of(signed(difference.median()), difference.median()));
            if (priced) {
                double cost = each.needed().confidences().getLast().servers() * each.price();
                row.add(Double.isFinite(cost) ? Block.Cell.of(Numbers.number(cost), cost) : Block.Cell.of(Numbers.ABSENT));
            }
            return row;
        }).toList();
        return new Block.Table("variants-servers", "Servers that hold the objective, by share of the futures", columns, rows);
    }

    private static Block months(ServersVariants answer) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (ServersVariants.Variant each : answer.variants()) {
            CapacityForecast forecast = each.forecast();
            if (forecast != null) {
                Integer risky = forecast.firstRiskyMonth();
                Sample.Estimate by = forecast.months().getLast().breachBy();
                rows.add(List.of(Block.Cell.of(each.name()), Block.Cell.of(risky == null ? "none" : "month " + risky, risky == null ? Double.NaN : risky),
                        Block.Cell.of(Shares.text(by) + " " + Shares.interval(by), by.value())));
            }
        }
        return new Block.Table("variants-risk-by-month", "Risk with a given number of servers", Block.Column.of("variant", "first month above 5 %", "breach by the last month"), rows);
    }

    private static Block changes(ServersVariants answer) {
        return new Block.Table("variants-changes", "What differs", List.of(new Block.Column("variant", false), new Block.Column("changed", false)), answer.variants().stream()
                .map(each -> List.of(Block.Cell.of(each.name()), Block.Cell.of(each.changed().isEmpty() ? "nothing" : each.changed().entrySet().stream().map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", "))))).toList());
    }
}
