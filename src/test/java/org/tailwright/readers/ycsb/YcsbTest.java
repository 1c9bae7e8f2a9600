package org.tailwright.readers.ycsb;

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
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;

class YcsbTest {
    private static final String SUMMARY = """
            Command line: -t -db site.ycsb.BasicDB -P workloads/workloada -threads 8
            2023-06-05 16:13:47:463 0 sec: 0 operations; est completion in 0 second
            2023-06-05 16:13:47,477 WARN  [Thread-8] util.NativeCodeLoader: Unable to load
            2023-06-05 16:13:48:463 1 sec: 100 operations; 100 current ops/sec; est completion in 1 second [READ: Count=60, Max=9000, Min=100, Avg=500.5, 90=800, 99=4000, 99.9=9000, 99.99=9000] [UPDATE: Count=40, Max=7, Min=1, Avg=3, 90=5, 99=7, 99.9=7, 99.99=7]
            2023-06-05 16:13:49:463 2 sec: 150 operations; 50 current ops/sec; [READ: Count=50, Max=700, Min=90, Avg=400, 90=600, 99=700, 99.9=700, 99.99=700]
            [OVERALL], RunTime(ms), 2000
            [OVERALL], Throughput(ops/sec), 75.0
            [TOTAL_GC_TIME_%], Time(%), 0.36
            [READ], Operations, 110
            [READ], AverageLatency(us), 455.0
            [READ], MinLatency(us), 90
            [READ], MaxLatency(us), 9000
            [READ], 95thPercentileLatency(us), 900
            [READ], 99.9PercentileLatency(us), 8500
            [READ], Return=OK, 105
            [READ], Return=ERROR, 5
            [Intended-READ], Operations, 110
            [Intended-READ], MaxLatency(us), 99000
            [Intended-READ], 95thPercentileLatency(us), 90000
            """;
    private static final String BUCKETS = """
            [OVERALL], RunTime(ms), 2000
            [READ], Operations, 10
            [READ], AverageLatency(us), 1500.0
            [READ], LatencyVariance(us), 10.0
            [READ], MinLatency(us), 200
            [READ], MaxLatency(us), 5000000
            [READ], 95thPercentileLatency(us), 2000
            [READ], 0, 6
            [READ], 1, 0
            [READ], 2, 3
            [READ], >1000, 1
            """;
    private static final String RAW = """
            READ latency raw data: op, timestamp(ms), latency(us)
            READ,1438613579295,1200
            READ,1438613579300,800
            Intended-READ latency raw data: op, timestamp(ms), latency(us)
            Intended-READ,1438613579295,2200
            [READ], Total Operations, 2
            """;

    @TempDir
    private Path folder;

