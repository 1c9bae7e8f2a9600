package org.tailwright.statistics.modes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.work.Work;

/// Which attributes tell modes apart: columns by the share of the uncertainty about the mode that they take away, values by how much more
/// frequent they are in one mode than in the others. What is over-represented need not be the cause.
///
/// @param columns best first
/// @param values best first
public record Splits(List<Splits.Column> columns, List<Splits.Value> values) {
    private static final int CODES = 500;
    private static final int SUPPORT = 30;
    private static final int SHOWN = 15;
    private static final double LIFT = 1.2;
    /// Values that tell less than this share of what the best one tells are left out.
    private static final double NOTICED = 0.01;
    private static final Set<String> IDENTIFIERS = Set.of(Requests.TRACE, "span", "parent");

    /// A column.
    ///
    /// @param explained information about the mode that the column gives, as a share of all there is to know; its bias taken away
    public record Column(String column, int values, double explained) {}

    /// A value of a column.
    ///
    /// @param mode number of the mode where it is over-represented
    /// @param inside share of the mode's requests that have the value
    /// @param outside share of all other requests that have it
    /// @param gain information that the value alone gives about the mode, bits
    public record Value(String column, String value, int mode, double inside, double outside, double gain) {
        /// How many times as frequent it is inside.
        public double lift() {
            return outside > 0 ? inside / outside : Double.POSITIVE_INFINITY;
        }
    }

    static Splits of(Requests requests, List<Mode> modes, Work work) {
        byte[] mode = modes(requests.durations(), modes);
        List<Column> columns = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        int compared = Math.max(1, requests.table().columns().size());
        requests.table().columns().forEach((name, column) -> {
            work.check();
            if (IDENTIFIERS.contains(name)) {
                return;
            }
            switch (column) {
                case Texts texts when texts.codes() <= CODES -> judge(name, counts(texts, mode, modes.size()), Map.of(), texts, compared, columns, values);
                case Flags flags when flags.count() > 0 -> judge(name, counts(flags, mode, modes.size()), Map.of(0, "false", 1, "true"), null, compared, columns, values);
                case Longs numbers when name.equals(Requests.ACTIVE) -> active(numbers, mode, modes.size(), compared, columns, values);
                default -> { }
            }
        });
        columns.sort(Comparator.comparingDouble(Column::explained).reversed().thenComparing(Column::column));
        values.sort(Comparator.comparingDouble(Value::gain).reversed().thenComparing(Value::column).thenComparing(Value::value));
        double least = values.isEmpty() ? 0 : NOTICED * values.getFirst().gain();
        values.removeIf(each -> each.gain() < least);
        return new Splits(columns, values.subList(0, Math.min(SHOWN, values.size())));
    }

    private static byte[] modes(Longs durations, List<Mode> modes) {
        byte[] found = new byte[durations.size()];
        for (int row = 0; row < found.length; row++) {
            long duration = durations.at(row);
            int mode = 0;
            while (mode < modes.size() - 1 && duration >= modes.get(mode).beyond()) {
                mode++;
            }
            found[row] = (byte) mode;
        }
        return found;
    }

    /// Active users as a load level, where there are few different numbers of them.
    private static void active(Longs numbers, byte[] mode, int modes, int compared, List<Column> columns, List<Value> values) {
        Map<Long, Integer> codes = new LinkedHashMap<>();
        Map<Integer, String> words = new HashMap<>();
        long[][] counts = new long[CODES][modes];
        for (int row = 0; row < mode.length; row++) {
            if (numbers.missing(row)) {
                continue;
            }
            int code = codes.computeIfAbsent(numbers.at(row), _ -> codes.size());
            if (code >= CODES) {
                return;
            }
            counts[code][mode[row]]++;
        }
        codes.forEach((number, code) -> words.put(code, Long.toString(number)));
        judge(Requests.ACTIVE, counts, words, null, compared, columns, values);
    }

    private static long[][] counts(Texts texts, byte[] mode, int modes) {
        long[][] counts = new long[texts.codes()][modes];
        for (int row = 0; row < mode.length; row++) {
            int code = texts.code(row);
            if (code >= 0) {
                counts[code][mode[row]]++;
            }
        }
        return counts;
    }

    private static long[][] counts(Flags flags, byte[] mode, int modes) {
        long[][] counts = new long[2][modes];
        for (int row = 0; row < mode.length; row++) {
            counts[flags.at(row) ? 1 : 0][mode[row]]++;
        }
        return counts;
    }

    private static void judge(String name, long[][] counts, Map<Integer, String> words, @org.jspecify.annotations.Nullable Texts texts, int compared, List<Column> columns,
            List<Value> values) {
        double[] modes = new double[counts[0].length];
        double total = 0;
        int used = 0;
        for (long[] row : counts) {
            double own = 0;
            for (int m = 0; m < modes.length; m++) {
                modes[m] += row[m];
                own += row[m];
            }
            used += own > 0 ? 1 : 0;
            total += own;
        }
        double freedom = (used - 1.0) * (modes.length - 1);
        if (freedom < 1 || total < SUPPORT) {
            return;
        }
        double nats = information(counts, modes, total);
        double entropy = 0;
        for (double each : modes) {
            entropy -= each > 0 ? each / total * Math.log(each / total) : 0;
        }
        double clean = nats - freedom / (2 * total);
        boolean chance = 1 - new ChiSquaredDistribution(null, freedom).cumulativeProbability(2 * total * nats) > 0.001 / compared;
        if (chance || clean <= 0 || entropy <= 0) {
            return;
        }
        columns.add(new Column(name, used, Math.min(1, clean / entropy)));
        for (int code = 0; code < counts.length; code++) {
            value(name, texts == null ? words.getOrDefault(code, "") : texts.text(code), counts[code], modes, total, values);
        }
    }

    /// Mutual information of value and mode, nats.
    private static double information(long[][] counts, double[] modes, double total) {
        double nats = 0;
        for (long[] row : counts) {
            double own = 0;
            for (long each : row) {
                own += each;
            }
            for (int m = 0; m < modes.length; m++) {
                nats += row[m] > 0 ? row[m] / total * Math.log(row[m] * total / (own * modes[m])) : 0;
            }
        }
        return nats;
    }

    private static void value(String column, String value, long[] row, double[] modes, double total, List<Value> values) {
        long own = 0;
        for (long each : row) {
            own += each;
        }
        if (own < SUPPORT || own > total - SUPPORT) {
            return;
        }
        long[] rest = new long[row.length];
        int best = -1;
        double lift = LIFT;
        for (int m = 0; m < row.length; m++) {
            rest[m] = (long) modes[m] - row[m];
            double outside = (own - row[m]) / Math.max(1, total - modes[m]);
            double inside = row[m] / Math.max(1, modes[m]);
            if (row[m] >= SUPPORT && inside >= 0.01 && inside > lift * outside) {
                best = m;
                lift = inside / Math.max(1e-12, outside);
            }
        }
        if (best >= 0) {
            double gain = information(new long[][] {row, rest}, modes, total) / Math.log(2);
            values.add(new Value(column, value, best, row[best] / modes[best], (own - row[best]) / Math.max(1, total - modes[best]), gain));
        }
    }
}
