package org.tailwright.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.HeatGrid;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Objective;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.work.Work;

class LatencyTest {
    private static final long MILLI = 1_000_000L;

    /// 1,000 requests, one every 10 ms, written last first; request i takes i + 1 ms; every tenth fails with 503 or a timeout.
    private static Requests requests() {
        int n = 1_000;
        long[] starts = new long[n];
        long[] durations = new long[n];
        BitSet failed = new BitSet();
        Texts.Builder labels = Texts.builder();
        Texts.Builder status = Texts.builder();
        for (int row = 0; row < n; row++) {
            int i = n - 1 - row;
            starts[row] = i * 10 * MILLI;
            durations[row] = (i + 1) * MILLI;
            failed.set(row, i % 10 == 9);
            labels.add("label " + i % 60);
            status.add(i % 10 != 9 ? "200" : i % 20 == 19 ? "503" : "java.net.SocketTimeoutException: Read timed out");
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        columns.put(Requests.LABEL, labels.build());
        columns.put(Requests.STATUS, status.build());
        columns.put(Requests.FAILED, Flags.of(failed, n));
        return new Requests(new Origin("r.jtl", Path.of("r.jtl"), "generated", Trust.clean(n)), Table.of(columns),
                Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, MILLI));
    }

    @Test
    void countsAndPercentilesAreExact() {
        LatencyResult result = Latency.of(requests(), Work.NONE);
        assertEquals(1_000, result.all().n());
        assertEquals(500 * MILLI, result.all().at(0.5).value());
        assertEquals(990 * MILLI, result.all().at(0.99).value());
        assertEquals(1_000 * MILLI, result.all().at(1).value());
        assertEquals(500.5 * MILLI, result.all().mean(), 1);
        assertEquals(900, result.success().n());
        assertEquals(100, result.failed().n());
        assertEquals(999 * MILLI, result.success().max());
        assertEquals(10 * MILLI, result.failed().min());
        assertEquals(100, result.errors().n());
        assertEquals(50, result.errors().timeouts());
        assertEquals("5xx", result.errors().classes().stream().filter(each -> each.status().equals("503")).findFirst().orElseThrow().group());
        assertEquals(50, result.labels().top().size());
        assertEquals(10, result.labels().others());
        assertEquals(1_000, result.labels().othersRows() + result.labels().top().stream().mapToLong(LatencyResult.Label::n).sum());
        assertEquals(10_990 * MILLI, result.run().end());
        assertEquals(1_000 / 10.99, result.run().throughput().mean(), 1e-9);
        assertTrue(result.run().throughput().peakSecond() >= result.run().throughput().peakTenSeconds());
    }

    @Test
    void aTrendIsNotManyIndependentRequests() {
        assertFalse(Latency.of(requests(), Work.NONE).all().at(0.9).supported());
    }

    @Test
    void weightsCount() {
        int n = 4_000;
        long[] durations = new long[n];
        double[] weights = new double[n];
        Arrays.setAll(durations, i -> (i % 4 == 0 ? 100 : 10) * MILLI);
        Arrays.setAll(weights, i -> i % 4 == 0 ? 1 : 9);
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, new long[n]));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        columns.put(Requests.WEIGHT, Doubles.of(Unit.NONE, weights));
        Requests requests = new Requests(new Origin("t", Path.of("t"), "generated", Trust.clean(n)), Table.of(columns),
                Meaning.of(Meaning.Duration.RESIDENCE_TIME, Meaning.Stamp.START, 0));
        Sample sample = Sample.of(requests, Work.NONE);
        assertEquals(28_000, sample.total(), 1e-9);
        assertEquals(10 * MILLI, sample.quantile(0.96));
        assertEquals(100 * MILLI, sample.quantile(0.97));
        assertEquals(1.0 / 28, sample.beyond(10 * MILLI), 1e-12);
        assertEquals(28_000.0 * 28_000 / (1_000 + 3_000 * 81), sample.kish(), 1e-6);
    }

    @Test
    void allAnalysesExplainThemselves() {
        Inputs inputs = new Inputs(List.of(requests()), Selection.ALL, List.of(Objective.parse("p99<250ms")), 42,
                ZoneOffset.UTC);
        for (var analysis : List.of(Latency.ANALYSIS, Distribution.ANALYSIS, Distribution.OVER_TIME_ANALYSIS)) {
            var run = analysis.run(inputs, Map.of(), Work.NONE);
            assertTrue(run.outcome() instanceof Outcome.Answer<?>, analysis.id());
            assertEquals(analysis.id(), run.section().id());
            assertFalse(run.section().blocks().isEmpty());
        }
        String distribution = Distribution.ANALYSIS.run(inputs, Map.of(), Work.NONE).section().blocks().toString();
        assertTrue(distribution.contains("objective 250\u00a0ms · 75"), "the share beyond stands at the line");
        Requests none = requests().select(Rows.all(0));
        for (var analysis : StatisticsAnalyses.ALL) {
            assertTrue(analysis.run(Inputs.of(none), Map.of(), Work.NONE).outcome() instanceof Outcome.NotApplicable<?>, analysis.id());
        }
    }

    @Test
    void gridAndWindowsCountEveryRequest() {
        Requests requests = requests();
        TimeSpan span = requests.span().orElseThrow();
        HeatGrid grid = Distribution.heatMap(requests, Selection.ALL, span, ZoneOffset.UTC, Work.NONE);
        assertEquals(1_000, grid.total());
        Windows windows = Distribution.overTime(requests, Selection.ALL, 1_000_000_000L, Work.NONE);
        assertEquals(1_000, Arrays.stream(windows.counts()).sum());
        assertEquals(50 * MILLI, windows.values()[0][0]);
        assertTrue(Double.isNaN(windows.values()[2][0]), "100 requests carry no p99");
        assertEquals(100, windows.rate(0), 1e-9);
        assertEquals(1_000, Arrays.stream(org.tailwright.statistics.shapes.Binned.of(Sample.of(requests, Work.NONE), org.tailwright.statistics.shapes.Shape.Spacing.LOG).counts()).sum(), 1e-6);
    }

    @Test
    void exemplarsAreTheSlowestRealRows() {
        var slowest = Exemplars.slowest(requests(), Selection.ALL.banded(Optional.of(new Selection.Band(0, 900 * MILLI))), 3, Work.NONE);
        assertEquals(3, slowest.size());
        assertEquals(899 * MILLI, slowest.getFirst().durationNanos());
        assertEquals("200", slowest.getFirst().values().get(Requests.STATUS));
        assertEquals(101, slowest.getFirst().row());
    }

    @Test
    void factsGreyWhatCannotBeCarried() {
        var other = Latency.ANALYSIS.run(Inputs.of(requests()), Map.of("percentiles", "p75, 20"), Work.NONE).section();
        assertEquals(List.of("p20", "p75", "max"), other.blocks().stream().filter(Block.Facts.class::isInstance).map(Block.Facts.class::cast).findFirst().orElseThrow()
                .facts().stream().map(Block.Fact::label).limit(3).toList());
        var section = Latency.ANALYSIS.run(Inputs.of(requests()), Map.of(), Work.NONE).section();
        Block.Facts facts = (Block.Facts) section.blocks().getFirst();
        assertFalse(facts.facts().get(3).supported());
        assertTrue(facts.facts().get(4).supported());
        assertEquals("max", facts.facts().get(4).label());
    }
}
