package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.tailwright.charts.Numbers;
import org.tailwright.simulation.laws.LawText;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Draws the futures of a capacity question. Each draw has one growth path; draws in which demand reaches the servers count as breach.
public final class CapacityDraws {
    /// Blocks whose draws are kept whole for quantiles of utilisation and for rank correlations.
    private static final int KEPT_BLOCKS = 8;
    private static final int SCRAMBLED = 16;
    private static final int ROUND = 16;
    private static final double HALF = 1.96;
    /// −ln 0.025: times 1/N the upper end of the 95 % interval of what never happened.
    private static final double NEVER = 3.689;
    private static final int RATE = 0;
    private static final int GROWTH = 1;
    private static final int SERVICE = 2;
    private static final int SERVERS = 3;
    private static final int EFFICIENCY = 4;

    private final CapacityQuestion question;
    private final List<MonteCarlo.Input> inputs;
    private final Scaling scaling;
    private final long seed;

    private CapacityDraws(CapacityQuestion question, long seed) {
        this.question = question;
        this.seed = seed;
        List<MonteCarlo.Input> all = new ArrayList<>(List.of(new MonteCarlo.Input("load now", question.demand().rate()), new MonteCarlo.Input("growth", question.demand().growth()),
                new MonteCarlo.Input("service demand", question.demand().service()),
                new MonteCarlo.Input("servers", question.station().servers()), new MonteCarlo.Input("efficiency", question.station().efficiency())));
        scaling = question.station().scaling().ordered(question.station().servers().quantile(0.5));
        all.addAll(scaling.inputs());
        this.inputs = List.copyOf(all);
    }

    /// The answer.
    public static CapacityForecast of(CapacityQuestion question, long seed, Work work) {
        return of(question, 0, seed, work);
    }

    /// The answer from as many draws as a precision needs, at most those of the question. Blocks are drawn in rounds, so that the answer does not depend on the
    /// number of cores. It stops when the 95 % half-width of every month's probability of a breach by then is small enough; a probability of 0 or 1 has that of
    /// Clopper and Pearson's interval, so that rare breaches do not look precise because none was drawn yet.
    ///
    /// @param precision wanted half-width of probabilities; 0 makes all draws
    static CapacityForecast of(CapacityQuestion question, double precision, long seed, Work work) {
        CapacityDraws draws = new CapacityDraws(question, seed);
        if (precision == 0) {
            return draws.forecast(MonteCarlo.blocks(draws.inputs, question.design(), question.draws(), seed, work, draws::block), "", work);
        }
        int all = Math.toIntExact(Math.ceilDiv(question.draws(), MonteCarlo.BLOCK));
        List<Block> blocks = new ArrayList<>();
        double half = Double.POSITIVE_INFINITY;
        while (blocks.size() < all && half > precision) {
            int from = blocks.size();
            blocks.addAll(MonteCarlo.blocks(draws.inputs, question.design(), from, Math.min(all, from + ROUND), seed, work, draws::block));
            half = draws.halfWidth(blocks);
            work.progress(blocks.size(), all);
        }
        return draws.forecast(blocks, (half <= precision ? "wanted precision reached" : "wanted precision not reached, more draws are needed") + ": P(breach) by every month within "
                + Numbers.percent(half) + ", asked " + Numbers.percent(precision), work);
    }

    /// The largest 95 % half-width of the months.
    private double halfWidth(List<Block> blocks) {
        long draws = blocks.stream().mapToLong(Block::size).sum();
        double most = 0;
        for (int month = 0; month < question.months(); month++) {
            int at = month;
            Sample.Estimate by = probability(blocks, block -> block.by[at]);
            most = Math.max(most, by.value() == 0 || by.value() == 1 ? NEVER / draws : HALF * by.error());
        }
        return most;
    }

    /// What one block of draws gave.
    ///
    /// @param in breaches in each month
    /// @param by breaches in each month or before
    /// @param unstable draws with ρ ≥ 1 in each month
    /// @param utilisation month by draw, of the first blocks only, else empty
    /// @param inputs input by draw, of the first blocks only, else empty
    private record Block(long[] in, long[] by, long[] unstable, double[][] utilisation, double[][] inputs, int size) {}

