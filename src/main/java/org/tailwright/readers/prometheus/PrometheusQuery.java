package org.tailwright.readers.prometheus;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.BucketSeries;
import org.tailwright.readers.text.Units;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// Answers of the query interface of Prometheus and of what speaks like it (`/api/v1/query_range`, `/api/v1/query`), and the export lines of
/// VictoriaMetrics (`metric`, `values`, `timestamps`).
public final class PrometheusQuery implements Reader {
    static final String FORMAT = "Prometheus query JSON";

    private static final Pattern ANSWER = Pattern.compile("\\A\\s*\\[?\\s*\\{\\s*\"status\"\\s*:\\s*\"(?:success|error)\"");
    private static final Pattern EXPORT = Pattern.compile("\\A\\s*\\{\\s*\"metric\"\\s*:\\s*\\{[^{}]*}\\s*,\\s*\"(?:values|timestamps)\"\\s*:\\s*\\[");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "JSON with status and data.resultType matrix, vector or scalar, or an error of the query interface";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text();
        if (EXPORT.matcher(text).find()) {
            return Claim.CERTAIN;
        }
        boolean answer = text.contains("\"resultType\"") && text.contains("\"result\"") || text.contains("\"errorType\"");
        if (!answer || !text.contains("\"status\"")) {
            return Claim.NO;
        }
        return ANSWER.matcher(text).find() ? Claim.CERTAIN : Claim.MAYBE;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        QueryTokens tokens = new QueryTokens(diagnostics, work);
        try (InputStream in = source.stream(); JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            tokens.values(parser);
        } catch (JacksonException e) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.ERROR, 0, -1, "the JSON breaks off here: " + Json.mistake(e)));
        }
        if (!tokens.error().isEmpty()) {
            throw new UnreadableFile("the file holds a refused query, not its result: " + tokens.error(), "", "run the query again and save the answer");
        }
        if (tokens.table().samples() == 0 && diagnostics.count() > 0) {
            throw new UnreadableFile("no sample could be read: " + diagnostics.first().getFirst().message(), "",
                    "the answer has data with resultType and result");
        }
        if (tokens.table().samples() == 0) {
            diagnostics.note("the query found no series");
            return ReadResult.of(FORMAT, List.of(), diagnostics, tokens.skipped());
        }
        Metrics metrics = tokens.table().metrics(source, FORMAT, tokens.skipped(), tokens.assumed(), List.of());
        List<Dataset> all = new ArrayList<>();
        all.add(metrics);
        OptionalLong told = Units.nanos(options.units().getOrDefault("duration", options.units().getOrDefault("value", "")));
        Families families = new Families();
        all.addAll(new BucketSeries(source, FORMAT, name -> {
            OptionalDouble named = families.nanos(name);
            return named.isEmpty() && told.isPresent() ? OptionalDouble.of(told.getAsLong()) : named;
        }).find(metrics.series(), work));
        return ReadResult.of(FORMAT, all, diagnostics, tokens.skipped());
    }
}
