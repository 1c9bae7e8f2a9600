package org.tailwright.readers.siege;

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
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;

class SiegeTest {
    private static final String CSV = """
            \u001b[0;34m   4,HTTP/1.1,200,  0.36,   3372,/,0,2015-12-20 21:30:13\u001b[0m
            \u001b[0;34m   0,HTTP/1.1,503,  1.50,     72,/a,b,0,2015-12-20 21:30:14\u001b[0m
            """;
    private static final String TEXT = """
            ** SIEGE 4.0.4
            ** Preparing 2 concurrent users for battle.
            The server is now under siege...
            HTTP/1.1 200     0.05 secs:    3372 bytes ==> GET  /
            HTTP/1.1 200     0.07 secs:    3372 bytes ==> GET  /
            HTTP/1.1 500     0.90 secs:     100 bytes ==> POST http://x/pay

            Transactions:\t\t          2 hits
            Availability:\t\t       66.67 %
            Elapsed time:\t\t        1.20 secs
            Longest transaction:\t        0.90
            """;
    private static final String FIGURES = """
            Transactions:                 615 hits
            Availability:                 100.00 %
            Elapsed time:                   5.00 secs
            Data transferred:              10.25 MB
            Response time:                  0.20 secs
            Transaction rate:             123.00 trans/sec
            Throughput:                     2.05 MB/sec
            Concurrency:                   24.18
            Successful transactions:         615
            Failed transactions:               5
            Longest transaction:            1.25
            Shortest transaction:           0.01
            """;
    private static final String JSON = """
            {\t"transactions":\t\t\t          500,
            \t"availability":\t\t\t       100.00,
            \t"elapsed_time":\t\t\t         1.06,
            \t"response_time":\t\t         0.05,
            \t"transaction_rate":\t\t       471.70,
            \t"concurrency":\t\t\t        22.42,
            \t"failed_transactions":\t\t            0,
            \t"longest_transaction":\t\t         1.06,
            \t"shortest_transaction":\t\t         0.00
            }
            """;
    private static final String LOG = """
                  Date & Time,  Trans,  Elap Time,  Data Trans,  Resp Time,  Trans Rate,  Throughput,  Concurrent,    OKAY,   Failed
            2017-10-17 12:48:45,    615,       5.00,          10,       0.20,      123.00,        2.00,       24.18,     615,       0
            2017-10-17 13:43:33,   3508,       4.18,         194,       0.03,      839.23,       46.41,       24.57,    3508,       3
            """;

    @TempDir
    private Path folder;

    @Test
    void datedRequestsBecomeRowsThatStartBeforeTheirTime() throws IOException, UnreadableFile {
        Requests found = Reading.requests(Reading.of(folder, CSV), 0);
        assertEquals(2, found.rows());
        assertEquals(1_450_647_013_000_000_000L - 360_000_000, found.starts().at(0));
        assertEquals("/a,b", found.labels().orElseThrow().at(1));
        assertEquals(1, found.errors());
        assertTrue(Reading.trust(found).contains("to the second only"));
    }

    @Test
    void requestsWithoutTimesBecomeAHistogramOfAllValues() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, TEXT);
        Histograms found = Reading.histograms(result);
        assertEquals(List.of("", "failed"), found.tags());
        Reading.millis(50, found, "", 0.5);
        Reading.millis(70, found, "", 0.999);
        Reading.millis(900, found, "failed", 1);
        assertEquals(OptionalLong.of(2), found.count(""));
        assertEquals(1, result.datasets().size());
    }

    @Test
    void figuresHoldNoPercentiles() throws IOException, UnreadableFile {
        Histograms text = Reading.histograms(Reading.of(folder, FIGURES));
        Reading.millis(1250, text, "", 1);
        assertEquals(OptionalLong.of(615), text.count(""));
        assertEquals(200e6, text.whole("").orElseThrow().printed().orElseThrow().mean());
        assertEquals(OptionalDouble.empty(), text.whole("").orElseThrow().at(0.5));
        assertTrue(Reading.trust(text).contains("5 transactions failed"));
        Reading.millis(1060, Reading.histograms(Reading.of(folder, JSON)), "", 1);
    }

    @Test
    void theLogHoldsALoadPointForEachRun() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, LOG);
        LoadPoints points = assertInstanceOf(LoadPoints.class, result.datasets().getFirst());
        assertArrayEquals(new double[] {24.18, 24.57}, points.loads());
        assertArrayEquals(new double[] {123, 839.23}, points.throughputs());
        assertEquals(1_508_244_525_000_000_000L - 5_000_000_000L, points.span().orElseThrow().start());
        Metrics metrics = assertInstanceOf(Metrics.class, result.datasets().get(1));
        assertEquals(30e6, metrics.named("response time").orElseThrow().values().at(1), 1e-3);
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        Reading.battery(folder, CSV, "siege output");
        Reading.battery(folder, TEXT, "siege output");
        Reading.battery(folder, FIGURES, "siege output");
        Reading.battery(folder, LOG, "siege log");
    }

    @Test
    void agreesWithTheFactsOfTheSample() throws IOException, UnreadableFile {
        Requests found = Reading.requests(Reading.sample("loadtest-other/siege.out"), 0);
        assertEquals(10, found.rows());
        assertEquals(360_000_000, found.durations().at(0));
        assertEquals("/", found.labels().orElseThrow().at(0));
    }
}
