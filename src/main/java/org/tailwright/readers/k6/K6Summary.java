package org.tailwright.readers.k6;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.tailwright.data.Dataset;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// The summary at the end of a test: what `handleSummary()` gets, what `--summary-export` writes, and the machine-readable form of k6 1.5 and
/// later, where metrics are a list below `results`. Times are milliseconds, whatever unit the screen showed.
public final class K6Summary implements Reader {
    private static final int MOST = 100_000;
    private static final Pattern NAMED = Pattern.compile("\"(?:http_reqs|iterations|iteration_duration|http_req_duration|vus_max)\"");
    private static final Pattern STATISTIC = Pattern.compile("\"(?:p\\([0-9.]{1,12}\\)|med|avg)\"\\s*:");

    @Override
    public String format() {
        return "k6 summary";
    }

    @Override
    public String recognisedBy() {
        return "JSON with metrics such as http_reqs or iterations and their avg, med or p(95), or k6's root_group";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text();
        if (!text.stripLeading().startsWith("{")) {
            return Claim.NO;
        }
        if (text.contains("\"metrics\"") && NAMED.matcher(text).find() && STATISTIC.matcher(text).find()) {
            return Claim.CERTAIN;
        }
        // Checks may fill the beginning of the file, with the metrics behind them.
        return text.contains("\"root_group\"") && text.contains("\"path\"") && text.contains("\"checks\"") ? Claim.CERTAIN : Claim.NO;
    }

    /// What was read so far.
    private static final class Collected {
        private final SequencedMap<String, SummaryMetric> metrics = new LinkedHashMap<>();
        private double runMillis = Double.NaN;

        void add(SummaryMetric metric) {
            if (!metric.name().isEmpty() && metrics.size() < MOST) {
                metrics.put(metric.name(), metric);
            }
        }
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Collected collected = new Collected();
        Diagnostics diagnostics = new Diagnostics();
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), source.stream())) {
            parser.nextToken();
            Json.object(parser, (name, inner) -> member(name, inner, collected, work));
        } catch (JacksonException e) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.ERROR, 0, -1, "the rest of the summary cannot be read: " + Json.mistake(e)));
        }
        List<Dataset> found = new SummaryData(collected.metrics, collected.runMillis).datasets(source, format(), diagnostics);
        if (found.isEmpty() && diagnostics.count() > 0) {
            throw new UnreadableFile("no metric could be read: " + diagnostics.first().getFirst().message(), "", "");
        }
        if (found.isEmpty()) {
            diagnostics.note("the summary has no numbers");
        }
        return ReadResult.of(format(), found, diagnostics, 0);
    }

    private static void member(String name, JsonParser parser, Collected collected, Work work) {
        switch (name) {
            case "metrics" -> metrics(parser, collected, work);
            case "results" -> Json.object(parser, (inner, value) -> member(inner, value, collected, work));
            case "state" -> Json.object(parser, (state, value) -> {
                if (state.equals("testRunDurationMs")) {
                    collected.runMillis = SummaryMetric.real(Json.scalar(value));
                } else {
                    value.skipChildren();
                }
            });
            default -> parser.skipChildren();
        }
    }

    private static void metrics(JsonParser parser, Collected collected, Work work) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            Json.array(parser, each -> {
                work.check();
                collected.add(SummaryMetric.read(each, ""));
            });
            return;
        }
        Json.object(parser, (metric, value) -> {
            work.check();
            collected.add(SummaryMetric.read(value, metric));
        });
    }
}
