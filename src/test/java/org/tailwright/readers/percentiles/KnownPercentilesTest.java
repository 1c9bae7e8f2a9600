package org.tailwright.readers.percentiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Histograms;
import org.tailwright.data.Origin;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.workspace.DatasetSummary;
import org.tailwright.workspace.LatencySummary;

class KnownPercentilesTest {
    private static final long MILLI = 1_000_000;

    private static KnownPercentiles wrk(long count) {
        return new KnownPercentiles().at(0.5, 40 * MILLI).at(0.75, 45 * MILLI).at(0.9, 60 * MILLI).at(0.99, 90 * MILLI).count(count);
    }

    private static Histograms histograms(Histograms.Interval... intervals) {
        return new Histograms(new Origin("load", Path.of("load"), "test", Trust.clean(1)), List.of(intervals), 1, true);
    }

    @Test
    void countsStandAtTheUpperPercentile() {
        Histograms.Interval made = wrk(1000).max(200 * MILLI).build(Optional.empty(), "").orElseThrow();
        assertEquals(1000, made.buckets().histogram().getTotalCount());
        assertEquals(500, made.buckets().histogram().getCountAtValue(40 * MILLI));
        assertEquals(250, made.buckets().histogram().getCountAtValue(45 * MILLI));
        assertEquals(150, made.buckets().histogram().getCountAtValue(60 * MILLI));
        assertEquals(90, made.buckets().histogram().getCountAtValue(90 * MILLI));
        assertEquals(10, made.buckets().histogram().getCountAtValue(200 * MILLI));
        assertEquals(200 * MILLI, made.exactMax());
        assertTrue(made.percentilesOnly());
    }

    @Test
    void onlyPrintedPercentilesAreTold() {
        Histograms.Interval made = wrk(1000).max(200 * MILLI).build(Optional.empty(), "").orElseThrow();
        assertEquals(OptionalDouble.of(90 * MILLI), made.at(0.99));
        assertEquals(OptionalDouble.of(200 * MILLI), made.at(1));
        for (double share : new double[] {0, 0.4, 0.8, 0.95, 0.999, 0.9999}) {
            assertEquals(OptionalDouble.empty(), made.at(share), "p" + 100 * share);
        }
    }

    @Test
    void equalNeighboursAndTheNextStepOfASpectrumTellWhatLiesBetween() {
        Histograms.Interval equal = new KnownPercentiles().at(0.9, 5).at(0.99, 7).at(1, 7).build(Optional.empty(), "").orElseThrow();
        assertEquals(OptionalDouble.of(7), equal.at(0.999));
        assertEquals(OptionalDouble.empty(), equal.at(0.95));
        Histograms.Interval spectrum = new KnownPercentiles().at(0.989062, 5).at(0.990625, 6).at(1, 9).build(Optional.empty(), "").orElseThrow();
        assertEquals(OptionalDouble.of(6), spectrum.at(0.99));
        assertEquals(OptionalDouble.empty(), spectrum.at(0.999));
    }

    @Test
    void anUnknownCountIsNotMadeUp() {
        KnownPercentiles known = wrk(-1);
        Histograms.Interval made = known.build(Optional.empty(), "").orElseThrow();
        assertEquals(0, made.buckets().histogram().getTotalCount());
        assertEquals(OptionalLong.empty(), made.count());
        assertEquals(OptionalDouble.of(90 * MILLI), made.at(0.99));
        assertTrue(known.doubts().toString().contains("does not say how many values"));
    }

    @Test
    void contradictionsAreLeftOutAloud() {
        KnownPercentiles known = new KnownPercentiles().at(0.5, 10).at(0.9, 4).at(0.99, 12).at(0.999, Double.NaN).at(2, 5);
        assertEquals(2, known.build(Optional.empty(), "").orElseThrow().printed().orElseThrow().points().size());
        assertTrue(known.doubts().toString().contains("the printed p90 is below the p50"));
        assertTrue(new KnownPercentiles().build(Optional.empty(), "").isEmpty());
        assertTrue(new KnownPercentiles().isEmpty());
    }

    @Test
    void severalIntervalsAreNeverPutTogether() {
        Histograms.Interval first = wrk(10).max(100 * MILLI).build(Optional.of(new TimeSpan(0, 5)), "").orElseThrow();
        Histograms.Interval second = wrk(20).max(300 * MILLI).build(Optional.of(new TimeSpan(5, 9)), "").orElseThrow();
        Histograms both = histograms(first, second);
        assertTrue(both.whole("").isEmpty());
        assertThrows(IllegalStateException.class, () -> both.total(""));
        LatencySummary summary = DatasetSummary.of(both, Selection.ALL).getFirst().latencies().get("latency");
        assertEquals(OptionalLong.of(30), summary.count());
        assertEquals(List.of("max"), List.copyOf(summary.at().keySet()));
        assertEquals(300 * MILLI, summary.at().get("max"));
        assertFalse(summary.missing().isEmpty());
    }

    @Test
    void theSummaryLeavesOutWhatIsNotPrinted() {
        Histograms one = histograms(wrk(-1).build(Optional.empty(), "").orElseThrow());
        LatencySummary summary = DatasetSummary.of(one, Selection.ALL).getFirst().latencies().get("latency");
        assertEquals(OptionalLong.empty(), summary.count());
        assertEquals(List.of("p50", "p90", "p99"), List.copyOf(summary.at().keySet()));
        assertEquals("p99.9, max cannot be told from the printed percentiles", summary.missing());
    }
}
