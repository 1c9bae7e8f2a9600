package org.tailwright.simulation.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Unit;
import org.tailwright.simulation.laws.Law;
import org.tailwright.simulation.laws.LawText;
import org.tailwright.simulation.laws.Points;
import org.tailwright.simulation.laws.Shifted;
import org.tailwright.work.Work;

/// The answer of the analysis `fit-law`. Times are in seconds.
///
/// @param of what laws were fitted to
/// @param laws best by Akaike's criterion first; laws that have no density for some value are left out, and shifted ones where the shift is not worth a parameter
/// @param left names of those
/// @param quantiles some of the measured quantiles, as inputs of simulations take them: the law to use where none fits
/// @param measured quantiles of the data from low to high, for pictures
/// @param tested how many values the tests took
public record LawFits(What of, List<FittedLaw> laws, List<String> left, String quantiles, List<Quantile> measured, int tested) {
    /// Percentiles at which laws are held against the data, as far as n carries them. Below p25 a law of small times may be off by far and nobody minds.
    private static final double[] JUDGED = {0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999};
    private static final double[] HANDED = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999};
    /// Most values that tests take: with more they only take longer to reject every law.
    private static final int TESTED = 2000;
    private static final int BEYOND = 10;
    /// Nines of the lowest percentile of the pictures.
    private static final int LOWEST = 3;

    /// @param name "durations", "times between arrivals" or a column
    /// @param unit "s" for times
    /// @param n values
    /// @param effective independent values that they are worth; NaN when it cannot be told
    /// @param slow whether they depend on each other and it cannot be told how much
    /// @param quantum step of the clock over which values were spread; 0 for none
    public record What(String name, String unit, long n, double effective, boolean slow, double quantum) {}

    /// A measured quantile.
    public record Quantile(double p, double value) {}

    public LawFits {
        measured = List.copyOf(measured);
        laws = List.copyOf(laws);
        left = List.copyOf(left);
    }

    /// Fits all families.
    ///
    /// @param values at least ten, not all equal
    static LawFits of(Values values, int replicates, long seed, Work work) {
        double[] sorted = values.values().clone();
        Arrays.sort(sorted);
        double[] tested = values.thinned(TESTED);
        boolean flat = tested[0] == tested[tested.length - 1];
        List<FittedLaw> laws = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Family family : Family.values()) {
            work.check();
            if (!family.fits(sorted[0]) || flat || family.base() != null && Double.isNaN(values.known())) {
                if (family.base() == null) {
                    left.add(family.title());
                }
                continue;
            }
            Law law = family.fit(values.values(), values.independent());
            List<FittedLaw.Parameter> parameters = parameters(family, law, values);
            if (law instanceof Shifted && !better(family, parameters, law, values)) {
                continue;
            }
            laws.add(new FittedLaw(family.title(), LawText.text(law), parameters, ranking(family, law, values),
                    Goodness.of(family, tested, replicates, seed, work), distance(law, sorted, values.independent())));
            work.progress(family.ordinal() + 1, Family.values().length);
        }
        return new LawFits(new What(values.name(), unit(values), sorted.length, values.worth().effective(), values.worth().slow(), values.quantum()), ranked(laws), left, LawText.text(measured(sorted)),
                curve(sorted), tested.length);
    }

    private static List<FittedLaw.Parameter> parameters(Family family, Law law, Values values) {
        return law instanceof Shifted shifted ? new Threshold(family, values.values()).intervals(shifted, values.known()) : Fisher.of(family, law, values.known());
    }

    /// Whether a shift is worth its parameter: its interval lies above 0, and both criteria, the corrected one of Akaike and Schwarz's, prefer it to the law without one.
    private static boolean better(Family family, List<FittedLaw.Parameter> parameters, Law law, Values values) {
        Family base = Objects.requireNonNull(family.base());
        FittedLaw.Ranking plain = ranking(base, base.fit(values.values()), values);
        FittedLaw.Ranking shifted = ranking(family, law, values);
        return parameters.getFirst().low() > 0 && shifted.aicc() < plain.aicc() && 2 * (shifted.logLikelihood() - plain.logLikelihood()) > Math.log(values.independent());
    }

    private static String unit(Values values) {
        return values.unit().equals(Unit.DURATION) ? "s" : values.unit().symbol();
    }

    /// The likelihood of n dependent values counts as that of n_eff: else a thousand repeats of one slow minute would choose the law.
    private static FittedLaw.Ranking ranking(Family family, Law law, Values values) {
        double sum = 0;
        for (double each : values.values()) {
            sum += Family.logDensity(law, each);
        }
        double n = values.independent();
        int k = family.parameters();
        double likelihood = sum * n / values.values().length;
        return new FittedLaw.Ranking(likelihood, n > k + 1 ? 2 * k - 2 * likelihood + 2.0 * k * (k + 1) / (n - k - 1) : Double.NaN, Double.NaN);
    }

    private static List<FittedLaw> ranked(List<FittedLaw> laws) {
        double best = laws.stream().mapToDouble(each -> each.ranking().aicc()).min().orElse(Double.NaN);
        double sum = laws.stream().mapToDouble(each -> Math.exp((best - each.ranking().aicc()) / 2)).sum();
        return laws.stream().sorted(Comparator.comparingDouble(each -> each.ranking().aicc())).map(each -> new FittedLaw(each.name(), each.text(), each.parameters(),
                new FittedLaw.Ranking(each.ranking().logLikelihood(), each.ranking().aicc(), Math.exp((best - each.ranking().aicc()) / 2) / sum), each.goodness(),
                each.distance())).toList();
    }

    /// @param worth independent values: a percentile that few of them lie beyond is itself uncertain
    private static FittedLaw.Distance distance(Law law, double[] sorted, double worth) {
        int n = sorted.length;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double below = Family.below(law, sorted[i]);
            largest = Math.max(largest, Math.max((i + 1.0) / n - below, below - (double) i / n));
        }
        FittedLaw.Distance worst = new FittedLaw.Distance(largest, 0.5, at(sorted, 0.5), law.quantile(0.5), scale(sorted, 0.5));
        for (double p : carried(JUDGED, worth)) {
            FittedLaw.Distance here = new FittedLaw.Distance(largest, p, at(sorted, p), law.quantile(p), scale(sorted, p));
            worst = Math.abs(here.off()) > Math.abs(worst.off()) ? here : worst;
        }
        return worst;
    }

    /// The measured quantile itself; of values around 0, where that may be nothing, the range of the middle half.
    private static double scale(double[] sorted, double p) {
        return sorted[0] > 0 ? at(sorted, p) : at(sorted, 0.75) - at(sorted, 0.25);
    }

    /// Percentiles with at least ten values on both sides; the median always.
    private static double[] carried(double[] ps, double n) {
        return Arrays.stream(ps).filter(p -> p == 0.5 || Math.min(p, 1 - p) * n >= BEYOND).toArray();
    }

    /// The ceil(np)-th value.
    static double at(double[] sorted, double p) {
        return sorted[(int) Math.clamp(Math.ceil(p * sorted.length - 1e-9) - 1, 0, sorted.length - 1)];
    }

    private static Law measured(double[] sorted) {
        double[] inside = carried(HANDED, sorted.length);
        double[] ps = new double[inside.length + 2];
        double[] values = new double[ps.length];
        ps[ps.length - 1] = 1;
        values[0] = sorted[0];
        values[ps.length - 1] = sorted[sorted.length - 1];
        for (int i = 0; i < inside.length; i++) {
            ps[i + 1] = inside[i];
            values[i + 1] = at(sorted, inside[i]);
        }
        return new Points(ps, values);
    }

    /// Even steps in the number of nines, from both ends.
    private static List<Quantile> curve(double[] sorted) {
        double nines = Math.log10(Math.max(20, sorted.length));
        TreeSet<Double> ps = new TreeSet<>();
        for (int step = 0; step <= 10 * nines; step++) {
            double nine = step / 10.0;
            double beyond = Math.pow(10, -nine);
            ps.add(1 - beyond);
            if (nine <= LOWEST) {
                ps.add(beyond);
            }
        }
        return ps.stream().filter(p -> Math.min(p, 1 - p) * sorted.length >= 0.5).map(p -> new Quantile(p, at(sorted, p))).toList();
    }

    /// Names that can be fitted, for a sentence.
    static String names(Requests requests) {
        return String.join(", ", Stream.concat(Stream.of(Values.DURATIONS, Values.GAPS), requests.table().columns().entrySet().stream()
                .filter(each -> each.getValue() instanceof Longs || each.getValue() instanceof Doubles)
                .map(Map.Entry::getKey)).distinct().toList());
    }
}
