package org.tailwright.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Numbers;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.statistics.Sample;

/// Explains a comparison.
public final class ComparisonSection {
    private ComparisonSection() {}

    /// A section with verdict, percentiles, shift function, labels and workload.
    public static Report.Section of(ComparisonResult result, Comparison.Settings settings) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Finding(tone(result.verdict()), title(result.verdict()), result.why()));
        blocks.add(percentiles(result));
        if (result.shape().shift().size() > 1) {
            Chart chart = ComparisonPictures.shiftChart(result, settings.threshold());
            blocks.add(new Block.Picture("shift-function", chart, chart.spoken()));
        }
        if (!result.labels().isEmpty()) {
            blocks.add(labels(result));
        }
        if (!result.workload().drifts().isEmpty()) {
            blocks.add(workload(result.workload()));
        }
        boolean rows = !result.workload().warmUp().equals(HistogramComparison.NOTHING_CUT);
        if (!Double.isNaN(result.shape().mannWhitney().larger())) {
            blocks.add(new Block.Text(shape(result.shape())));
        }
        blocks.add(new Block.Text(rows ? method(settings, result.shape()) : "Of these runs only histograms are known. One run a side: the intervals of each log are drawn again in blocks of neighbours, and what"
                + " they scatter is widened for their number and for the width of a bucket. Several runs a side: Welch's t on the logarithms of their percentiles. Printed percentiles are never judged."));
        return new Report.Section("comparison", "Comparison", blocks);
    }

    /// The verdict as a headline.
    public static String title(Judgement verdict) {
        return switch (verdict) {
            case WORSE -> "The candidate is worse";
            case SAME -> "The same";
            case BETTER -> "The same or better";
            case CANNOT_TELL -> "Cannot tell";
        };
    }

    /// The colour of a verdict.
    public static Block.Tone tone(Judgement verdict) {
        return switch (verdict) {
            case WORSE -> Block.Tone.BAD;
            case SAME, BETTER -> Block.Tone.GOOD;
            case CANNOT_TELL -> Block.Tone.WATCH;
        };
    }

    private static Block percentiles(ComparisonResult result) {
        List<List<Block.Cell>> rows = result.changes().stream().map(each -> List.of(Block.Cell.of(Numbers.percentile(each.p())), duration(each.baseline()),
                duration(each.candidate()), change(each), judgement(each.judgement()), Block.Cell.of(each.why()))).toList();
        return new Block.Table("comparison-percentiles", "Percentiles", List.of(new Block.Column("percentile", false), new Block.Column("baseline", true),
                new Block.Column("candidate", true), new Block.Column("change, 95 %", true), new Block.Column("verdict", false), new Block.Column("what is missing", false)), rows);
    }

    private static Block labels(ComparisonResult result) {
        List<List<Block.Cell>> rows = result.labels().stream().map(each -> List.of(Block.Cell.of(each.label()), Block.Cell.of(Numbers.percent(each.share()), each.share()),
                Block.Cell.of(Numbers.percentile(each.change().p())), duration(each.change().baseline()), duration(each.change().candidate()), change(each.change()),
                judgement(each.change().judgement()))).toList();
        return new Block.Table("comparison-labels", "By label, false discoveries controlled", List.of(new Block.Column("label", false), new Block.Column("share", true),
                new Block.Column("at", true), new Block.Column("baseline", true), new Block.Column("candidate", true), new Block.Column("change", true),
                new Block.Column("verdict", false)), rows);
    }

    /// Percentiles of all requests and of each label in one table.
    public static Block.Table together(ComparisonResult result) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        result.changes().forEach(each -> rows.add(row("all requests", 1, each)));
        result.labels().forEach(each -> rows.add(row(each.label(), each.share(), each.change())));
        return new Block.Table("comparison", "", List.of(new Block.Column("requests", false), new Block.Column("at", true), new Block.Column("change", true),
                new Block.Column("verdict", false), new Block.Column("baseline", true), new Block.Column("candidate", true), new Block.Column("share", true),
                new Block.Column("what is missing", false)), rows);
    }

    private static List<Block.Cell> row(String name, double share, Change change) {
        return List.of(Block.Cell.of(name), Block.Cell.of(Numbers.percentile(change.p()), change.p()), change(change), judgement(change.judgement()), duration(change.baseline()),
                duration(change.candidate()), Block.Cell.of(Numbers.percent(share), share), Block.Cell.of(change.why()));
    }

    private static Block workload(Workload workload) {
        List<List<Block.Cell>> rows = new ArrayList<>(workload.drifts().stream().map(each -> List.of(Block.Cell.of(each.name()), Block.Cell.of(each.shown()),
                new Block.Cell(each.matters() ? "differs" : "alike", Double.NaN, each.matters() ? Block.Tone.WATCH : Block.Tone.MUTED))).toList());
        rows.add(List.of(Block.Cell.of("warm-up cut"), Block.Cell.of(workload.warmUp()), Block.Cell.of("")));
        return new Block.Table("comparison-workload", "Workload, baseline → candidate",
                List.of(new Block.Column("what", false), new Block.Column("baseline → candidate", false), new Block.Column("", false)), rows);
    }

    private static Block.Cell duration(double nanos) {
        return nanos >= Sample.NEVER ? new Block.Cell("failed", nanos, Block.Tone.BAD) : Block.Cell.of(Numbers.duration(nanos), nanos);
    }

    private static Block.Cell change(Change change) {
        return Double.isNaN(change.interval().change()) ? Block.Cell.of("–") : Block.Cell.of(Comparison.interval(change.interval()), change.interval().change());
    }

    private static Block.Cell judgement(Judgement judgement) {
        return new Block.Cell(judgement.words(), Double.NaN, tone(judgement));
    }

    private static String shape(ComparisonResult.Shape shape) {
        double larger = shape.mannWhitney().larger();
        String words = Math.abs(larger - 0.5) < 0.06 ? "negligible" : Math.abs(larger - 0.5) < 0.14 ? "small" : Math.abs(larger - 0.5) < 0.21 ? "medium" : "large";
        return "A request of the candidate takes longer than one of the baseline in " + Numbers.percent(larger) + " of all pairs: a " + words
                + " effect (Vargha and Delaney's A). Largest distance of the cumulative curves: " + Numbers.significant(shape.kolmogorovSmirnov().d(), 3)
                + ". As if requests were independent, which they are not: Mann–Whitney " + Numbers.pValue(shape.mannWhitney().p()) + " (normal approximation, ties and continuity corrected), Kolmogorov–Smirnov "
                + Numbers.pValue(shape.kolmogorovSmirnov().p()) + " (limit), Welch of log latency " + Numbers.pValue(shape.welch().p()) + ". They decide nothing.";
    }

    private static String method(Comparison.Settings settings, ComparisonResult.Shape shape) {
        boolean single = shape.runsBaseline() + shape.runsCandidate() == 2;
        return "Worse means that the whole interval lies above " + Numbers.percent(settings.threshold()) + ", the same that it lies within. "
                + (single ? "Intervals join those of the two sides (order statistics at the effective sample size) by the recovery of variance estimates on the scale of logarithms; where requests depend on each other for too long, they come from the scatter over ten stretches of each run."
                : "Runs are the unit, " + shape.runsBaseline() + " against " + shape.runsCandidate() + ": t intervals from the scatter between runs, pooled.")
                + " Failed requests rank as the slowest.";
    }
}