    private Block block(double[][] columns, int number) {
        int months = question.months();
        int size = columns[0].length;
        boolean kept = number < KEPT_BLOCKS;
        Block block = new Block(new long[months], new long[months], new long[months], new double[kept ? months : 0][size],
                kept ? columns : new double[0][], size);
        RandomGenerator random = Seeds.stream(seed, "months", number);
        Future future = new Future(question.objective());
        double[] rates = new double[months];
        double[] in = new double[columns.length];
        double[] own = new double[in.length - EFFICIENCY - 1];
        // Coefficients that are drawn as they are need no detour; this loop is what a simulation's time goes into.
        boolean apart = scaling instanceof Scaling.Typed;
        for (int draw = 0; draw < size; draw++) {
            if (apart) {
                future.begin(columns[SERVERS][draw], columns[SERVICE][draw], columns[EFFICIENCY][draw], columns[EFFICIENCY + 1][draw], columns[EFFICIENCY + 2][draw]);
            } else {
                for (int i = 0; i < in.length; i++) {
                    in[i] = columns[i][draw];
                }
                begin(future, in, own);
            }
            path(columns[RATE][draw], columns[GROWTH][draw], random, rates);
            count(future, rates, block, draw, kept);
        }
        return block;
    }

    /// @param own room for the inputs of the scaling
    private void begin(Future future, double[] in, double[] own) {
        System.arraycopy(in, EFFICIENCY + 1, own, 0, own.length);
        future.begin(in[SERVERS], scaling.service(in[SERVICE], own), in[EFFICIENCY], scaling.alpha(own), scaling.beta(own));
    }

    private void path(double rate, double growth, RandomGenerator random, double[] rates) {
        double wobble = question.demand().wobble();
        double level = Math.max(0, rate);
        for (int month = 0; month < rates.length; month++) {
            level *= Math.max(0, 1 + growth);
            rates[month] = wobble > 0 ? level * Math.exp(wobble * random.nextGaussian() - wobble * wobble / 2) : level;
        }
    }

    private static void count(Future future, double[] rates, Block block, int draw, boolean kept) {
        boolean before = false;
        int months = rates.length;
        // The middle months first: most draws are then settled by two or three evaluations.
        future.breach(rates[months - 1]);
        future.breach(rates[months / 2]);
        for (int month = 0; month < months; month++) {
            boolean breach = future.breach(rates[month]);
            before |= breach;
            block.in[month] += breach ? 1 : 0;
            block.by[month] += before ? 1 : 0;
            double utilisation = future.utilisation(rates[month]);
            block.unstable[month] += utilisation >= 1 ? 1 : 0;
            if (kept) {
                block.utilisation[month][draw] = utilisation;
            }
        }
    }

    private CapacityForecast forecast(List<Block> blocks, String stopped, Work work) {
        int months = question.months();
        long draws = blocks.stream().mapToLong(Block::size).sum();
        List<CapacityForecast.Month> answers = new ArrayList<>();
        Integer risky = null;
        for (int month = 0; month < months; month++) {
            int at = month;
            Sample.Estimate by = probability(blocks, block -> block.by[at]);
            answers.add(new CapacityForecast.Month(month + 1, probability(blocks, block -> block.in[at]), by,
                    probability(blocks, block -> block.unstable[at]), fan(kept(blocks, at))));
            risky = risky == null && by.value() > CapacityForecast.RISK ? Integer.valueOf(month + 1) : risky;
        }
        return new CapacityForecast(answers, risky, sensitivity(blocks, work), convergence(blocks), assumed(stopped), draws);
    }

    /// Where points are not independent the error comes from the scatter of at least sixteen blocks, each with its own scrambling.
    private Sample.Estimate probability(List<Block> blocks, ToLongFunction<Block> hits) {
        long draws = blocks.stream().mapToLong(Block::size).sum();
        Sample.Estimate plain = Sample.probability(blocks.stream().mapToLong(hits).sum(), draws);
        if (question.design().points() == Design.Points.RANDOM || blocks.size() < SCRAMBLED) {
            return plain;
        }
        return new Sample.Estimate(plain.value(), new Sample(blocks.stream().mapToDouble(each -> hits.applyAsLong(each) / (double) each.size).toArray()).mean().error());
    }

