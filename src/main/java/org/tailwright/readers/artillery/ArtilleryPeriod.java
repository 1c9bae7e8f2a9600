package org.tailwright.readers.artillery;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.tailwright.readers.Json;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The figures of one period, or of the whole run.
final class ArtilleryPeriod {
    private static final int MOST_NAMES = 20_000;

    /// Sums in the period.
    final SequencedMap<String, Double> counters = new LinkedHashMap<>();
    /// Rates per second and gauges.
    final SequencedMap<String, Double> rates = new LinkedHashMap<>();
    /// Statistics by name of the distribution: `min`, `p99`, `count` ….
    final SequencedMap<String, Map<String, Double>> summaries = new LinkedHashMap<>();
    private double period = Double.NaN;
    private double first = Double.NaN;
    private double last = Double.NaN;
    private double timestamp = Double.NaN;

    /// The parser stands on the value of member `name`.
    void take(String name, JsonParser parser) {
        switch (name) {
            case "period" -> period = number(parser);
            case "firstMetricAt" -> first = number(parser);
            case "lastMetricAt" -> last = number(parser);
            case "timestamp" -> timestamp = instant(Json.scalar(parser));
            case "counters", "customCounters" -> numbers("", parser, counters);
            case "codes", "errors", "scenarioCounts" -> numbers(name + ".", parser, counters);
            case "rates" -> numbers("", parser, rates);
            case "rps" -> numbers("rps.", parser, rates);
            case "scenariosCreated", "scenariosCompleted", "scenariosAvoided", "requestsCompleted", "matches" -> put(counters, name, number(parser));
            case "concurrency", "pendingRequests" -> put(rates, name, number(parser));
            case "latency", "scenarioDuration" -> statistics(name, parser);
            case "summaries", "histograms", "customStats" -> Json.object(parser, this::statistics);
            default -> parser.skipChildren();
        }
    }

    private void statistics(String name, JsonParser parser) {
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        numbers("", parser, values);
        if (!values.isEmpty() && summaries.size() < MOST_NAMES) {
            summaries.putIfAbsent(Json.cut(name), values);
        }
    }

    private static void numbers(String prefix, JsonParser parser, Map<String, Double> into) {
        Json.object(parser, (name, inner) -> put(into, prefix + Json.cut(name), number(inner)));
    }

    private static void put(Map<String, Double> into, String name, double value) {
        if (!Double.isNaN(value) && into.size() < MOST_NAMES) {
            into.put(name, value);
        }
    }

    /// A number, also one written as a text; NaN for null and anything else.
    private static double number(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT || parser.currentToken() == JsonToken.START_ARRAY) {
            parser.skipChildren();
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(Json.scalar(parser));
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double instant(String text) {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    /// Start in epoch milliseconds: version 2 names it, version 1 names the end; NaN where it is unknown.
    double startMillis(double lengthMillis) {
        return !Double.isNaN(period) ? period : timestamp - lengthMillis;
    }

    /// First metric, epoch milliseconds, NaN where it is unknown.
    double firstMillis() {
        return first;
    }

    /// Last metric, epoch milliseconds, NaN where it is unknown.
    double lastMillis() {
        return last;
    }

    /// Whether this is of version 1.
    boolean isFirstVersion() {
        return !Double.isNaN(timestamp);
    }
}
