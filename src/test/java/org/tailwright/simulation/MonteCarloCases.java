package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.simulation.laws.Law;

/// The models of the Monte Carlo reference, built with the product's laws. Output 0 is the value; further outputs are indicators that some
/// rows ask for.
final class MonteCarloCases {
    record Case(List<MonteCarlo.Input> inputs, int outputs, MonteCarlo.Model model) {}

    private static final Law UNIT = new Law.Uniform(0, 1);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private MonteCarloCases() {}

    /// Which output a row speaks of.
    static int column(String quantity) {
        if (quantity.equals("mean_given_no_timeout") || quantity.startsWith("P[X>0") || quantity.startsWith("P[max") || quantity.startsWith("P[first")
                || quantity.startsWith("P[no ") || quantity.startsWith("P[at least") || quantity.startsWith("P[demand") || quantity.startsWith("P[success")) {
            return 1;
        }
        return quantity.startsWith("P[total") || quantity.startsWith("P[timeout") || quantity.startsWith("E[(") || quantity.startsWith("expected_") ? 2 : 0;
    }

    static Case of(String name, String parameters) {
        List<Double> numbers = numbers(parameters);
        return switch (name.split("-")[0]) {
            case "sumln" -> sum(pairs(numbers), false);
            case "prodln" -> sum(pairs(numbers), true);
            case "tri" -> of(1, new Law.Triangular(numbers.get(0), numbers.get(1), numbers.get(2)));
            case "pert" -> of(1, new Law.Pert(numbers.get(0), numbers.get(1), numbers.get(2)));
            case "fanout" -> fanout(numbers.get(0).intValue(), 1 / numbers.get(1));
            case "hedge", "quorum" -> ordered(numbers.get(0).intValue(), numbers.get(1).intValue(), 1 / numbers.get(2));
            case "erlang" -> added(Collections.nCopies(numbers.get(0).intValue(), new Law.Exponential(1 / numbers.get(1))));
            case "tiers" -> added(numbers.stream().map(mean -> (Law) new Law.Exponential(mean)).toList());
            case "cache" -> new Case(inputs(UNIT, new Law.Exponential(1)), 1, (in, out) -> out[0] = in[1] * (in[0] < numbers.get(0) ? numbers.get(1)
                    : numbers.get(2)));
            case "merge" -> merge(numbers);
            case "compound" -> compound(numbers);
            case "register" -> register(numbers);
            case "capacity" -> capacity(name, numbers);
            case "retry" -> retry(numbers);
            case "timeout" -> timeout(numbers.get(0), numbers.get(1));
            case "copula" -> copula(numbers.get(0));
            case "irwin" -> added(Collections.nCopies(numbers.get(0).intValue(), UNIT));
            case "avail" -> new Case(inputs(new Law.Exponential(1000)), 2, (in, out) -> out[1] = in[0] > 720 ? 1 : 0);
            case "project" -> project(numbers);
            case "basic" -> parameters.startsWith("4*") ? new Case(inputs(UNIT, UNIT), 1, (in, out) -> out[0] = in[0] * in[0] + in[1] * in[1] <= 1 ? 4 : 0)
                    : new Case(inputs(UNIT), 1, (in, out) -> out[0] = Math.exp(-in[0] * in[0]));
            default -> throw new IllegalArgumentException("no model for the case " + name);
        };
    }

