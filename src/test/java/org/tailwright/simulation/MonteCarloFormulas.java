package org.tailwright.simulation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.apache.commons.math3.special.Gamma;
import org.tailwright.simulation.laws.Law;
import org.tailwright.statistics.queueing.ErlangC;

/// Closed forms of reference rows: those that the product's laws and queues know, and a few that a simulation cannot estimate well.
final class MonteCarloFormulas {
    private MonteCarloFormulas() {}

    /// NaN where a row is only simulated.
    static double of(NamedCsvRecord row) {
        String name = row.getField("case");
        String quantity = row.getField("quantity");
        List<Double> in = MonteCarloCases.numbers(row.getField("parameters"));
        return switch (name.split("-")[0]) {
            case "tri" -> law(new Law.Triangular(in.get(0), in.get(1), in.get(2)), quantity);
            case "pert" -> pert(new Law.Pert(in.get(0), in.get(1), in.get(2)), quantity);
            case "mm1" -> queue(in.get(0), in.get(1), quantity);
            case "sumln" -> quantity.equals("skewness") ? skewness(MonteCarloCases.pairs(in)) : Double.NaN;
            case "compound" -> quantity.equals("skewness") ? compoundSkewness(in) : Double.NaN;
            case "fanout" -> quantity.startsWith("single-call") ? Math.pow(0.99, 1 / in.get(0)) : Double.NaN;
            case "tiers" -> quantity.startsWith("sum_of") ? in.stream().mapToDouble(mean -> new Law.Exponential(mean).quantile(0.99)).sum() : Double.NaN;
            case "copula" -> copula(in.getFirst(), quantity);
            case "avail" -> availability(quantity);
            case "qerr" -> orderStatistic(in, row.getField("parameters"), quantity);
            default -> Double.NaN;
        };
    }

    private static double law(Law law, String quantity) {
        return switch (quantity) {
            case "mean" -> law.mean();
            case "variance" -> law.variance();
            default -> quantity.startsWith("quantile_") ? law.quantile(Double.parseDouble(quantity.substring(9))) : Double.NaN;
        };
    }

    private static double pert(Law.Pert law, String quantity) {
        return switch (quantity) {
            case "alpha" -> law.alpha();
            case "beta" -> law.beta();
            default -> law(law, quantity);
        };
    }

    private static double queue(double rate, double mu, String quantity) {
        double rho = rate / mu;
        double mean = ErlangC.meanResponse(1, rate, 1 / mu);
        return switch (quantity) {
            case "mean" -> mean;
            case "variance" -> mean * mean;
            case "mean_number_in_system" -> rate * mean;
            default -> quantity.startsWith("quantile_") ? ErlangC.quantile(1, rate, 1 / mu, Double.parseDouble(quantity.substring(9)))
                    : 2 * rho * (1 + rho) / (mu * Math.pow(1 - rho, 4));
        };
    }

    /// Third central moments of independent parts add up.
    private static double skewness(List<Law> parts) {
        double third = 0;
        double variance = 0;
        for (Law part : parts) {
            Law.LogNormal law = (Law.LogNormal) part;
            double w = Math.exp(law.sigma() * law.sigma());
            variance += law.variance();
            third += (w + 2) * Math.sqrt(w - 1) * Math.pow(law.variance(), 1.5);
        }
        return third / Math.pow(variance, 1.5);
    }

    private static double compoundSkewness(List<Double> in) {
        double mu = in.get(1);
        double s2 = in.get(2) * in.get(2);
        return Math.exp(3 * mu + 4.5 * s2) / Math.pow(Math.exp(2 * mu + 2 * s2), 1.5) / Math.sqrt(in.getFirst());
    }

    private static double copula(double rho, String quantity) {
        return switch (quantity) {
            case "Spearman" -> 6 / Math.PI * Math.asin(rho / 2);
            case "Kendall" -> 2 / Math.PI * Math.asin(rho);
            case "Pearson of exp(X/2),exp(Y/2)" -> Math.expm1(rho / 4) / Math.expm1(0.25);
            default -> Double.NaN;
        };
    }

    private static double availability(String quantity) {
        double up = 1.0 / 1000;
        double repair = 1.0 / 4;
        if (quantity.startsWith("steady")) {
            return repair / (up + repair);
        }
        if (quantity.startsWith("point")) {
            return (repair + up * Math.exp(-(up + repair) * 720)) / (up + repair);
        }
        double a = 1000;
        double b = 4;
        return quantity.startsWith("asymptotic") ? 2 * a * a * b * b / Math.pow(a + b, 3) : Double.NaN;
    }

    private static double orderStatistic(List<Double> in, String parameters, String quantity) {
        int n = Integer.parseInt(parameters.substring(parameters.indexOf("n=") + 2));
        double p = Double.parseDouble(quantity.replaceAll(".*?(0\\.9+).*", "$1"));
        int rank = (int) Math.ceil(n * p - 1e-9);
        if (quantity.startsWith("true")) {
            return new Law.Exponential(1 / in.getFirst()).quantile(p);
        }
        if (quantity.startsWith("asymptotic")) {
            return Math.sqrt(p * (1 - p) / n) / (1 - p);
        }
        return quantity.startsWith("exact mean") ? Gamma.digamma(n + 1.0) - Gamma.digamma(n - rank + 1.0)
                : Math.sqrt(Gamma.trigamma(n - rank + 1.0) - Gamma.trigamma(n + 1.0));
    }
}
