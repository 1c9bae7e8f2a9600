package org.tailwright.statistics.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Column;
import org.tailwright.data.Flags;
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
import org.tailwright.work.Work;

/// Rows counted a block at a time, in order or not, by one core or several, come to what counting each row comes to.
class PopulationTest {
    private static Requests requests(int rows, boolean ordered) {
        SplittableRandom random = new SplittableRandom(7);
        long[] starts = new long[rows];
        long[] durations = new long[rows];
        int[] hosts = new int[rows];
        BitSet failed = new BitSet();
        for (int row = 0; row < rows; row++) {
            starts[row] = 1_000_000L * (ordered ? row + (row < rows / 2 ? 0 : rows) : random.nextInt(rows));
            durations[row] = (long) (1e6 * Math.exp(random.nextDouble() * 4));
            hosts[row] = random.nextInt(6) - 1;
            failed.set(row, random.nextInt(9) == 0);
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        columns.put("host", Texts.of(hosts, new Texts.Dictionary(new String[] {"a", "b", "c", "d", "e"})));
        columns.put(Requests.FAILED, Flags.of(failed, rows));
        return new Requests(new Origin("r", Path.of("r"), "test", Trust.clean(rows)), Table.of(columns), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 0));
    }

    @Test
    void countsAreThoseOfEachRow() {
        for (int rows : new int[] {900, 130_000}) {
            for (boolean ordered : new boolean[] {true, false}) {
                Requests requests = requests(rows, ordered);
                Population population = Population.of(requests, Work.NONE);
                TimeSpan span = requests.span().orElseThrow();
                Optional<TimeSpan> window = Optional.of(new TimeSpan(span.start() + span.length() / 9, span.start() + span.length() * 2 / 3));
                Optional<Selection.Band> band = Optional.of(new Selection.Band(5_000_000, 40_000_000));
                for (Selection each : List.of(Selection.ALL, new Selection(window, Optional.empty(), List.of()), new Selection(Optional.empty(), band, List.of()),
                        new Selection(window, band, List.of(new Selection.Filter("host", "c"))))) {
                    same(each(population, each.inside(requests)), population.count(each, Work.NONE));
                    same(each(population, each.inside(requests).negate()), population.count(each.inside(requests).negate(), Work.NONE));
                }
            }
        }
    }

    private static Counts each(Population population, IntPredicate inside) {
        Requests requests = population.requests();
        Counts counts = Counts.none(population.attributes(), population.blocks().count());
        for (int row = 0; row < requests.table().rows(); row++) {
            if (inside.test(row)) {
                counts.add(population.attributes(), new int[] {row}, new int[] {population.blocks().of(requests.starts().at(row))}, 1);
            }
        }
        return counts;
    }

    private static void same(Counts expected, Counts found) {
        assertArrayEquals(expected.rows(), found.rows());
        assertArrayEquals(expected.values(), found.values());
    }
}
