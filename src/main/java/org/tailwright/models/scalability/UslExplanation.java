package org.tailwright.models.scalability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;

/// Explains the answer of the analysis `usl`.
final class UslExplanation {
    private UslExplanation() {}

    static Report.Section explain(Inputs inputs, UslAnalysis.Parameters asked, UslResult result) {
        List<String> sources = inputs.datasets().stream().map(Dataset::name).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts(result, sources)));
        result.notes().forEach(note -> blocks.add(new Block.Finding(note.tone(), note.title(), note.text())));
        blocks.add(new Block.Picture("usl-throughput", ScalabilityCharts.throughput(result), ScalabilityCharts.sentence(result)));
        blocks.add(coefficients(result));
        blocks.add(models(result));
        blocks.add(points(result));
        blocks.add(new Block.Picture("usl-residuals", ScalabilityCharts.residuals(result),
                "Measured minus fitted throughput against load; a pattern means that the law bends otherwise than the system."));
        if (!result.peakIntervals().isEmpty()) {
            blocks.add(peaks(result));
        }
        blocks.add(new Block.Text("Unweighted least squares" + (asked.form().normalised() ? " on C = X/X(1)" : " on throughput")
                + (asked.bounded() ? ", β ≥ 0" : "") + ". Intervals of coefficients are Wald intervals with Student's t at " + "n − p"
                + " degrees of freedom. The band is pointwise: residuals resampled, inflated by √(n/(n−p)) and by t over the normal quantile, " + Numbers.count(asked.replicates())
                + " replicates, seed " + inputs.seed() + "."));
        return new Report.Section("usl", "Scalability", blocks);
    }

    private static List<Block.Fact> facts(UslResult result, List<String> sources) {
        boolean relative = !result.scale().equals("throughput");
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(fact("α", result.alpha(), "contention", Unit.NONE, result, sources));
        facts.add(fact("β", result.beta(), "coherency", Unit.NONE, result, sources));
        facts.add(fact("γ", result.gamma(), relative ? "measured at load 1" : "throughput of one", Unit.PER_SECOND, result, sources));
        Provenance method = provenance(result, sources, "peak of the fitted law, √((1−α)/β)");
        facts.add(new Block.Fact("peak load", new Figure(result.peakLoad() == null ? "none" : Numbers.number(result.peakLoad()),
                peak(result), value(result.peakLoad()), Unit.NONE, method), "not the capacity", result.peak().equals("inside")));
        facts.add(new Block.Fact("peak throughput", new Figure(result.peakThroughput() == null ? "none"
                : relative ? Numbers.times(result.peakThroughput()) : Numbers.rate(result.peakThroughput()), "", value(result.peakThroughput()),
                relative ? Unit.RATIO : Unit.PER_SECOND, method), result.scale(), result.peak().equals("inside")));
        facts.add(new Block.Fact("limit", new Figure(result.limit() == null ? "none" : relative ? Numbers.times(result.limit())
                : Numbers.rate(result.limit()), "", value(result.limit()), relative ? Unit.RATIO : Unit.PER_SECOND,
                provenance(result, sources, "γ/α")), "ceiling if β were 0 (not reachable)", result.limit() != null));
        return facts;
    }

    private static String peak(UslResult result) {
        return result.peakInterval().map(each -> "[" + Numbers.number(each.low()) + ", " + (each.high() == null ? "∞" : Numbers.number(each.high()))
                + "]").orElse("");
    }

    private static Block.Fact fact(String label, UslResult.Coefficient coefficient, String note, Unit unit, UslResult result, List<String> sources) {
        boolean rate = unit.equals(Unit.PER_SECOND);
        Double low = coefficient.low();
        Double high = coefficient.high();
        String text = rate ? Numbers.rate(coefficient.estimate()) : Numbers.number(coefficient.estimate());
        String interval = low == null || high == null ? "" : "[" + Numbers.number(low) + ", " + Numbers.number(high) + "]";
        return new Block.Fact(label, new Figure(text, interval, coefficient.estimate(), unit,
                provenance(result, sources, "least squares, form " + result.form())), note, true);
    }

    private static Provenance provenance(UslResult result, List<String> sources, String method) {
        return new Provenance(sources, "", method, result.n(), "95 %");
    }

    private static Block coefficients(UslResult result) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        rows.add(row("α contention", result.alpha(), result, UslResult.Resampled::alpha));
        rows.add(row("β coherency", result.beta(), result, UslResult.Resampled::beta));
        rows.add(row("γ throughput at load 1", result.gamma(), result, UslResult.Resampled::gamma));
        List<Block.Column> columns = new ArrayList<>(Block.Column.of("coefficient", "estimate", "standard error", "Wald low", "Wald high"));
        result.bootstraps().forEach(each -> columns.addAll(List.of(new Block.Column(each.method() + " low", true), new Block.Column(each.method() + " high", true))));
        return new Block.Table("usl-coefficients", "Coefficients with 95 % intervals, form " + result.form(), columns, rows);
    }

    private static List<Block.Cell> row(String name, UslResult.Coefficient coefficient, UslResult result, Function<UslResult.Resampled, double[]> ends) {
        List<Block.Cell> row = new ArrayList<>(List.of(Block.Cell.of(name), cell(coefficient.estimate()), cell(coefficient.standardError()), cell(coefficient.low()),
                cell(coefficient.high())));
        boolean estimated = coefficient.standardError() != null;
        result.bootstraps().forEach(each -> row.addAll(List.of(cell(estimated ? ends.apply(each)[0] : null), cell(estimated ? ends.apply(each)[1] : null))));
        return row;
    }

    private static Block models(UslResult result) {
        double best = result.models().stream().filter(each -> comparable(each.form()) && each.aicc() != null)
                .mapToDouble(each -> value(each.aicc())).min().orElse(Double.NaN);
        List<List<Block.Cell>> rows = result.models().stream().map(each -> List.of(Block.Cell.of(OtherLaws.title(each.form())),
                OtherLaws.has(each.form(), UslFit.Coefficient.ALPHA) ? cell(each.alpha()) : Block.Cell.of(Numbers.ABSENT),
                OtherLaws.has(each.form(), UslFit.Coefficient.BETA) ? cell(each.beta()) : Block.Cell.of(Numbers.ABSENT), cell(each.gamma()),
                comparable(each.form()) ? cell(value(each.aicc()) - best) : Block.Cell.of(OtherLaws.apart(each.form())))).toList();
        return new Block.Table("usl-models", "Models compared", Block.Column.of("form", "α contention", "β coherency", "γ /s", "Δ AICc"), rows);
    }

    /// AICc compares only what was fitted to the same numbers, those on the scale of X.
    private static boolean comparable(String form) {
        return OtherLaws.apart(form).isEmpty();
    }

    private static Block points(UslResult result) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        UslResult.Points points = result.points();
        int[] byLoad = IntStream.range(0, points.loads().length).boxed().sorted(Comparator.comparingDouble(i -> points.loads()[i])).mapToInt(Integer::intValue).toArray();
        for (int i : byLoad) {
            double fitted = points.throughputs()[i] - points.residuals()[i];
            rows.add(List.of(cell(points.loads()[i]), cell(points.throughputs()[i]), cell(fitted), cell(points.residuals()[i]),
                    Block.Cell.of(Numbers.percent(result.law().efficiency(points.loads()[i])), result.law().efficiency(points.loads()[i])),
                    marked(points.influence().leverages()[i], points.steering(), i), marked(points.influence().studentized()[i], points.outliers(), i)));
        }
        return new Block.Table("usl-points", "Load points", List.of(new Block.Column("load N", true), new Block.Column("throughput /s", true),
                new Block.Column("fitted /s", true), new Block.Column("residual /s", true), new Block.Column("efficiency of the law", true),
                new Block.Column("leverage", true), new Block.Column("studentized", true)), rows);
    }

    private static Block.Cell marked(double value, int[] marked, int row) {
        return new Block.Cell(Double.isNaN(value) ? Numbers.ABSENT : Numbers.number(value), value, Arrays.stream(marked).anyMatch(each -> each == row) ? Block.Tone.WATCH : Block.Tone.PLAIN);
    }

    private static Block peaks(UslResult result) {
        List<List<Block.Cell>> rows = result.peakIntervals().stream().map(each -> List.of(Block.Cell.of(switch (each.method()) {
            case "residuals" -> "bootstrap of residuals, inflated";
            case "pairs" -> "bootstrap of points";
            case "blocks" -> "bootstrap of blocks of time inside the steps";
            default -> "delta method, t";
        }), cell(each.low()), each.high() == null ? Block.Cell.of("unbounded") : cell(each.high()),
                each.method().equals("delta") ? Block.Cell.of(Numbers.ABSENT) : Block.Cell.of(Numbers.percent(each.withoutPeak()), each.withoutPeak())))
                .toList();
        return new Block.Table("usl-peaks", "95 % intervals of the peak's load", Block.Column.of("method", "low", "high", "replicates without peak"), rows);
    }

    private static Block.Cell cell(@Nullable Double value) {
        return Block.Cell.of(value == null ? Numbers.ABSENT : Numbers.number(value), value(value));
    }

    private static double value(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
