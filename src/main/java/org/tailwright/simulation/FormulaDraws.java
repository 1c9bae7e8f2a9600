package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.jspecify.annotations.Nullable;
import org.tailwright.simulation.formula.Formula;
import org.tailwright.simulation.laws.LawText;
import org.tailwright.work.Work;

/// Draws inputs and computes formulas of them.
final class FormulaDraws {
    private static final double[] PERCENTILES = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999};
    private static final int CURVE = 200;
    private static final int SCRAMBLED = 16;

    private final FormulaQuestion question;
    private final long seed;

    FormulaDraws(FormulaQuestion question, long seed) {
        this.question = question;
        this.seed = seed;
    }

    /// @param outputs by formula, by draw
    /// @param inputs of the first block only, else empty
    private record Block(double[][] outputs, double[][] inputs, int beyond) {
        int size() {
            return outputs[0].length;
        }
    }

    FormulaForecast forecast(Work work) {
        List<Block> blocks = MonteCarlo.blocks(question.inputs(), question.design(), question.draws(), seed, work, this::block);
        work.check();
        List<FormulaForecast.Output> outputs = new ArrayList<>();
        for (int k = 0; k < question.formulas().size(); k++) {
            outputs.add(output(k, blocks));
        }
        FormulaQuestion.Limit limit = question.limit();
        return new FormulaForecast(outputs, drivers(blocks.getFirst(), work), limit == null ? null : new FormulaForecast.Limit(question.formulas().get(limit.output()).name(),
                limit.above(), limit.value(), share(blocks)), convergence(blocks), assumed(), new FormulaForecast.Drawn(blocks.stream().mapToLong(Block::size).sum(),
                        !question.design().correlations().isEmpty(), question.design().words(question.names()), listed(blocks)));
    }

    private Block block(double[][] columns, int number) {
        int size = columns.length == 0 ? MonteCarlo.BLOCK : columns[0].length;
        double[][] outputs = new double[question.formulas().size()][size];
        double[] values = new double[columns.length + outputs.length];
        FormulaQuestion.Limit limit = question.limit();
        int beyond = 0;
        for (int draw = 0; draw < size; draw++) {
            for (int i = 0; i < columns.length; i++) {
                values[i] = columns[i][draw];
            }
            compute(values);
            for (int k = 0; k < outputs.length; k++) {
                outputs[k][draw] = values[columns.length + k];
            }
            beyond += limit != null && limit.beyond(values[columns.length + limit.output()]) ? 1 : 0;
        }
        boolean kept = number == 0 || (long) number * MonteCarlo.BLOCK < question.listed();
        return new Block(outputs, kept ? columns : new double[0][], beyond);
    }

    private void compute(double[] values) {
        List<Formula> formulas = question.formulas();
        for (int k = 0; k < formulas.size(); k++) {
            values[question.inputs().size() + k] = formulas.get(k).of(values);
        }
    }

    /// Sorting puts draws without a number last: they count as larger than any.
    private FormulaForecast.Output output(int k, List<Block> blocks) {
        double[] sorted = blocks.stream().flatMapToDouble(each -> Arrays.stream(each.outputs[k])).sorted().toArray();
        int defined = sorted.length;
        while (defined > 0 && !Double.isFinite(sorted[defined - 1])) {
            defined--;
        }
        double[] finite = Arrays.copyOf(sorted, defined);
        Sample sample = new Sample(finite);
        Formula formula = question.formulas().get(k);
        List<FormulaForecast.Quantile> quantiles = Arrays.stream(PERCENTILES).mapToObj(p -> {
            double rank = p * sorted.length;
            double spread = 1.96 * Math.sqrt(rank * (1 - p));
            return new FormulaForecast.Quantile(p, at(sorted, rank), at(sorted, rank - spread), at(sorted, rank + spread + 1));
        }).toList();
        double[] curve = new double[CURVE];
        Arrays.setAll(curve, i -> at(sorted, (i + 0.5) / CURVE * sorted.length));
        FormulaForecast.Spread spread = new FormulaForecast.Spread(1 - defined / (double) sorted.length, defined < 2 ? new Sample.Estimate(Double.NaN, Double.NaN) : mean(k, sample, blocks),
                defined < 2 ? Double.NaN : Math.sqrt(sample.variance()));
        return new FormulaForecast.Output(formula.name(), formula.text(), spread, quantiles, curve);
    }

    private static double at(double[] sorted, double rank) {
        return sorted[(int) Math.clamp(Math.ceil(rank - 1e-9) - 1, 0, sorted.length - 1)];
    }

    /// Where points are not independent the error comes from the scatter of at least sixteen blocks.
    private Sample.Estimate mean(int k, Sample all, List<Block> blocks) {
        Sample.Estimate plain = all.mean();
        if (question.design().points() == Design.Points.RANDOM || blocks.size() < SCRAMBLED) {
            return plain;
        }
        double[] means = blocks.stream().mapToDouble(each -> Arrays.stream(each.outputs[k]).filter(Double::isFinite).average().orElse(plain.value())).toArray();
        return new Sample.Estimate(plain.value(), new Sample(means).mean().error());
    }

    private Sample.Estimate share(List<Block> blocks) {
        Sample.Estimate plain = Sample.probability(blocks.stream().mapToLong(Block::beyond).sum(), blocks.stream().mapToLong(Block::size).sum());
        return question.design().points() == Design.Points.RANDOM || blocks.size() < SCRAMBLED ? plain
                : new Sample.Estimate(plain.value(), new Sample(blocks.stream().mapToDouble(each -> each.beyond / (double) each.size()).toArray()).mean().error());
    }

    private List<FormulaForecast.Driver> drivers(Block first, Work work) {
        List<MonteCarlo.Input> inputs = question.inputs();
        long free = inputs.stream().filter(each -> each.law().variance() > 0).count();
        boolean shared = free > 0 && free <= VarianceShares.MOST_INPUTS && inputs.stream().allMatch(each -> Double.isFinite(each.law().variance()));
        boolean correlated = !question.design().correlations().isEmpty();
        @Nullable List<VarianceShares.Share> shares = shared ? new VarianceShares(inputs, this::last, question.design().normal(question.names()), seed).shares(work) : null;
        double[] output = first.outputs[question.formulas().size() - 1];
        List<FormulaForecast.Driver> drivers = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).law().variance() == 0) {
                continue;
            }
            double rank = new SpearmansCorrelation().correlation(first.inputs[i], Arrays.stream(output).map(each -> Double.isNaN(each) ? Double.MAX_VALUE : each).toArray());
            VarianceShares.Share share = shares == null ? new VarianceShares.Share(Double.NaN, Double.NaN, Double.NaN, Double.NaN) : shares.get(i);
            drivers.add(new FormulaForecast.Driver(inputs.get(i).name(), Double.isNaN(rank) ? 0 : rank, correlated ? share.shapley() : share.first(), correlated ? Double.NaN : share.total(),
                    share.error()));
        }
        drivers.sort(Comparator.comparingDouble((FormulaForecast.Driver each) -> Double.isNaN(each.share()) ? Math.abs(each.rank()) : each.share()).reversed());
        return drivers;
    }

    /// The last formula of a draw.
    private double last(double[] in) {
        double[] values = Arrays.copyOf(in, in.length + question.formulas().size());
        compute(values);
        double result = values[values.length - 1];
        return Double.isFinite(result) ? result : 0;
    }

    private List<Sample.Running> convergence(List<Block> blocks) {
        List<Sample.Running> running = new ArrayList<>();
        int last = question.formulas().size() - 1;
        long n = 0;
        double sum = 0;
        double squares = 0;
        long next = 1;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            n += block.size();
            for (double each : question.limit() == null ? block.outputs[last] : new double[0]) {
                double value = Double.isFinite(each) ? each : 0;
                sum += value;
                squares += value * value;
            }
            sum += question.limit() == null ? 0 : block.beyond;
            squares += question.limit() == null ? 0 : block.beyond;
            if (i + 1 >= next || i + 1 == blocks.size()) {
                double mean = sum / n;
                running.add(new Sample.Running(n, mean, Math.sqrt(Math.max(0, squares / n - mean * mean) / n)));
                next = Math.max(next + 1, Math.round(next * 1.15));
            }
        }
        return running;
    }

    private Map<String, String> assumed() {
        Map<String, String> words = new LinkedHashMap<>();
        question.inputs().forEach(input -> words.put(input.name(), LawText.words(input.law())));
        return words;
    }

    private List<List<Double>> listed(List<Block> blocks) {
        List<List<Double>> list = new ArrayList<>();
        for (Block block : blocks) {
            for (int draw = 0; draw < block.size() && list.size() < question.listed(); draw++) {
                List<Double> row = new ArrayList<>();
                for (double[] column : block.inputs) {
                    row.add(column[draw]);
                }
                for (double[] column : block.outputs) {
                    row.add(column[draw]);
                }
                list.add(row);
            }
        }
        return list;
    }
}
