package org.tailwright.readers.otlpmetrics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.Lines;
import org.tailwright.readers.text.Units;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// OpenTelemetry metrics as OTLP JSON: one document, or an object a line as the collector's file exporter writes them.
public final class OtlpMetrics implements Reader {
    private static final String FORMAT = "OpenTelemetry OTLP metrics JSON";
    private static final int LONGEST_LINE = 1 << 26;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "JSON with a member resourceMetrics, whole or one object a line";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text().stripLeading();
        boolean json = text.startsWith("{") || text.startsWith("[");
        return json && (text.contains("\"resourceMetrics\"") || text.contains("\"resource_metrics\"")) ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        OptionalLong unit = Units.nanos(options.units().getOrDefault("duration", options.units().getOrDefault("value", "")));
        MetricSeries series = new MetricSeries(unit.isPresent() ? OptionalDouble.of(unit.getAsLong()) : OptionalDouble.empty());
        if (lines(source.head())) {
            lines(source, series, work);
        } else {
            document(source, series, work);
        }
        if (series.table().samples() == 0 && series.diagnostics().count() > 0) {
            throw new UnreadableFile("no metric could be read: " + series.diagnostics().first().getFirst().message(), "",
                    "OTLP JSON has resourceMetrics with scopeMetrics with metrics");
        }
        if (series.table().samples() == 0) {
            series.diagnostics().note("the file holds no data points");
            return ReadResult.of(FORMAT, List.of(), series.diagnostics(), series.skipped());
        }
        Metrics raw = series.table().metrics(source, FORMAT, series.skipped(), series.assumed(), series.doubts());
        List<Dataset> all = new ArrayList<>();
        all.add(new Metrics(raw.origin(), raw.series().stream().map(each ->
                new Metrics.Series(each.name(), series.labels(each.labels()), each.kind(), each.times(), each.values())).toList()));
        all.addAll(series.buckets().build(source, FORMAT, series::labels));
        return ReadResult.of(FORMAT, all, series.diagnostics(), series.skipped());
    }

    /// Two lines that each begin an object: a damaged line then loses only itself.
    private static boolean lines(Head head) {
        List<String> lines = head.text().lines().filter(each -> !each.isBlank()).limit(2).toList();
        return lines.size() == 2 && lines.stream().allMatch(each -> each.stripLeading().startsWith("{\""));
    }

    private static void lines(Source source, MetricSeries series, Work work) throws IOException {
        MetricTokens tokens = new MetricTokens(series, work);
        try (Lines lines = new Lines(source.stream(), LONGEST_LINE)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
                    tokens.values(parser);
                } catch (JacksonException e) {
                    series.diagnostics().line(Diagnostic.Severity.WARNING, lines.number(), "the line is no whole JSON object: " + Json.mistake(e));
                }
            }
        }
    }

    private static void document(Source source, MetricSeries series, Work work) throws IOException {
        try (InputStream in = source.stream(); JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            new MetricTokens(series, work).values(parser);
        } catch (JacksonException e) {
            series.diagnostics().add(new Diagnostic(Diagnostic.Severity.ERROR, 0, -1, "the JSON breaks off here: " + Json.mistake(e)));
        }
    }
}
