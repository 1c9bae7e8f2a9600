package org.tailwright.readers.otlpmetrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tailwright.readers.series.MetricFiles.histograms;
import static org.tailwright.readers.series.MetricFiles.metrics;
import static org.tailwright.readers.series.MetricFiles.read;
import static org.tailwright.readers.series.MetricFiles.rows;
import static org.tailwright.readers.series.MetricFiles.sample;
import static org.tailwright.readers.series.MetricFiles.series;
import static org.tailwright.readers.series.MetricFiles.times;
import static org.tailwright.readers.series.MetricFiles.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Histograms;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;

class OtlpMetricsTest {
    private static final String T0 = "\"1700000000000000000\"";
    private static final String T1 = "\"1700000010000000000\"";
    private static final String T2 = "1700000020000000000";

    @TempDir
    Path folder;

    private static String document(String resource, String... metrics) {
        return "{\"resourceMetrics\":[{\"resource\":{\"attributes\":[" + resource + "]},\"scopeMetrics\":[{\"scope\":{\"name\":\"lib\"},\"metrics\":["
                + String.join(",", metrics) + "]}]}]}";
    }

    private static String attribute(String key, String value) {
        return "{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"" + value + "\"}}";
    }

    private static String points(String... points) {
        return "\"dataPoints\":[" + String.join(",", points) + "]";
    }

    private static final String SUM = "{\"name\":\"hits\",\"unit\":\"{request}\",\"sum\":{" + points(
            "{\"attributes\":[" + attribute("route", "/a") + "],\"startTimeUnixNano\":" + T0 + ",\"timeUnixNano\":" + T1 + ",\"asInt\":\"5\"}",
            "{\"attributes\":[" + attribute("route", "/a") + "],\"startTimeUnixNano\":" + T1 + ",\"timeUnixNano\":" + T2 + ",\"asInt\":2}")
            + ",\"aggregationTemporality\":2,\"isMonotonic\":true}}";
    private static final String GAUGE = "{\"name\":\"cpu.utilization\",\"unit\":\"1\",\"gauge\":{" + points("{\"timeUnixNano\":" + T1 + ",\"asDouble\":0.25}",
            "{\"timeUnixNano\":" + T2 + ",\"flags\":1}") + "}}";
    private static final String HISTOGRAM = "{\"name\":\"rpc\",\"unit\":\"ms\",\"histogram\":{\"aggregationTemporality\":2," + points(
            "{\"startTimeUnixNano\":" + T0 + ",\"timeUnixNano\":" + T1 + ",\"count\":3,\"sum\":30.5,\"bucketCounts\":[\"1\",\"2\",\"0\"],\"explicitBounds\":[5,10],\"max\":9}",
            "{\"startTimeUnixNano\":" + T0 + ",\"timeUnixNano\":" + T2 + ",\"count\":7,\"sum\":90.5,\"bucketCounts\":[\"1\",\"5\",\"1\"],\"explicitBounds\":[5,10],\"max\":90}")
            + "}}";

