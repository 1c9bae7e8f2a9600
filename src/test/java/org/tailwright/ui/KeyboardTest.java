package org.tailwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The main job with the keyboard alone: open, look at every view, zoom, select, undo, ask.
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
    private @Nullable MainWindow window;

    @Start
    void start(Stage stage) {
        System.setProperty(Wiring.HOME, Path.of("").toAbsolutePath().toString());
        window = new MainWindow(stage, Wiring.standard(), Session.empty(), Recent.forgetful(), Platform::runLater, 1280, 800);
        stage.show();
        stage.requestFocus();
    }

    @AfterEach
    void forget() {
        System.clearProperty(Wiring.HOME);
    }

    @Test
    void theWholeJob(FxRobot robot) throws TimeoutException {
        command(robot, "open the sample");
        until(() -> session().open().size() >= 5 && idle());
        assertEquals("distribution", session().place().view());

        Set<String> seen = new HashSet<>();
        for (KeyCode digit : new KeyCode[] {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6}) {
            robot.push(KeyCode.CONTROL, digit);
            until(this::idle);
            seen.add(session().place().view());
        }
        assertTrue(seen.size() >= 5, "views reached by keys: " + seen);

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.W);
        until(() -> session().timeline().visible().isPresent());
        robot.push(KeyCode.R);
        until(() -> session().selection().window().isPresent() && idle());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> session().selection().isAll());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        until(() -> session().selection().window().isPresent());
        robot.push(KeyCode.ESCAPE);
        until(() -> session().selection().isAll());

        command(robot, "scalability");
        until(() -> !session().place().view().equals("over-time") && idle());
        assertEquals(0, context().jobs().failures().size(), context().jobs().failures().toString());
    }

    @Test
    void tabReachesManyThingsAndEachShowsThatItHasTheFocus(FxRobot robot) throws TimeoutException {
        command(robot, "open the sample");
        until(() -> session().open().size() >= 5 && idle());
        Set<Node> reached = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            robot.push(KeyCode.TAB);
            Node owner = robot.window(0).getScene().getFocusOwner();
            assertNotNull(owner);
            assertTrue(owner.isFocusVisible(), owner + " does not show its focus");
            reached.add(owner);
        }
        assertTrue(reached.size() >= 8, "only " + reached.size() + " things take the focus");
    }

    private void command(FxRobot robot, String words) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write(words, 0);
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(KeyCode.ENTER);
        until(() -> true);
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
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
