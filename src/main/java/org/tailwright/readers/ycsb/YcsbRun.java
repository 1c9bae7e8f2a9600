package org.tailwright.readers.ycsb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.PackedHistogram;
import org.tailwright.data.Doubles;
import org.tailwright.data.Histograms;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;

/// The summary of one run: measurements by name of the operation.
final class YcsbRun {
    private static final Pattern PERCENTILE = Pattern.compile("([0-9]{1,2}(?:\\.[0-9]{1,6})?)(?:st|nd|rd|th)?PercentileLatency\\((us|ms)\\)");
    private static final Pattern RAW_PERCENTILE = Pattern.compile("p([0-9]{1,2}(?:\\.[0-9]{1,6})?)");
    private static final double MICRO = 1e3;
    private static final double MILLI = 1e6;
    private static final int MOST_NAMES = 10_000;
    private static final int DIGITS = 4;

    /// What is known of one operation.
    private static final class Operation {
        private final Map<String, Double> values = new LinkedHashMap<>();
        private final TreeMap<Long, Double> numbered = new TreeMap<>();
        private double overflow = Double.NaN;
        private long firstOver;
    }

    private final SequencedMap<String, Operation> operations = new LinkedHashMap<>();
    private double threads = Double.NaN;

    void threads(double count) {
        threads = count;
    }

    boolean has(String name, String measurement) {
        return operations.containsKey(name) && operations.get(name).values.containsKey(measurement);
    }

    boolean isEmpty() {
        return operations.isEmpty();
    }

    /// Takes in `[name], measurement, value`.
    void put(String name, String measurement, double value) {
        if (operations.size() >= MOST_NAMES && !operations.containsKey(name)) {
            return;
        }
        Operation operation = operations.computeIfAbsent(name, _ -> new Operation());
        if (measurement.matches("[0-9]{1,12}")) {
            operation.numbered.put(Long.parseLong(measurement), value);
        } else if (measurement.matches(">[0-9]{1,12}")) {
            operation.overflow = value;
            operation.firstOver = Long.parseLong(measurement.substring(1));
        } else if (operation.values.size() < MOST_NAMES) {
            operation.values.put(measurement, value);
        }
    }

    /// @param prefix of the tags, empty where there is one run
    /// @param series takes the averages over time of the time series
    void into(PrintedRuns runs, String prefix, List<Metrics.Series> series) {
        operations.forEach((name, operation) -> {
            KnownPercentiles known = known(operation);
            boolean counted = operation.values.containsKey("Operations") || operation.values.containsKey("Total Operations");
            if (!counted || known.isEmpty()) {
                return;
            }
            if (name.startsWith("Intended-") || name.contains("READ-MODIFY-WRITE")) {
                runs.overlapping();
            }
            if (!numbered(runs, prefix + name, operation, series)) {
                runs.add(Optional.empty(), prefix + name, known);
            }
            failures(runs, prefix + name, operation);
        });
        if (operations.containsKey("OVERALL")) {
            runs.point(threads, operations.get("OVERALL").values.getOrDefault("Throughput(ops/sec)", Double.NaN), Double.NaN);
        }
    }

    private static KnownPercentiles known(Operation operation) {
        KnownPercentiles known = new KnownPercentiles();
        operation.values.forEach((measurement, value) -> {
            double unit = measurement.contains("(ms)") ? MILLI : MICRO;
            Matcher percentile = PERCENTILE.matcher(measurement);
            Matcher raw = RAW_PERCENTILE.matcher(measurement);
            if (percentile.matches()) {
                known.at(Double.parseDouble(percentile.group(1)) / 100, value * unit);
            } else if (raw.matches()) {
                known.at(Double.parseDouble(raw.group(1)) / 100, value * unit);
            } else if (measurement.startsWith("MinLatency") || measurement.equals("Min")) {
                known.min(value * unit);
            } else if (measurement.startsWith("MaxLatency") || measurement.equals("Max")) {
                known.max(value * unit);
            } else if (measurement.startsWith("AverageLatency") || measurement.equals("Average")) {
                known.mean(value * unit);
            } else if ((measurement.equals("Operations") || measurement.equals("Total Operations")) && value >= 0 && value < 1e15) {
                known.count(value.longValue());
            }
        });
        return known;
    }

    /// Numbered lines are buckets of 1 ms, or all recorded values in microseconds, or averages by milliseconds since the start.
    ///
    /// @return whether they tell the distribution better than the percentiles
    private boolean numbered(PrintedRuns runs, String tag, Operation operation, List<Metrics.Series> series) {
        boolean buckets = operation.firstOver > 0 || operation.values.containsKey("LatencyVariance(us)");
        if (operation.numbered.isEmpty()) {
            if (buckets) {
                runs.doubt(tag + ": percentiles are lower edges of buckets 1 ms wide");
            }
            return false;
        }
        double sum = operation.numbered.values().stream().mapToDouble(Double::doubleValue).sum() + (operation.overflow > 0 ? operation.overflow : 0);
        double count = operation.values.getOrDefault("Operations", operation.values.getOrDefault("Total Operations", -1.0));
        if (!buckets && Math.abs(sum - count) > 0.5) {
            series.add(averages(tag, operation));
            runs.assume("averages over time count from an unknown start");
            return false;
        }
        if (Math.abs(sum - count) > 0.5 || sum > 1e15) {
            runs.doubt(tag + ": the buckets hold " + sum + " values, not " + count + ", and are left out");
            return false;
        }
        runs.add(counted(tag, operation, buckets));
        if (buckets) {
            runs.doubt(tag + ": only counts in buckets of 1 ms are known: percentiles are upper edges" + (operation.overflow > 0
                    ? ", and " + (long) operation.overflow + " values above " + operation.firstOver + " ms stand at the maximum" : ""));
        }
        return true;
    }

    private static Histograms.Interval counted(String tag, Operation operation, boolean buckets) {
        PackedHistogram histogram = new PackedHistogram(DIGITS);
        double max = operation.values.getOrDefault("MaxLatency(us)", Double.NaN) * MICRO;
        operation.numbered.forEach((key, count) -> {
            double nanos = buckets ? (key + 1) * MILLI : key * MICRO;
            if (count > 0) {
                histogram.recordValueWithCount(Math.round(Math.min(nanos > max ? max : nanos, 0x1p60)), count.longValue());
            }
        });
        if (operation.overflow > 0) {
            histogram.recordValueWithCount(Math.round(Math.clamp(Double.isNaN(max) ? operation.firstOver * MILLI : max, 0, 0x1p60)), (long) operation.overflow);
        }
        return new Histograms.Interval(Optional.empty(), tag, histogram, max, buckets);
    }

    private static Metrics.Series averages(String tag, Operation operation) {
        List<Long> times = new ArrayList<>(operation.numbered.keySet());
        double[] values = operation.numbered.values().stream().mapToDouble(each -> each * MICRO).toArray();
        long[] nanos = times.stream().mapToLong(each -> Math.min(each, 1L << 40) * 1_000_000L).toArray();
        return new Metrics.Series("average latency", Map.of("operation", tag), Longs.of(Unit.TIME, nanos), Doubles.of(Unit.DURATION, values));
    }

    private static void failures(PrintedRuns runs, String tag, Operation operation) {
        operation.values.forEach((measurement, value) -> {
            boolean fine = measurement.equals("Return=OK") || measurement.equals("Return=0") || measurement.equals("Return=BATCHED_OK");
            if (measurement.startsWith("Return=") && !fine && value > 0) {
                runs.doubt(tag + ": " + (long) (double) value + " operations ended with " + measurement.substring("Return=".length()));
            }
        });
    }
}
