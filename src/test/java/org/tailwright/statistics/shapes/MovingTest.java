package org.tailwright.statistics.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.tailwright.charts.HeatGrid;
import org.tailwright.data.Column;
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
import org.tailwright.statistics.Quantiles;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class MovingTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int N = 20_000;

    /// One request every 5 ms for 100 s, in turn of label a and b; b takes ten times as long.
    private static Requests requests() {
        var random = Seeds.stream(3, "moving", 0);
        long[] starts = new long[N];
        long[] durations = new long[N];
        Texts.Builder labels = Texts.builder();
        for (int i = 0; i < N; i++) {
            starts[i] = i * 5_000_000L;
            durations[i] = Math.round((i % 2 == 0 ? 1 : 10) * 2e6 * Math.exp(0.4 * random.nextGaussian()));
            labels.add(i % 2 == 0 ? "a" : "b");
        }
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        columns.put(Requests.LABEL, labels.build());
        return new Requests(new Origin("x", Path.of("x"), "test", Trust.clean(N)), Table.of(columns), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 0));
    }

    @Test
    void percentilesOfMergedHistogramsAreThoseOfTheirRows() {
        Requests requests = requests();
        Moving moving = Moving.of(requests, new TimeSpan(0, 100 * SECOND), 4 * SECOND, new double[] {0.5, 0.99}, Work.NONE);
        assertThat(moving.values()[0]).hasSize(97);
        for (int window : new int[] {0, 1, 50, 96}) {
            long[] own = Arrays.copyOfRange(requests.durations().toArray(), window * 200, window * 200 + 800);
            Arrays.sort(own);
            assertThat(moving.values()[0][window]).isCloseTo(Quantiles.ofSorted(own, 0.5), within(0.01 * Quantiles.ofSorted(own, 0.5)));
            assertThat(moving.values()[1][window]).isCloseTo(Quantiles.ofSorted(own, 0.99), within(0.01 * Quantiles.ofSorted(own, 0.99)));
            assertThat(moving.middleOf(window)).isEqualTo((window + 2.0) * SECOND);
        }
    }

    @Test
    void aWindowThatCannotCarryItsPercentileIsAGap() {
        Moving moving = Moving.of(requests(), new TimeSpan(0, 100 * SECOND), SECOND, new double[] {0.5, 0.99}, Work.NONE);
        assertThat(moving.values()[0]).doesNotContain(Double.NaN);
        assertThat(moving.values()[1]).containsOnly(Double.NaN);
    }

    @Test
    void bucketsAreNarrow() {
        for (long value : new long[] {1, 2, 127, 128, 129, 1_000_000, 123_456_789, 77_000_000_000L}) {
            assertThat(Moving.middle(Moving.bucket(value))).isCloseTo(value, within(0.005 * value + 0.01));
        }
    }

    @Test
    void offsetsCountEveryStartOnce() {
        Requests requests = requests();
        HeatGrid grid = Distribution.offsets(requests, new TimeSpan(0, 100 * SECOND), ZoneOffset.UTC, Work.NONE);
        assertThat(grid.total()).isEqualTo(N);
        long first = 0;
        for (int column = 0; column < grid.columns(); column++) {
            first += grid.count(column, 0);
        }
        // Of 200 starts a second four lie in its first 20 ms.
        assertThat(first).isEqualTo(400);
        assertThat(Distribution.offsets(new Selection(Optional.empty(), Optional.empty(), java.util.List.of(new Selection.Filter(Requests.LABEL, "a"))).of(requests),
                new TimeSpan(0, 100 * SECOND), ZoneOffset.UTC, Work.NONE).total()).isEqualTo(N / 2);
    }

    @Test
    void aRowAndARidgeForEachLabel() {
        Requests requests = requests();
        LabelTimes times = LabelTimes.of(requests, new TimeSpan(0, 100 * SECOND), Work.NONE);
        assertThat(times.rows()).extracting(LabelTimes.Row::label).containsExactly("a", "b");
        assertThat(times.words(50e9, 0, ZoneOffset.UTC)).startsWith("b\n");
        assertThat(times.labelAt(1)).contains("a");
        Ridges ridges = Ridges.of(requests, Work.NONE);
        assertThat(ridges.ridges()).allSatisfy(each -> assertThat(Arrays.stream(each.counts()).sum()).isEqualTo(N / 2));
        assertThat(ridges.labelAt(0)).isEqualTo("b");
        assertThat(ridges.ridges().getFirst().p50()).isCloseTo(2_000_000, within(60_000L));
    }
}
