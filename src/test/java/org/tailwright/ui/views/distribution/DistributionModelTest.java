package org.tailwright.ui.views.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tailwright.charts.Chart;
import org.tailwright.charts.ColourScale;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Role;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.statistics.Latency;
import org.tailwright.statistics.shapes.Shape;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Brush;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.views.Desks;
import org.tailwright.ui.views.PauseMarks;
import org.tailwright.work.Work;

class DistributionModelTest {
    private static final int N = 20_000;
    private final Requests requests = Desks.requests("run", N);
    private final Context context = Desks.of(requests);
    private final DistributionModel model = new DistributionModel(context);

    @BeforeEach
    void ask() {
        model.ask(context.store().session());
    }

    @Test
    void estimatesComeFirstAndIntervalsAfterThem() {
        Curves estimate = Objects.requireNonNull(model.curves().state().answer());
        Curves best = model.best(estimate);
        assertThat(Objects.requireNonNull(estimate.curve()).hasBand()).isFalse();
        assertThat(Objects.requireNonNull(best.curve()).hasBand()).isTrue();
        assertThat(best.curve().values()).isEqualTo(estimate.curve().values());
    }

    @Test
    void numbersAreThoseOfTheAnalysis() {
        Answers answers = Objects.requireNonNull(model.numbers().state().answer());
        assertThat(answers.result().orElseThrow().all()).isEqualTo(Latency.of(requests, Work.NONE).all());
        assertThat(answers.labels()).extracting("label").containsExactly("a", "b");
    }

    /// The first second of the run, whose 1000 requests stand for 20,000 in the histogram.
    @Test
    void theBaselineStandsGreyBehindEachShape() {
        Selection first = Selection.ALL.within(Optional.of(new TimeSpan(Desks.START, Desks.START + 1_000_000_000L)));
        context.store().ask(now -> now.with(Optional.of(new Questions.Baseline("run", first))));
        model.ask(context.store().session());
        for (Shape shape : List.of(Shape.PERCENTILES, Shape.HISTOGRAM, Shape.CUMULATIVE, Shape.EXCEEDANCE)) {
            model.set("shape", shape.name().toLowerCase(java.util.Locale.ROOT));
            Chart chart = Pictures.shaped(Objects.requireNonNull(model.curves().state().answer()), Selection.ALL, model).orElseThrow();
            List<Layer.Line> grey = chart.layers().stream().filter(Layer.Line.class::isInstance).map(Layer.Line.class::cast).filter(each -> each.role() == Role.BASELINE).toList();
            assertThat(grey).as(shape.name()).hasSize(1);
            assertThat(grey.getFirst().label()).isEqualTo("baseline");
            if (shape == Shape.HISTOGRAM) {
                Layer.Bars bars = chart.layers().stream().filter(Layer.Bars.class::isInstance).map(Layer.Bars.class::cast).findFirst().orElseThrow();
                double[] heights = Arrays.copyOf(grey.getFirst().ys(), bars.highs().length);
                assertThat(Arrays.stream(heights).sum()).isCloseTo(Arrays.stream(bars.highs()).sum(), org.assertj.core.data.Percentage.withPercentage(12));
                assertThat(chart.y().scale().high()).isGreaterThan(Arrays.stream(heights).max().orElseThrow());
            }
        }
        context.store().ask(now -> now.with(Optional.of(new Questions.Baseline("run", Selection.ALL))));
        model.ask(context.store().session());
        assertThat(model.beside()).as("what is shown anyway needs no grey line").isEmpty();
    }

    @Test
    void aBoxInTheHeatMapSelectsWindowAndBand() {
        model.brushTime(new Brush(Desks.START + 1e9, Desks.START + 3e9, 90e6, 210e6, true));
        Selection selection = context.store().session().selection();
        assertThat(selection.window()).contains(new TimeSpan(Desks.START + 1_000_000_000L, Desks.START + 3_000_000_000L));
        assertThat(selection.band().orElseThrow().contains(150_000_000L)).isTrue();
        assertThat(selection.band().orElseThrow().contains(15_000_000L)).isFalse();
        assertThat(selection.of(requests).rows()).isEqualTo(200);
    }

    @Test
    void aLevelDragOverPercentilesSelectsTheirDurations() {
        model.brushCurve(new Brush(0.9, 0.99, 0, 1e12, false));
        Selection.Band band = context.store().session().selection().band().orElseThrow();
        Curves curves = Objects.requireNonNull(model.curves().state().answer());
        assertThat(curves.percentileOf(band.lowest())).isBetween(0.899, 0.901);
        assertThat(curves.percentileOf(band.beyond() - 1)).isBetween(0.989, 0.991);
    }

    @Test
    void theSelectionNarrowsRowsAndNumbersButNotTheTimeCharts() {
        Times before = Objects.requireNonNull(model.times().state().answer());
        model.brushTime(new Brush(Desks.START, Desks.START + 1e9, 0, 1e12, false));
        model.ask(context.store().session());
        assertThat(Objects.requireNonNull(model.times().state().answer())).isSameAs(before);
        assertThat(Objects.requireNonNull(model.numbers().state().answer()).result().orElseThrow().all().n()).isEqualTo(1000);
        assertThat(Objects.requireNonNull(model.slowest().state().answer())).hasSize(DistributionModel.LISTED)
                .allMatch(each -> each.start() < Desks.START + 1_000_000_000L);
        assertThat(Objects.requireNonNull(model.curves().state().answer()).everything()).isNotNull();
    }

