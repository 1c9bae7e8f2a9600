package org.tailwright.simulation.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;

/// Explains the answer of the analysis `fit-law`.
final class FitExplanation {
    private static final double CLOSE = 0.1;
    private static final double ALPHA = 0.05;

    private FitExplanation() {}

    static Report.Section explain(Inputs inputs, FitLaw.Parameters asked, LawFits fits) {
        List<Block> blocks = new ArrayList<>();
        if (fits.laws().isEmpty()) {
            return new Report.Section("fit-law", "Fitted laws", List.of(new Block.Text("No law has a density for these values.")));
        }
        FittedLaw best = fits.laws().getFirst();
        Provenance how = new Provenance(inputs.datasets().stream().map(Dataset::name).toList(), "", "maximum likelihood, ranked by AICc, seed " + inputs.seed(), fits.of().n(), "95 %");
        String effective = Double.isNaN(fits.of().effective()) ? fits.of().slow() ? "dependence unknown" : "taken as independent"
                : "worth " + Numbers.count(Math.round(fits.of().effective())) + " independent";
        blocks.add(new Block.Facts(List.of(
                new Block.Fact("likeliest law", new Figure(best.name(), "", Double.NaN, Unit.NONE, how), weight(best), true),
                new Block.Fact("farthest off", new Figure(off(best.distance().off()), "", best.distance().off(), Unit.RATIO, how),
                        "at " + Numbers.percentile(best.distance().p()), true),
                new Block.Fact("values", new Figure(Numbers.count(fits.of().n()), "", fits.of().n(), Unit.COUNT, how), effective, true))));
        blocks.add(verdict(fits, best));
        remarks(inputs, asked, fits, blocks);
        blocks.add(new Block.Picture("fit-law-percentiles", FitCharts.percentiles(fits), "Measured percentiles and those of the likeliest laws."));
        blocks.add(new Block.Picture("fit-law-quantiles", FitCharts.quantiles(fits), "Measured quantiles against those of the likeliest law."));
        blocks.add(ranking(fits, asked));
        blocks.add(parameters(fits));
        blocks.addAll(inputs(fits));
        blocks.add(new Block.Text(method(fits, asked)));
        return new Report.Section("fit-law", "Fitted laws", blocks);
    }

    /// A share; as a factor where a share would have many digits.
    private static String off(double off) {
        return Math.abs(off) < 10 ? Numbers.change(off) : off > 1e6 ? "beyond measure" : (off < 0 ? Numbers.ABSENT : Numbers.times(1 + off));
    }

    private static String weight(FittedLaw best) {
        return Double.isNaN(best.ranking().weight()) ? "too few values for AICc" : "Akaike weight " + Numbers.percent(best.ranking().weight());
    }

    private static Block verdict(LawFits fits, FittedLaw best) {
        boolean asked = !Double.isNaN(best.goodness().andersonDarling().p());
        boolean rejected = best.goodness().andersonDarling().p() < ALPHA;
        boolean close = Math.abs(best.distance().off()) <= CLOSE;
        String off = "Between p25 and the last percentile that so many independent values carry, it is farthest off at " + Numbers.percentile(best.distance().p()) + ": "
                + value(fits, best.distance().law()) + " where " + value(fits, best.distance().measured()) + " was measured.";
        if (!asked) {
            return new Block.Finding(Block.Tone.PLAIN, "The " + best.name() + " law is the likeliest of " + fits.laws().size(), off + " No test was asked for.");
        }
        if (!rejected) {
            return new Block.Finding(Block.Tone.GOOD, "The data do not speak against the " + best.name() + " law", off + " That does not prove it: "
                    + Numbers.count(fits.tested()) + " independent values were tested." + equal(fits));
        }
        String every = fits.laws().stream().allMatch(each -> each.goodness().andersonDarling().p() < ALPHA) ? "Every law is rejected" : "The likeliest law is rejected";
        return close ? new Block.Finding(Block.Tone.WATCH, every + ", but the " + best.name() + " law is close",
                off + " Large samples reject every law; judge by how far it is off." + equal(fits))
                : new Block.Finding(Block.Tone.BAD, every + "; use the measured quantiles", off + " Several kinds of requests, time-outs or a change over time make no single law: narrow"
                        + " the selection to one label, or take the measured quantiles below.");
    }

    private static String equal(LawFits fits) {
        List<FittedLaw> laws = fits.laws();
        boolean near = laws.size() > 1 && laws.get(1).ranking().aicc() - laws.getFirst().ranking().aicc() < 2;
        return near ? " The " + laws.get(1).name() + " law is about as likely (AICc differs by less than 2): the data cannot choose." : "";
    }

    private static void remarks(Inputs inputs, FitLaw.Parameters asked, LawFits fits, List<Block> blocks) {
        boolean durations = asked.of().equals(Values.DURATIONS) || asked.of().equals(Requests.DURATION);
        long failed = inputs.requests().map(Requests::errors).orElse(0L);
        if (durations && failed > 0) {
            blocks.add(new Block.Finding(Block.Tone.WATCH, Numbers.count(failed) + " of " + Numbers.count(fits.of().n()) + " requests failed and " + (failed == 1 ? "is" : "are") + " among them",
                    "Time-outs are cut off and quick failures answer nothing; --where failed=false leaves them out."));
        }
        if (!fits.left().isEmpty()) {
            blocks.add(new Block.Finding(Block.Tone.PLAIN, "Not fitted: " + String.join(", ", fits.left()), "Some values are 0 or below, where these laws have no density."));
        }
    }

