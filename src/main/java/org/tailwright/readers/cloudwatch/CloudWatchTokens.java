package org.tailwright.readers.cloudwatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.series.Epochs;
import org.tailwright.readers.series.SeriesLines;
import org.tailwright.readers.series.SeriesUnits;
import org.tailwright.readers.text.TimeFormat;
import org.tailwright.work.Work;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads CloudWatch's records. Each statistic is a series with the label `stat`.
final class CloudWatchTokens {
    private final SeriesLines lines;
    private final ReadOptions options;
    private final Work work;
    private boolean streamed;
    private boolean partial;

    CloudWatchTokens(SeriesLines lines, ReadOptions options, Work work) {
        this.lines = lines;
        this.options = options;
        this.work = work;
    }

    /// One record or answer, its members in any order.
    private static final class Entry {
        private String name = "";
        private String unit = "";
        private String time = "";
        private final Map<String, String> labels = new HashMap<>();
        private final Map<String, Double> values = new LinkedHashMap<>();
    }

    /// All documents of the parser.
    void values(JsonParser parser, long line) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                document(parser, line);
            }
        }
    }

    private void document(JsonParser parser, long line) {
        work.check();
        Entry entry = new Entry();
        List<Entry> points = new ArrayList<>();
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "MetricDataResults" -> Json.array(value, each -> result(each, line));
                case "Messages" -> Json.array(value, this::message);
                case "Label" -> entry.name = Json.cut(Json.scalar(value));
                case "Datapoints" -> Json.array(value, each -> points.add(point(each)));
                default -> streamed(entry, name, value);
            }
        });
        for (Entry each : points) {
            each.name = entry.name.isEmpty() ? "metric" : entry.name;
            keep(each, line);
        }
        if (!entry.values.isEmpty() || !entry.time.isEmpty()) {
            streamed = true;
            keep(entry, line);
        }
    }

    private void streamed(Entry entry, String name, JsonParser parser) {
        switch (name) {
            case "metric_name" -> entry.name = Json.cut(Json.scalar(parser));
            case "namespace", "region", "account_id" -> entry.labels.put(name, Json.cut(Json.scalar(parser)));
            case "dimensions" -> Json.object(parser, (key, value) -> entry.labels.put(key, Json.cut(Json.scalar(value))));
            case "timestamp" -> entry.time = Json.scalar(parser);
            case "unit" -> entry.unit = Json.cut(Json.scalar(parser));
            case "value" -> Json.object(parser, (key, value) -> number(entry, key, Json.scalar(value)));
            default -> parser.skipChildren();
        }
    }

    private static void number(Entry entry, String statistic, String text) {
        try {
            entry.values.put(statistic, Double.parseDouble(text));
        } catch (NumberFormatException e) {
            entry.values.put(statistic, Double.NaN);
        }
    }

    private Entry point(JsonParser parser) {
        Entry point = new Entry();
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "Timestamp" -> point.time = Json.scalar(value);
                case "Unit" -> point.unit = Json.cut(Json.scalar(value));
                case "ExtendedStatistics" -> Json.object(value, (key, each) -> number(point, key, Json.scalar(each)));
                default -> number(point, name, Json.scalar(value));
            }
        });
        return point;
    }

    private void message(JsonParser parser) {
        Json.object(parser, (name, value) -> {
            String text = Json.scalar(value);
            if (name.equals("Value")) {
                lines.note("the service remarks: " + Json.cut(text));
            }
        });
    }

    /// Times and values stand in two arrays of equal length.
    private void result(JsonParser parser, long line) {
        Entry entry = new Entry();
        List<String> times = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "Id" -> entry.labels.put("id", Json.cut(Json.scalar(value)));
                case "Label" -> entry.name = Json.cut(Json.scalar(value));
                case "StatusCode" -> partial |= !Json.scalar(value).equals("Complete");
                case "Timestamps" -> Json.array(value, each -> times.add(Json.scalar(each)));
                case "Values" -> Json.array(value, each -> values.add(Json.scalar(each)));
                default -> value.skipChildren();
            }
        });
        if (times.size() != values.size()) {
            lines.skip(line, times.size() + " times for " + values.size() + " values of " + entry.name);
        }
        String name = entry.name.isEmpty() ? entry.labels.getOrDefault("id", "metric") : entry.name;
        for (int i = 0; i < Math.min(times.size(), values.size()); i++) {
            long time = time(times.get(i));
            double value = SeriesLines.number(values.get(i));
            if (time == Epochs.NONE) {
                lines.skip(line, "the time \"" + Json.cut(times.get(i)) + "\" cannot be read");
            } else {
                lines.table().add(name, entry.labels, Metrics.Kind.UNKNOWN, Unit.NONE, time, value);
            }
        }
    }

    private void keep(Entry entry, long line) {
        long time = time(entry.time);
        if (entry.name.isEmpty() || time == Epochs.NONE || entry.values.isEmpty()) {
            lines.skip(line, entry.name.isEmpty() ? "a record without a metric's name" : time == Epochs.NONE ? "a record whose time cannot be read" : "a record without values");
            return;
        }
        entry.values.forEach((statistic, value) -> {
            Map<String, String> labels = new HashMap<>(entry.labels);
            labels.put("stat", statistic);
            boolean count = statistic.equals("count") || statistic.equals("SampleCount");
            boolean sum = count || statistic.equals("sum") || statistic.equals("Sum");
            lines.table().add(entry.name, labels, sum ? Metrics.Kind.INCREMENT : Metrics.Kind.GAUGE, count ? Unit.COUNT : SeriesUnits.of(entry.unit), time, value);
        });
    }

    /// Milliseconds since 1970 in streams, ISO 8601 or seconds in answers.
    private long time(String text) {
        if (!text.isEmpty() && Epochs.unitBySize(text) > 0) {
            return Epochs.bySize(text);
        }
        if (text.length() > 40) {
            return Epochs.NONE;
        }
        Optional<TimeFormat> format = text.isEmpty() ? Optional.empty() : TimeFormat.of(List.of(text), options.zone(), null);
        format.filter(each -> !each.assumed().isEmpty()).ifPresent(each -> lines.assume(each.assumed()));
        return format.map(each -> each.nanos(text)).orElse(Epochs.NONE);
    }

    /// What the file leaves open.
    void tell() {
        lines.assume("a time marks the begin of its period" + (streamed ? ", one minute in metric streams" : ""));
        if (partial) {
            lines.doubt("the service says that the answer is not complete");
        }
    }
}
