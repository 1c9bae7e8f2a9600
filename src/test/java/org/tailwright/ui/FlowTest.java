package org.tailwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Plot;
import org.tailwright.readers.ReadOptions;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.report.Export;
import org.tailwright.ui.report.Reporting;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;
import org.tailwright.work.Work;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.Opening;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The main job on the sample investigation: open, brush, undo, fit, simulate, report.
@ExtendWith(ApplicationExtension.class)
class FlowTest {
    private static final Path SAMPLE = Path.of("sample-datasets", "checkout");

    @TempDir
    Path folder = Path.of("");

    private @Nullable MainWindow window;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage, Wiring.standard(), Session.empty(), Recent.forgetful(), Platform::runLater, 1000, 800);
        stage.show();
    }

    @Test
    void fromTheFilesToTheReport(FxRobot robot) throws TimeoutException, IOException {
        robot.interact(() -> context().library().open(List.of(SAMPLE.resolve("openloop.jtl.gz"), SAMPLE.resolve("staircase.jtl.gz"))));
        until(() -> session().open().size() == 2 && idle());
        assertEquals("distribution", session().place().view());

        brush(robot, heatMap(robot));
        until(() -> session().selection().window().isPresent() && session().selection().band().isPresent());
        until(this::idle);
        assertTrue(robot.lookup(".chip").queryAll().size() >= 2);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> session().selection().isAll() && idle());

        go(robot, "scalability");
        until(() -> charts(robot).stream().anyMatch(each -> each.chart().filter(chart -> chart.title().startsWith("Throughput")).isPresent()));
        go(robot, "simulation");
        until(() -> charts(robot).stream().anyMatch(each -> each.chart().filter(chart -> chart.title().startsWith("Probability")).isPresent()));
        assertEquals(List.of(), context().jobs().failures());

        Opened opened = Opening.open(List.of(SAMPLE.resolve("openloop.jtl.gz")),
                ReadOptions.DEFAULT, Work.NONE);
        Path file = folder.resolve("flow.html");
        Reporting.Question question = Reporting.Question.of("Flow", opened, session());
        robot.interact(() -> new Export(context().jobs(), context().dialogs(), Wiring.standard().reporting()).write(file, question));
        until(() -> idle() && Files.exists(file));
        assertEquals(List.of(), context().jobs().failures());
        assertTrue(Files.readString(file).contains("p99"));
        robot.interact(() -> new Export(context().jobs(), context().dialogs(), Wiring.standard().reporting()).charts(folder, question));
        until(this::idle);
        assertEquals(List.of(), context().jobs().failures());
        assertTrue(Files.size(folder.resolve("latency-percentiles.png")) > 5_000 && Files.readString(folder.resolve("latency-percentiles.svg")).startsWith("<svg"));
    }

    private void go(FxRobot robot, String view) throws TimeoutException {
        robot.interact(() -> context().store().go(place -> place.in(view)));
        until(this::idle);
    }

    private static List<ChartPane> charts(FxRobot robot) {
        return robot.lookup(".chart-pane").queryAll().stream().map(ChartPane.class::cast).filter(Node::isVisible).toList();
    }

    private static ChartPane heatMap(FxRobot robot) throws TimeoutException {
        Callable<Optional<ChartPane>> find = () -> charts(robot).stream().filter(each -> each.picture().isPresent()
                && each.chart().stream().flatMap(chart -> chart.layers().stream()).anyMatch(Layer.Heat.class::isInstance)).findFirst();
        until(() -> find.call().isPresent());
        return charts(robot).stream().filter(each -> each.chart().stream().flatMap(chart -> chart.layers().stream())
                .anyMatch(Layer.Heat.class::isInstance)).findFirst().orElseThrow();
    }

    /// Drags a box over the middle of the plot.
    private static void brush(FxRobot robot, ChartPane chart) {
        Plot plot = chart.picture().orElseThrow().plot();
        assertNotNull(plot);
        Bounds bounds = chart.localToScreen(chart.getBoundsInLocal());
        Point2D from = new Point2D(bounds.getMinX() + plot.area().x() + plot.area().width() * 0.4, bounds.getMinY() + plot.area().y() + plot.area().height() * 0.2);
        Point2D to = new Point2D(from.getX() + plot.area().width() * 0.3, from.getY() + plot.area().height() * 0.5);
        robot.drag(from, MouseButton.PRIMARY).moveTo(to).drop();
    }

    private Context context() {
        MainWindow open = window;
        assertNotNull(open);
        return open.context();
    }

    private Session session() {
        return context().store().session();
    }

    private boolean idle() {
        return context().jobs().idle().get();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
