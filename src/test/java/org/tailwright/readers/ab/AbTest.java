package org.tailwright.readers.ab;

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
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;

class AbTest {
    private static final String RUN = """
            This is ApacheBench, Version 2.3 <$Revision: 1903618 $>
            Benchmarking shop.example (be patient)

            Server Hostname:        shop.example
            Server Port:            80

            Document Path:          /cart
            Concurrency Level:      20
            Time taken for tests:   2.500 seconds
            Complete requests:      1000
            Failed requests:        12
               (Connect: 0, Receive: 0, Length: 12, Exceptions: 0)
            Non-2xx responses:      3
            Requests per second:    400.00 [#/sec] (mean)
            Time per request:       50.000 [ms] (mean)

            Connection Times (ms)
                          min  mean[+/-sd] median   max
            Connect:        1    2   1.0      2      10
            Processing:    30   47  10.0     45     190
            Waiting:       30   46  10.0     45     190
            Total:         31   49  10.5     47     200

            Percentage of the requests served within a certain time (ms)
              50%     47
              90%     70
              99%    150
             100%    200 (longest request)
            """;
    private static final String TSV = """
            starttime\tseconds\tctime\tdtime\tttime\twait
            Tue Mar 01 13:13:25 2016\t1456827205\t1\t31\t32\t30
            Tue Mar 01 13:13:24 2016\t1456827204\t2\t38\t40\t37
            """;
    private static final String CSV = "Percentage served,Time in ms\n0,4.000\n1,4.100\n50,5.250\n90,7.000\n99,9.125\n";

    @TempDir
    private Path folder;

    @Test
    void readsTheResultOfARun() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, RUN);
        Histograms found = Reading.histograms(result);
        Reading.millis(31, found, "", 0);
        Reading.millis(70, found, "", 0.9);
        Reading.millis(150, found, "", 0.99);
        Reading.millis(200, found, "", 1);
        assertEquals(49e6, found.whole("").orElseThrow().printed().orElseThrow().mean());
        assertEquals(OptionalLong.of(1000), found.count(""));
        assertEquals(OptionalDouble.empty(), found.whole("").orElseThrow().at(0.999));
        assertTrue(Reading.trust(found).contains("12 of 1000 requests failed"));
        assertEquals(1, result.datasets().size());
    }

    @Test
    void severalRunsAreLoadPoints() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, RUN + RUN.replace("Level:      20", "Level:      40").replace("400.00 [", "500.00 ["));
        assertArrayEquals(new double[] {400, 500}, assertInstanceOf(LoadPoints.class, result.datasets().get(1)).throughputs());
        assertEquals(List.of("run 1: 20 concurrent, shop.example/cart", "run 2: 40 concurrent, shop.example/cart"), Reading.histograms(result).tags());
    }

    @Test
    void aCountThatCannotBeIsNotBelieved() throws IOException, UnreadableFile {
        Histograms found = Reading.histograms(Reading.of(folder, RUN.replace("requests:      1000", "requests:      1")));
        assertEquals(OptionalLong.empty(), found.count(""));
        assertTrue(Reading.trust(found).contains("n = 1 but prints"));
    }

    @Test
    void readsRequestsToTheSecond() throws IOException, UnreadableFile {
        Requests found = Reading.requests(Reading.of(folder, TSV), 0);
        assertArrayEquals(new long[] {1_456_827_205_000_000_000L, 1_456_827_204_000_000_000L}, found.starts().toArray());
        assertArrayEquals(new long[] {32_000_000, 40_000_000}, found.durations().toArray());
        assertEquals(37_000_000, found.table().longs("wait").orElseThrow().at(1));
        assertTrue(found.meaning().caveats().toString().contains("to the second"));
    }

    @Test
    void percentagesDoNotTellHowManyThereWere() throws IOException, UnreadableFile {
        Histograms found = Reading.histograms(Reading.of(folder, CSV));
        Reading.millis(5.25, found, "", 0.5);
        Reading.millis(9.125, found, "", 0.99);
        assertEquals(OptionalLong.empty(), found.count(""));
        assertEquals(OptionalDouble.empty(), found.whole("").orElseThrow().at(1));
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        Reading.battery(folder, RUN, "ApacheBench results");
        Reading.battery(folder, TSV, "ApacheBench requests");
        Reading.battery(folder, CSV, "ApacheBench percentages");
    }

    @Test
    void agreesWithTheFactsOfTheSamples() throws IOException, UnreadableFile {
        Requests rows = Reading.requests(Reading.sample("loadtest-other/apachebench-gnuplot.tsv"), 0);
        assertEquals(10, rows.rows());
        assertEquals(1_456_827_203_000_000_000L, rows.span().orElseThrow().start());
        assertEquals(247_000_000, rows.durations().at(9));
        Reading.millis(301, Reading.histograms(Reading.sample("loadtest-other/apachebench-output.txt")), "", 0.99);
        Histograms served = Reading.histograms(Reading.sample("loadtest-other/apachebench-percentiles.csv"));
        Reading.millis(5, served, "", 0.5);
        Reading.millis(7, served, "", 1);
    }
}
