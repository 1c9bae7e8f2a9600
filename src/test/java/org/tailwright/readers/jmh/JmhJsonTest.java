package org.tailwright.readers.jmh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;

class JmhJsonTest {
    private static final String RESULTS = """
            [{"jmhVersion": "1.37", "benchmark": "x.Cart.add", "mode": "thrpt", "threads": 1, "forks": 2, "jdkVersion": "25", "measurementTime": "10 s",
              "params": {"size": "10"}, "primaryMetric": {"score": 20.0, "scoreError": "NaN", "scorePercentiles": {"0.0": 19, "100.0": 21}, "scoreUnit": "ops/ms",
              "rawData": [[19.0, 20.0], [21.0, 20.0]]},
              "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 64, "scoreError": 0.1, "scoreUnit": "B/op", "rawData": [[64.0, 64.0], [64.0, 64.0]]}}},
             {"benchmark": "x.Cart.add", "mode": "thrpt", "threads": 4, "forks": 1, "jdkVersion": "25", "measurementTime": "10 s", "params": {"size": "10"},
              "primaryMetric": {"score": 60.0, "scoreError": 70.0, "scoreUnit": "ops/ms", "rawData": [[60.0]]}, "secondaryMetrics": {}},
             {"benchmark": "x.Cart.pay", "mode": "avgt", "threads": 1, "measurementTime": "1 s", "primaryMetric": {"score": 3.0, "scoreError": 0.5, "scoreUnit": "us/op",
              "rawData": [[3.5, 2.5]]}},
             {"benchmark": "x.Cart.pay", "mode": "sample", "threads": 1, "measurementTime": "1 s", "primaryMetric": {"score": 1.5, "scoreError": 0.1, "scoreUnit": "ms/op",
              "scorePercentiles": {"50.0": 1.0}, "rawDataHistogram": [[[[1.0, 90], [2.0, 9]], [[20.0, 1]]]]}},
             {"benchmark": "x.Cart.old", "mode": "sample", "threads": 1, "primaryMetric": {"score": 1.5, "scoreUnit": "ms/op", "scorePercentiles": {"50.0": 1.0, "99.0": 5.0}}}]
            """;

    @TempDir
    private Path folder;

    @Test
    void iterationsAreSeriesWithTheirParameters() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, RESULTS);
        Metrics metrics = assertInstanceOf(Metrics.class, result.datasets().getFirst());
        Metrics.Series first = metrics.series().getFirst();
        assertEquals("x.Cart.add", first.name());
        assertEquals(Map.of("size", "10", "mode", "thrpt", "threads", "1", "fork", "1"), first.labels());
        assertArrayEquals(new double[] {19_000, 20_000}, first.values().toArray());
        assertEquals(Unit.PER_SECOND, first.values().unit());
        assertArrayEquals(new long[] {10_000_000_000L, 20_000_000_000L}, first.times().toArray());
        Metrics.Series pay = metrics.named("x.Cart.pay").orElseThrow();
        assertArrayEquals(new double[] {3500, 2500}, pay.values().toArray());
        assertEquals(Unit.DURATION, pay.values().unit());
        assertEquals(Unit.of("B/op"), metrics.named("x.Cart.add gc.alloc.rate.norm").orElseThrow().values().unit());
        String trust = Reading.trust(metrics);
        assertTrue(trust.contains("holds no clock") && trust.contains("1 of 5 results have an error larger than their score")
                && trust.contains("2 of 5 results have no error"), trust);
    }

    @Test
    void sampledTimesAreHistograms() throws IOException, UnreadableFile {
        Histograms samples = assertInstanceOf(Histograms.class, Reading.of(folder, RESULTS).datasets().get(1));
        String whole = samples.tags().getFirst();
        Reading.millis(20, samples, whole, 1);
        assertEquals(OptionalLong.of(100), samples.count(whole));
        assertEquals(90, samples.intervals().getFirst().buckets().histogram().getCountAtValue(1_000_000));
        assertEquals(OptionalLong.empty(), samples.count(samples.tags().get(1)));
        Reading.millis(5, samples, samples.tags().get(1), 0.99);
    }

    @Test
    void severalThreadCountsAreLoadPoints() throws IOException, UnreadableFile {
        LoadPoints points = assertInstanceOf(LoadPoints.class, Reading.of(folder, RESULTS).datasets().get(2));
        assertArrayEquals(new double[] {1, 4}, points.loads());
        assertArrayEquals(new double[] {20_000, 60_000}, points.throughputs());
        assertEquals(LoadPoints.Axis.WORKERS, points.axis());
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        Reading.battery(folder, RESULTS, "JMH results");
    }

    @Test
    void agreesWithTheFactsOfTheSample() throws IOException, UnreadableFile {
        ReadResult result = Reading.sample("bench-jmh/jmh-1.37-jcasbin.json");
        Metrics metrics = assertInstanceOf(Metrics.class, result.datasets().getFirst());
        assertEquals(1, result.datasets().size());
        assertEquals(37, metrics.series().stream().filter(each -> each.labels().containsKey("mode") && !each.name().contains(" ")).count());
        assertEquals(6, metrics.series().stream().map(Metrics.Series::name).filter(each -> !each.contains(" ")).distinct().count());
        assertEquals(15_889.612079979479, metrics.series().getFirst().values().at(0), 1e-6);
    }
}