    @Test
    void sumsAndGaugesKeepKindUnitAndLabels() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "m", document(attribute("service.name", "shop") + "," + attribute("host.name", "h"), SUM, GAUGE));
        Metrics.Series hits = series(result, "hits");
        assertEquals(Map.of("route", "/a", "service.name", "shop"), hits.labels());
        assertEquals(Metrics.Kind.COUNTER, hits.kind());
        assertEquals(Unit.of("request"), hits.values().unit());
        assertEquals(List.of(5.0, 2.0), values(hits));
        assertEquals(List.of("2023-11-14T22:13:30Z", "2023-11-14T22:13:40Z"), times(hits));
        assertEquals(List.of("counters began anew 1 time"), metrics(result).origin().trust().doubts());
        assertEquals(List.of(0.25, Double.NaN), values(series(result, "cpu.utilization")));
        assertEquals(Unit.RATIO, series(result, "cpu.utilization").values().unit());
        assertEquals(Metrics.Kind.GAUGE, series(result, "cpu.utilization").kind());
    }

    @Test
    void cumulativeHistogramsBecomeDifferences() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "m", document("", HISTOGRAM));
        assertEquals(List.of(3.0, 7.0), values(series(result, "rpc.count")));
        assertEquals(List.of(30.5, 90.5), values(series(result, "rpc.sum")));
        Histograms found = histograms(result).getFirst();
        assertEquals(2, found.intervals().size());
        assertEquals(1e6, found.nanosPerUnit());
        assertEquals(9, found.intervals().getFirst().exactMax());
        assertEquals(2, found.intervals().getFirst().buckets().histogram().getCountAtValue(9));
        assertEquals(4, found.intervals().get(1).buckets().histogram().getTotalCount());
        assertEquals(4, found.intervals().get(1).buckets().histogram().getCountAtValue(10));
        assertEquals(10_000_000_000L, found.intervals().get(1).span().orElseThrow().length());
        assertTrue(found.origin().trust().doubts().get(1).startsWith("1 of 7 values are above the highest bucket edge"));
    }

    @Test
    void exponentialHistogramsChangeTheirScale() throws IOException, UnreadableFile {
        String text = document("", "{\"name\":\"d\",\"unit\":\"s\",\"exponentialHistogram\":{\"aggregationTemporality\":\"AGGREGATION_TEMPORALITY_CUMULATIVE\"," + points(
                "{\"startTimeUnixNano\":" + T0 + ",\"timeUnixNano\":" + T1 + ",\"count\":3,\"scale\":1,\"zeroCount\":1,\"positive\":{\"offset\":0,\"bucketCounts\":[1,1]}}",
                "{\"startTimeUnixNano\":" + T0 + ",\"timeUnixNano\":" + T2 + ",\"count\":6,\"scale\":0,\"zeroCount\":1,\"positive\":{\"offset\":0,\"bucketCounts\":[3,2]}}") + "}}");
        Histograms found = histograms(read(folder, "m", text)).getFirst();
        Histograms.Interval first = found.intervals().getFirst();
        assertEquals(3, first.buckets().histogram().getTotalCount());
        assertEquals(1, first.buckets().histogram().getCountAtValue(Math.round(Math.sqrt(2) * 1e9)));
        assertEquals(1, first.buckets().histogram().getCountAtValue(2_000_000_000L));
        Histograms.Interval second = found.intervals().get(1);
        assertEquals(3, second.buckets().histogram().getTotalCount());
        assertEquals(1, second.buckets().histogram().getCountAtValue(2_000_000_000L));
        assertEquals(2, second.buckets().histogram().getCountAtValue(4_000_000_000L));
    }

    @Test
    void bucketsFollowTheDataModelsFormula() {
        Exponential fine = new Exponential(3, 0, new TreeMap<>(Map.of(-5, 4L, -4, 2L, 7, 1L)));
        assertEquals(Math.pow(2, -0.5), fine.edges()[1], 1e-15);
        assertEquals(2, fine.edges()[3], 1e-15);
        assertEquals(new TreeMap<>(Map.of(-1, 6L, 0, 1L)), fine.coarser(0).counts());
    }

    @Test
    void deltasSummariesAndBucketsOfOtherThings() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "m", document("",
                "{\"name\":\"n\",\"sum\":{\"aggregationTemporality\":1,\"isMonotonic\":true," + points("{\"timeUnixNano\":" + T1 + ",\"asInt\":\"7\"}") + "}}",
                "{\"name\":\"q\",\"unit\":\"s\",\"summary\":{" + points("{\"timeUnixNano\":" + T1 + ",\"count\":\"9\",\"sum\":4.5,\"quantileValues\":[{\"quantile\":0.99,\"value\":2}]}") + "}}",
                "{\"name\":\"size\",\"unit\":\"By\",\"histogram\":{\"aggregationTemporality\":1," + points("{\"timeUnixNano\":" + T1 + ",\"count\":3,\"bucketCounts\":[1,2],\"explicitBounds\":[1024]}") + "}}"));
        assertEquals(Metrics.Kind.INCREMENT, series(result, "n").kind());
        assertEquals(List.of(2.0), values(series(result, "q", "quantile=0.99")));
        assertEquals(Metrics.Kind.COUNTER, series(result, "q.count").kind());
        assertEquals(List.of(3.0), values(series(result, "size.bucket", "le=+Inf")));
        assertEquals(List.of(), histograms(result));
        assertEquals(List.of("the time of an increment is the end of its interval"), metrics(result).origin().trust().assumed());
    }

    @Test
    void linesStandForThemselvesAndResourcesTellSeriesApart() throws IOException, UnreadableFile {
        String text = document(attribute("service.name", "a") + "," + attribute("host.name", "h1"), GAUGE) + "\n{\"resourceMetrics\":[{\"broken\n"
                + document(attribute("service.name", "a") + "," + attribute("host.name", "h2"), GAUGE) + "\n";
        ReadResult result = read(folder, "lines", text);
        assertEquals(4, rows(result));
        assertEquals(Map.of("service.name", "a", "host.name", "h2"), series(result, "cpu.utilization", "host.name=h2").labels());
        assertTrue(result.diagnostics().getFirst().words().startsWith("line 2: the line is no whole JSON object"));
        assertThrows(UnreadableFile.class, () -> read(folder, "m", "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"gauge\":{}}]}]}]}"));
        assertEquals(List.of(), read(folder, "m", "{\"resourceMetrics\":[]}").datasets());
    }

    @Test
    void standsDamage() throws IOException, UnreadableFile {
        ReaderBattery.run(folder, document(attribute("service.name", "a"), SUM, GAUGE, HISTOGRAM).getBytes(StandardCharsets.UTF_8), "OpenTelemetry OTLP metrics JSON", true);
    }

    @Test
    void theSampleHoldsWhatItHolds() throws IOException, UnreadableFile {
        ReadResult result = sample("metrics-otlp-json/otlp-metrics.json");
        assertEquals(Metrics.Kind.INCREMENT, series(result, "my.counter").kind());
        assertEquals(List.of(5.0), values(series(result, "my.counter", "my.counter.attr=some value", "service.name=my.service")));
        assertEquals(List.of(10.0), values(series(result, "my.gauge")));
        assertEquals(List.of("2018-12-13T14:51:00.300Z"), times(series(result, "my.gauge")));
        assertEquals(List.of(3.0), values(series(result, "my.histogram.count")));
        assertEquals(1, result.skipped());
    }
}
