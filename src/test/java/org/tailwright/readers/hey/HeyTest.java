package org.tailwright.readers.hey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Histograms;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;

class HeyTest {
    private static final String HEY = """

            Summary:
              Total:\t4.0000 secs
              Slowest:\t0.5000 secs
              Fastest:\t0.0010 secs
              Average:\t0.0100 secs
              Requests/sec:\t50.0000

            Response time histogram:
              0.001 [1]\t|
              0.500 [199]\t|∎∎∎∎

            Latency distribution:
              10% in 0.0020 secs
              50% in 0.0050 secs
              99% in 0.3000 secs

            Details (average, fastest, slowest):
              DNS+dialup:\t 0.0010 secs, 0.0001 secs, 0.0100 secs

            Status code distribution:
              [200]\t190 responses
              [500]\t10 responses

            Error distribution:
              [3]\tGet "http://x/": context deadline exceeded
            """;
    private static final String OHA = """
            Summary:
              Success rate:\t100.00%
              Total:\t60003.2089 ms
              Slowest:\t101.1201 ms
              Fastest:\t0.0222 ms
              Average:\t0.1202 ms
              Requests/sec:\t65611.6744

              Total data:\t250.85 MiB

            Response time distribution:
              50.00% in 0.0917 ms
              99.00% in 0.4429 ms
              99.90% in 0.6903 ms
              99.99% in 100.3131 ms

            Response time distribution (2xx only):
              50.00% in 0.0900 ms

            Status code distribution:
              [200] 3936000 responses
            """;
    private static final String JSON = """
            {"summary": {"successRate": 1.0, "total": 10.0, "slowest": 0.25, "fastest": 0.001, "average": 0.02, "requestsPerSec": 12.5, "totalData": 1},
             "responseTimeHistogram": {"0.001": 1}, "latencyPercentiles": {"p10": 0.002, "p50": 0.01, "p99": 0.2, "p99.9": 0.25, "p99.99": null},
             "statusCodeDistribution": {"200": 120, "404": 5}, "errorDistribution": {"connection refused": 2}}
            """;
    private static final String CSV = """
            response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset
            0.0150,0.0010,0.0005,0.0001,0.0130,0.0009,200,0.5000
            0.0250,0.0010,0.0005,0.0001,0.0230,0.0009,503,0.7500
            """;

    @TempDir
    private Path folder;

    @Test
    void readsHeysText() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, HEY);
        assertEquals("hey results", result.format());
        Histograms found = Reading.histograms(result);
        Reading.millis(5, found, "", 0.5);
        Reading.millis(300, found, "", 0.99);
        Reading.millis(500, found, "", 1);
        assertEquals(OptionalLong.of(200), found.count(""));
        assertEquals(OptionalDouble.empty(), found.whole("").orElseThrow().at(0.9));
        String trust = Reading.trust(found);
        assertTrue(trust.contains("10 of 200 answers") && trust.contains("3 requests had no answer"), trust);
    }

    @Test
    void readsOhasTextInItsUnit() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, OHA);
        assertEquals("oha results", result.format());
        Histograms found = Reading.histograms(result);
        Reading.millis(0.6903, found, "", 0.999);
        Reading.millis(100.3131, found, "", 0.9999);
        Reading.millis(0.09, found, "2xx", 0.5);
        assertEquals(OptionalLong.of(3_936_000), found.count(""));
        assertEquals(OptionalLong.empty(), found.count("2xx"));
        assertTrue(!found.disjoint());
    }

    @Test
    void severalRunsHaveTheirOwnTags() throws IOException, UnreadableFile {
        assertEquals(List.of("run 1", "run 2"), Reading.histograms(Reading.of(folder, HEY + HEY)).tags());
    }

    @Test
    void readsOhasJson() throws IOException, UnreadableFile {
        Histograms found = Reading.histograms(Reading.of(folder, JSON));
        Reading.millis(10, found, "", 0.5);
        Reading.millis(250, found, "", 0.999);
        assertEquals(OptionalLong.of(125), found.count(""));
        assertTrue(Reading.trust(found).contains("2 requests had no answer (connection refused)"));
    }

    @Test
    void listedRequestsCountFromAnUnknownStart() throws IOException, UnreadableFile {
        Requests found = Reading.requests(Reading.of(folder, CSV), 0);
        assertArrayEquals(new long[] {500_000_000, 750_000_000}, found.starts().toArray());
        assertArrayEquals(new long[] {15_000_000, 25_000_000}, found.durations().toArray());
        assertEquals(1, found.errors());
        assertTrue(Reading.trust(found).contains("unknown start"));
        Requests oha = Reading.requests(Reading.of(folder, """
                request-start,DNS,DNS+dialup,Response-delay,request-duration,bytes,status
                0.000213,0,0.0001,0.001,0.0015,27,200
                """), 0);
        assertEquals(213_000, oha.starts().at(0));
        assertEquals(1_500_000, oha.durations().at(0));
    }

    @Test
    void withoutStartsThereIsAHistogramAndNoInventedTime() throws IOException, UnreadableFile {
        Histograms found = Reading.histograms(Reading.of(folder, """
                response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read
                0.0150,0.0010,0.0005,0.0001,0.0130,0.0009
                0.0251,0.0010,0.0005,0.0001,0.0230,0.0009
                """));
        Reading.millis(25.1, found, "", 1);
        assertEquals(OptionalLong.of(2), found.count(""));
        assertTrue(found.span().isEmpty());
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        Reading.battery(folder, HEY, "hey results");
        Reading.battery(folder, OHA, "oha results");
        Reading.battery(folder, JSON, "oha JSON");
        Reading.battery(folder, CSV, "hey CSV");
    }
}
