package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.tailwright.simulation.laws.Law;
import org.tailwright.simulation.laws.LawText;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Draws futures and finds for each the fewest servers that hold the objective in every month.
final class ServersDraws {
    /// More servers are not sought.
    static final int MOST = 100_000;
    private static final int ROUND = 16;
    private static final int CURVE = 400;
    private static final double HOURS = 730;
    private static final double SECONDS = HOURS * 3600;
    private static final int EFFICIENCY = 3;
    private static final int MEANT = 6;
    private static final double[] SHARES = {0.5, 0.9, 0.95, 0.99};

    private final ServersQuestion question;
    private final long seed;
    private final List<MonteCarlo.Input> inputs;
    private final List<String> names;
    /// Ordered by the loss at about the number needed, so that a rank of its input means something.
    private Scaling scaling;

    ServersDraws(ServersQuestion question, long seed) {
        this.question = question;
        this.seed = seed;
        CapacityQuestion base = question.base();
        List<MonteCarlo.Input> all = new ArrayList<>(List.of(new MonteCarlo.Input("load now", base.demand().rate()), new MonteCarlo.Input("growth", base.demand().growth()),
                new MonteCarlo.Input("service demand", base.demand().service()), new MonteCarlo.Input("efficiency", base.station().efficiency())));
        scaling = base.station().scaling();
        all.addAll(scaling.inputs());
        inputs = List.copyOf(all);
        double[] draw = new double[MEANT];
        meant(inputs.stream().mapToDouble(each -> each.law().quantile(0.5)).toArray(), draw);
        draw[0] *= question.factor();
        scaling = scaling.ordered(Math.max(1, busy(draw, base.months())));
        names = inputs.stream().map(MonteCarlo.Input::name).toList();
    }

    /// Names of the inputs that may be correlated.
    ///
    /// @param fitted whether the scaling comes from replicates
    static List<String> names(boolean fitted) {
        return fitted ? List.of("load now", "growth", "service demand", "efficiency", Scaling.Replicates.NAME)
                : List.of("load now", "growth", "service demand", "efficiency", "contention", "coherency");
    }

    /// Load, growth, demand, efficiency, contention and coherency of a draw.
    private void meant(double[] in, double[] draw) {
        double[] own = Arrays.copyOfRange(in, EFFICIENCY + 1, in.length);
        draw[0] = in[0];
        draw[1] = in[1];
        draw[2] = scaling.service(in[2], own);
        draw[EFFICIENCY] = in[EFFICIENCY];
        draw[EFFICIENCY + 1] = scaling.alpha(own);
        draw[EFFICIENCY + 2] = scaling.beta(own);
    }

    /// @param needed servers, infinite where no number is enough
    /// @param levels rate of the last month without scatter and factor
    private record Block(double[] needed, double[] levels, double[][] inputs) {}

    /// The answer, and the servers needed in each future in order of drawing.
    ///
    /// @param needs not to be changed
    /// @param question what was asked, with what came from the data
    record Found(ServersNeeded needed, double[] needs, ServersQuestion question) {}

    Found found(Work work) {
        List<Block> blocks = new ArrayList<>();
        List<Sample.Running> running = new ArrayList<>();
        int all = Math.toIntExact((question.base().draws() + MonteCarlo.BLOCK - 1) / MonteCarlo.BLOCK);
        boolean precise = false;
        while (blocks.size() < all && !precise) {
            int from = blocks.size();
            int more = question.precision() == 0 ? all : Math.min(ROUND, all - from);
            blocks.addAll(MonteCarlo.blocks(inputs, question.base().design(), from, from + more, seed, work, this::block));
            running.addAll(running(blocks, from));
            work.progress(blocks.size(), all);
            precise = question.precision() > 0 && 1.96 * running.getLast().error() <= question.precision();
        }
        double[] sorted = blocks.stream().flatMapToDouble(each -> Arrays.stream(each.needed)).sorted().toArray();
        double median = MonteCarlo.median(blocks.stream().flatMapToDouble(each -> Arrays.stream(each.levels)).toArray());
        List<ServersNeeded.Confidence> confidences = Arrays.stream(SHARES).mapToObj(share -> confidence(sorted, share)).toList();
        ServersNeeded.Drawn drawn = new ServersNeeded.Drawn(sorted.length, precise, !question.base().design().correlations().isEmpty(),
                question.base().design().words(names), listed(blocks), risks(sorted), together());
        ServersNeeded needed = new ServersNeeded(confidences, options(confidences, blocks, median), drivers(work), running, assumed(), drawn);
        return new Found(needed, blocks.stream().flatMapToDouble(each -> Arrays.stream(each.needed)).toArray(), question);
    }

