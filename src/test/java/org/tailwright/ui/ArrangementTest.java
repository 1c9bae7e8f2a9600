package org.tailwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ArrangementTest {
    private static final Path REQUESTS = Path.of("sample-datasets", "checkout", "staircase.jtl.gz");

    @TempDir
    static Path folder = Path.of("");

    private @Nullable MainWindow first;

    @Start
    void start(Stage stage) {
        first = window(stage);
        stage.show();
    }

    private static MainWindow window(Stage stage) {
        return new MainWindow(stage, Wiring.standard(), Session.empty(), Recent.in(folder.resolve("recent")), Platform::runLater, 1000, 700);
    }

    @Test
    void sizeAndDividersAreAsTheyWereLeft(FxRobot robot) throws TimeoutException {
        MainWindow before = Objects.requireNonNull(first);
        open(robot, before);
        robot.interact(() -> {
            before.stage().setWidth(960);
            before.stage().setHeight(640);
            panes(before, "distribution").setDividerPositions(0.35);
        });
        SplitPane outer = outer(before);
        robot.interact(() -> {
            outer.setDividerPosition(0, 260 / outer.getWidth());
            outer.layout();
            outer.fireEvent(new MouseEvent(MouseEvent.MOUSE_RELEASED, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false, false, false, false, false, false, false, false, false, false, null));
        });
        robot.interact(before.stage()::close);
        AtomicReference<MainWindow> opened = new AtomicReference<>();
        robot.interact(() -> {
            MainWindow again = window(new Stage());
            again.stage().show();
            opened.set(again);
        });
        MainWindow after = Objects.requireNonNull(opened.get());
        open(robot, after);
        assertEquals(960, after.stage().getWidth(), 0.5);
        assertEquals(640, after.stage().getHeight(), 0.5);
        assertEquals(0.35, panes(after, "distribution").getDividerPositions()[0], 0.02);
        assertEquals(260, outer(after).getDividerPositions()[0] * outer(after).getWidth(), 3);
        robot.interact(after.stage()::close);
    }

    private static void open(FxRobot robot, MainWindow window) throws TimeoutException {
        robot.interact(() -> window.context().library().open(List.of(REQUESTS)));
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !window.context().store().session().open().isEmpty() && window.context().jobs().idle().get());
        robot.interact(() -> window.context().store().go(place -> place.in("distribution")));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(window.shell().shown().containsKey("distribution"));
    }

    /// The upper of the view's panes, which lie in each other.
    private static SplitPane panes(MainWindow window, String view) {
        return (SplitPane) Objects.requireNonNull(window.shell().shown().get(view)).lookupAll(".split-pane").iterator().next();
    }

    private static SplitPane outer(MainWindow window) {
        return (SplitPane) window.shell().root().lookupAll(".split-pane").iterator().next();
    }
}
