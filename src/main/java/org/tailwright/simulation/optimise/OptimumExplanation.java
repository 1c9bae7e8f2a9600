package org.tailwright.simulation.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Stroke;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;

/// Explains what a search found: the configuration, how sure it is, what less money buys.
public final class OptimumExplanation {
    private OptimumExplanation() {}

    /// The section.
    public static Report.Section explain(Inputs inputs, Optimum optimum) {
        Provenance how = new Provenance(List.of(), "", "discrete-event simulation, fresh runs on common random numbers, seed " + inputs.seed(), optimum.made().fresh(),
                "95 %, Clopper–Pearson");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts(optimum, how)));
        blocks.add(verdict(optimum));
        blocks.add(present(optimum));
        if (!optimum.goal().optional().isEmpty()) {
            blocks.add(new Block.Finding(Block.Tone.WATCH, "Calls to " + String.join(", ", optimum.goal().optional()) + " may fail unseen",
                    "They are optional: a request that goes on without its answer holds the objective too, so that the search may leave too few servers there. Keep a lower bound, or take 'optional' away."));
        }
        Chart frontier = frontier(optimum);
        blocks.add(new Block.Picture("optimise-frontier", frontier, frontier.description()));
        if (!optimum.confirmed().isEmpty()) {
            blocks.add(confirmed(optimum));
            blocks.add(new Block.Heading("How it was found"));
            blocks.add(new Block.Text(method(optimum, inputs.seed())));
        }
        return new Report.Section("optimise", optimum.title(), blocks);
    }

    private static List<Block.Fact> facts(Optimum optimum, Provenance how) {
        Optimum.Confirmed chosen = optimum.chosen();
        List<Block.Fact> facts = new ArrayList<>();
        if (chosen != null) {
            facts.add(cost("cheapest that holds", chosen, how));
            facts.add(new Block.Fact("runs that hold", share(chosen.held(), how), objective(optimum), chosen.proven()));
        }
        facts.add(new Block.Fact("as it is, runs that hold", share(optimum.goal().present().held(), how), objective(optimum), true));
        if (optimum.goal().present().cost() != null) {
            facts.add(cost("as it is", optimum.goal().present(), how));
        }
        return facts;
    }

    private static Block.Fact cost(String label, Optimum.Confirmed of, Provenance how) {
        double cost = of.cost() == null ? Double.NaN : of.cost();
        return new Block.Fact(label, new Figure(Numbers.number(cost), "", cost, Unit.NONE, how), "by the prices given", true);
    }

    private static String words(Optimum optimum, List<String> values) {
        return String.join(", ", IntStream.range(0, values.size()).mapToObj(i -> optimum.goal().knobs().get(i) + " " + values.get(i)).toList());
    }

    private static Figure share(Held held, Provenance how) {
        return new Figure(Numbers.percent(held.share()), "[" + Numbers.percent(held.low()) + ", " + Numbers.percent(held.high()) + "]", held.share(), Unit.RATIO, how);
    }

    private static String objective(Optimum optimum) {
        return Numbers.percentile(optimum.goal().judged()) + " under " + Numbers.duration(optimum.goal().limitNanos());
    }

    private static Block verdict(Optimum optimum) {
        Optimum.Confirmed chosen = optimum.chosen();
        String wanted = Numbers.percent(optimum.goal().probability());
        if (optimum.confirmed().isEmpty()) {
            return searching(optimum, wanted);
        }
        if (chosen == null) {
            Optimum.Confirmed nearest = optimum.confirmed().stream().max(Comparator.comparingInt((Optimum.Confirmed each) -> each.held().held())).orElseThrow();
            return new Block.Finding(Block.Tone.BAD, "No configuration tried holds the objective in " + wanted + " of runs", "The nearest: " + words(optimum, nearest.values()) + ", which holds in "
                    + runs(nearest.held()) + "; its " + Numbers.percentile(optimum.goal().judged()) + " is " + latency(nearest.medianNanos()) + " in the middle run. Allow more, or ask for less.");
        }
        int needed = Held.needed(optimum.goal().probability(), Optimiser.LEVEL);
        String text = words(optimum, chosen.values()) + ". It held " + objective(optimum) + " in " + runs(chosen.held()) + ".";
        return chosen.proven()
                ? new Block.Finding(Block.Tone.GOOD, (optimum.confirmed().getFirst() == chosen || optimum.confirmed().stream().noneMatch(each -> each.cost() != null && chosen.cost() != null && each.cost() < chosen.cost() && each.held().share() >= optimum.goal().probability())
                        ? "Cheapest that holds in " : "Cheapest proven to hold in ") + wanted + " of runs: " + cost(chosen), text + " That is proven at 5 % for all "
                        + optimum.confirmed().size() + " that ran again.")
                : new Block.Finding(Block.Tone.WATCH, "Probably the cheapest that holds in " + wanted + " of runs: " + cost(chosen), text + " " + optimum.made().fresh()
                        + " runs do not prove " + wanted + ": " + (optimum.made().fresh() < needed ? "even if all held it would take " + needed + "; ask for them with 'confirm'."
                        : "ask for more with 'confirm', or take a dearer one."));
    }

    /// While the search goes on.
    private static Block searching(Optimum optimum, String wanted) {
        return optimum.tried().stream().filter(each -> each.share() >= optimum.goal().probability()).min(Comparator.comparingDouble(Optimum.Tried::cost))
                .map(each -> new Block.Finding(Block.Tone.PLAIN, "Cheapest so far that held in " + wanted + " of its runs: " + Numbers.number(each.cost()),
                        words(optimum, each.values()) + ". Not confirmed yet: the best of many looks better than it is."))
                .orElseGet(() -> new Block.Finding(Block.Tone.PLAIN, "None tried so far held in " + wanted + " of its runs", Numbers.count(optimum.tried().size()) + " configurations were tried."));
    }

    private static Block present(Optimum optimum) {
        Optimum.Confirmed now = optimum.goal().present();
        return new Block.Finding(now.held().share() >= optimum.goal().probability() ? Block.Tone.PLAIN : Block.Tone.WATCH, "As it is, the objective holds in "
                + Numbers.percent(now.held().share()) + " of runs", (now.cost() == null ? "The file does not write all priced settings, so that the present cost is not known. " : "It costs "
                        + cost(now) + ". ") + "The middle run's " + Numbers.percentile(optimum.goal().judged()) + " is " + latency(now.medianNanos()) + ".");
    }

    private static String cost(Optimum.Confirmed of) {
        return of.cost() == null ? Numbers.ABSENT : Numbers.number(of.cost());
    }

    private static String latency(double nanos) {
        return Double.isInfinite(nanos) ? "not reached: too many requests fail" : Numbers.duration(nanos);
    }

    private static String runs(Held held) {
        return held.held() + " of " + held.runs() + " fresh runs";
    }

    /// Cost against the share of runs that hold: grey what was tried, with intervals what ran again.
    static Chart frontier(Optimum optimum) {
        List<Optimum.Confirmed> shown = optimum.confirmed();
        double[] costs = shown.stream().mapToDouble(each -> each.cost() == null ? Double.NaN : each.cost()).toArray();
        double[] all = optimum.tried().stream().mapToDouble(Optimum.Tried::cost).toArray();
        double least = Arrays.stream(all).min().orElse(0);
        double most = Arrays.stream(all).max().orElse(1);
        double margin = Math.max(0.04 * (most - least), 1e-9 + 0.01 * Math.abs(most));
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.Points.of(all, optimum.tried().stream().mapToDouble(Optimum.Tried::share).toArray(), Role.MUTED, "tried while choosing"));
        layers.add(new Layer.Points(costs, shown.stream().mapToDouble(each -> each.held().share()).toArray(), shown.stream().mapToDouble(each -> each.held().low()).toArray(),
                shown.stream().mapToDouble(each -> each.held().high()).toArray(), Role.SERIES_1, "fresh runs, 95 %"));
        layers.add(Layer.RuleY.objective(optimum.goal().probability(), "wanted " + Numbers.percent(optimum.goal().probability())));
        Optimum.Confirmed chosen = optimum.chosen();
        if (chosen != null && chosen.cost() != null) {
            layers.add(new Layer.RuleX(chosen.cost(), "cheapest that holds: " + cost(chosen), Role.MUTED, Stroke.DOTTED));
        }
        return new Chart("Cost against risk", optimum.tried().size() + " of " + Numbers.count(optimum.made().configurations()) + " configurations tried",
                Axis.linear("cost", Math.max(0, least - margin), most + margin, Quantity.PLAIN), Axis.linear("runs that hold", 0, 1.18, Quantity.PERCENT), layers,
                "Share of runs that hold the objective against the cost of each configuration, with 95 % intervals of those that ran again.");
    }

    private static Block confirmed(Optimum optimum) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Optimum.Confirmed each : optimum.confirmed()) {
            List<Block.Cell> row = new ArrayList<>(List.of(Block.Cell.of(cost(each), each.cost() == null ? Double.NaN : each.cost())));
            row.add(Block.Cell.of(Numbers.percent(each.held().share(), each.held().low(), each.held().high()), each.held().share()));
            row.add(Block.Cell.of(Double.isInfinite(each.medianNanos()) ? "not reached" : Numbers.duration(each.medianNanos()), each.medianNanos()));
            row.add(Block.Cell.of(each.proven() ? "yes" : each.held().share() >= optimum.goal().probability() ? "not proven" : "no"));
            each.values().forEach(value -> row.add(Block.Cell.of(value)));
            rows.add(row);
        }
        List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column("cost", true)));
        columns.addAll(List.of(new Block.Column("runs that hold", true), new Block.Column("middle "
                + Numbers.percentile(optimum.goal().judged()), true), new Block.Column("holds in " + Numbers.percent(optimum.goal().probability()), false)));
        optimum.goal().knobs().forEach(name -> columns.add(new Block.Column(name, true)));
        return new Block.Table("optimise-short-list", "Short list in " + optimum.made().fresh() + " fresh runs each", columns, rows);
    }

    private static String method(Optimum optimum, long seed) {
        Optimum.Made made = optimum.made();
        return (made.whole() ? "The " + Numbers.count(made.configurations()) + " configurations were gone through from the cheapest up until configurations of four costs held, and on where fresh runs proved none of them: "
                : "Of " + Numbers.count(made.configurations()) + " configurations a genetic algorithm tried " + Numbers.count(optimum.tried().size()) + " in " + made.generations()
                        + " generations; a cheaper one that it did not try may exist. ") + (made.whole() ? "no cheaper one was left out. " : "")
                + "Each ran " + made.runs() + " times on common random numbers (4 times where none of those held). The short list and the scenario as it is then ran "
                + made.fresh() + " times on numbers that chose nothing; only these are judged. A run holds when its own " + Numbers.percentile(optimum.goal().judged())
                + " over all requests of the first source after the warm-up, failed ones slower than anything, is under the limit. "
                + (made.warmupSeconds() > 0 ? "The first " + Numbers.number(made.warmupSeconds()) + Numbers.SPACE + "s of every run are left out. " : "")
                + "Seed " + seed + ". Intervals are simulation error only: what the model leaves out is not in them. Costs add up over settings.";
    }
}
