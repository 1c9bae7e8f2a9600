package org.tailwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tailwright.charts.Plot;
import org.tailwright.data.Selection;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Dragging over a chart of any view that shows time or latency sets the one selection.
@ExtendWith(ApplicationExtension.class)
class BrushTest {
    private static final Path SAMPLE = Path.of("sample-datasets", "checkout");

    private @Nullable MainWindow window;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage, Wiring.standard(), Session.empty(), Recent.forgetful(), Platform::runLater, 1280, 900);
        stage.show();
    }

    @Test
    void everyViewOverTimeOrLatencyBrushes(FxRobot robot) throws TimeoutException {
        robot.interact(() -> context().library().open(List.of(SAMPLE.resolve("openloop.jtl.gz"), SAMPLE.resolve("service.jfr"), SAMPLE.resolve("latency.hlog"), SAMPLE.resolve("spans.jsonl.gz"))));
        until(() -> context().store().session().open().size() == 4 && idle());
        TreeMap<String, Integer> brushed = new TreeMap<>();
        for (String view : List.of("distribution", "over-time", "histograms", "recording", "traces")) {
            robot.interact(() -> context().store().go(place -> place.in(view)));
            until(this::idle);
            for (ChartPane chart : charts(robot)) {
                if (drag(robot, chart)) {
                    brushed.merge(view, 1, Integer::sum);
                    Selection selection = context().store().session().selection();
                    assertTrue(selection.window().isPresent() || selection.band().isPresent(), view + ": " + selection);
                    robot.interact(() -> context().store().select(_ -> Selection.ALL));
                    until(this::idle);
                }
            }
        }
        robot.interact(() -> {
            context().store().go(place -> place.of("openloop.jtl").in("compare"));
            context().store().ask(now -> now.with(Optional.of(new Questions.Baseline("spans.jsonl", Selection.ALL))));
        });
        until(this::idle);
        for (ChartPane chart : charts(robot)) {
            if (drag(robot, chart)) {
                assertTrue(context().store().session().selection().band().isPresent());
                brushed.merge("compare", 1, Integer::sum);
                robot.interact(() -> context().store().select(_ -> Selection.ALL));
                until(this::idle);
            }
        }
        assertEquals(List.of(), context().jobs().failures());
        assertEquals(Map.of("distribution", 3, "over-time", 3, "histograms", 2, "recording", 1, "traces", 1, "compare", 2), brushed);
    }

    /// Whether a drag over the middle of the plot selected something.
    private boolean drag(FxRobot robot, ChartPane chart) throws TimeoutException {
        Plot plot = chart.picture().map(each -> each.plot()).orElse(null);
        Bounds bounds = chart.localToScreen(chart.getBoundsInLocal());
        if (plot == null || bounds == null || plot.area().width() < 60 || bounds.getMaxY() > 900) {
            return false;
        }
        Point2D from = new Point2D(bounds.getMinX() + plot.area().x() + plot.area().width() * 0.4, bounds.getMinY() + plot.area().y() + plot.area().height() * 0.3);
        robot.drag(from, MouseButton.PRIMARY).moveTo(from.add(plot.area().width() * 0.3, plot.area().height() * 0.4)).drop();
        until(this::idle);
        return !context().store().session().selection().isAll();
    }

    private static List<ChartPane> charts(FxRobot robot) {
        return robot.lookup(".chart-pane").queryAll().stream().map(ChartPane.class::cast).filter(Node::isVisible).toList();
    }

    private Context context() {
        MainWindow open = window;
        assertNotNull(open);
        return open.context();
    }

    private boolean idle() {
        return context().jobs().idle().get();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
