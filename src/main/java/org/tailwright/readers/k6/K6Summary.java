package org.tailwright.readers.k6;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;
import org.tailwright.data.LoadPoints;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// The summary at the end of a test, as `handleSummary()` gets it or `--summary-export` writes it. Times are milliseconds, whatever unit the
/// screen showed. Of a rate, `passes` counts what is true: of `http_req_failed` these are the failures.
public final class K6Summary implements Reader {
    private static final Pattern PERCENTILE = Pattern.compile("p\\(([0-9.]{1,12})\\)");
    private static final double MILLI = 1e6;
    private static final String REQUESTS = "http_reqs";

    /// A metric's numbers by name.
    private record Metric(String contains, Map<String, Double> values) {
        boolean trend() {
            return values.containsKey("avg") && (contains.isEmpty() || contains.equals("time"));
        }
    }

    @Override
    public String format() {
        return "k6 summary";
    }

    @Override
    public String recognisedBy() {
        return "JSON with metrics such as http_reqs or iterations, their rate and p(95)";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text();
        boolean k6 = text.contains("\"http_reqs\"") || text.contains("\"iterations\"") || text.contains("\"iteration_duration\"");
        return text.stripLeading().startsWith("{") && text.contains("\"metrics\"") && k6 && text.contains("\"p(") ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SequencedMap<String, Metric> metrics = new LinkedHashMap<>();
        Diagnostics diagnostics = new Diagnostics();
        double[] millis = {Double.NaN};
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), source.stream())) {
            parser.nextToken();
            Json.object(parser, (name, inner) -> {
                switch (name) {
                    case "metrics" -> Json.object(inner, (metric, value) -> {
                        work.check();
                        metrics.put(Json.cut(metric), metric(value));
                    });
                    case "state" -> Json.object(inner, (state, value) -> {
                        if (state.equals("testRunDurationMs")) {
                            millis[0] = real(Json.scalar(value));
                        } else {
                            value.skipChildren();
                        }
                    });
                    default -> inner.skipChildren();
                }
            });
        } catch (JacksonException e) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.ERROR, 0, -1, "the rest of the summary cannot be read: " + Json.mistake(e)));
        }
        PrintedRuns runs = runs(metrics, millis[0]);
        if (runs == null) {
            throw new UnreadableFile("no metric with durations could be read" + (diagnostics.count() > 0 ? ": " + diagnostics.first().getFirst().message() : ""), "", "");
        }
        return runs.result(source, format(), LoadPoints.Axis.USERS, diagnostics, 0);
    }

    private static @org.jspecify.annotations.Nullable PrintedRuns runs(SequencedMap<String, Metric> metrics, double millis) {
        PrintedRuns runs = new PrintedRuns();
        runs.overlapping();
        boolean any = false;
        for (Map.Entry<String, Metric> each : metrics.entrySet()) {
            if (each.getValue().trend()) {
                any |= runs.add(Optional.empty(), each.getKey(), known(each.getValue(), count(each.getKey(), metrics)));
            }
        }
        Metric failed = metrics.get("http_req_failed");
        if (failed != null) {
            double share = failed.values().getOrDefault("rate", failed.values().getOrDefault("value", Double.NaN));
            if (share > 0) {
                runs.doubt(String.format(java.util.Locale.ROOT, "%.3g %% of the requests failed (http_req_failed); their durations are among the others", 100 * share));
            }
        }
        if (millis > 0) {
            runs.assume(String.format(java.util.Locale.ROOT, "the test ran for %.1f s; the file does not say when", millis / 1000));
        }
        return any ? runs : null;
    }

    private static KnownPercentiles known(Metric metric, long count) {
        KnownPercentiles known = new KnownPercentiles().count(count).mean(metric.values().getOrDefault("avg", Double.NaN) * MILLI);
        metric.values().forEach((name, value) -> {
            Matcher percentile = PERCENTILE.matcher(name);
            if (percentile.matches()) {
                known.at(real(percentile.group(1)) / 100, value * MILLI);
            } else {
                switch (name) {
                    case "min" -> known.min(value * MILLI);
                    case "max" -> known.max(value * MILLI);
                    case "med" -> known.at(0.5, value * MILLI);
                    default -> { }
                }
            }
        });
        return known;
    }

    /// Every request has each of the http_req_ times; of other trends the count is not in the file, unless the trend itself tells it.
    private static long count(String name, Map<String, Metric> metrics) {
        Double own = metrics.get(name) == null ? null : metrics.get(name).values().get("count");
        String counter = name.equals("iteration_duration") ? "iterations" : name.startsWith("http_req_") && name.indexOf('{') < 0 ? REQUESTS : "";
        Metric counted = metrics.get(counter);
        Double count = own != null ? own : counted == null ? null : counted.values().get("count");
        return count == null || !(count >= 0 && count < 1e15) ? -1 : Math.round(count);
    }

    /// The two forms differ in one level: numbers stand below `values`, or beside each other.
    private static Metric metric(JsonParser parser) {
        Map<String, Double> values = new HashMap<>();
        String[] contains = {""};
        Json.object(parser, (name, inner) -> {
            switch (name) {
                case "contains" -> contains[0] = Json.scalar(inner);
                case "values" -> Json.object(inner, (statistic, value) -> values.put(statistic, real(Json.scalar(value))));
                case "type", "thresholds" -> inner.skipChildren();
                default -> values.put(name, real(Json.scalar(inner)));
            }
        });
        values.values().removeIf(each -> !Double.isFinite(each));
        return new Metric(contains[0], values);
    }

    private static double real(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
