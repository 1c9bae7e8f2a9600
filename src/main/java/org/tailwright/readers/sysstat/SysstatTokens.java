package org.tailwright.readers.sysstat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.Json;
import org.tailwright.readers.series.Epochs;
import org.tailwright.readers.series.SeriesLines;
import org.tailwright.readers.series.SeriesRows;
import org.tailwright.work.Work;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Walks through sysstat's JSON, whose shape is the same for all tools: hosts, statistics, and in each report objects and arrays of objects.
final class SysstatTokens {
    /// Numbers that tell rows apart.
    private static final Set<String> NUMBERED = Set.of("number", "line", "cpu", "bus_number", "node");
    /// Texts that change from report to report.
    private static final Set<String> CHANGING = Set.of("status", "policy");
    private static final int DEEPEST = 12;

    private final SeriesLines lines;
    private final SysstatClock clock;
    private final Work work;
    private String host = "";
    private Map<String, String> hostLabels = Map.of();
    private long time = SeriesRows.TIMELESS;
    private long reports;
    private boolean disks;
    private boolean any;

    /// One number of a row that waits for the row's labels.
    private record Number(String name, Unit unit, double value) {}

    SysstatTokens(SeriesLines lines, SysstatClock clock, Work work) {
        this.lines = lines;
        this.clock = clock;
        this.work = work;
    }

    /// All documents of the file.
    void values(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            Json.object(parser, (_, sysstat) -> Json.object(sysstat, (name, hosts) -> {
                if (name.equals("hosts")) {
                    Json.array(hosts, this::host);
                } else {
                    hosts.skipChildren();
                }
            }));
        }
    }

    private void host(JsonParser parser) {
        reports = 0;
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "nodename" -> name(Json.scalar(value));
                case "date", "file-date" -> clock.date(Json.scalar(value));
                case "statistics" -> Json.array(value, this::report);
                default -> value.skipChildren();
            }
        });
    }

    private void name(String told) {
        host = host.isEmpty() ? told : host;
        hostLabels = host.equals(told) ? Map.of() : Map.of("host", told);
        if (!hostLabels.isEmpty()) {
            lines.assume("series without a label host are of " + host);
        }
    }

    private void report(JsonParser parser) {
        work.check();
        reports++;
        time = SeriesRows.TIMELESS;
        Json.object(parser, (name, value) -> {
            if (name.equals("timestamp")) {
                time = time(value);
            } else {
                disks |= name.equals("avg-cpu") || name.equals("disk") && value.currentToken() == JsonToken.START_ARRAY && time == SeriesRows.TIMELESS;
                group(name, name, value, hostLabels, 0);
            }
        });
    }

    private long time(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            String text = Json.scalar(parser);
            long found = clock.stamp(text);
            if (found != SysstatClock.NONE) {
                return found;
            }
            List<String> words = SysstatText.words(text);
            long second = clock.second(words);
            return second == SysstatClock.NONE || clock.words() != words.size() ? SeriesRows.TIMELESS : clock.nanos("", second);
        }
        Map<String, String> parts = new HashMap<>();
        Json.object(parser, (name, value) -> parts.put(name, Json.scalar(value)));
        String zone = parts.getOrDefault("utc", "0").equals("1") ? "UTC" : parts.getOrDefault("tz", "");
        long found = clock.iso(parts.getOrDefault("date", ""), parts.getOrDefault("time", ""), zone);
        return found == Epochs.NONE ? SeriesRows.TIMELESS : found;
    }

    /// An object is a group of numbers, an array holds rows; `path` names what is inside.
    private void group(String path, String name, JsonParser parser, Map<String, String> outer, int depth) {
        if (depth > DEEPEST) {
            parser.skipChildren();
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            Json.array(parser, each -> row(path, name, each, outer, depth));
        } else {
            row(path, name, parser, outer, depth);
        }
    }

    private void row(String path, String group, JsonParser parser, Map<String, String> outer, int depth) {
        Map<String, String> labels = new HashMap<>(outer);
        List<Number> numbers = new ArrayList<>();
        Json.object(parser, (name, value) -> {
            JsonToken token = value.currentToken();
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                group(path + "." + name, name, value, labels, depth + 1);
            } else if (token == JsonToken.VALUE_STRING || NUMBERED.contains(name)) {
                String text = Json.scalar(value);
                if (!text.isEmpty() && !CHANGING.contains(name)) {
                    labels.put(name, text);
                }
            } else if (token.isNumeric()) {
                numbers.add(new Number(path + "." + name, SysstatColumns.member(group, name), value.getDoubleValue()));
            }
        });
        boolean boot = disks && reports == 1;
        if (boot) {
            labels.putAll(SeriesLines.SINCE_BOOT);
        }
        any |= !numbers.isEmpty();
        numbers.forEach(each -> lines.table().add(each.name(), labels, Metrics.Kind.GAUGE, each.unit(), time, each.value()));
    }

    /// What the file leaves open.
    void tell() {
        if (disks) {
            lines.assume("the first report of iostat is the mean since the machine started and stands apart (not so with -y)");
        }
        if (any && lines.table().timeless() > 0) {
            lines.assume("the reports have no times (iostat without -t): their order is known, not when they were taken");
        }
        if (lines.table().timeless() < lines.table().samples()) {
            lines.assume("a value is the mean of the interval that ends at its time");
        }
    }
}
