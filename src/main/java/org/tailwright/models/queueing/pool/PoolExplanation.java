package org.tailwright.models.queueing.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.tailwright.models.queueing.pool.PoolResult.Size;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;

/// Explains the answer of the analysis `pool`.
final class PoolExplanation {
    private static final double LOWEST = 1e-9;

    private PoolExplanation() {}

    static Report.Section explain(Inputs inputs, PoolAnalysis.Parameters asked, PoolResult result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(verdict(result));
        blocks.add(new Block.Facts(facts(inputs, result)));
        blocks.add(new Block.Text(result.need().origin()));
        result.notes().forEach(each -> blocks.add(new Block.Finding(each.tone(), each.title(), each.text())));
        Chart chart = risk(result);
        blocks.add(new Block.Picture("pool-risk", chart, chart.description()));
        blocks.add(sizes(result));
        blocks.add(new Block.Text(result.need().users() > 0
                ? "Threads go round: elsewhere, then waiting, then holding. M/M/c//N with exponential times, exact; the time elsewhere is what the arrivals and the hold time leave."
                : "M/M/c: Poisson arrivals, first come first served, a steady state; P[wait > t] = C·e^(−(c/S − λ)t·2/(1 + cs²)) with Erlang's C. The real-valued size continues Erlang's formula."));
        return new Report.Section("pool", "Pool size", blocks);
    }

    private static String goal(PoolResult result) {
        return Numbers.percent(result.need().goal().share()) + " of acquisitions wait no longer than " + Numbers.duration(result.need().goal().limit() * 1e9);
    }

    private static Block verdict(PoolResult result) {
        Size best = result.recommended();
        Optional<Size> now = Optional.ofNullable(result.now());
        String what = "With " + best.servers() + ", " + goal(result) + ": " + Numbers.percent(best.beyond()) + " wait longer.";
        if (now.isEmpty()) {
            return new Block.Finding(Block.Tone.PLAIN, "A size of " + best.servers() + " is needed", what);
        }
        String before = " With the " + now.get().servers() + " in use " + (!over(result, now.get()) ? Numbers.percent(now.get().beyond()) + " do."
                : Double.isNaN(now.get().abandoned()) ? "the line grows without end." : "more come than can be served: " + Numbers.percent(now.get().abandoned()) + " give up.");
        return now.get().servers() >= best.servers() ? new Block.Finding(Block.Tone.GOOD, "The size in use suffices; " + best.servers() + " would do", what + before)
                : new Block.Finding(Block.Tone.BAD, "The size in use is too small: " + best.servers() + " are needed", what + before);
    }

    /// Whether more come than a size can serve.
    private static boolean over(PoolResult result, Size size) {
        return result.need().users() == 0 && result.need().erlangs() >= size.servers();
    }

