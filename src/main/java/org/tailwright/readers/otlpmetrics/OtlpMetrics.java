package org.tailwright.readers.otlpmetrics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tailwright.readers.Diagnostic;
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
        MetricSeries series = new MetricSeries(options);
        if (lines(source.head())) {
            lines(source, series, work);
        } else {
            document(source, series, work);
        }
        return series.result(source, FORMAT, "OTLP JSON has resourceMetrics with scopeMetrics with metrics");
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