    private static double[] kept(List<Block> blocks, int month) {
        return blocks.stream().filter(block -> block.utilisation.length > 0).flatMapToDouble(block -> Arrays.stream(block.utilisation[month])).toArray();
    }

    private static List<Double> fan(double[] utilisation) {
        Arrays.sort(utilisation);
        return DoubleStream.of(0.05, 0.25, 0.5, 0.75, 0.95)
                .mapToObj(p -> utilisation[(int) Math.clamp(Math.ceil(p * utilisation.length) - 1, 0, utilisation.length - 1)]).toList();
    }

    private List<CapacityForecast.Sensitivity> sensitivity(List<Block> blocks, Work work) {
        double[] last = blocks.getFirst().utilisation[question.months() - 1];
        double[] medians = inputs.stream().mapToDouble(input -> input.law().quantile(0.5)).toArray();
        boolean shared = inputs.stream().allMatch(each -> Double.isFinite(each.law().variance())) && inputs.stream().anyMatch(each -> each.law().variance() > 0);
        boolean correlated = !question.design().correlations().isEmpty();
        VarianceShares.Share unknown = new VarianceShares.Share(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        List<VarianceShares.Share> shares = shared ? new VarianceShares(inputs, this::lastMonth, question.design().normal(inputs.stream().map(MonteCarlo.Input::name).toList()), seed).shares(work)
                : Collections.nCopies(inputs.size(), unknown);
        List<CapacityForecast.Sensitivity> all = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).law().variance() == 0) {
                continue;
            }
            double rank = last.length < 2 ? 0 : new SpearmansCorrelation().correlation(blocks.getFirst().inputs[i], last);
            double[] low = medians.clone();
            double[] high = medians.clone();
            low[i] = inputs.get(i).law().quantile(0.05);
            high[i] = inputs.get(i).law().quantile(0.95);
            VarianceShares.Share share = shares.get(i);
            all.add(new CapacityForecast.Sensitivity(inputs.get(i).name(), Double.isNaN(rank) ? 0 : rank, lastMonth(low), lastMonth(high),
                    correlated ? share.shapley() : share.first(), correlated ? Double.NaN : share.total()));
        }
        all.sort(Comparator.comparingDouble(CapacityForecast.Sensitivity::swing).reversed());
        return all;
    }

    private double lastMonth(double[] in) {
        Future future = new Future(question.objective());
        begin(future, in, new double[in.length - EFFICIENCY - 1]);
        return future.utilisation(Math.max(0, in[RATE]) * Math.pow(Math.max(0, 1 + in[GROWTH]), question.months()));
    }

    private List<Sample.Running> convergence(List<Block> blocks) {
        List<Sample.Running> running = new ArrayList<>();
        long hits = 0;
        long seen = 0;
        long next = 1;
        for (int i = 0; i < blocks.size(); i++) {
            hits += blocks.get(i).by[question.months() - 1];
            seen += blocks.get(i).size;
            if (i + 1 >= next || i + 1 == blocks.size()) {
                Sample.Estimate estimate = Sample.probability(hits, seen);
                running.add(new Sample.Running(seen, estimate.value(), estimate.error()));
                next = Math.max(next + 1, Math.round(next * 1.15));
            }
        }
        return running;
    }

    private Map<String, String> assumed(String stopped) {
        Map<String, String> words = new LinkedHashMap<>();
        inputs.forEach(input -> words.put(input.name(), LawText.words(input.law()) + unit(input.name())));
        if (scaling instanceof Scaling.Replicates replicates) {
            words.put(Scaling.Replicates.NAME, replicates.words());
            if (replicates.demand()) {
                words.put("service demand", replicates.demandWords());
            }
        }
        String design = question.design().words(inputs.stream().map(MonteCarlo.Input::name).toList());
        if (!design.isEmpty()) {
            words.put("drawn by", design);
        }
        if (!stopped.isEmpty()) {
            words.put("stopping", stopped);
        }
        return words;
    }

    private static String unit(String input) {
        return switch (input) {
            case "load now" -> " requests/s";
            case "service demand" -> " s";
            case "growth" -> " (share a month)";
            default -> "";
        };
    }
}
