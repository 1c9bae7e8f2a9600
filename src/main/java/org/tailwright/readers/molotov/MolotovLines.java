package org.tailwright.readers.molotov;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Dataset;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.calls.CallLines;
import org.tailwright.readers.calls.CallRows;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// Molotov's events as the Taurus plugin logs them, one JSON object a line: requests, scenarios and the number of workers. Time stamps mark the
/// start. Scenarios hold the time of their requests and are a data set of their own.
public final class MolotovLines implements Reader {
    private static final double SECOND = 1e9;

    @Override
    public String format() {
        return "Molotov events";
    }

    @Override
    public String recognisedBy() {
        return "JSON lines with ts and the type workers, request with elapsed, or scenario_success";
    }

    @Override
    public Claim recognises(Head head) {
        return head.lines(20).stream().filter(each -> !each.isBlank()).limit(5).anyMatch(each -> each.startsWith("{") && each.contains("\"ts\"")
                && (each.contains("\"type\": \"workers\"") || each.contains("\"type\":\"workers\"") || each.contains("\"scenario_success\"")
                        || each.contains("\"scenario_failure\"") || each.contains("\"request\"") && each.contains("\"elapsed\""))) ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        CallRows requests = new CallRows();
        CallRows scenarios = new CallRows();
        Longs.Builder times = Longs.builder(Unit.TIME);
        Doubles.Builder workers = Doubles.builder(Unit.COUNT);
        long skipped = CallLines.each(source, 1 << 16, diagnostics, work, (line, _) -> {
            Map<String, String> event = event(line);
            long start = CallLines.epochNanos(event.getOrDefault("ts", ""));
            return start < 0 ? "no event with a time stamp" : switch (event.getOrDefault("type", "")) {
                case "request" -> request(event, start, requests);
                case "scenario_success", "scenario_failure" -> scenario(event, start, scenarios);
                case "workers" -> {
                    long value = CallLines.nanos(event.getOrDefault("value", ""), 1);
                    if (value >= 0) {
                        times.add(start);
                        workers.add(value);
                    }
                    yield value >= 0 ? "" : "the number of workers is missing";
                }
                default -> "an unknown type of event";
            };
        });
        CallLines.demand(requests.size() + scenarios.size() + times.size() > 0, skipped, diagnostics, "an event of Molotov");
        List<Dataset> found = datasets(source, requests, scenarios);
        if (times.size() > 0) {
            Origin origin = new Origin(source.name() + " workers", source.path(), format(), Trust.clean(times.size()));
            found.add(new Metrics(origin, List.of(new Metrics.Series("workers", Map.of(), times.build(), workers.build()))));
        }
        return ReadResult.of(format(), found, diagnostics, skipped);
    }

    private List<Dataset> datasets(Source source, CallRows requests, CallRows scenarios) {
        List<Dataset> found = new ArrayList<>();
        if (requests.size() > 0) {
            Trust trust = new Trust(requests.size(), 0, List.of(), List.of("requests without an answer are not logged"));
            found.add(requests.build(new Origin(source.name(), source.path(), format(), trust),
                    Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 1_000_000)));
        }
        if (scenarios.size() > 0) {
            Meaning meaning = new Meaning(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 1_000_000, 0,
                    List.of("a scenario's time holds the times of its requests"));
            found.add(scenarios.build(new Origin(source.name() + " scenarios", source.path(), format(), Trust.clean(scenarios.size())), meaning));
        }
        return found;
    }

    private static String request(Map<String, String> event, long start, CallRows rows) {
        long duration = CallLines.nanos(event.getOrDefault("elapsed", ""), SECOND);
        if (duration < 0) {
            return "the time that the request took is missing";
        }
        String status = event.getOrDefault("responseCode", "");
        rows.begin(start, duration).text(Requests.LABEL, event.getOrDefault("label", "")).text(Requests.STATUS, status)
                .failed(status.isEmpty() || status.compareTo("400") >= 0);
        return "";
    }

    private static String scenario(Map<String, String> event, long start, CallRows rows) {
        long duration = CallLines.nanos(event.getOrDefault("duration", ""), SECOND);
        if (duration < 0) {
            return "the time that the scenario took is missing";
        }
        rows.begin(start, duration).text(Requests.LABEL, event.getOrDefault("name", "")).text(Requests.THREAD, event.getOrDefault("wid", ""))
                .text(Requests.STATUS, event.getOrDefault("exception", "")).failed(event.get("type").equals("scenario_failure"));
        return "";
    }

    private static Map<String, String> event(String line) {
        Map<String, String> event = new HashMap<>();
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            Json.object(parser, (name, inner) -> event.put(name, Json.cut(Json.scalar(inner))));
        } catch (JacksonException e) {
            event.clear();
        }
        return event;
    }
}
