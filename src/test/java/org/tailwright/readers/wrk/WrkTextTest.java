package org.tailwright.readers.wrk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;

class WrkTextTest {
    private static final String ONE = """
            Running 30s test @ http://shop.example/cart
              4 threads and 64 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     4.00ms    2.50ms   1.20s    91.00%
                Req/Sec     4.10k   310.00     4.90k    70.00%
              Latency Distribution
                 50%  900.00us
                 75%    1.50ms
                 90%    9.00ms
                 99%  120.00ms
              480000 requests in 30.00s, 90.10MB read
              Socket errors: connect 1, read 2, write 3, timeout 40
              Non-2xx or 3xx responses: 17
            Requests/sec:  16000.00
            Transfer/sec:      3.00MB
            """;
    private static final String WRK2 = """
            Running 1m test @ http://shop.example/
              2 threads and 8 connections
              Thread calibration: mean lat.: 1.000ms, rate sampling interval: 10ms
              Thread Stats   Avg      Stdev     99%   +/- Stdev
                Latency     2.00ms    1.00ms   9.00ms   90.00%
                Req/Sec    10.00      1.00    12.00     70.00%
              Latency Distribution (HdrHistogram - Recorded Latency)
             50.000%    1.50ms
             99.000%    9.01ms
            100.000%   20.01ms

              Detailed Percentile spectrum:
                   Value   Percentile   TotalCount 1/(1-Percentile)

                   0.900     0.000000            1         1.00
                   1.501     0.500000          200         2.00
                   9.007     0.989062          396        91.43
                   9.015     0.990625          397       106.67
                  20.015     1.000000          400          inf
            #[Mean    =        2.000, StdDeviation   =        1.000]
            #[Max     =       20.000, Total count    =          400]
            #[Buckets =           27, SubBuckets     =         2048]
            ----------------------------------------------------------

              Latency Distribution (HdrHistogram - Uncorrected Latency (measured without taking delayed starts into account))
             50.000%    1.00ms
             99.000%    5.00ms
            100.000%    6.00ms
            ----------------------------------------------------------
              480 requests in 1.00m, 1.00MB read
            Requests/sec:      8.00
            Transfer/sec:      3.00MB
            """;

    @TempDir
    private Path folder;

    @Test
    void readsUnitsErrorsAndOnlyWhatIsPrinted() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, ONE);
        assertEquals("wrk results", result.format());
        Histograms found = Reading.histograms(result);
        Histograms.Interval only = found.intervals().getFirst();
        assertEquals(1, result.datasets().size());
        assertEquals(OptionalLong.of(480_000), only.count());
        Reading.millis(0.9, found, "", 0.5);
        Reading.millis(9, found, "", 0.9);
        Reading.millis(120, found, "", 0.99);
        Reading.millis(1200, found, "", 1);
        assertEquals(OptionalDouble.empty(), only.at(0.999));
        assertEquals(4e6, only.printed().orElseThrow().mean());
        assertEquals(new Histograms.Fate(0, 17 + 46, 46), only.fate());
        String trust = Reading.trust(found);
        assertTrue(trust.contains("17 of 480000 answers failed") && trust.contains("40 timeouts") && trust.contains("service time"), trust);
    }

    @Test
    void severalRunsAreLoadPoints() throws IOException, UnreadableFile {
        String second = ONE.replace("64 connections", "128 connections").replace("16000.00", "20000.00").replace("120.00ms", "240.00ms")
                .replace("480000 requests in 30.00s", "600000 requests in 30.00s");
        ReadResult result = Reading.of(folder, "$ wrk -c 64\n" + ONE + "\n" + second);
        Histograms found = Reading.histograms(result);
        assertEquals(2, found.tags().size());
        assertTrue(found.disjoint());
        LoadPoints points = assertInstanceOf(LoadPoints.class, result.datasets().get(1));
        assertArrayEquals(new double[] {64, 128}, points.loads());
        assertArrayEquals(new double[] {16_000, 20_000}, points.throughputs());
        assertArrayEquals(new double[] {120e6, 240e6}, points.table().doubles(LoadPoints.LATENCY).orElseThrow().toArray());
        assertEquals(LoadPoints.Axis.USERS, points.axis());
    }

    @Test
    void theSpectrumIsFinerAndTheUncorrectedOneOverlaps() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, WRK2);
        assertEquals("wrk2 results", result.format());
        Histograms found = Reading.histograms(result);
        Reading.millis(1.501, found, "", 0.5);
        Reading.millis(9.01, found, "", 0.99);
        Reading.millis(20, found, "", 1);
        assertEquals(OptionalLong.of(400), found.count(""));
        Reading.millis(5, found, "uncorrected", 0.99);
        assertEquals(OptionalLong.empty(), found.count("uncorrected"));
        assertTrue(!found.disjoint());
        assertTrue(Reading.trust(found).contains("should have been sent"));
    }

    @Test
    void contradictionsAreNamed() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, WRK2.replace("50.000%    1.50ms", "50.000%    1.50us"));
        assertTrue(result.diagnostics().getFirst().words().contains("the printed p50 contradicts"));
        Reading.millis(1.501, Reading.histograms(result), "", 0.5);
        ReadResult edited = Reading.of(folder, ONE.replace("in 30.00s", "in 30.00m"));
        assertTrue(Reading.trust(edited.datasets().getFirst()).contains("units may have been changed"));
    }

    @Test
    void aRunWithoutResultsIsRefused() {
        assertThrows(UnreadableFile.class, () -> Reading.of(folder, "Running 30s test @ http://x/\n  4 threads and 64 connections\n"));
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        Reading.battery(folder, ONE, "wrk results");
        Reading.battery(folder, WRK2, "wrk2 results");
    }

    @ParameterizedTest
    @CsvSource({"wrk-latency-flag.txt,18,46.51", "wrk-long.txt,1045,235540", "wrk-pkb.txt,577297,11.6", "wrk-with-errors.txt,12,78.48",
            "wrk2-spectrum-errors.txt,500,244.096", "wrk2-spectrum.txt,500,244.096"})
    void agreesWithTheFactsOfTheSamples(String file, long count, double max) throws IOException, UnreadableFile {
        Histograms found = Reading.histograms(Reading.sample("loadtest-wrk/" + file));
        assertEquals(OptionalLong.of(count), found.count(""));
        Reading.millis(max, found, "", 1);
    }
}
