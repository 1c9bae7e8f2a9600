package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Stroke;
import org.tailwright.data.Dataset;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;

/// Explains the answer of the analysis `simulate-formula`.
final class FormulaExplanation {
    private static final double[] SHOWN = {0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    private FormulaExplanation() {}

    static Report.Section explain(Inputs inputs, FormulaSimulation.Parameters asked, FormulaForecast forecast) {
        Provenance how = new Provenance(inputs.datasets().stream().map(Dataset::name).toList(), "", "Monte Carlo, seed " + inputs.seed(), forecast.drawn().draws(), "95 %, simulation error only");
        FormulaForecast.Output last = forecast.outputs().getLast();
        List<Block> blocks = new ArrayList<>();
        List<Block.Fact> facts = new ArrayList<>();
        for (double p : new double[] {0.05, 0.5, 0.95}) {
            FormulaForecast.Quantile each = last.at(p);
            facts.add(new Block.Fact(last.name() + " " + Numbers.percentile(p), new Figure(Numbers.number(each.value()), interval(each), each.value(), Unit.NONE, how), "of the draws",
                    Double.isFinite(each.value())));
        }
        FormulaForecast.Limit limit = forecast.limit();
        if (limit != null) {
            facts.add(new Block.Fact(words(limit), new Figure(Shares.text(limit.share()), Shares.interval(limit.share()), limit.share().value(), Unit.RATIO, how), "of the draws", true));
        }
        blocks.add(new Block.Facts(facts));
        forecast.outputs().stream().filter(each -> each.spread().undefined() > 0).forEach(each -> blocks.add(new Block.Finding(Block.Tone.WATCH, each.name() + " is no number in "
                + Numbers.percent(each.spread().undefined()) + " of the draws", "Something is divided by 0 or has no logarithm or root there. Such draws count as larger than any number and beyond every limit;"
                        + " mean and standard deviation leave them out.")));
        blocks.add(new Block.Picture("formula-exceedance", exceedance(last, limit), "Share of draws in which " + last.name() + " is larger, against its value."));
        blocks.add(outputs(forecast));
        if (!forecast.drivers().isEmpty()) {
            blocks.add(new Block.Picture("formula-drivers", drivers(forecast), "What " + last.name() + " depends on."));
            blocks.add(table(forecast));
        }
        blocks.add(new Block.Table("formula-inputs", "Inputs", List.of(new Block.Column("input", false), new Block.Column("law", false)), forecast.assumed().entrySet().stream()
                .map(each -> List.of(Block.Cell.of(each.getKey()), Block.Cell.of(each.getValue()))).toList()));
        blocks.add(new Block.Text(Numbers.count(forecast.drawn().draws()) + " draws, seed " + inputs.seed() + (forecast.drawn().design().isEmpty() ? "" : ", " + forecast.drawn().design())
                + ". Intervals hold **simulation error** only. Whether inputs and formulas are right, no draw can tell."));
        if (!forecast.drawn().list().isEmpty()) {
            blocks.add(list(forecast));
        }
        return new Report.Section("simulate-formula", "Formulas", blocks);
    }

    private static String words(FormulaForecast.Limit limit) {
        return limit.output() + (limit.above() ? " > " : " < ") + Numbers.number(limit.value());
    }

    private static String interval(FormulaForecast.Quantile each) {
        return Double.isFinite(each.high()) ? "[" + Numbers.number(each.low()) + ", " + Numbers.number(each.high()) + "]" : "";
    }

    /// Share of draws beyond each value.
    private static Chart exceedance(FormulaForecast.Output output, FormulaForecast.Limit limit) {
        double[] values = Arrays.stream(output.curve()).filter(Double::isFinite).toArray();
        double[] shares = new double[values.length];
        Arrays.setAll(shares, i -> 1 - (i + 0.5) / output.curve().length);
        boolean here = limit != null && limit.output().equals(output.name());
        double low = values.length == 0 ? 0 : here ? Math.min(values[0], limit.value()) : values[0];
        double high = values.length == 0 ? 1 : here ? Math.max(values[values.length - 1], limit.value()) : values[values.length - 1];
        double margin = Math.max(1e-9, 0.04 * (high - low));
        List<Layer> layers = new ArrayList<>(List.of(Layer.Line.of(values, shares, Role.SERIES_1, "")));
        if (here) {
            layers.add(new Layer.RuleX(limit.value(), Numbers.percent(limit.share().value()) + (limit.above() ? " above" : " below"), Role.BAD, Stroke.DASHED));
        }
        return new Chart("How likely it is more", output.name(), Axis.linear(output.name(), low - margin, high + margin, Quantity.PLAIN), Axis.linear("share of draws above", 0, 1, Quantity.PERCENT),
                layers, "Share of draws in which " + output.name() + " is larger, against its value.");
    }

    private static Chart drivers(FormulaForecast forecast) {
        List<FormulaForecast.Driver> shown = forecast.drivers().reversed();
        boolean shares = shown.stream().noneMatch(each -> Double.isNaN(each.share()));
        double[] bars = shown.stream().mapToDouble(each -> shares ? Math.max(0, each.share()) : each.rank()).toArray();
        double least = Math.min(0, Arrays.stream(bars).min().orElse(0));
        double most = Math.max(0.1, Arrays.stream(bars).max().orElse(1));
        return Chart.of("What it depends on", forecast.outputs().getLast().name(), shares ? Axis.linear(forecast.drawn().correlated() ? "Shapley effect" : "first-order index", 0, Math.min(1, 1.1 * most), Quantity.PERCENT)
                : Axis.linear("rank correlation", 1.1 * least, 1.1 * most, Quantity.PLAIN), Axis.named("", shown.stream().map(FormulaForecast.Driver::input).toList()),
                Layer.Bars.named(Arrays.stream(bars).map(each -> Math.min(0, each)).toArray(), Arrays.stream(bars).map(each -> Math.max(0, each)).toArray(), Role.SERIES_1, ""));
    }

    private static Block outputs(FormulaForecast forecast) {
        List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column("result", false), new Block.Column("formula", false), new Block.Column("mean", true)));
        Arrays.stream(SHOWN).forEach(p -> columns.add(new Block.Column(Numbers.percentile(p), true)));
        List<List<Block.Cell>> rows = forecast.outputs().stream().map(each -> {
            List<Block.Cell> row = new ArrayList<>(List.of(Block.Cell.of(each.name()), Block.Cell.of(each.formula()), number(each.spread().mean().value())));
            Arrays.stream(SHOWN).forEach(p -> row.add(number(each.at(p).value())));
            return row;
        }).toList();
        return new Block.Table("formula-results", "Results", columns, rows);
    }

    private static Block.Cell number(double value) {
        return Double.isFinite(value) ? Block.Cell.of(Numbers.number(value), value) : Block.Cell.of(Numbers.ABSENT);
    }

    private static Block table(FormulaForecast forecast) {
        boolean shapley = forecast.drawn().correlated();
        List<Block.Column> columns = shapley ? Block.Column.of("input", "rank correlation", "Shapley effect") : Block.Column.of("input", "rank correlation", "first-order index", "total index");
        return new Block.Table("formula-drivers-table", "What " + forecast.outputs().getLast().name() + " depends on", columns, forecast.drivers().stream().map(each -> {
            List<Block.Cell> row = new ArrayList<>(List.of(Block.Cell.of(each.input()), Block.Cell.of(Numbers.fixed(each.rank(), 2), each.rank()), share(Math.max(0, each.share()))));
            if (!shapley) {
                row.add(share(each.total()));
            }
            return row;
        }).toList());
    }

    private static Block.Cell share(double value) {
        return Double.isNaN(value) ? Block.Cell.of(Numbers.ABSENT) : Block.Cell.of(Numbers.percent(value), value);
    }

    private static Block list(FormulaForecast forecast) {
        List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column("draw", true)));
        forecast.assumed().keySet().forEach(each -> columns.add(new Block.Column(each, true)));
        forecast.outputs().forEach(each -> columns.add(new Block.Column(each.name(), true)));
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (List<Double> draw : forecast.drawn().list()) {
            List<Block.Cell> row = new ArrayList<>(List.of(Block.Cell.of(Integer.toString(rows.size() + 1), rows.size() + 1)));
            draw.forEach(value -> row.add(Block.Cell.of(Double.toString(value), value)));
            rows.add(row);
        }
        return new Block.Table("formula-draws", "Draws", columns, rows);
    }
}