    private static List<Block.Fact> facts(Inputs inputs, PoolResult result) {
        Provenance how = new Provenance(inputs.datasets().stream().map(Dataset::name).toList(), "", "M/M/c" + (result.need().users() > 0 ? "//N" : ""), 0, "");
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact("size", new Figure(Integer.toString(result.recommended().servers()), "", result.recommended().servers(), Unit.COUNT, how), "fewest that keep the goal", true));
        facts.add(new Block.Fact("as a real number", new Figure(Numbers.fixed(result.real(), 2), "", result.real(), Unit.NONE, how), "how near the next smaller comes", true));
        facts.add(new Block.Fact("offered load", new Figure(Numbers.number(result.need().erlangs()), "", result.need().erlangs(), Unit.NONE, how), "mean number held, λ·S", true));
        facts.add(new Block.Fact("utilisation", new Figure(Numbers.percent(result.recommended().utilisation()), "", result.recommended().utilisation(), Unit.RATIO, how), "of each at that size", true));
        String level = Numbers.percentile(result.need().goal().share()) + " of the wait";
        Optional.ofNullable(result.now()).ifPresent(now -> facts.add(new Block.Fact(level + " now", new Figure(wait(result, now), "", now.quantile() * 1e9, Unit.DURATION, how), "with " + now.servers(), true)));
        facts.add(new Block.Fact(level + " then", new Figure(seconds(result.recommended().quantile()), "", result.recommended().quantile() * 1e9, Unit.DURATION, how), "with " + result.recommended().servers(), true));
        return facts;
    }

    private static Chart risk(PoolResult result) {
        double[] xs = result.sizes().stream().mapToDouble(Size::servers).toArray();
        double[] beyond = result.sizes().stream().mapToDouble(each -> Math.max(LOWEST, each.beyond())).toArray();
        double[] waits = result.sizes().stream().mapToDouble(each -> Math.max(LOWEST, each.waits())).toArray();
        double low = Math.max(LOWEST, Math.min(beyond[beyond.length - 1], (1 - result.need().goal().share()) / 10) / 2);
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.Line.of(xs, waits, Role.SERIES_2, "wait at all"));
        layers.add(Layer.Line.of(xs, beyond, Role.SERIES_1, "wait longer than " + Numbers.duration(result.need().goal().limit() * 1e9)));
        layers.add(Layer.RuleY.objective(1 - result.need().goal().share(), "goal " + Numbers.percent(1 - result.need().goal().share())));
        layers.add(new Layer.RuleX(result.recommended().servers(), "needed " + result.recommended().servers(), Role.GOOD, Stroke.DASHED));
        Optional.ofNullable(result.now()).filter(each -> each.servers() != result.recommended().servers())
                .ifPresent(each -> layers.add(new Layer.RuleX(each.servers(), "now " + each.servers(), Role.TEXT, Stroke.DOTTED)));
        return new Chart("Risk against size", "λ = " + Numbers.rate(result.need().rate()) + ", S = " + Numbers.duration(result.need().hold() * 1e9),
                Axis.linear("size of the pool", xs[0], Math.max(xs[0] + 1, xs[xs.length - 1]), Quantity.COUNT), Axis.log("share of acquisitions", low, 1.05, Quantity.PERCENT), layers,
                "Share of acquisitions that wait against the size of the pool; " + result.recommended().servers() + " keep the goal.");
    }

    private static Block sizes(PoolResult result) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Size each : result.sizes()) {
            boolean kept = each.beyond() <= 1 - result.need().goal().share();
            rows.add(List.of(new Block.Cell(Integer.toString(each.servers()), each.servers(), kept ? Block.Tone.GOOD : Block.Tone.BAD),
                    Block.Cell.of(Numbers.percent(each.utilisation()), each.utilisation()), Block.Cell.of(share(result, each, each.waits()), each.waits()),
                    Block.Cell.of(share(result, each, each.beyond()), each.beyond()), Block.Cell.of(wait(result, each), each.quantile()),
                    Block.Cell.of(Double.isNaN(each.abandoned()) ? Numbers.ABSENT : Numbers.percent(each.abandoned()), each.abandoned())));
        }
        return new Block.Table("pool-sizes", "Sizes", List.of(new Block.Column("size", true), new Block.Column("utilisation", true), new Block.Column("wait at all", true),
                new Block.Column("wait longer than " + Numbers.duration(result.need().goal().limit() * 1e9), true),
                new Block.Column(Numbers.percentile(result.need().goal().share()) + " of the wait", true), new Block.Column("give up", true)), rows);
    }

    private static String wait(PoolResult result, Size size) {
        return relieved(result, size) ? Numbers.ABSENT : seconds(size.quantile());
    }

    private static String share(PoolResult result, Size size, double share) {
        return relieved(result, size) ? Numbers.ABSENT : Numbers.percent(share);
    }

    /// Whether only those who give up keep the line from growing without end: how many wait then, and how long, is not told.
    private static boolean relieved(PoolResult result, Size size) {
        return over(result, size) && !Double.isNaN(size.abandoned());
    }

    private static String seconds(double seconds) {
        return Double.isInfinite(seconds) ? "no end" : Numbers.duration(seconds * 1e9);
    }
}