    @Test
    void summaryAndStatusAreKeptApart() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, SUMMARY);
        Histograms whole = Reading.histograms(result);
        assertEquals(List.of("READ", "Intended-READ"), whole.tags());
        assertTrue(!whole.disjoint());
        Reading.millis(0.9, whole, "READ", 0.95);
        Reading.millis(8.5, whole, "READ", 0.999);
        Reading.millis(9, whole, "READ", 1);
        Reading.millis(90, whole, "Intended-READ", 0.95);
        assertEquals(OptionalDouble.empty(), whole.whole("READ").orElseThrow().at(0.5));
        assertEquals(OptionalLong.of(110), whole.count("READ"));
        assertTrue(Reading.trust(whole).contains("5 operations ended with ERROR"));
        Histograms status = assertInstanceOf(Histograms.class, result.datasets().get(1));
        assertEquals(3, status.rows());
        assertEquals(OptionalDouble.of(8e5), status.intervals().getFirst().at(0.9));
        assertEquals(1_685_981_627_463_000_000L, status.intervals().getFirst().span().orElseThrow().start());
        Metrics metrics = assertInstanceOf(Metrics.class, result.datasets().get(2));
        assertArrayEquals(new double[] {100, 50}, metrics.named("throughput").orElseThrow().values().toArray());
    }

    @Test
    void severalRunsAreLoadPoints() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, SUMMARY + SUMMARY.replace("-threads 8", "-threads 16").replace("75.0", "120.0"));
        LoadPoints points = result.datasets().stream().filter(LoadPoints.class::isInstance).map(LoadPoints.class::cast).findFirst().orElseThrow();
        assertArrayEquals(new double[] {8, 16}, points.loads());
        assertArrayEquals(new double[] {75, 120}, points.throughputs());
    }

    @Test
    void bucketsStandAtTheirUpperEdge() throws IOException, UnreadableFile {
        Histograms found = Reading.histograms(Reading.of(folder, BUCKETS));
        Histograms.Interval only = found.whole("READ").orElseThrow();
        assertEquals(6, only.buckets().histogram().getCountAtValue(1_000_000));
        assertEquals(3, only.buckets().histogram().getCountAtValue(3_000_000));
        assertEquals(5e9, only.exactMax());
        assertTrue(only.percentilesOnly() && only.printed().isEmpty());
        assertTrue(Reading.trust(found).contains("1 values above 1000 ms"));
    }

    @Test
    void recordedValuesAreAWholeHistogramAndAveragesAreASeries() throws IOException, UnreadableFile {
        String values = "[OVERALL], RunTime(ms), 2000\n[READ], Operations, 10\n[READ], MaxLatency(us), 250\n[READ], 100, 7.0\n[READ], 250, 3.0\n";
        Histograms.Interval recorded = Reading.histograms(Reading.of(folder, values)).whole("READ").orElseThrow();
        assertTrue(!recorded.percentilesOnly());
        assertEquals(7, recorded.buckets().histogram().getCountAtValue(100_000));
        ReadResult series = Reading.of(folder, "[OVERALL], RunTime(ms), 2000\n[READ], Operations, 10\n[READ], MaxLatency(us), 250\n[READ], 0, 120.5\n[READ], 1000, 130.25\n");
        Metrics averages = assertInstanceOf(Metrics.class, series.datasets().get(1));
        assertArrayEquals(new double[] {120_500, 130_250}, averages.named("average latency").orElseThrow().values().toArray());
        assertArrayEquals(new long[] {0, 1_000_000_000}, averages.named("average latency").orElseThrow().times().toArray());
    }

    @Test
    void rawRequestsAreStampedAtTheirEndAndIntendedOnesAreApart() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, RAW);
        Requests plain = Reading.requests(result, 0);
        Requests intended = Reading.requests(result, 1);
        assertEquals(2, plain.rows());
        assertEquals(1_438_613_579_295_000_000L - 1_200_000, plain.starts().at(0));
        assertEquals(1, intended.rows());
        assertEquals(Meaning.Duration.RESPONSE_FROM_INTENDED, intended.meaning().duration());
        assertEquals(2, result.datasets().size());
    }

    @Test
    void readsBothJsonForms() throws IOException, UnreadableFile {
        String objects = """
                { "metric" : "OVERALL", "measurement" : "RunTime(ms)", "value" : 2000 }
                { "metric" : "READ", "measurement" : "Operations", "value" : 20 }
                { "metric" : "READ", "measurement" : "99thPercentileLatency(us)", "value" : 700 }
                """;
        for (String each : List.of(objects, "[" + objects.strip().replace("}\n", "},\n") + "]")) {
            Histograms found = Reading.histograms(Reading.of(folder, each));
            Reading.millis(0.7, found, "READ", 0.99);
            assertEquals(OptionalLong.of(20), found.count("READ"));
        }
        Reading.battery(folder, objects, "YCSB JSON");
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        Reading.battery(folder, SUMMARY, "YCSB results");
        Reading.battery(folder, BUCKETS, "YCSB results");
        Reading.battery(folder, RAW, "YCSB results");
    }

    @Test
    void agreesWithTheFactsOfTheSample() throws IOException, UnreadableFile {
        ReadResult result = Reading.sample("loadtest-other/ycsb-time-series.dat");
        Histograms whole = Reading.histograms(result);
        assertEquals(OptionalLong.of(16_699), whole.count("READ"));
        Reading.millis(10.215, whole, "READ", 0.99);
        Histograms status = assertInstanceOf(Histograms.class, result.datasets().get(1));
        assertEquals(OptionalLong.of(16_699), status.count("READ"));
        assertTrue(status.whole("READ").isEmpty());
    }
}
