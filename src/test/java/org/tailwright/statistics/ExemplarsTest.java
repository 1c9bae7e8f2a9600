package org.tailwright.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Table;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.work.Work;

/// The slowest rows and the scanned durations are those that sorting and looking at each row give, with many equal durations.
class ExemplarsTest {
    private static Requests requests(int rows) {
        SplittableRandom random = new SplittableRandom(3);
        Longs.Builder starts = Longs.steps(Unit.TIME, 0, 1_000_000);
        Longs.Builder durations = Longs.steps(Unit.DURATION, 0, 1_000_000);
        for (int row = 0; row < rows; row++) {
            starts.add(row / 2);
            durations.add(random.nextInt(40));
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Requests.DURATION, durations.build());
        return new Requests(new Origin("r", Path.of("r"), "test", Trust.clean(rows)), Table.of(columns), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 0));
    }

    @Test
    void slowestOfAnySelection() {
        for (int rows : new int[] {0, 50, 230_000}) {
            Requests requests = requests(rows);
            for (Selection each : List.of(Selection.ALL, Selection.ALL.banded(Optional.of(new Selection.Band(0, 7_000_000))),
                    Selection.ALL.banded(Optional.of(new Selection.Band(3_000_000, 3_000_001))), Selection.ALL.banded(Optional.of(new Selection.Band(39_000_000, Long.MAX_VALUE))),
                    Selection.ALL.within(Optional.of(new TimeSpan(10_000_000, 20_000_000_000L))))) {
                int[] inside = IntStream.range(0, rows).filter(each.inside(requests)).toArray();
                List<Integer> slowest = IntStream.of(inside).boxed().sorted(Comparator.comparingLong((Integer row) -> requests.durations().at(row)).reversed()).limit(200).toList();
                assertEquals(slowest, Exemplars.slowest(requests, each, 200, Work.NONE).stream().map(Exemplars.Exemplar::row).toList());
                Scan scan = Scan.of(requests, each, Work.NONE);
                org.junit.jupiter.api.Assertions.assertArrayEquals(IntStream.of(inside).mapToLong(requests.durations()::at).toArray(), scan.durations());
            }
        }
    }
}
