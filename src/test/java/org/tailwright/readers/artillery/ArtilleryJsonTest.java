package org.tailwright.readers.artillery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;

class ArtilleryJsonTest {
    private static final String TWO = """
            {"aggregate": {"counters": {"vusers.created": 30, "http.requests": 60, "vusers.failed": 2, "errors.ETIMEDOUT": 2},
              "rates": {"http.request_rate": 3}, "firstCounterAt": 1700000001000, "firstMetricAt": 1700000001000, "lastMetricAt": 1700000019000,
              "period": 1700000010000,
              "summaries": {"http.response_time": {"min": 5, "max": 400, "count": 58, "mean": 20.5, "p50": 12, "median": 12, "p75": 20, "p90": 60, "p95": 90, "p99": 300, "p999": 400},
                            "custom.basket_size": {"min": 1, "max": 9, "count": 30, "p50": 4}},
              "histograms": {"http.response_time": {"min": 5, "max": 400, "count": 58}}},
             "intermediate": [
              {"counters": {"vusers.created": 20, "http.requests": 40}, "rates": {"http.request_rate": 4}, "http.request_rate": null, "period": "1700000000000",
               "summaries": {"http.response_time": {"min": 5, "max": 100, "count": 40, "p50": 11, "p99": 90}}},
              {"counters": {"vusers.created": 10, "http.requests": 20, "errors.ETIMEDOUT": 2}, "rates": {"http.request_rate": 2}, "period": "1700000010000",
               "summaries": {"http.response_time": {"min": 6, "max": 400, "count": 18, "p50": 14, "p99": 400}}}]}
            """;
    private static final String ONE = """
            {"aggregate": {"timestamp": "2018-03-12T15:40:39.730Z", "scenariosCreated": 2, "scenariosCompleted": 2, "requestsCompleted": 2,
              "latency": {"min": 76.2, "max": 152.9, "median": 76.2, "p95": null, "p99": null}, "rps": {"count": 2, "mean": 0.2},
              "scenarioDuration": {"min": 78, "max": 155, "median": 78, "p95": null, "p99": null}, "errors": {}, "codes": {"201": 1, "500": 1}},
             "intermediate": [{"timestamp": "2018-03-12T15:39:49.223Z", "scenariosCreated": 2, "scenariosCompleted": 2, "requestsCompleted": 2,
              "latency": {"min": 76.2, "max": 152.9, "median": 76.2, "p95": null, "p99": null}, "rps": {"count": 2, "mean": 0.2},
              "codes": {"201": 1, "500": 1},
              "latencies": [[1520869180404, "90f7", 152957780, 201], [1520869181315, "22dc", 76200000, 500]]}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void wholeAndPeriodsAreKeptApart() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, TWO);
        assertEquals("Artillery report 2", result.format());
        assertEquals(List.of("histograms 1", "histograms 2", "metrics 8"), result.datasets().stream().map(each -> each.kind().id() + " " + each.rows()).toList());
        Histograms whole = Reading.histograms(result);
        Reading.millis(12, whole, "http.response_time", 0.5);
        Reading.millis(400, whole, "http.response_time", 0.999);
        assertEquals(OptionalLong.of(58), whole.count("http.response_time"));
        assertEquals(1_700_000_001_000_000_000L, whole.span().orElseThrow().start());
        Histograms byPeriod = assertInstanceOf(Histograms.class, result.datasets().get(1));
        assertTrue(byPeriod.whole("http.response_time").isEmpty());
        assertEquals(OptionalDouble.of(90e6), byPeriod.intervals().getFirst().at(0.99));
        assertEquals(OptionalDouble.empty(), byPeriod.intervals().getFirst().at(0.9));
        assertEquals(10_000_000_000L, byPeriod.intervals().getFirst().span().orElseThrow().length());
        assertTrue(result.diagnostics().toString().contains("custom.basket_size"));
    }

    @Test
    void aCounterThatAPeriodDoesNotNameWasZero() throws IOException, UnreadableFile {
        Metrics metrics = assertInstanceOf(Metrics.class, Reading.of(folder, TWO).datasets().get(2));
        assertArrayEquals(new double[] {0, 2}, metrics.named("errors.ETIMEDOUT").orElseThrow().values().toArray());
        assertArrayEquals(new double[] {4, 2}, metrics.named("http.request_rate").orElseThrow().values().toArray());
        assertArrayEquals(new long[] {1_700_000_000_000_000_000L, 1_700_000_010_000_000_000L}, metrics.named("http.requests").orElseThrow().times().toArray());
        assertTrue(Reading.trust(metrics).contains("2 of 30 virtual users failed (ETIMEDOUT 2)"));
    }

    @Test
    void versionOneListsRequestsByTheirEnd() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, ONE);
        assertEquals("Artillery report 1", result.format());
        Histograms whole = Reading.histograms(result);
        Reading.millis(76.2, whole, "latency", 0.5);
        assertEquals(OptionalDouble.empty(), whole.whole("latency").orElseThrow().at(0.99));
        assertEquals(OptionalLong.of(2), whole.count("latency"));
        Requests calls = Reading.requests(result, 3);
        assertEquals(1_520_869_180_404_000_000L - 152_957_780, calls.starts().at(0));
        assertEquals(1, calls.errors());
        Histograms byPeriod = assertInstanceOf(Histograms.class, result.datasets().get(1));
        assertEquals(1_520_869_189_223_000_000L, byPeriod.span().orElseThrow().end());
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        Reading.battery(folder, TWO, "Artillery report 2");
        Reading.battery(folder, ONE, "Artillery report 1");
    }

    @Test
    void agreesWithTheFactsOfTheSample() throws IOException, UnreadableFile {
        ReadResult result = Reading.sample("loadtest-artillery/artillery-2-all-refused.json");
        assertEquals(List.of(Dataset.Kind.METRICS), result.datasets().stream().map(Dataset::kind).toList());
        Metrics metrics = assertInstanceOf(Metrics.class, result.datasets().getFirst());
        Metrics.Series created = metrics.named("vusers.created").orElseThrow();
        assertEquals(19, created.times().size());
        double sum = 0;
        for (double each : created.values().toArray()) {
            sum += each;
        }
        assertEquals(2700, sum);
        assertTrue(Reading.trust(metrics).contains("2700 of 2700 virtual users failed"));
    }
}
