package org.tailwright.readers.otlpmetrics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tailwright.readers.Json;
import org.tailwright.work.Work;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads OTLP JSON of metrics token by token. Names may be in camel case or with underscores, numbers of 64 bits may be texts.
final class MetricTokens {
    private final MetricSeries series;
    private final Work work;
    private Map<String, String> resource = Map.of();
    private Map<String, String> scope = Map.of();
    private boolean seen;

    MetricTokens(MetricSeries series, Work work) {
        this.series = series;
        this.work = work;
    }

    /// All documents of the parser.
    void values(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                Json.object(parser, (name, value) -> {
                    if (plain(name).equals("resourcemetrics")) {
                        Json.array(value, this::resourceMetrics);
                    } else {
                        value.skipChildren();
                    }
                });
            }
        }
    }

    /// camelCase and snake_case alike.
    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private void resourceMetrics(JsonParser parser) {
        resource = Map.of();
        seen = false;
        Json.object(parser, (name, value) -> {
            switch (plain(name)) {
                case "resource" -> {
                    resource = attributes(value);
                    series.resource(resource, seen);
                }
                case "scopemetrics", "instrumentationlibrarymetrics" -> Json.array(value, this::scopeMetrics);
                default -> value.skipChildren();
            }
        });
    }

    private void scopeMetrics(JsonParser parser) {
        seen = true;
        scope = Map.of();
        Json.object(parser, (name, value) -> {
            switch (plain(name)) {
                case "scope", "instrumentationlibrary" -> Json.object(value, (each, text) -> {
                    if (each.equals("name")) {
                        scope = Map.of("otel.scope.name", Json.cut(Json.scalar(text)));
                    } else {
                        text.skipChildren();
                    }
                });
                case "metrics" -> Json.array(value, this::metric);
                default -> value.skipChildren();
            }
        });
    }

    private void metric(JsonParser parser) {
        work.check();
        MetricDraft draft = new MetricDraft();
        Json.object(parser, (name, value) -> {
            switch (plain(name)) {
                case "name" -> draft.name = Json.cut(Json.scalar(value));
                case "unit" -> draft.unit = Json.cut(Json.scalar(value));
                case "gauge" -> data(draft, MetricDraft.Form.GAUGE, value);
                case "sum" -> data(draft, MetricDraft.Form.SUM, value);
                case "histogram" -> data(draft, MetricDraft.Form.HISTOGRAM, value);
                case "exponentialhistogram" -> data(draft, MetricDraft.Form.EXPONENTIAL, value);
                case "summary" -> data(draft, MetricDraft.Form.SUMMARY, value);
                default -> value.skipChildren();
            }
        });
        series.add(draft, resource, scope);
    }

    private void data(MetricDraft draft, MetricDraft.Form form, JsonParser parser) {
        draft.form = form;
        Json.object(parser, (name, value) -> {
            switch (plain(name)) {
                case "aggregationtemporality" -> draft.temporality(Json.scalar(value));
                case "ismonotonic" -> draft.monotonic = Json.scalar(value).equals("true");
                case "datapoints" -> Json.array(value, each -> {
                    PointDraft point = new PointDraft();
                    Json.object(each, (member, inner) -> member(point, plain(member), inner));
                    draft.points.add(point);
                });
                default -> value.skipChildren();
            }
        });
    }

    private static void member(PointDraft point, String name, JsonParser parser) {
        switch (name) {
            case "attributes", "labels" -> Json.array(parser, each -> attribute(each, point.labels));
            case "starttimeunixnano" -> point.start = Math.max(0, Json.whole(Json.scalar(parser)));
            case "timeunixnano" -> point.time = Math.max(0, Json.whole(Json.scalar(parser)));
            case "asdouble", "asint", "value" -> point.value = real(Json.scalar(parser));
            case "flags" -> point.flags = Json.whole(Json.scalar(parser));
            case "count" -> {
                point.count = Math.max(0, Json.whole(Json.scalar(parser)));
                point.counted = true;
            }
            case "sum" -> point.sum = real(Json.scalar(parser));
            case "min" -> point.min = real(Json.scalar(parser));
            case "max" -> point.max = real(Json.scalar(parser));
            case "explicitbounds" -> Json.array(parser, each -> point.bound(real(Json.scalar(each))));
            case "bucketcounts" -> Json.array(parser, each -> point.count(Json.whole(Json.scalar(each))));
            case "scale" -> point.scale = (int) Math.clamp(real(Json.scalar(parser)), -100, 100);
            case "zerocount" -> point.zeroCount = Math.max(0, Json.whole(Json.scalar(parser)));
            case "zerothreshold" -> point.zeroThreshold = real(Json.scalar(parser));
            case "positive" -> Json.object(parser, (each, value) -> exponential(point, plain(each), value));
            case "negative" -> Json.object(parser, (each, value) -> {
                if (plain(each).equals("bucketcounts")) {
                    Json.array(value, count -> point.negative += Math.max(0, Json.whole(Json.scalar(count))));
                } else {
                    value.skipChildren();
                }
            });
            case "quantilevalues" -> Json.array(parser, each -> quantile(point, each));
            default -> parser.skipChildren();
        }
    }

    private static void exponential(PointDraft point, String name, JsonParser parser) {
        switch (name) {
            case "offset" -> point.offset = (int) Math.clamp(real(Json.scalar(parser)), -(1 << 28), 1 << 28);
            case "bucketcounts" -> Json.array(parser, each -> point.count(Json.whole(Json.scalar(each))));
            default -> parser.skipChildren();
        }
    }

    private static void quantile(PointDraft point, JsonParser parser) {
        double[] pair = {Double.NaN, Double.NaN};
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "quantile" -> pair[0] = real(Json.scalar(value));
                case "value" -> pair[1] = real(Json.scalar(value));
                default -> value.skipChildren();
            }
        });
        if (pair[0] >= 0 && pair[0] <= 1) {
            point.quantiles.put(pair[0], pair[1]);
        }
    }

    /// Missing members of protobuf's JSON are zeroes, but a number that is none is a gap.
    private static double real(String text) {
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Map<String, String> attributes(JsonParser parser) {
        Map<String, String> found = new HashMap<>();
        Json.object(parser, (name, value) -> {
            if (name.equals("attributes")) {
                Json.array(value, each -> attribute(each, found));
            } else {
                value.skipChildren();
            }
        });
        return found;
    }

    private static void attribute(JsonParser parser, Map<String, String> labels) {
        String[] pair = {"", ""};
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "key" -> pair[0] = Json.cut(Json.scalar(value));
                case "value" -> pair[1] = text(value);
                default -> value.skipChildren();
            }
        });
        if (!pair[0].isEmpty()) {
            labels.put(pair[0], Json.cut(pair[1]));
        }
    }

    /// Scalars as written, the parts of lists and maps parted by commas.
    private static String text(JsonParser parser) {
        JsonToken token = parser.currentToken();
        StringBuilder text = new StringBuilder();
        if (token == JsonToken.START_OBJECT) {
            Json.object(parser, (_, value) -> append(text, text(value)));
        } else if (token == JsonToken.START_ARRAY) {
            Json.array(parser, each -> append(text, text(each)));
        } else {
            text.append(Json.scalar(parser));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String part) {
        if (text.length() <= Json.LONGEST) {
            text.append(text.isEmpty() ? "" : ", ").append(part);
        }
    }
}