    private static Block ranking(LawFits fits, FitLaw.Parameters asked) {
        double least = fits.laws().getFirst().ranking().aicc();
        return new Block.Table("fit-law-ranking", "Laws by likelihood", Block.Column.of("law", "ΔAICc", "A²", "p of A²", "D", "p of D", "χ² (df)", "p of χ²", "farthest off", "at"),
                fits.laws().stream().map(each -> {
                    FittedLaw.Goodness goodness = each.goodness();
                    FittedLaw.ChiSquare square = goodness.chiSquare();
                    double off = each.distance().off();
                    return List.of(Block.Cell.of(each.name()), number(each.ranking().aicc() - least), number(goodness.andersonDarling().statistic()), p(goodness.andersonDarling().p(), least(asked)),
                            Block.Cell.of(Numbers.fixed(goodness.kolmogorovSmirnov().statistic(), 3), goodness.kolmogorovSmirnov().statistic()), p(goodness.kolmogorovSmirnov().p(), least(asked)),
                            square.freedom() == 0 ? Block.Cell.of(Numbers.ABSENT) : Block.Cell.of(Numbers.number(square.statistic()) + " (" + square.freedom() + ")", square.statistic()),
                            p(square.p(), 0), Block.Cell.of(off(off), off), Block.Cell.of(Numbers.percentile(each.distance().p()), each.distance().p()));
                }).toList());
    }

    private static Block.Cell number(double value) {
        return Double.isNaN(value) ? Block.Cell.of(Numbers.ABSENT) : Block.Cell.of(Numbers.number(value), value);
    }

    /// The smallest p that so many samples can tell.
    private static double least(FitLaw.Parameters asked) {
        return 1.0 / (asked.replicates() + 1);
    }

    private static Block.Cell p(double p, double least) {
        return Double.isNaN(p) ? Block.Cell.of(Numbers.ABSENT) : new Block.Cell(least > 0 && p <= least ? "p ≤ " + Numbers.fixed(least, (int) Math.ceil(-Math.log10(least) - 1e-9)) : Numbers.pValue(p), p, p < ALPHA ? Block.Tone.MUTED : Block.Tone.PLAIN);
    }

    private static Block parameters(LawFits fits) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (FittedLaw law : fits.laws()) {
            for (FittedLaw.Parameter each : law.parameters()) {
                String text = Double.isNaN(each.low()) ? Numbers.number(each.value()) : interval(each);
                rows.add(List.of(Block.Cell.of(law.name()), Block.Cell.of(each.name()), Block.Cell.of(text, each.value())));
            }
        }
        return new Block.Table("fit-law-parameters", "Parameters with 95 % intervals" + (fits.of().unit().equals("s") ? ", times in seconds" : ""),
                List.of(new Block.Column("law", false), new Block.Column("parameter", false), new Block.Column("value", true)), rows);
    }

    /// As many decimals as show two digits of the interval's half: a million values tell a parameter to five digits.
    private static String interval(FittedLaw.Parameter each) {
        double half = (each.high() - each.low()) / 2;
        int decimals = half > 0 ? (int) Math.clamp(Math.ceil(-Math.log10(half)) + 1, 0, 10) : 6;
        return Numbers.fixed(each.value(), decimals) + " [" + Numbers.fixed(each.low(), decimals) + ", " + Numbers.fixed(each.high(), decimals) + "]";
    }

    private static List<Block> inputs(LawFits fits) {
        List<List<Block.Cell>> rows = fits.laws().stream().map(each -> List.of(Block.Cell.of(each.name()), Block.Cell.of(each.text()))).toList();
        return List.of(new Block.Table("fit-law-inputs", "As inputs of a simulation", List.of(new Block.Column("law", false), new Block.Column("text", false)), rows),
                new Block.Text("The measured quantiles as an input: " + fits.quantiles().replace(",", ", ")));
    }

    private static String method(LawFits fits, FitLaw.Parameters asked) {
        return "Maximum likelihood over all values; the likelihood counts as that of the effective number. A **shift** (least value) is Cohen and Whitten's: as much of the law lies below the smallest"
                + " value as is expected of so many. It rests on that one value, and is told only where its interval lies above 0 and AICc and BIC prefer it. **p-values** of A² (Anderson–Darling) and D (Kolmogorov–Smirnov) come from "
                + (asked.replicates() == 0 ? "no samples" : Numbers.count(asked.replicates()) + " samples") + " of each fitted law that were fitted anew, because the usual tables do not hold for fitted"
                + " parameters; they and χ² took " + Numbers.count(fits.tested()) + " values, evenly over time"
                + (!Double.isNaN(fits.of().effective()) ? ", no closer than values depend on each other. " : fits.of().slow()
                        ? ", **as if independent**: the values change too slowly for this run to tell how they depend on each other, so p is too small and there are no intervals. "
                        : ", as if independent: there are too few to tell. ")
                + "χ² loses a degree of freedom for each parameter; its p is then rather too small. **Intervals**: Fisher's information at the effective number, right only if the law is."
                + (fits.of().quantum() > 0 ? " Values were spread over the clock's step of " + Numbers.duration(fits.of().quantum() * 1e9) + "." : "")
                + " These are laws of **single values**, for stations of simulate. The inputs of simulate-capacity and simulate-servers are uncertainties of averages instead."
                + " Durations under load hold waiting: as service times they would count it twice.";
    }

    private static String value(LawFits fits, double value) {
        return fits.of().unit().equals("s") ? Numbers.duration(value * 1e9) : Numbers.number(value);
    }
}
