package org.tailwright.readers.cloudwatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tailwright.readers.series.MetricFiles.metrics;
import static org.tailwright.readers.series.MetricFiles.read;
import static org.tailwright.readers.series.MetricFiles.rows;
import static org.tailwright.readers.series.MetricFiles.series;
import static org.tailwright.readers.series.MetricFiles.times;
import static org.tailwright.readers.series.MetricFiles.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;

class CloudWatchJsonTest {
    private static final String STREAM = """
            {"metric_stream_name":"s","account_id":"1","region":"eu-west-1","namespace":"AWS/EC2","metric_name":"NetworkOut","dimensions":{"InstanceId":"i-1"},"timestamp":1700000040000,"value":{"count":2.0,"sum":30.0,"max":20.0,"min":10.0,"p99":19.5},"unit":"Bytes"}
            {"metric_stream_name":"s","account_id":"1","region":"eu-west-1","namespace":"AWS/EC2","metric_name":"NetworkOut","dimensions":{"InstanceId":"i-1"},"timestamp":1700000100000,"value":{"count":1.0,"sum":5.0,"max":5.0,"min":5.0,"p99":5.0},"unit":"Bytes"}
            {"metric_stream_name":"s","account_id":"1","region":"eu-west-1","namespace":"AWS/ELB","metric_name":"Latency","dimensions":{},"timestamp":1700000040000,"value":{"max":0.5},"unit":"Seconds"}
            """;
    private static final String ANSWER = """
            {"MetricDataResults":[{"Id":"m1","Label":"CPUUtilization","Timestamps":["2024-05-01T10:05:00Z","2024-05-01T12:00:00+02:00"],"Values":[12.5,11.25],"StatusCode":"Complete"},
             {"Id":"m2","Label":"Requests","Timestamps":[1714557600.0],"Values":[7],"StatusCode":"PartialData"}],"Messages":[{"Code":"x","Value":"too much"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void streamsHaveASeriesForEachStatistic() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "stream", STREAM);
        assertEquals(11, rows(result));
        Metrics.Series sum = series(result, "NetworkOut", "stat=sum", "InstanceId=i-1", "namespace=AWS/EC2");
        assertEquals(List.of(30.0, 5.0), values(sum));
        assertEquals(List.of("2023-11-14T22:14:00Z", "2023-11-14T22:15:00Z"), times(sum));
        assertEquals(Metrics.Kind.INCREMENT, sum.kind());
        assertEquals(Unit.BYTES, sum.values().unit());
        assertEquals(Unit.COUNT, series(result, "NetworkOut", "stat=count").values().unit());
        assertEquals(List.of(19.5, 5.0), values(series(result, "NetworkOut", "stat=p99")));
        assertEquals(Unit.of("s"), series(result, "Latency", "stat=max").values().unit());
        assertEquals(List.of("a time marks the begin of its period, one minute in metric streams"), metrics(result).origin().trust().assumed());
    }

    @Test
    void answersArePutIntoTimeOrder() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "answer", ANSWER);
        assertEquals(List.of(11.25, 12.5), values(series(result, "CPUUtilization", "id=m1")));
        assertEquals(List.of("2024-05-01T10:00:00Z", "2024-05-01T10:05:00Z"), times(series(result, "CPUUtilization")));
        assertEquals(List.of("2024-05-01T10:00:00Z"), times(series(result, "Requests")));
        assertEquals("the service remarks: too much", result.diagnostics().getFirst().message());
        assertTrue(metrics(result).origin().trust().doubts().contains("the service says that the answer is not complete"));
        ReadResult points = read(folder, "points", "{\"Label\":\"Latency\",\"Datapoints\":[{\"Timestamp\":\"2024-05-01T10:00:00Z\",\"Average\":1.5,\"Unit\":\"Milliseconds\",\"ExtendedStatistics\":{\"p99\":9}}]}");
        assertEquals(List.of(1.5), values(series(points, "Latency", "stat=Average")));
        assertEquals(Unit.of("ms"), series(points, "Latency", "stat=p99").values().unit());
    }

    @Test
    void badRecordsAreTold() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "stream", STREAM.replace("1700000100000", "\"later\"") + "{\"metric_name\":");
        assertEquals(6, rows(result));
        assertEquals(List.of("line 2: a record whose time cannot be read"), result.diagnostics().stream().limit(1).map(each -> each.words()).toList());
        assertEquals(2, result.skipped());
        assertEquals(List.of(), read(folder, "none", "{\"MetricDataResults\":[]}").datasets());
        assertThrows(UnreadableFile.class, () -> read(folder, "broken", "{\"MetricDataResults\":[{\"Id\":"));
    }

    @Test
    void standsDamage() throws IOException, UnreadableFile {
        ReaderBattery.run(folder, STREAM.getBytes(StandardCharsets.UTF_8), "AWS CloudWatch JSON", true);
        ReaderBattery.run(folder, ANSWER.getBytes(StandardCharsets.UTF_8), "AWS CloudWatch JSON", true);
    }
}
