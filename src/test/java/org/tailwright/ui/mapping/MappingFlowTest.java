package org.tailwright.ui.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.ui.Context;
import org.tailwright.ui.MainWindow;
import org.tailwright.ui.Shell;
import org.tailwright.ui.Wiring;
import org.tailwright.ui.report.Export;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;
import org.tailwright.work.Work;
import org.tailwright.workspace.investigation.Replay;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// An odd file is asked about once; the next one of its shape opens silently.
@ExtendWith(ApplicationExtension.class)
class MappingFlowTest {
    @TempDir
    Path folder = Path.of("");

    private @Nullable MainWindow window;

    @Start
    void start(Stage stage) throws IOException {
        Path state = Files.createTempDirectory("tailwright-test");
        window = new MainWindow(stage, Wiring.standard(), Session.empty(), Recent.in(state.resolve("recent")), Platform::runLater, 1000, 700);
        stage.show();
    }

    private Path odd(String name) throws IOException {
        StringBuilder lines = new StringBuilder("a;b;c\n");
        for (int i = 0; i < 300; i++) {
            lines.append(1_767_225_600_000L + i * 250L).append(';').append(i % 3 == 0 ? "GET /cart" : "POST /pay").append(';').append(10 + i % 90).append('\n');
        }
        return Files.writeString(folder.resolve(name), lines);
    }

    @Test
    void anOddFileIsAskedAboutOnceAndThenOpensSilently(FxRobot robot) throws IOException, TimeoutException {
        Path odd = odd("odd.csv");
        robot.interact(() -> context().library().open(List.of(odd)));
        until(() -> robot.lookup(".mapping").tryQuery().isPresent());
        assertEquals(List.of(), context().jobs().failures());
        robot.interact(() -> pick(robot, "Column for Duration").setValue(""));
        until(() -> open(robot).isDisabled());
        robot.interact(() -> pick(robot, "Column for Duration").setValue("c"));
        robot.interact(() -> pick(robot, "Unit of duration").setValue("us"));
        until(() -> !open(robot).isDisabled());
        robot.push(KeyCode.ENTER);
        until(() -> session().open().size() == 1 && idle());
        assertFalse(shell().covered());
        assertEquals(10_000, requests("odd.csv").durations().at(0));

        Path next = odd("next.csv");
        robot.interact(() -> context().library().open(List.of(next)));
        until(() -> session().open().size() == 2 && idle());
        assertFalse(shell().covered());
        assertEquals(10_000, requests("next.csv").durations().at(0));
        assertTrue(requests("next.csv").origin().trust().assumed().getFirst().startsWith("columns mapped as remembered: "));

        robot.interact(() -> context().library().mapAgain(requests("next.csv")));
        until(() -> robot.lookup(".mapping").tryQuery().isPresent());
        assertEquals("us", pick(robot, "Unit of duration").getValue());
        robot.interact(() -> pick(robot, "Unit of duration").setValue("ms"));
        robot.push(KeyCode.ENTER);
        until(() -> !shell().covered() && idle() && session().open().size() == 2);
        assertEquals(10_000_000, requests("next.csv").durations().at(0));
        assertEquals(List.of(), context().jobs().failures());
        madeAgain(robot);
    }

    /// What was said in the window about the columns of both files belongs to the recipe of the report.
    private void madeAgain(FxRobot robot) throws IOException, TimeoutException {
        Path report = folder.resolve("report.html");
        robot.interact(() -> new Export(context().jobs(), context().dialogs(), Wiring.standard().reporting()).write(report, context().library().reportOf(session())));
        until(() -> idle() && Files.exists(report));
        Replay again = Replay.of(report, List.of(), Work.NONE);
        assertEquals(List.of(), again.changes());
        assertEquals(List.of(), again.files());
        assertTrue(again.numbers() > 50);
    }

    @Test
    void withoutAnAnswerTheRefusalStands(FxRobot robot) throws IOException, TimeoutException {
        Path odd = odd("odd.csv");
        robot.interact(() -> context().library().open(List.of(odd)));
        until(() -> robot.lookup(".mapping").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        until(() -> !context().jobs().failures().isEmpty());
        assertFalse(shell().covered());
        assertTrue(context().jobs().failures().getFirst().line().startsWith("odd.csv: "));
        assertEquals(List.of(), session().open());
    }

    private Requests requests(String name) {
        Dataset found = session().open().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        return (Requests) found;
    }

    private static Button open(FxRobot robot) {
        return robot.lookup(".mapping .primary").queryAs(Button.class);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> pick(FxRobot robot, String name) {
        return robot.lookup(".mapping .combo-box").queryAll().stream().filter(each -> name.equals(each.getAccessibleText()))
                .map(each -> (ComboBox<String>) each).findFirst().orElseThrow();
    }

    private Shell shell() {
        return window().shell();
    }

    private Context context() {
        return window().context();
    }

    private MainWindow window() {
        MainWindow open = window;
        assertNotNull(open);
        return open;
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
