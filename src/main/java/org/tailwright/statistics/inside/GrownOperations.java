package org.tailwright.statistics.inside;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.commons.math3.distribution.TDistribution;
import org.tailwright.data.Dataset;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.data.Unit;
import org.tailwright.work.Work;

/// Operations whose spans took at least half as long again: in the traces of the selected rows where these carry trace ids, else while the
/// selection happened. A trace counts once for each of its operations, by the mean logarithm of its spans: spans of one trace depend on each other. The selected
/// spans themselves do not count: that they are slow is how they were chosen.
final class GrownOperations implements Contributor {
    private static final double GREW = 1.5;
    private static final double LEAST_NANOS = 1e5;
    private static final int FEWEST = 10;
    private static final int MOST = 300;

    @Override
    public List<Tested> tested(Case question, Work work) {
        List<Tested> tested = new ArrayList<>();
        for (Dataset each : question.beside()) {
            if (each instanceof Traces traces) {
                Operations operations = new Operations(traces);
                Requests rows = question.population().requests();
                Optional<BitSet> joined = joined(rows, question.selection().inside(rows), traces, work);
                if (joined.isPresent()) {
                    BitSet beside = joined(rows, question.other().inside(rows), traces, work).orElseGet(BitSet::new);
                    beside.andNot(joined.get());
                    boolean own = traces.table() == rows.table();
                    tested.addAll(byTrace(operations, joined.get(), beside, own ? question.selection().inside(traces.asRequests()) : _ -> false, work));
                } else if (!question.moments().hot().isEmpty()) {
                    tested.addAll(byTime(operations, question.moments(), work));
                }
            }
        }
        return tested;
    }

