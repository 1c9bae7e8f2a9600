package org.tailwright.ui.views.overtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tailwright.charts.Scale;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Unit;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Brush;
import org.tailwright.ui.views.Desks;
import org.tailwright.work.Work;

class OverTimeModelTest {
    private final Requests requests = Desks.requests("run", 20_000);
    private final Context context = Desks.of(requests, metrics(8));
    private final OverTimeModel model = new OverTimeModel(context);

    private static Metrics metrics(int series) {
        long[] times = IntStream.range(0, 20).mapToLong(i -> Desks.START + i * 1_000_000_000L).toArray();
        double[] values = IntStream.range(0, 20).mapToDouble(i -> i).toArray();
        return new Metrics(Desks.origin("host", 20), IntStream.range(0, series).mapToObj(i -> new Metrics.Series("m" + i, Map.of(),
                Longs.of(Unit.TIME, times), Doubles.of(Unit.NONE, values))).toList());
    }

    @BeforeEach
    void ask() {
        model.ask(context.store().session());
    }

    private Board board() {
        return Objects.requireNonNull(model.latest().state().answer());
    }

    @Test
    void allChartsHaveTheSameTimeAxis() {
        assertThat(board().tracks()).hasSize(3 + OverTimeModel.FIRST);
        assertThat(board().tracks()).extracting(each -> each.chart().x().scale()).allMatch(each -> each instanceof Scale.Time time
                && time.startNanos() == board().span().start() && time.endNanos() == board().span().end());
    }

    @Test
    void metricsAreChosenOneByOne() {
        assertThat(model.shows("m5")).isTrue();
        assertThat(model.shows("m6")).isFalse();
        model.toggle("m6");
        model.toggle("m0");
        assertThat(board().tracks()).extracting(each -> each.chart().title()).contains("m6").doesNotContain("m0");
    }

    @Test
    void zoomingBeginsAtWhatIsShown() {
        TimeSpan before = board().span();
        model.zoom(before.start() + 0.5 * before.length(), 0.5);
        model.ask(context.store().session());
        assertThat((double) board().span().length()).isCloseTo(0.5 * before.length(), within(1000.0)); // a double of nanoseconds since the epoch has steps of 256
        model.pan(1);
        assertThat(context.store().session().timeline().visible().orElseThrow().start()).isGreaterThan(board().span().start());
    }

    @Test
    void brushingSelectsAWindowAndTheChartsStay() {
        Board before = board();
        model.brush(new Brush(Desks.START + 1e9, Desks.START + 2e9, 0, 1, false));
        model.ask(context.store().session());
        assertThat(context.store().session().selection().window()).contains(new TimeSpan(Desks.START + 1_000_000_000L, Desks.START + 2_000_000_000L));
        assertThat(board()).isSameAs(before);
        model.reset();
        assertThat(context.store().session().selection().isAll()).isTrue();
    }

    @Test
    void timeUnderWayIsTheSumOfAllDurations() {
        TimeSpan span = requests.span().orElseThrow();
        double width = span.length() / 240.0;
        double[] busy = Concurrency.busy(requests, span, width, Work.NONE);
        double total = Arrays.stream(requests.durations().toArray()).asDoubleStream().sum();
        assertThat(Arrays.stream(busy).sum() * width).isCloseTo(total, within(1e-6 * total));
    }

    @Test
    void aStretchWithoutDataHasNoTracks() {
        Board.Question empty = new Board.Question(Optional.of(requests), Selection.ALL, new TimeSpan(0, 1_000_000), List.of(),
                List.of(), ZoneOffset.UTC);
        assertThat(Board.of(empty, Work.NONE).tracks()).isEmpty();
    }
}
