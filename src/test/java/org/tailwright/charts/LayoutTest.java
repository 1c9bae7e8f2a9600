package org.tailwright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
    private static final TextMeasure MEASURE = TextMeasure.bundled();

    static Stream<Chart> charts() {
        return Stream.of(SampleCharts.nines(), SampleCharts.heat(), SampleCharts.usl(), SampleCharts.overTime(), SampleCharts.histogram(),
                SampleCharts.tornado());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void noTextLeavesThePictureOrTouchesAnotherTickAtAnySize(Chart chart) {
        for (double width = 160; width < 1500; width *= 1.31) {
            for (double height = 110; height < 1000; height *= 1.43) {
                Scene scene = Layout.lay(chart, width, height, MEASURE);
                List<Rectangle> ticks = new ArrayList<>();
                for (Mark mark : scene.marks()) {
                    if (mark instanceof Mark.Text text) {
                        Rectangle box = box(text);
                        String where = text.text() + " " + box + " in " + width + " × " + height;
                        assertTrue(box.x() >= -0.5 && box.right() <= width + 0.5, where);
                        assertTrue(box.y() >= -0.5 && box.bottom() <= height + 0.5, where);
                        if (isTick(text)) {
                            assertFalse(ticks.stream().anyMatch(box::overlaps), where);
                            ticks.add(box);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void noTextCoversAnotherAtUsualSizes(Chart chart) {
        for (double[] size : new double[][] {{340, 240}, {440, 380}, {640, 300}, {900, 500}, {1300, 700}}) {
            List<Rectangle> boxes = new ArrayList<>();
            for (Mark mark : Layout.lay(chart, size[0], size[1], MEASURE).marks()) {
                if (mark instanceof Mark.Text text) {
                    Rectangle box = box(text);
                    assertFalse(boxes.stream().anyMatch(box::overlaps), text.text() + " in " + size[0] + " × " + size[1]);
                    boxes.add(box);
                }
            }
        }
    }

    @Test
    void ticksStayApartForRandomRangesAndSizes() {
        Random random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            Quantity quantity = Quantity.values()[random.nextInt(Quantity.values().length)];
            double low = Math.pow(10, random.nextInt(14) - 3) * random.nextDouble();
            double high = low + Math.pow(10, random.nextInt(16) - 3) * (0.01 + random.nextDouble());
            Axis axis = i % 2 == 0 || low == 0 ? Axis.linear("", low, high, quantity) : Axis.log("", low, high, quantity);
            double length = 40 + random.nextInt(1200);
            boolean horizontal = random.nextBoolean();
            List<Tick> ticks = Ticks.fit(axis, length, horizontal, 11, MEASURE);
            for (int k = 1; k < ticks.size(); k++) {
                double apart = (axis.scale().position(ticks.get(k).value()) - axis.scale().position(ticks.get(k - 1).value())) * length;
                double need = !horizontal ? 11 : (width(ticks.get(k)) + width(ticks.get(k - 1))) / 2;
                assertTrue(apart >= need, axis + " " + length + " " + ticks);
            }
        }
    }

    @Test
    void directLabelsArePushedApartAndKeepTheirOrder() {
        double[] places = {100, 101, 102, 103, 300};
        Labels.spread(places, 14, 10, 310);
        for (int i = 1; i < places.length; i++) {
            assertTrue(places[i] - places[i - 1] >= 14 - 0.02, Arrays.toString(places));
        }
        assertEquals(101.5, (places[0] + places[3]) / 2, 0.1);
        assertTrue(places[4] <= 310);
    }

    @Test
    void pixelsAndValuesAreInverse() {
        Plot plot = Layout.lay(SampleCharts.nines(), 440, 380, MEASURE).plot();
        assertNotNull(plot);
        assertEquals(0.99, plot.xAt(plot.px(0.99)), 1e-12);
        assertEquals(250e6, plot.yAt(plot.py(250e6)), 1e-3);
        assertTrue(plot.py(1e9) < plot.py(1e6));
    }

    @Test
    void aLineThatLeavesThePlotIsNamedWhereItLeaves() {
        double[] xs = {0, 10};
        Chart chart = Chart.of("", "", Axis.linear("", 0, 10, Quantity.PLAIN), Axis.linear("", 0, 10, Quantity.PLAIN),
                Layer.Line.of(xs, new double[] {0, 20}, Role.SERIES_1, "steep"), Layer.Line.of(xs, new double[] {0, 10}, Role.SERIES_2, "even"));
        List<EndLabel> ends = EndLabel.of(chart);
        assertEquals(List.of(new EndLabel("steep", Role.SERIES_1, 0.5, 1, false), new EndLabel("even", Role.SERIES_2, 1, 1, true)), ends);
    }

    @Test
    void gapsExtremesAndEmptyLayersDoNotBreakALayout() {
        double[] xs = {1, 2, 3, 4};
        double[] ys = {Double.NaN, 1e300, -1e300, Double.NaN};
        Chart chart = Chart.of("A title that is far too long for the little room that it gets here", "and a note that is as long",
                Axis.linear("x", 0, 5, Quantity.PLAIN), Axis.log("y", 1, 10, Quantity.PLAIN),
                Layer.Line.of(xs, ys, Role.SERIES_1, "wild"), new Layer.Band(xs, ys, ys, Role.SERIES_1, "band"),
                Layer.Line.of(new double[0], new double[0], Role.SERIES_2, "empty"),
                Layer.Points.of(xs, ys, Role.SERIES_3, "points"), new Layer.Events(new double[0], new double[0], "none", Role.BAD),
                Layer.Bars.of(new double[] {1, 2}, new double[] {Double.NaN}, Role.SERIES_4, "bars"));
        Scene scene = Layout.lay(chart, 200, 120, MEASURE);
        assertFalse(SceneText.of(scene).contains("Infinity"));
        assertFalse(Svg.file(scene, Palette.LIGHT).contains("NaN"));
    }

    @Test
    void theSameChartGivesTheSameMarks() {
        assertEquals(SceneText.of(Layout.lay(SampleCharts.heat(), 500, 400, MEASURE)),
                SceneText.of(Layout.lay(SampleCharts.heat(), 500, 400, MEASURE)));
    }

    private static boolean isTick(Mark.Text text) {
        return text.style().role() == Role.MUTED && !text.style().halo() && text.style().size() == Layout.SMALL;
    }

    private static double width(Tick tick) {
        return MEASURE.width(tick.label(), 11, Weight.REGULAR);
    }

    private static Rectangle box(Mark.Text text) {
        double width = MEASURE.width(text.text(), text.style());
        double cap = MEASURE.capHeight(text.style().size());
        return new Rectangle(text.style().anchor().left(text.x(), width), text.y() - cap, width, cap);
    }
}
