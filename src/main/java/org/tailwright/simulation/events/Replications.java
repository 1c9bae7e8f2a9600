package org.tailwright.simulation.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Independent runs of a network over all cores, until the wanted precision is reached. Runs come in rounds of a fixed size, so that the answer does
/// not depend on the number of cores.
public final class Replications {
    private static final int ROUND = 8;
    private static final int BATCHES = 20;

    /// How a network is run and looked at.
    ///
    /// @param least runs in any case; 1 alone makes batches of one run instead
    /// @param most runs at most
    /// @param precision wanted half-width of mean and percentile as a share; 0 makes all `most` runs
    /// @param source whose requests are judged
    public record Plan(Loop.Length length, Start start, int least, int most, double precision, int source) {
        public Plan {
            if (least < 1 || most < least) {
                throw new IllegalArgumentException("runs go from at least 1 up");
            }
        }
    }

    /// What of a run counts.
    ///
    /// @param warmupNanos left out at the begin; −1 finds it by MSER-5 over the first runs
    /// @param p percentile of the objective
    /// @param limitNanos of that percentile; infinite for none
    public record Start(long warmupNanos, double p, double limitNanos) {}

    private Replications() {}

    /// Runs a network.
    public static Simulated of(Network network, Plan plan, long seed, Work work) {
        Loop first = new Loop(network, plan.length(), seed, 0);
        if (plan.most() == 1) {
            Tape tape = first.run(work);
            return batches(network, plan, first, tape, cut(List.of(tape), plan));
        }
        List<Run> runs = new ArrayList<>();
        int least = Math.max(plan.least(), Math.min(ROUND, plan.most()));
        int cut = plan.start().warmupNanos() >= 0 ? cut(List.of(), plan) : begin(network, plan, seed, work, least, runs);
        Run.Look look = look(plan, cut);
        boolean precise = precise(runs, plan, least);
        while (runs.size() < least || runs.size() < plan.most() && !precise) {
            int from = runs.size();
            int more = Math.min(ROUND, (from < least ? least : plan.most()) - from);
            runs.addAll(Pool.map(more, work, i -> Run.of(new Loop(network, plan.length(), seed, from + i).run(work), plan.source(), look)));
            work.progress(runs.size(), plan.most());
            work.known(() -> new Simulated(network, plan, first.linkNames(), List.copyOf(runs), cut, false));
            precise = precise(runs, plan, least);
        }
        return new Simulated(network, plan, first.linkNames(), List.copyOf(runs), cut, precise);
    }

    private static boolean precise(List<Run> runs, Plan plan, int least) {
        return runs.size() >= least && plan.precision() > 0 && reached(runs, plan.precision());
    }

    /// The first runs, whose tapes tell the warm-up.
    private static int begin(Network network, Plan plan, long seed, Work work, int count, List<Run> runs) {
        List<Tape> tapes = Pool.map(count, work, i -> new Loop(network, plan.length(), seed, i).run(work));
        int cut = cut(tapes, plan);
        tapes.forEach(tape -> runs.add(Run.of(tape, plan.source(), look(plan, cut))));
        work.progress(count, plan.most());
        return cut;
    }

    private static Run.Look look(Plan plan, int cut) {
        return new Run.Look(cut, plan.start().p(), plan.start().limitNanos());
    }

    /// Spans left out at the begin.
    private static int cut(List<Tape> tapes, Plan plan) {
        long warmup = plan.start().warmupNanos();
        int spans = plan.length().spans();
        if (warmup >= 0) {
            return (int) Math.min(spans - 1L, Math.ceilDiv(warmup, Math.max(1, plan.length().endNanos() / spans)));
        }
        double[] means = new double[spans * Tape.FINE];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            long count = 0;
            for (Tape tape : tapes) {
                sum += tape.fineSum[plan.source()][i];
                count += tape.fineCount[plan.source()][i];
            }
            means[i] = count == 0 ? Double.NaN : sum / count;
        }
        return Math.min(Warmup.groups(means), spans - 1);
    }

    private static boolean reached(List<Run> runs, double precision) {
        return Interval.of(runs.stream().mapToDouble(run -> run.total(Run.Total.MEAN)).toArray()).relative() <= precision
                && Interval.quantile(runs, 0.99, false).relative() <= precision;
    }

    /// One long run, cut into batches whose quantiles (not means) give the interval.
    private static Simulated batches(Network network, Plan plan, Loop loop, Tape tape, int cut) {
        int batches = Math.min(BATCHES, tape.spans - cut);
        int size = (tape.spans - cut) / batches;
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            runs.add(Run.of(part(tape, plan.source(), cut + i * size, size), plan.source(), look(plan, cut + i * size)));
        }
        return new Simulated(network, plan, loop.linkNames(), runs, cut, false);
    }

    /// The same tape with nothing counted after a batch.
    private static Tape part(Tape tape, int source, int from, int size) {
        Tape part = new Tape(tape.done.length, tape.busy.length, tape.attempts.length, from + size, tape.width * (from + size));
        for (int i = from; i < from + size; i++) {
            part.counts[source][i] = tape.counts[source][i];
            part.done[source][i] = tape.done[source][i];
            part.failed[source][i] = tape.failed[source][i];
            part.sum[source][i] = tape.sum[source][i];
        }
        for (int i = 0; i < tape.busy.length; i++) {
            part.busy[i] = Arrays.copyOf(tape.busy[i], from + size);
            part.up[i] = Arrays.copyOf(tape.up[i], from + size);
            part.waiting[i] = Arrays.copyOf(tape.waiting[i], from + size);
        }
        part.why[source] = tape.why[source];
        return part;
    }
}
