package org.tailwright.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tailwright.charts.HeatGrid;
import org.tailwright.models.scalability.UslBootstrap;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.statistics.Percentile;

/// Every benchmark still works and gives a plausible answer, at a small size. Nothing is timed.
class BenchesRunOnceTest {
    @Test
    void jtl() throws IOException, UnreadableFile {
        JtlBench bench = new JtlBench();
        bench.rows = 3_000;
        bench.write();
        assertEquals(3_000, bench.read());
        bench.delete();
    }

    @Test
    void otlp() throws IOException, UnreadableFile {
        OtlpBench bench = new OtlpBench();
        bench.traces = 200;
        bench.write();
        assertEquals(200 * OtlpBench.DEPTH, bench.read());
        bench.delete();
    }

    @Test
    void recording() throws IOException, UnreadableFile {
        RecordingBench bench = new RecordingBench();
        bench.events = 2_000;
        bench.write();
        assertTrue(bench.read() >= 2_000);
        bench.delete();
    }

    @Test
    void quantiles() {
        QuantilesBench bench = new QuantilesBench();
        bench.size = 40_000;
        bench.draw();
        long[] found = bench.quantiles();
        assertEquals(20e6, found[0], 0.5e6);
        assertEquals(20e6 * Math.exp(0.8 * 2.3263), found[2], 8e6);
        Percentile median = bench.intervals().getFirst();
        assertEquals(found[0], median.value());
        assertTrue(median.low() < median.value() && median.value() < median.high());
    }

    @Test
    void heatGrid() {
        HeatGridBench bench = new HeatGridBench();
        bench.size = 10_000;
        bench.draw();
        HeatGrid grid = bench.bin();
        assertEquals(10_000, grid.total());
        assertEquals(0, grid.outside());
    }

    @Test
    void scalability() {
        ScalabilityBench bench = new ScalabilityBench();
        bench.replicates = 200;
        bench.measure();
        assertEquals(0.03, bench.fit().law().alpha(), 0.01);
        UslBootstrap refits = bench.bootstrap();
        assertEquals(200, refits.laws().size());
        assertTrue(refits.peakLoads()[0] < 99 && refits.peakLoads()[1] > 98, "the true peak is at 98.5");
    }

    @Test
    void chart() {
        ChartBench bench = new ChartBench();
        bench.points = 100;
        bench.make();
        String svg = bench.svg();
        assertTrue(svg.startsWith("<") && svg.contains("</svg>") && svg.contains("objective"), svg.substring(0, 200));
    }

    @Test
    void monteCarlo() {
        MonteCarloBench bench = new MonteCarloBench();
        bench.draws = 20_000;
        double share = bench.fiveInputs();
        assertTrue(share > 0 && share < 1);
        assertEquals(share, bench.fiveInputs());
        double breach = bench.capacity();
        assertTrue(breach >= 0 && breach <= 1);
        assertEquals(breach, bench.capacity());
    }

    @Test
    void events() {
        EventsBench bench = new EventsBench();
        bench.requests = 10_000;
        assertEquals(20_000, bench.oneServer(), 1000);
        assertTrue(bench.threeStations() > 40_000);
        assertEquals(bench.threeStations(), bench.threeStations());
    }

    @Test
    void selection() {
        SelectionBench bench = new SelectionBench();
        bench.rows = 20_000;
        bench.share = 0.05;
        bench.make();
        assertTrue(bench.percentile() > 50_000_000);
        assertTrue(bench.inside().toString().contains("host-3"));
        assertEquals(200, bench.slowest().size());
    }
}