    @Test
    void resettingKeepsFilters() {
        model.filter(Requests.LABEL, "a");
        model.brushTime(new Brush(Desks.START, Desks.START + 1e9, 10e6, 20e6, true));
        model.reset();
        assertThat(context.store().session().selection())
                .isEqualTo(new Selection(Optional.empty(), Optional.empty(), List.of(new Selection.Filter(Requests.LABEL, "a"))));
        model.filter(Requests.LABEL, "a");
        assertThat(context.store().session().selection().isAll()).isTrue();
    }

    @Test
    void openingATraceGoesThereWithNothingElseInTheWay() {
        model.brushTime(new Brush(Desks.START, Desks.START + 1e9, 10e6, 20e6, true));
        model.openTrace("t9");
        assertThat(context.store().session().place().view()).isEqualTo("traces");
        assertThat(context.store().session().selection().of(requests).rows()).isEqualTo(1);
    }

    @Test
    void theObjectiveShownIsTheOneForWhatIsFiltered() {
        List<Objective> objectives = List.of(Objective.parse("p99<50ms where label=b"), Objective.parse("errors<1%"), Objective.parse("p99<90ms"));
        assertThat(Curves.Question.limit(Selection.ALL, objectives)).contains(90e6);
        assertThat(Curves.Question.limit(Selection.ALL.toggled(new Selection.Filter(Requests.LABEL, "b")), objectives)).contains(50e6);
    }

    @Test
    void chartsShowTheSelection() {
        model.brushTime(new Brush(Desks.START + 1e9, Desks.START + 3e9, 90e6, 210e6, true));
        Selection selection = context.store().session().selection();
        Curves curves = Objects.requireNonNull(model.curves().state().answer());
        Times times = Objects.requireNonNull(model.times().state().answer());
        assertThat(Pictures.curve(curves, selection, Optional.empty()).orElseThrow().layers()).anyMatch(Layer.SpanX.class::isInstance);
        assertThat(Pictures.heat(times, ColourScale.SQRT, Optional.empty(), selection).orElseThrow().layers()).anyMatch(Layer.Box.class::isInstance);
        assertThat(Pictures.overTime(times, Optional.empty(), selection, new PauseMarks(new double[] {Desks.START}, new double[] {Desks.START + 1e6}),
                List.of()).orElseThrow().layers()).anyMatch(Layer.Events.class::isInstance);
    }

    @Test
    void everyShapeShowsTheThresholdAndTheBand() {
        model.threshold(50e6);
        model.brushLatency(new Brush(20e6, 90e6, 0, 1, false));
        for (Shape shape : Shape.values()) {
            model.set("shape", shape.name().toLowerCase(java.util.Locale.ROOT));
            model.ask(context.store().session());
            Curves curves = Objects.requireNonNull(model.curves().state().answer());
            Chart chart = Pictures.shaped(curves, context.store().session().selection(), model).orElseThrow();
            assertThat(chart.layers()).as(shape.title()).anyMatch(Layer.SpanX.class::isInstance)
                    .anyMatch(each -> each instanceof Layer.RuleX rule && rule.role() == Role.ACCENT || each instanceof Layer.RuleY level && level.role() == Role.ACCENT);
        }
        assertThat(context.store().session().selection().band().orElseThrow().lowest()).isEqualTo(20_000_000);
    }

    @Test
    void aThresholdReadsTheShareBeyondAndCanBecomeAnObjective() {
        model.threshold(50.04e6);
        model.ask(context.store().session());
        DistributionCharts.Limit limit = model.thresholdLimit().orElseThrow();
        assertThat(limit.limitNanos()).isEqualTo(50e6);
        Curves curves = Objects.requireNonNull(model.curves().state().answer());
        assertThat(limit.beyond().value()).isEqualTo(Objects.requireNonNull(curves.shown()).beyond(50_000_000));
        assertThat(ThresholdRow.objective(limit, Selection.ALL.toggled(new Selection.Filter(Requests.LABEL, "a")))).endsWith("<50ms where label=a");
        model.dragThreshold(70e6);
        assertThat(model.thresholdLimit().orElseThrow().limitNanos()).isEqualTo(70e6);
        model.threshold(0);
        assertThat(model.thresholdLimit()).isEmpty();
    }

    @Test
    void behindTheCurveStandOmissionAndDefinitions() {
        Depths depths = Objects.requireNonNull(model.depths().state().answer());
        assertThat(depths.omission()).isPresent();
        assertThat(depths.definitions().orElseThrow().values()).hasSize(10);
    }

    @Test
    void anEmptySelectionHasNoChart() {
        context.store().select(now -> now.within(Optional.of(new TimeSpan(0, 1))));
        model.ask(context.store().session());
        assertThat(Pictures.curve(Objects.requireNonNull(model.curves().state().answer()), Selection.ALL, Optional.empty())).isEmpty();
        assertThat(Objects.requireNonNull(model.numbers().state().answer()).result()).isEmpty();
    }
}
