package org.tailwright.readers.cloudwatch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.SeriesLines;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// CloudWatch's JSON: an object a line from a metric stream, or the answer of GetMetricData or GetMetricStatistics.
public final class CloudWatchJson implements Reader {
    private static final int LONGEST_LINE = 1 << 20;
    private static final Pattern ANSWER = Pattern.compile("\\A\\s*\\{\\s*\"(?:MetricDataResults|Messages|NextToken|Datapoints|Label)\"");

    @Override
    public String format() {
        return "AWS CloudWatch JSON";
    }

    @Override
    public String recognisedBy() {
        return "JSON lines with metric_stream_name and metric_name, or JSON with MetricDataResults or Datapoints";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text();
        if (stream(text)) {
            return Claim.CERTAIN;
        }
        boolean answer = text.contains("\"MetricDataResults\"") || text.contains("\"Datapoints\"") && text.contains("\"Timestamp\"");
        return answer && ANSWER.matcher(text).find() ? Claim.CERTAIN : Claim.NO;
    }

    private static boolean stream(String text) {
        String first = text.lines().findFirst().orElse("");
        return text.startsWith("{") && first.contains("\"metric_name\"") && first.contains("\"namespace\"") && first.contains("\"timestamp\"");
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SeriesLines lines = new SeriesLines();
        CloudWatchTokens tokens = new CloudWatchTokens(lines, options, work);
        if (stream(source.head().text())) {
            lines(source, lines, tokens);
        } else {
            document(source, lines, tokens);
        }
        tokens.tell();
        return lines.result(source, format(), "a record holds a metric's name, a time and its statistics");
    }

    private static void lines(Source source, SeriesLines lines, CloudWatchTokens tokens) throws IOException {
        try (Lines text = new Lines(source.stream(), LONGEST_LINE)) {
            for (String line = text.next(); line != null; line = text.next()) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
                    tokens.values(parser, text.number());
                } catch (JacksonException e) {
                    lines.skip(text.number(), "the line is no whole JSON object: " + Json.mistake(e));
                }
            }
        }
    }

    private static void document(Source source, SeriesLines lines, CloudWatchTokens tokens) throws IOException {
        try (InputStream in = source.stream(); JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            tokens.values(parser, 1);
        } catch (JacksonException e) {
            lines.skip(0, "the JSON breaks off here: " + Json.mistake(e));
        }
    }
}