    static List<Double> numbers(String parameters) {
        Matcher matcher = NUMBER.matcher(parameters.replaceAll("U\\(0,1\\)|unit normals", ""));
        List<Double> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(Double.parseDouble(matcher.group()));
        }
        return found;
    }

    static List<Law> pairs(List<Double> numbers) {
        List<Law> laws = new ArrayList<>();
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            laws.add(new Law.LogNormal(numbers.get(i), numbers.get(i + 1)));
        }
        return laws;
    }

    private static Case of(int outputs, Law law) {
        return new Case(inputs(law), outputs, (in, out) -> out[0] = in[0]);
    }

    private static List<MonteCarlo.Input> inputs(Law... laws) {
        return inputs(List.of(laws));
    }

    private static List<MonteCarlo.Input> inputs(List<Law> laws) {
        List<MonteCarlo.Input> inputs = new ArrayList<>();
        laws.forEach(law -> inputs.add(new MonteCarlo.Input("input " + inputs.size(), law)));
        return inputs;
    }

    private static Case sum(List<Law> laws, boolean product) {
        return product ? new Case(inputs(laws), 1, (in, out) -> out[0] = Arrays.stream(in).reduce(1, (a, b) -> a * b)) : added(laws);
    }

    private static Case added(List<Law> laws) {
        return new Case(inputs(laws), 1, (in, out) -> out[0] = Arrays.stream(in).sum());
    }

    /// The maximum of k exponentials by its quantile function, so that k = 1000 costs no more than k = 1.
    private static Case fanout(int k, double mean) {
        double single = new Law.Exponential(mean).quantile(0.99);
        return new Case(inputs(UNIT), 2, (in, out) -> {
            out[0] = -mean * Math.log(-Math.expm1(Math.log(in[0]) / k));
            out[1] = out[0] > single ? 1 : 0;
        });
    }

    private static Case ordered(int rank, int n, double mean) {
        return new Case(inputs(Collections.nCopies(n, new Law.Exponential(mean))), 1, (in, out) -> {
            double[] sorted = in.clone();
            Arrays.sort(sorted);
            out[0] = sorted[rank - 1];
        });
    }

    private static Case merge(List<Double> numbers) {
        return new Case(inputs(new Law.Normal(numbers.get(0), numbers.get(1)), new Law.Normal(numbers.get(2), numbers.get(3))), 2, (in, out) -> {
            out[0] = Math.max(in[0], in[1]);
            out[1] = in[0] > in[1] ? 1 : 0;
        });
    }

    private static Case compound(List<Double> numbers) {
        List<Law> laws = new ArrayList<>(List.of(UNIT));
        laws.addAll(Collections.nCopies(25, new Law.LogNormal(numbers.get(1), numbers.get(2))));
        return new Case(inputs(laws), 2, (in, out) -> {
            double term = Math.exp(-numbers.get(0));
            double below = term;
            int count = 0;
            while (in[0] > below && count < 25) {
                count++;
                term *= numbers.get(0) / count;
                below += term;
            }
            out[0] = 0;
            for (int i = 1; i <= count; i++) {
                out[0] += in[i];
            }
            out[1] = count == 0 ? 1 : 0;
        });
    }

    private static Case register(List<Double> numbers) {
        int risks = numbers.size() / 2;
        return new Case(inputs(Collections.nCopies(risks, UNIT)), 3, (in, out) -> {
            out[0] = 0;
            for (int i = 0; i < risks; i++) {
                out[0] += in[i] < numbers.get(2 * i) ? numbers.get(2 * i + 1) : 0;
            }
            out[1] = out[0] > 0 ? 1 : 0;
            out[2] = out[0] > 46 ? 1 : 0;
        });
    }

    private static Case capacity(String name, List<Double> numbers) {
        boolean normal = name.endsWith("normal");
        Law demand = normal ? new Law.Normal(numbers.get(0), numbers.get(1)) : new Law.LogNormal(numbers.get(0), numbers.get(1));
        Law capacity = normal ? new Law.Normal(numbers.get(2), numbers.get(3)) : new Law.Constant(numbers.get(2));
        return new Case(inputs(demand, capacity), 3, (in, out) -> {
            out[0] = in[0];
            out[1] = in[0] > in[1] ? 1 : 0;
            out[2] = Math.max(0, in[0] - in[1]);
        });
    }

    private static Case retry(List<Double> numbers) {
        int most = numbers.get(1).intValue();
        return new Case(inputs(Collections.nCopies(most, UNIT)), 3, (in, out) -> {
            int attempts = 1;
            while (attempts < most && in[attempts - 1] < numbers.getFirst()) {
                attempts++;
            }
            out[1] = in[attempts - 1] < numbers.getFirst() ? 0 : 1;
            out[2] = attempts;
        });
    }

    private static Case timeout(double mean, double limit) {
        return new Case(inputs(new Law.Exponential(mean)), 3, (in, out) -> {
            out[0] = Math.min(in[0], limit);
            out[1] = in[0] <= limit ? in[0] : Double.NaN;
            out[2] = in[0] > limit ? 1 : 0;
        });
    }

    private static Case copula(double rho) {
        return new Case(inputs(new Law.Normal(0, 1), new Law.Normal(0, 1)), 2, (in, out) -> {
            double other = rho * in[0] + Math.sqrt(1 - rho * rho) * in[1];
            out[0] = in[0] + other;
            out[1] = in[0] > 0 && other > 0 ? 1 : 0;
        });
    }

    private static Case project(List<Double> numbers) {
        List<Law> tasks = new ArrayList<>();
        for (int i = 0; i + 2 < numbers.size(); i += 3) {
            tasks.add(new Law.Pert(numbers.get(i), numbers.get(i + 1), numbers.get(i + 2)));
        }
        return added(tasks);
    }
}
