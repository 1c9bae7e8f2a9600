package org.tailwright.statistics.shapes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tailwright.charts.HeatGrid;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.statistics.Distribution;
import org.tailwright.statistics.InOrder;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// What is counted by stretches of rows is what is counted by looking at each row, shuffled so that no stretch can be found.
class InOrderTest {
    private static final double[] PS = {0.5, 0.9, 0.99};

    private static Requests requests(int rows, long step, boolean ordered) {
        SplittableRandom random = new SplittableRandom(11);
        long[] starts = new long[rows];
        long[] sizes = new long[rows];
        int[] hosts = new int[rows];
        long now = 1_795_348_800_000_000_000L;
        for (int row = 0; row < rows; row++) {
            now += row == rows / 2 ? rows * 300_000L : random.nextInt(2_000_000);
            starts[row] = now;
            sizes[row] = random.nextInt(30) == 0 ? 0 : (long) (20_000_000 / step * Math.exp(random.nextDouble() * 5));
            hosts[row] = random.nextInt(4);
        }
        Longs.Builder durations = Longs.steps(Unit.DURATION, 0, step);
        Longs.Builder times = Longs.builder(Unit.TIME);
        int[] shown = new int[rows];
        for (int i = 0; i < rows; i++) {
            int row = ordered ? i : (int) ((i * 7919L + 3) % rows);
            times.add(starts[row]);
            durations.add(sizes[row]);
            shown[i] = hosts[row];
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, times.build());
        columns.put(Requests.DURATION, durations.build());
        columns.put("host", Texts.of(shown, new Texts.Dictionary(new String[] {"a", "b", "c", "d"})));
        return new Requests(new Origin("r", Path.of("r"), "test", Trust.clean(rows)), Table.of(columns), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 1_000_000));
    }

    private static List<Selection> selections(Requests requests) {
        TimeSpan span = requests.span().orElseThrow();
        Optional<TimeSpan> window = Optional.of(new TimeSpan(span.start() + span.length() / 5, span.start() + span.length() / 2));
        Selection.Filter filter = new Selection.Filter("host", "c");
        return List.of(Selection.ALL, new Selection(window, Optional.empty(), List.of()), new Selection(Optional.empty(), Optional.empty(), List.of(filter)),
                new Selection(window, Optional.of(new Selection.Band(30_000_000, 900_000_000)), List.of(filter)));
    }

    @Test
    void gridsPercentilesSpansAndSamples() {
        for (int rows : new int[] {1_201, 230_017}) {
            for (long step : new long[] {1, 1_000_000}) {
                Requests ordered = requests(rows, step, true);
                Requests shuffled = requests(rows, step, false);
                assertTrue(ordered.starts().ascends() && !shuffled.starts().ascends());
                for (Selection each : selections(ordered)) {
                    same(ordered, shuffled, each);
                }
            }
        }
    }

    private static void same(Requests ordered, Requests shuffled, Selection selection) {
        InOrder inside = InOrder.of(ordered, selection, Work.NONE).orElseThrow();
        Requests plain = selection.of(shuffled);
        assertEquals(plain.table().rows(), inside.size());
        assertEquals(plain.span(), inside.span(Work.NONE));
        TimeSpan whole = plain.span().orElseThrow();
        for (TimeSpan span : List.of(whole, new TimeSpan(whole.start() + whole.length() / 3, whole.start() + whole.length() / 2), new TimeSpan(whole.start() - 1_000, whole.end() + whole.length()))) {
            HeatGrid expected = Distribution.heatMap(shuffled, selection, span, ZoneOffset.UTC, Work.NONE);
            HeatGrid found = Distribution.heatMap(inside, span, ZoneOffset.UTC, Work.NONE);
            assertArrayEquals(expected.counts(), found.counts());
            assertEquals(expected.outside(), found.outside());
            assertEquals(expected.y(), found.y());
            assertEquals(plain.table().rows(), found.total() + found.outside());
            long width = Moving.width(span, inside.size());
            assertArrayEquals(Moving.of(plain, span, width, PS, Work.NONE).values(), Moving.of(inside, span, width, PS, Work.NONE).values());
        }
        Sample expected = Sample.of(plain, Work.NONE);
        Sample found = Sample.of(ordered, selection, Work.NONE);
        assertArrayEquals(expected.byTime(), found.byTime());
        assertArrayEquals(expected.bySize(), found.bySize());
        assertArrayEquals(expected.bySize(), Sample.of(selection.of(ordered), Work.NONE).bySize());
    }

    @Test
    void weightedRowsKeepTheirWeights() {
        Requests plain = requests(1_201, 1, true);
        double[] weights = new double[1_201];
        java.util.Arrays.setAll(weights, i -> 1 + i % 3);
        Requests weighted = new Requests(plain.origin(), plain.table().with(Requests.WEIGHT, Doubles.of(Unit.NONE, weights)), plain.meaning());
        Selection filter = Selection.ALL.toggled(new Selection.Filter("host", "a"));
        assertEquals(Sample.of(filter.of(weighted), Work.NONE).total(), Sample.of(weighted, filter, Work.NONE).total());
    }
}
