package org.tailwright.readers.hey;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.tailwright.data.LoadPoints;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.calls.CallLines;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// oha's JSON: percentiles of all answers, and of the successful and the other ones where asked for; seconds.
public final class OhaJson implements Reader {
    private static final double SECOND = 1e9;

    @Override
    public String format() {
        return "oha JSON";
    }

    @Override
    public String recognisedBy() {
        return "JSON with summary, requestsPerSec and latencyPercentiles";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text();
        return text.stripLeading().startsWith("{") && text.contains("\"latencyPercentiles\"") && text.contains("\"requestsPerSec\"") ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SequencedMap<String, KnownPercentiles> found = new LinkedHashMap<>(Map.of("", new KnownPercentiles()));
        SequencedMap<String, Long> codes = new LinkedHashMap<>();
        SequencedMap<String, Long> errors = new LinkedHashMap<>();
        String[] rate = {""};
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), source.stream())) {
            parser.nextToken();
            Json.object(parser, (name, inner) -> {
                switch (name) {
                    case "summary" -> Json.object(inner, (which, value) -> summary(which, Json.scalar(value), found.firstEntry().getValue(), rate));
                    case "latencyPercentiles" -> percentiles(inner, found.firstEntry().getValue());
                    case "latencyPercentilesSuccessful" -> percentiles(inner, found.computeIfAbsent("2xx", _ -> new KnownPercentiles()));
                    case "latencyPercentilesNotSuccessful" -> percentiles(inner, found.computeIfAbsent("4xx + 5xx", _ -> new KnownPercentiles()));
                    case "statusCodeDistribution" -> counts(inner, codes);
                    case "errorDistribution" -> counts(inner, errors);
                    default -> inner.skipChildren();
                }
            });
        } catch (JacksonException e) {
            throw new UnreadableFile("the JSON cannot be read: " + Json.mistake(e), "", "");
        }
        Diagnostics diagnostics = new Diagnostics();
        PrintedRuns runs = new PrintedRuns();
        runs.assume("oha: service time in seconds, unless it ran with --latency-correction, which the file does not say");
        long answers = codes.isEmpty() ? -1 : codes.values().stream().mapToLong(Long::longValue).sum();
        long lost = errors.values().stream().mapToLong(Long::longValue).sum();
        long bad = codes.entrySet().stream().filter(each -> each.getKey().compareTo("4") >= 0).mapToLong(Map.Entry::getValue).sum();
        found.firstEntry().getValue().count(answers).failed(answers < 0 ? -1 : bad, lost);
        if (found.size() > 1) {
            runs.overlapping();
        }
        found.forEach((tag, known) -> runs.add(Optional.empty(), tag, known));
        if (lost > 0) {
            runs.doubt(lost + " requests had no answer (" + errors.firstEntry().getKey() + "); they are not inside the distribution");
        }
        if (!rate[0].isEmpty()) {
            diagnostics.note(rate[0] + " requests/s" + (answers < 0 ? "" : ", " + answers + " answers"));
        }
        return runs.result(source, format(), LoadPoints.Axis.USERS, diagnostics, 0);
    }

    private static void summary(String name, String value, KnownPercentiles known, String[] rate) {
        switch (name) {
            case "slowest" -> known.max(CallLines.nanos(value, SECOND));
            case "fastest" -> known.min(CallLines.nanos(value, SECOND));
            case "average" -> known.mean(CallLines.nanos(value, SECOND));
            case "requestsPerSec" -> rate[0] = Json.cut(value);
            default -> { }
        }
    }

    private static void percentiles(JsonParser parser, KnownPercentiles known) {
        Json.object(parser, (name, inner) -> {
            String value = Json.scalar(inner);
            if (name.matches("p[0-9]{1,2}(\\.[0-9]{1,6})?")) {
                known.at(Double.parseDouble(name.substring(1)) / 100, CallLines.nanos(value, SECOND));
            }
        });
    }

    private static void counts(JsonParser parser, Map<String, Long> into) {
        Json.object(parser, (name, inner) -> {
            long count = Json.whole(Json.scalar(inner));
            if (count >= 0 && count < 1L << 50 && into.size() < 1000) {
                into.put(Json.cut(name), count);
            }
        });
    }
}
