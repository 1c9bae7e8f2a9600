package org.tailwright.readers.k6;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
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
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// `k6 run --out json=…`: a JSON object a line, declaring a metric or giving one value of it.
public final class K6Lines implements Reader {
    private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"(?:Metric|Point)\"");
    private static final Pattern METRIC = Pattern.compile("\"metric\"\\s*:\\s*\"");
    private static final Pattern DATA = Pattern.compile("\"data\"\\s*:\\s*\\{");
    private static final int LONGEST = 1 << 20;
    private static final int OFTEN = 1 << 10;

    @Override
    public String format() {
        return "k6 JSON lines";
    }

    @Override
    public String recognisedBy() {
        return "JSON lines with type Metric or Point, data and metric";
    }

    @Override
    public Claim recognises(Head head) {
        String first = head.text().lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        boolean sample = TYPE.matcher(first).find() && METRIC.matcher(first).find() && DATA.matcher(first).find();
        return first.stripLeading().startsWith("{") && sample ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        K6Samples samples = new K6Samples();
        Diagnostics diagnostics = new Diagnostics();
        long skipped = 0;
        try (Lines lines = new Lines(source.stream(), LONGEST)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (lines.number() % OFTEN == 0) {
                    work.check();
                }
                if (!line.isBlank() && !take(line, samples)) {
                    skipped++;
                    diagnostics.line(Diagnostic.Severity.WARNING, lines.number(), lines.ended() ? "no sample of k6" : "the line is cut off");
                }
            }
        }
        ReadResult result = samples.result(source, format(), diagnostics, skipped);
        if (result.datasets().isEmpty() && skipped > 0) {
            throw new UnreadableFile("no line holds a sample of k6", "", "");
        }
        return result;
    }

    /// The line that is read, as the tags of its sample.
    private static final class Line implements Tags {
        private String type = "";
        private String metric = "";
        private String kind = "";
        private String contains = "";
        private String time = "";
        private double value = Double.NaN;
        private final Map<String, String> tags = new HashMap<>();

        @Override
        public String get(String name) {
            return tags.getOrDefault(name, "");
        }
    }

    private static boolean take(String text, K6Samples samples) throws IOException {
        Line line = new Line();
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Json.object(parser, (name, inner) -> {
                switch (name) {
                    case "type" -> line.type = Json.scalar(inner);
                    case "metric" -> line.metric = Json.cut(Json.scalar(inner));
                    case "data" -> Json.object(inner, (member, value) -> data(line, member, value));
                    default -> inner.skipChildren();
                }
            });
        } catch (JacksonException e) {
            return false;
        }
        if (line.type.equals("Metric")) {
            samples.declare(line.metric, line.kind, line.contains);
            return true;
        }
        return samples.add(line.metric, Rfc3339.nanos(line.time), line.value, line);
    }

    private static void data(Line line, String member, JsonParser value) {
        switch (member) {
            case "type" -> line.kind = Json.scalar(value);
            case "contains" -> line.contains = Json.scalar(value);
            case "time" -> line.time = Json.scalar(value);
            case "value" -> line.value = real(Json.scalar(value));
            case "tags", "metadata" -> Json.object(value, (tag, inner) -> line.tags.put(tag, Json.cut(Json.scalar(inner))));
            default -> value.skipChildren();
        }
    }

    private static double real(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
