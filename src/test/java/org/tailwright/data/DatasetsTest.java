package org.tailwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class DatasetsTest {
    private static final Origin ORIGIN = new Origin("x", Path.of("x"), "test", Trust.clean(0));

    private static Table events(long... durations) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, new long[durations.length]));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        return Table.of(columns);
    }

    @Test
    void aWindowKeepsIntervalsThatBeginInside() {
        Histograms data = new Histograms(ORIGIN, List.of(interval("", 0, 5), interval("", 10, 6), interval("", 20, 7)), 1, true);
        Histograms inside = Selection.ALL.within(Optional.of(new TimeSpan(5, 20))).of(data);
        assertEquals(List.of(data.intervals().get(1)), inside.intervals());
        assertEquals(data, Selection.ALL.of(data));
    }

    private static Histograms.Interval interval(String tag, long start, long... values) {
        Histogram histogram = new Histogram(3);
        for (long value : values) {
            histogram.recordValue(value);
        }
        return new Histograms.Interval(Optional.of(new TimeSpan(start, start + 10)), tag, histogram, Double.NaN, false);
    }

    @Test
    void histogramsAreAddedUpWithinTheirTag() {
        Histograms data = new Histograms(ORIGIN, List.of(interval("a", 0, 5, 6), interval("b", 0, 900), interval("a", 10, 7)), 1, true);
        assertEquals(List.of("a", "b"), data.tags());
        assertEquals(3, data.total("a").total());
        assertEquals(7, data.total("a").most());
        assertEquals(0, data.total("c").total());
        assertEquals(2, data.intervals().getFirst().buckets().histogram().getTotalCount(), "the parts stay as they are");
        assertEquals(Optional.of(new TimeSpan(0, 20)), data.span());
    }

    @Test
    void aSeriesIsFoundByItsNameAndTitledWithItsLabels() {
        Metrics.Series first = new Metrics.Series("cpu", Map.of("zone", "z", "host", "a"), Longs.of(Unit.TIME, 5, 9), Doubles.of(Unit.RATIO, 0.5, 0.6));
        Metrics.Series empty = new Metrics.Series("heap", Map.of(), Longs.of(Unit.TIME), Doubles.of(Unit.BYTES));
        Metrics data = new Metrics(ORIGIN, List.of(empty, first));
        assertEquals("cpu{host=a, zone=z}", data.named("cpu").orElseThrow().title());
        assertEquals("heap", empty.title());
        assertTrue(data.named("disk").isEmpty());
        assertEquals(2, data.rows());
        assertEquals(Optional.of(new TimeSpan(5, 9)), data.span());
        assertThrows(IllegalArgumentException.class,
                () -> new Metrics.Series("cpu", Map.of(), Longs.of(Unit.TIME, 1), Doubles.of(Unit.RATIO)));
    }

    @Test
    void aRecordingOffersItsLastingEventsAsRequests() {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("few", events(1));
        tables.put("many", events(1, 2, 3));
        tables.put("moments", Table.of(new LinkedHashMap<>(Map.of(Requests.START, Longs.of(Unit.TIME, 1, 2, 3, 4)))));
        Recording data = new Recording(ORIGIN, tables, Map.of("few", 1L, "many", 3L, "other", 9L), Stacks.none(),
                Map.of("many#threshold", "20 ms"), Optional.empty());
        assertEquals(List.of("many", "few"), data.lasting());
        assertEquals(13, data.rows());
        Requests many = data.requests("many").orElseThrow();
        assertEquals("x many", many.name());
        assertEquals(20_000_000, many.meaning().floorNanos());
        assertEquals(List.of("only events of at least 20 ms were recorded"), many.meaning().caveats());
        assertTrue(data.requests("few").orElseThrow().meaning().caveats().isEmpty());
        assertTrue(data.requests("moments").isEmpty());
        assertTrue(Requests.of(data).isEmpty(), "one type must be named");
    }

    @Test
    void loadPointsSpanTheirSteps() {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(LoadPoints.LOAD, Doubles.of(Unit.COUNT, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> new LoadPoints(ORIGIN, Table.of(columns), LoadPoints.Axis.USERS));
        columns.put(LoadPoints.THROUGHPUT, Doubles.of(Unit.PER_SECOND, 10, 19));
        assertTrue(new LoadPoints(ORIGIN, Table.of(columns), LoadPoints.Axis.USERS).span().isEmpty());
        columns.put("start", Longs.of(Unit.TIME, 100, 0));
        columns.put("end", Longs.of(Unit.TIME, 200, 50));
        LoadPoints data = new LoadPoints(ORIGIN, Table.of(columns), LoadPoints.Axis.UNKNOWN);
        assertEquals(Optional.of(new TimeSpan(0, 200)), data.span());
        assertEquals("load", data.axis().words());
    }

    @Test
    void trustKeepsItsSentencesFromChanging() {
        List<String> assumed = new ArrayList<>(List.of("times are UTC"));
        Trust trust = new Trust(10, 1, assumed, List.of());
        assumed.clear();
        assertEquals(List.of("times are UTC"), trust.assumed());
        assertThrows(UnsupportedOperationException.class, () -> trust.assumed().add("more"));
    }

    @Test
    void spansOfTimeEndExclusively() {
        TimeSpan span = new TimeSpan(10, 20);
        assertTrue(span.contains(10));
        assertFalse(span.contains(20));
        assertFalse(span.overlaps(new TimeSpan(20, 30)));
        assertEquals(new TimeSpan(5, 20), span.union(new TimeSpan(5, 6)));
        assertThrows(IllegalArgumentException.class, () -> new TimeSpan(2, 1));
    }
}