    /// Codes of the traces that rows belong to; empty when rows and traces have no ids in common.
    private static Optional<BitSet> joined(Requests rows, IntPredicate inside, Traces traces, Work work) {
        Optional<Texts> ids = rows.table().texts(Requests.TRACE);
        Texts wanted = traces.table().texts(Requests.TRACE).orElseThrow();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        Texts own = ids.get();
        BitSet selected = new BitSet();
        for (int row = 0; row < own.size(); row++) {
            if (!own.missing(row) && inside.test(row)) {
                selected.set(own.code(row));
            }
        }
        work.check();
        BitSet found = own.sharesCodes(wanted) ? selected : translated(own, selected, wanted);
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private static BitSet translated(Texts own, BitSet selected, Texts wanted) {
        Map<String, Integer> codes = new HashMap<>();
        for (int code = 0; code < wanted.codes(); code++) {
            codes.put(wanted.text(code), code);
        }
        BitSet found = new BitSet();
        selected.stream().mapToObj(own::text).map(codes::get).filter(java.util.Objects::nonNull).forEach(found::set);
        return found;
    }

    private static List<Tested> byTrace(Operations operations, BitSet joined, BitSet beside, IntPredicate chosen, Work work) {
        Texts traces = operations.traces.table().texts(Requests.TRACE).orElseThrow();
        int[] picked = new int[operations.names.size()];
        int[] spans = new int[operations.names.size()];
        Map<Long, double[]> means = new HashMap<>();
        for (int row = 0; row < traces.size(); row++) {
            if ((row & 0xffff) == 0) {
                work.check();
            }
            int trace = traces.code(row);
            if (trace >= 0 && (joined.get(trace) || beside.get(trace))) {
                int operation = operations.of(row);
                double[] sum = means.computeIfAbsent((long) trace << 32 | operation, _ -> new double[2]);
                sum[0]++;
                sum[1] += Math.log(Math.max(1, operations.durations.at(row)));
                if (joined.get(trace)) {
                    spans[operation]++;
                    picked[operation] += chosen.test(row) ? 1 : 0;
                }
            }
        }
        double[][][] sums = new double[2][operations.names.size()][3];
        means.forEach((key, sum) -> {
            double mean = sum[1] / sum[0];
            double[] side = sums[joined.get((int) (key >> 32)) ? 0 : 1][(int) (long) key];
            side[0]++;
            side[1] += mean;
            side[2] += mean * mean;
        });
        work.check();
        List<Tested> tested = new ArrayList<>();
        for (int operation = 0; operation < operations.names.size(); operation++) {
            double[] in = sums[0][operation];
            double[] out = sums[1][operation];
            if (in[0] >= FEWEST && out[0] >= FEWEST && picked[operation] < spans[operation] / 2.0) {
                tested.add(tested(operations, operation, in, out, p(in, out)));
            }
        }
        return tested;
    }

    /// Welch's t test of mean logarithms.
    private static double p(double[] in, double[] out) {
        double a = Math.max(1e-6, in[2] / in[0] - Math.pow(in[1] / in[0], 2)) / (in[0] - 1);
        double b = Math.max(1e-6, out[2] / out[0] - Math.pow(out[1] / out[0], 2)) / (out[0] - 1);
        double t = (in[1] / in[0] - out[1] / out[0]) / Math.sqrt(a + b);
        double freedom = (a + b) * (a + b) / (a * a / (in[0] - 1) + b * b / (out[0] - 1));
        return 2 * new TDistribution(null, Math.max(1, freedom)).cumulativeProbability(-Math.abs(t));
    }

    /// Between two log-normal laws of these moments the share above the middle says how well a duration tells the sides apart.
    private static Tested tested(Operations operations, int operation, double[] in, double[] out, double p) {
        double inside = Math.exp(in[1] / in[0]);
        double outside = Math.exp(out[1] / out[0]);
        double n = in[0] + out[0];
        double middle = (in[1] / in[0] + out[1] / out[0]) / 2;
        double gain = Association.gain(above(in, middle), above(in, middle) + above(out, middle), in[0], n);
        Finding finding = new Finding(Finding.Kind.OPERATION, new Finding.Subject(operations.traces.name(), operations.names.get(operation), ""),
                new Finding.Sides(inside, outside, "ns", (long) in[0]),
                new Finding.Strength(inside / outside, gain, gain / Association.entropy(in[0] / n), p, 1));
        return new Tested(finding, inside >= GREW * outside && inside - outside >= LEAST_NANOS);
    }

    private static double above(double[] sums, double middle) {
        double mean = sums[1] / sums[0];
        double deviation = Math.sqrt(Math.max(1e-12, sums[2] / sums[0] - mean * mean));
        return sums[0] * org.apache.commons.math3.special.Erf.erfc((middle - mean) / deviation / Math.sqrt(2)) / 2;
    }

    /// Mean logarithms by block of time, compared as a series is.
    private static List<Tested> byTime(Operations operations, Moments moments, Work work) {
        Blocks grid = moments.grid();
        int kept = Math.min(MOST, operations.names.size());
        double[][] sums = new double[kept][grid.count()];
        int[][] counts = new int[kept][grid.count()];
        for (int row = 0; row < operations.durations.size(); row++) {
            int operation = operations.of(row);
            long time = operations.starts.at(row);
            if (operation < kept && moments.whole().contains(time)) {
                sums[operation][grid.of(time)] += Math.log(Math.max(1, operations.durations.at(row)));
                counts[operation][grid.of(time)]++;
            }
        }
        work.check();
        long[] middles = new long[grid.count()];
        for (int b = 0; b < middles.length; b++) {
            middles[b] = grid.start(b) + grid.span(b).length() / 2;
        }
        List<Tested> tested = new ArrayList<>();
        for (int operation = 0; operation < kept; operation++) {
            double[] means = new double[grid.count()];
            for (int b = 0; b < means.length; b++) {
                means[b] = counts[operation][b] == 0 ? Double.NaN : sums[operation][b] / counts[operation][b];
            }
            int number = operation;
            Shift.of(Longs.of(Unit.TIME, middles), means, moments).ifPresent(shift -> tested.add(tested(operations, number, shift)));
        }
        return tested;
    }

    private static Tested tested(Operations operations, int operation, Shift shift) {
        double in = Math.exp(shift.meanInside());
        double out = Math.exp(shift.meanOutside());
        Finding.Strength told = shift.strength(shift.meanInside(), shift.meanOutside());
        Finding finding = new Finding(Finding.Kind.OPERATION, new Finding.Subject(operations.traces.name(), operations.names.get(operation), ""),
                new Finding.Sides(in, out, "ns", shift.inside().length),
                new Finding.Strength(in / out, told.gainBits(), told.information(), told.p(), 1));
        return new Tested(finding, in >= GREW * out && in - out >= LEAST_NANOS);
    }

    /// The operations of some traces, numbered as they come.
    private static final class Operations {
        private final Traces traces;
        private final Longs starts;
        private final Longs durations;
        private final Texts services;
        private final Texts labels;
        private final Map<Long, Integer> numbers = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private final int[] byRow;

        Operations(Traces traces) {
            this.traces = traces;
            starts = traces.asRequests().starts();
            durations = traces.asRequests().durations();
            services = traces.table().texts(Requests.SERVICE).orElseThrow();
            labels = traces.table().texts(Requests.LABEL).orElseThrow();
            byRow = new int[labels.size()];
            long lastKey = Long.MIN_VALUE;
            int last = 0;
            for (int row = 0; row < byRow.length; row++) {
                long key = (long) services.code(row) << 32 | labels.code(row) & 0xffff_ffffL;
                if (key != lastKey) {
                    last = numbers.computeIfAbsent(key, this::name);
                    lastKey = key;
                }
                byRow[row] = last;
            }
        }

        private int name(long key) {
            int service = (int) (key >> 32);
            int label = (int) key;
            names.add(((service < 0 ? "" : services.text(service)) + " " + (label < 0 ? "" : labels.text(label))).strip());
            return names.size() - 1;
        }

        int of(int row) {
            return byRow[row];
        }
    }
}