    private Block block(double[][] columns, int number) {
        int size = columns[0].length;
        double[] needed = new double[size];
        double[] levels = new double[size];
        RandomGenerator random = Seeds.stream(seed, "months", number);
        double[] in = new double[columns.length];
        double[] draw = new double[MEANT];
        double[][] drawn = new double[MEANT][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < in.length; j++) {
                in[j] = columns[j][i];
            }
            meant(in, draw);
            for (int j = 0; j < draw.length; j++) {
                drawn[j][i] = draw[j];
            }
            levels[i] = Math.max(0, draw[0]) * Math.pow(Math.max(0, 1 + draw[1]), question.base().months());
            needed[i] = fewest(question.base().objective(), peak(draw, random), draw);
        }
        return new Block(needed, levels, drawn);
    }

    /// Highest load over the months; the factor multiplies the last.
    private double peak(double[] draw, RandomGenerator random) {
        double wobble = question.base().demand().wobble();
        double level = Math.max(0, draw[0]);
        double most = 0;
        int months = question.base().months();
        for (int month = 0; month < months; month++) {
            level *= Math.max(0, 1 + draw[1]);
            double scattered = wobble > 0 ? level * Math.exp(wobble * random.nextGaussian() - wobble * wobble / 2) : level;
            most = Math.max(most, month == months - 1 ? scattered * question.factor() : scattered);
        }
        return most;
    }

    /// What no number of servers exceeds, in the throughput of one: 1/α without coherency, else that of √((1−α)/β) servers; infinite without loss.
    static double together(double alpha, double beta) {
        double most = Math.max(1, Math.sqrt(Math.max(0, 1 - alpha) / beta));
        return beta > 0 ? most / (1 + alpha * (most - 1) + beta * most * (most - 1)) : alpha > 0 ? 1 / alpha : Double.POSITIVE_INFINITY;
    }

    private double together() {
        double seconds = Math.max(1e-12, question.base().demand().service().quantile(0.5) / Math.clamp(question.base().station().efficiency().quantile(0.5), 1e-6, 1));
        return switch (question.base().station().scaling()) {
            case Scaling.Typed(Law contention, Law coherency) -> together(contention.quantile(0.5), coherency.quantile(0.5)) / seconds;
            case Scaling.Replicates(List<Scaling.Replicates.Fit> fits, boolean demand, String _) -> {
                double[] sorted = fits.stream().mapToDouble(each -> together(each.alpha(), each.beta()) / (demand ? each.seconds() : seconds)).sorted().toArray();
                yield sorted[(sorted.length - 1) / 2];
            }
        };
    }

    /// The fewest servers that hold a rate of arrivals per second, infinite where no number up to [#MOST] does. With loss by scaling and a limit of latency, more
    /// servers also make each slower, so that what holds may be an island between too few and too slow. Ranges of numbers are therefore left out only
    /// where their most servers would be too few even if each served as fast as with the range's least; others are halved.
    ///
    /// @param draw load, growth, demand in seconds, efficiency, contention, coherency
    static double fewest(CapacityQuestion.Objective objective, double rate, double[] draw) {
        Future future = new Future(objective);
        int most = draw[5] > 0 ? (int) Math.clamp(Math.rint(Math.sqrt(Math.max(0, 1 - draw[4]) / draw[5])), 1, MOST) : MOST;
        int low = Math.max(1, (int) Math.min(most, Math.floor(rate * draw[2] / Math.clamp(draw[3], 1e-6, 1))));
        double found = Double.POSITIVE_INFINITY;
        for (int step = 1; low <= most && Double.isInfinite(found) && future.quick(low, draw); step *= 2) {
            int high = Math.min(most, low + step - 1);
            found = fewest(future, low, high, rate, draw);
            low = high + 1;
        }
        return found;
    }

    /// The fewest of `low` to `high`.
    private static double fewest(Future future, int low, int high, double rate, double[] draw) {
        future.begin(low, high, draw);
        if (future.breach(rate)) {
            return Double.POSITIVE_INFINITY;
        }
        if (low == high) {
            return low;
        }
        int middle = (low + high) >>> 1;
        double fewer = fewest(future, low, middle, rate, draw);
        return Double.isFinite(fewer) ? fewer : fewest(future, middle + 1, high, rate, draw);
    }

    /// Share of futures carried by what the first round says carries 95 %, block by block.
    private List<Sample.Running> running(List<Block> blocks, int from) {
        double[] first = blocks.stream().limit(ROUND).flatMapToDouble(each -> Arrays.stream(each.needed)).sorted().toArray();
        double servers = first[(int) Math.min(first.length - 1L, (long) Math.ceil(0.95 * first.length) - 1)];
        List<Sample.Running> running = new ArrayList<>();
        for (int i = from + 1; i <= blocks.size(); i++) {
            long draws = blocks.subList(0, i).stream().mapToLong(each -> each.needed.length).sum();
            Sample.Estimate share = share(blocks.subList(0, i), servers);
            running.add(new Sample.Running(draws, 1 - share.value(), share.error()));
        }
        return running;
    }

    /// Share of futures that need more servers. Where points are not independent the error comes from the scatter of at least sixteen blocks.
    private Sample.Estimate share(List<Block> blocks, double servers) {
        long hits = 0;
        long draws = 0;
        double[] shares = new double[blocks.size()];
        for (int i = 0; i < shares.length; i++) {
            long own = Arrays.stream(blocks.get(i).needed).filter(each -> each > servers).count();
            hits += own;
            draws += blocks.get(i).needed.length;
            shares[i] = own / (double) blocks.get(i).needed.length;
        }
        Sample.Estimate plain = Sample.probability(hits, draws);
        boolean designed = question.base().design().points() != Design.Points.RANDOM;
        return designed && shares.length >= ROUND ? new Sample.Estimate(plain.value(), new Sample(shares).mean().error()) : plain;
    }

    private static ServersNeeded.Confidence confidence(double[] sorted, double share) {
        double rank = share * sorted.length;
        double spread = 1.96 * Math.sqrt(rank * (1 - share));
        return new ServersNeeded.Confidence(share, at(sorted, rank), at(sorted, rank - spread), at(sorted, rank + spread + 1));
    }

    private static double at(double[] sorted, double rank) {
        return sorted[(int) Math.clamp(Math.ceil(rank - 1e-9) - 1, 0, sorted.length - 1)];
    }

    /// From the number that is enough in one future of a thousand to the one that all but one of ten thousand need, in at most [#CURVE] steps.
    private static List<ServersNeeded.Risk> risks(double[] sorted) {
        double low = at(sorted, 0.001 * sorted.length);
        double high = Arrays.stream(sorted, 0, Math.max(1, (int) (0.9999 * sorted.length))).filter(Double::isFinite).max().orElse(Double.NaN);
        List<ServersNeeded.Risk> risks = new ArrayList<>();
        double step = Math.max(1, Math.ceil((high - low) / CURVE));
        for (double servers = low; servers < high + step; servers += step) {
            int from = Arrays.binarySearch(sorted, servers + 0.5);
            risks.add(new ServersNeeded.Risk((int) servers, (sorted.length - (-from - 1)) / (double) sorted.length));
        }
        return risks;
    }

    private List<ServersNeeded.Option> options(List<ServersNeeded.Confidence> confidences, List<Block> blocks, double rate) {
        TreeSet<Integer> counts = new TreeSet<>();
        confidences.stream().filter(each -> Double.isFinite(each.servers())).forEach(each -> counts.add((int) each.servers()));
        if (counts.size() > 1) {
            counts.add((counts.first() + counts.last() + 1) / 2);
        }
        ServersQuestion.Prices prices = question.prices();
        return counts.stream().map(servers -> {
            double energy = servers * prices.watts() / 1000 * HOURS;
            double cost = servers * prices.month();
            return new ServersNeeded.Option(servers, share(blocks, servers), cost, rate > 0 ? cost / (rate * SECONDS / 1e6) : Double.NaN, energy,
                    energy * prices.carbon() / 1000);
        }).toList();
    }

    private List<ServersNeeded.Driver> drivers(Work work) {
        long free = inputs.stream().filter(each -> each.law().variance() > 0).count();
        if (free == 0 || free > VarianceShares.MOST_INPUTS) {
            return List.of();
        }
        int months = question.base().months();
        VarianceShares.Output busy = in -> {
            double[] draw = new double[MEANT];
            meant(in, draw);
            return busy(draw, months);
        };
        boolean correlated = !question.base().design().correlations().isEmpty();
        List<VarianceShares.Share> shares = new VarianceShares(inputs, busy, question.base().design().normal(names), seed).shares(work);
        List<ServersNeeded.Driver> drivers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            VarianceShares.Share share = shares.get(i);
            if (inputs.get(i).law().variance() > 0) {
                drivers.add(new ServersNeeded.Driver(names.get(i), correlated ? share.shapley() : share.first(), correlated ? Double.NaN : share.total(), share.error()));
            }
        }
        drivers.sort((a, b) -> Double.compare(b.share(), a.share()));
        return drivers;
    }

    /// Servers that the last month keeps busy: the need without the rounding to whole ones, whose steps would look like interaction. With c servers as many as
    /// L(1 + α(c−1) + βc(c−1)) are busy; the smallest c that they are, or where no c is, the one that comes closest.
    static double busy(double[] draw, int months) {
        double alone = Math.max(0, draw[0]) * Math.pow(Math.max(0, 1 + draw[1]), months) * draw[2] / Math.clamp(draw[EFFICIENCY], 1e-6, 1);
        double alpha = draw[EFFICIENCY + 1];
        double beta = Math.max(0, draw[EFFICIENCY + 2]);
        double line = 1 + alone * (beta - alpha);
        double inside = line * line - 4 * alone * beta * alone * (1 - alpha);
        if (beta == 0 ? line <= 0 : inside <= 0) {
            return beta == 0 ? MOST : Math.clamp(line / (2 * alone * beta), 0, MOST);
        }
        // The smaller root, in the form that stays exact when β goes to 0.
        double root = 2 * alone * (1 - alpha) / (line + Math.sqrt(inside));
        return Math.clamp(Math.max(alone, root), 0, MOST);
    }

    private List<List<Double>> listed(List<Block> blocks) {
        List<List<Double>> list = new ArrayList<>();
        for (Block block : blocks) {
            for (int i = 0; i < block.needed.length && list.size() < question.listed(); i++) {
                List<Double> row = new ArrayList<>();
                for (double[] column : block.inputs) {
                    row.add(column[i]);
                }
                row.add(block.needed[i]);
                list.add(row);
            }
        }
        return list;
    }

    private Map<String, String> assumed() {
        Map<String, String> words = new LinkedHashMap<>();
        inputs.forEach(input -> words.put(input.name(), LawText.words(input.law()) + unit(input.name(), input.law())));
        if (scaling instanceof Scaling.Replicates replicates) {
            words.remove(Scaling.Replicates.NAME);
            words.put("contention", replicates.words());
            words.put("coherency", "of the same replicate");
            if (replicates.demand()) {
                words.put("service demand", replicates.demandWords());
            }
        }
        return words;
    }

    private static String unit(String input, Law law) {
        return switch (input) {
            case "load now" -> " requests/s";
            case "service demand" -> " s";
            case "growth" -> law.variance() == 0 && law.mean() == 0 ? "" : " (share a month)";
            default -> "";
        };
    }
}
