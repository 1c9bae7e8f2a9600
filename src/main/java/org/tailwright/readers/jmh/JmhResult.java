package org.tailwright.readers.jmh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.tailwright.data.Doubles;
import org.tailwright.data.Unit;
import org.tailwright.readers.Json;
import org.tailwright.readers.percentiles.Amounts;
import tools.jackson.core.JsonParser;

/// One benchmark's result with its parameters.
final class JmhResult {
    /// A metric of a result.
    ///
    /// @param unit as JMH writes it (`ops/ms`, `us/op`)
    /// @param forks iterations of each fork, in that unit
    /// @param counts sampled times in that unit and how often, empty unless the mode is sampling
    /// @param percentiles p from 0 to 100 to value
    record Metric(double score, double error, String unit, List<Doubles> forks, Map<Double, Long> counts, Map<Double, Double> percentiles) {
        boolean isEmpty() {
            return forks.isEmpty() && counts.isEmpty() && percentiles.isEmpty();
        }
    }

    private static final int MOST_COUNTS = 5_000_000;
    private static final Metric NOTHING = new Metric(Double.NaN, Double.NaN, "", List.of(), Map.of(), Map.of());

    final SequencedMap<String, String> parameters = new LinkedHashMap<>();
    final SequencedMap<String, Metric> secondary = new LinkedHashMap<>();
    private String benchmark = "";
    private String mode = "";
    private String jdk = "";
    private double threads = Double.NaN;
    private double iterationNanos = 1e9;
    private Metric primary = NOTHING;

    /// The parser stands on the result.
    static JmhResult of(JsonParser parser) {
        JmhResult result = new JmhResult();
        Json.object(parser, result::member);
        return result;
    }

    private void member(String name, JsonParser parser) {
        switch (name) {
            case "benchmark" -> benchmark = Json.cut(Json.scalar(parser));
            case "mode" -> mode = Json.cut(Json.scalar(parser));
            case "jdkVersion" -> jdk = Json.cut(Json.scalar(parser));
            case "threads" -> threads = number(parser);
            case "measurementTime" -> {
                double nanos = Amounts.nanos(Json.scalar(parser));
                iterationNanos = nanos >= 1 && nanos < 1e15 ? nanos : iterationNanos;
            }
            case "params" -> Json.object(parser, (key, inner) -> parameters.put(Json.cut(key), Json.cut(Json.scalar(inner))));
            case "primaryMetric" -> primary = metric(parser);
            case "secondaryMetrics" -> Json.object(parser, (key, inner) -> {
                Metric metric = metric(inner);
                if (!metric.isEmpty() && secondary.size() < 1000) {
                    secondary.put(Json.cut(key), metric);
                }
            });
            default -> parser.skipChildren();
        }
    }

    private static Metric metric(JsonParser parser) {
        double[] scores = {Double.NaN, Double.NaN};
        String[] unit = {""};
        List<Doubles> forks = new ArrayList<>();
        Map<Double, Long> counts = new TreeMap<>();
        Map<Double, Double> percentiles = new TreeMap<>();
        Json.object(parser, (name, inner) -> {
            switch (name) {
                case "score" -> scores[0] = number(inner);
                case "scoreError" -> scores[1] = number(inner);
                case "scoreUnit" -> unit[0] = Json.cut(Json.scalar(inner));
                case "rawData" -> Json.array(inner, fork -> {
                    Doubles.Builder values = Doubles.builder(Unit.NONE);
                    Json.array(fork, value -> values.add(number(value)));
                    forks.add(values.build());
                });
                case "rawDataHistogram" -> Json.array(inner, fork -> Json.array(fork, iteration -> Json.array(iteration, pair -> count(pair, counts))));
                case "scorePercentiles" -> Json.object(inner, (p, value) -> {
                    double share = Amounts.number(p);
                    double at = number(value);
                    if (share <= 100 && !Double.isNaN(at)) {
                        percentiles.put(share, at);
                    }
                });
                default -> inner.skipChildren();
            }
        });
        forks.removeIf(each -> each.size() == 0);
        return new Metric(scores[0], scores[1], unit[0], forks, counts, percentiles);
    }

    private static void count(JsonParser parser, Map<Double, Long> counts) {
        double[] pair = {Double.NaN, Double.NaN};
        int[] at = {0};
        Json.array(parser, each -> {
            double value = number(each);
            if (at[0] < 2) {
                pair[at[0]++] = value;
            }
        });
        if (pair[0] >= 0 && pair[1] >= 1 && pair[1] < 1e15 && counts.size() < MOST_COUNTS) {
            counts.merge(pair[0], (long) pair[1], Long::sum);
        }
    }

    /// A number, also written as a text; NaN for "NaN" and anything else.
    private static double number(JsonParser parser) {
        try {
            double value = Double.parseDouble(Json.scalar(parser));
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    boolean isEmpty() {
        return benchmark.isEmpty() || primary.isEmpty();
    }

    String benchmark() {
        return benchmark;
    }

    String mode() {
        return mode;
    }

    String jdk() {
        return jdk;
    }

    /// NaN where it is not written.
    double threads() {
        return threads;
    }

    double iterationNanos() {
        return iterationNanos;
    }

    Metric primary() {
        return primary;
    }
}
