package org.tailwright.readers.k6;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.readers.Json;
import org.tailwright.readers.percentiles.KnownPercentiles;
import tools.jackson.core.JsonParser;

/// A metric of a summary: its statistics by name.
///
/// @param name with the tags that narrow it down, as in `http_req_duration{expected_response:true}`
/// @param type counter, gauge, rate or trend; empty in the older form, which does not say it
/// @param contains default, time or data; empty where the summary does not say it
record SummaryMetric(String name, String type, String contains, Map<String, Double> values) {
    private static final Pattern PERCENTILE = Pattern.compile("p\\(([0-9.]{1,12})\\)");
    private static final double MILLI = 1e6;

    SummaryMetric {
        values = Map.copyOf(values);
    }

    /// Reads a metric, with its numbers below `values` or beside each other.
    ///
    /// @param known its name where it stands before it, else empty
    static SummaryMetric read(JsonParser parser, String known) {
        Map<String, Double> values = new HashMap<>();
        Map<String, String> told = new HashMap<>();
        Json.object(parser, (member, inner) -> {
            switch (member) {
                case "name", "type", "contains" -> told.put(member, Json.cut(Json.scalar(inner)));
                case "values" -> Json.object(inner, (statistic, value) -> put(values, statistic, value));
                default -> put(values, member, inner);
            }
        });
        String name = known.isEmpty() ? told.getOrDefault("name", "") : Json.cut(known);
        return new SummaryMetric(name, told.getOrDefault("type", ""), told.getOrDefault("contains", ""), values);
    }

    private static void put(Map<String, Double> values, String statistic, JsonParser parser) {
        double value = real(Json.scalar(parser));
        if (Double.isFinite(value)) {
            values.put(statistic, value);
        }
    }

    static double real(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// A distribution.
    boolean trend() {
        return type.equals("trend") || type.isEmpty() && values.keySet().stream().anyMatch(each -> each.equals("med") || each.equals("avg")
                || PERCENTILE.matcher(each).matches());
    }

    /// A share of what is true.
    boolean rate() {
        return type.equals("rate") || type.isEmpty() && values.containsKey("passes");
    }

    /// A sum.
    boolean counter() {
        return type.equals("counter") || type.isEmpty() && values.containsKey("count") && !trend();
    }

    /// Whether it holds lengths of time, as far as the summary says.
    boolean timed() {
        return trend() && (contains.equals("time") || contains.isEmpty());
    }

    /// A number of this name, NaN where there is none.
    double value(String statistic) {
        return values.getOrDefault(statistic, Double.NaN);
    }

    /// Share of what is true: of `http_req_failed`, of the failures.
    double share() {
        return Double.isNaN(value("rate")) ? value("value") : value("rate");
    }

    /// How often it was true, NaN where unknown. The older forms call that passes, also where it is failures.
    double hits() {
        return Double.isNaN(value("matches")) ? value("passes") : value("matches");
    }

    /// The percentiles, in nanoseconds.
    ///
    /// @param count how many values there were, -1 when unknown
    KnownPercentiles percentiles(long count) {
        KnownPercentiles known = new KnownPercentiles().count(count).mean(value("avg") * MILLI).min(value("min") * MILLI).max(value("max") * MILLI)
                .at(0.5, value("med") * MILLI);
        values.forEach((statistic, value) -> {
            Matcher percentile = PERCENTILE.matcher(statistic);
            if (percentile.matches()) {
                known.at(real(percentile.group(1)) / 100, value * MILLI);
            }
        });
        return known;
    }
}
