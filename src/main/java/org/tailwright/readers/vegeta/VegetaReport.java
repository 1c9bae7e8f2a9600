package org.tailwright.readers.vegeta;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.TimeSpan;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.calls.CallLines;
import org.tailwright.readers.percentiles.Amounts;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// `vegeta report` as JSON or text: printed percentiles of the whole attack, which vegeta itself estimates.
public final class VegetaReport implements Reader {
    private static final Pattern LATENCIES = Pattern.compile("Latencies\\s+\\[([^]]{3,80})]\\s+(.{3,200})");
    private static final Pattern REQUESTS = Pattern.compile("Requests\\s+\\[total[^]]{0,40}]\\s+([0-9]{1,18}).*");
    private static final Pattern SUCCESS = Pattern.compile("Success\\s+\\[ratio]\\s+([0-9]{1,3}(?:\\.[0-9]{1,6})?)%.*");
    private static final Pattern NUMBER = Pattern.compile("p?([0-9]{1,2}(?:\\.[0-9]{1,6})?)(?:th|st|nd|rd)?");

    @Override
    public String format() {
        return "Vegeta report";
    }

    @Override
    public String recognisedBy() {
        return "JSON with latencies, bytes_in and status_codes, or text with a line \"Latencies [mean, 50, …\"";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text();
        boolean json = text.stripLeading().startsWith("{\"latencies\"") || text.stripLeading().startsWith("{") && text.contains("\"latencies\"")
                && text.contains("\"bytes_in\"") && text.contains("\"status_codes\"");
        return json || text.lines().limit(50).anyMatch(each -> LATENCIES.matcher(each).matches()) ? Claim.CERTAIN : Claim.NO;
    }

    /// What was found.
    private static final class Found {
        private final KnownPercentiles known = new KnownPercentiles();
        private final Map<String, String> texts = new HashMap<>();
        private final StringBuilder codes = new StringBuilder();
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        Found found = new Found();
        if (source.head().text().stripLeading().startsWith("{")) {
            json(source, found);
        } else {
            CallLines.each(source, 1 << 12, diagnostics, work, (line, _) -> text(line, found));
        }
        if (found.known.isEmpty()) {
            throw new UnreadableFile("the report holds no latency", "", "");
        }
        long requests = Amounts.count(found.texts.getOrDefault("requests", ""));
        found.known.count(requests);
        PrintedRuns runs = new PrintedRuns();
        runs.assume("vegeta: service time; its percentiles are estimates of a stream");
        double success = Amounts.number(found.texts.getOrDefault("success", ""));
        found.known.failed(requests < 0 || Double.isNaN(success) ? -1 : Math.round((1 - success) * requests), 0);
        if (success < 1) {
            runs.doubt(Math.round((1 - success) * 10_000) / 100.0 + " % of the requests failed" + (found.codes.isEmpty() ? "" : " (" + found.codes + ")")
                    + "; their times are inside the distribution");
        }
        runs.add(span(found.texts), "", found.known);
        return runs.result(source, format(), LoadPoints.Axis.USERS, diagnostics, 0);
    }

    private static Optional<TimeSpan> span(Map<String, String> texts) {
        try {
            Instant start = Instant.parse(texts.getOrDefault("earliest", ""));
            Instant end = Instant.parse(texts.getOrDefault("end", ""));
            boolean sensible = start.getEpochSecond() > 0 && !end.isBefore(start) && end.getEpochSecond() < 9_000_000_000L;
            return sensible ? Optional.of(new TimeSpan(start.getEpochSecond() * 1_000_000_000L + start.getNano(), end.getEpochSecond() * 1_000_000_000L + end.getNano()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void json(Source source, Found found) throws IOException, UnreadableFile {
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), source.stream())) {
            parser.nextToken();
            Json.object(parser, (name, inner) -> {
                switch (name) {
                    case "latencies" -> Json.object(inner, (which, value) -> latency(which, CallLines.nanos(Json.scalar(value), 1), found.known));
                    case "status_codes" -> Json.object(inner, (code, count) -> found.codes.append(found.codes.isEmpty() ? "" : ", ").append(Json.cut(code)).append(": ")
                            .append(Json.cut(Json.scalar(count))));
                    case "requests", "success", "earliest", "end" -> found.texts.put(name, Json.scalar(inner));
                    default -> inner.skipChildren();
                }
            });
        } catch (JacksonException e) {
            throw new UnreadableFile("the JSON cannot be read: " + Json.mistake(e), "", "");
        }
    }

    private static String text(String line, Found found) {
        Matcher match = LATENCIES.matcher(line);
        if (match.matches()) {
            List<String> names = List.of(match.group(1).split(",\\s*"));
            List<String> values = List.of(match.group(2).split(",\\s*"));
            for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
                latency(names.get(i), Amounts.nanos(values.get(i)), found.known);
            }
        } else if (match.usePattern(REQUESTS).matches()) {
            found.texts.put("requests", match.group(1));
        } else if (match.usePattern(SUCCESS).matches()) {
            found.texts.put("success", Double.toString(Double.parseDouble(match.group(1)) / 100));
        } else if (line.startsWith("Status Codes")) {
            found.codes.append(Arrays.stream(line.substring(line.indexOf(']') + 1).strip().split("\\s+")).limit(10).collect(Collectors.joining(", ")));
        }
        return "";
    }

    private static void latency(String name, double nanos, KnownPercentiles known) {
        Matcher number = NUMBER.matcher(name.strip());
        if (number.matches()) {
            known.at(Double.parseDouble(number.group(1)) / 100, nanos);
        } else if (name.strip().equals("min")) {
            known.min(nanos);
        } else if (name.strip().equals("max")) {
            known.max(nanos);
        } else if (name.strip().equals("mean")) {
            known.mean(nanos);
        }
    }
}
