package org.tailwright.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Objective;
import org.tailwright.data.Selection;
import org.tailwright.reports.Verdict;
import org.tailwright.ui.MainWindow;
import org.tailwright.ui.Wiring;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Saving, changing, opening again and recovering in a window.
@ExtendWith(ApplicationExtension.class)
class DocumentTest {
    @TempDir
    static Path folder = Path.of("");

    private @Nullable MainWindow window;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage, Wiring.standard(), Session.empty(), Recent.in(folder.resolve("state/recent")), Platform::runLater, 1000, 700);
        stage.show();
    }

    @Test
    void savedChangedKeptAndOpenedAgain(FxRobot robot) throws IOException, TimeoutException {
        Path data = requests(folder.resolve("results.jtl"));
        Path saved = folder.resolve("check.tailwright");
        robot.interact(() -> window().context().library().open(List.of(data)));
        until(() -> session().open().size() == 1 && idle());
        assertEquals("● Unsaved investigation — Tailwright", window().stage().getTitle());

        Questions.Pinned note = Questions.Pinned.note("Seen", "the pool was full");
        robot.interact(() -> {
            window().context().store().select(now -> now.toggled(new Selection.Filter("label", "POST /pay")));
            window().context().store().ask(now -> now.with(List.of(Objective.parse("p99<50ms"))).toggled(note));
            window().context().store().ask(now -> now.saving(new org.tailwright.ui.state.Saved("slow", Selection.ALL)));
            document().saveTo(folder.resolve("check"));
        });
        until(() -> idle() && !document().changedProperty().get());
        assertEquals("check.tailwright — Tailwright", window().stage().getTitle());
        Lately.Known known = document().lately().of(saved, false);
        assertEquals(java.util.Optional.of(Verdict.Level.BREACH), known.level(), known.words());
        assertTrue(known.picture().isPresent());
        assertTrue(document().lately().of(saved, true).picture().isPresent());

        robot.interact(() -> window().context().store().select(_ -> Selection.ALL));
        until(() -> window().stage().getTitle().startsWith("● check"));
        until(() -> idle() && copies().size() == 1);
        robot.interact(() -> document().open(saved));
        until(() -> idle() && !document().changedProperty().get() && session().open().size() == 1);
        assertEquals(List.of(new Selection.Filter("label", "POST /pay")), session().selection().filters());
        assertEquals(List.of(note), session().questions().pinned());
        assertEquals("slow", session().questions().saved().getFirst().name());
        assertEquals(List.of(), window().context().jobs().failures());

        otherWindowWrites(robot, saved);
        recovered(robot);
    }

    private void otherWindowWrites(FxRobot robot, Path saved) throws IOException, TimeoutException {
        Files.writeString(saved, Files.readString(saved).replace("\"seed\"", "\"foreign\" : 1, \"seed\""));
        robot.interact(() -> window().context().store().select(_ -> Selection.ALL));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> idle() && window().context().jobs().failures().size() == 1);
        assertTrue(window().context().jobs().failures().getFirst().sentence().contains("not overwritten"));
        assertTrue(Files.readString(saved).contains("foreign") && document().changedProperty().get());
    }

    private void recovered(FxRobot robot) throws IOException, TimeoutException {
        robot.interact(() -> document().keepNow());
        Path own = copies().getFirst();
        Files.move(own, own.resolveSibling("999999999-1.tailwright"));
        assertEquals(1, document().unsaved().size());
        robot.interact(() -> window().context().library().reopen(List.of(), () -> {}, () -> {}));
        robot.interact(() -> document().recover(document().unsaved().getFirst()));
        until(() -> idle() && session().open().size() == 1);
        assertTrue(session().selection().isAll());
        assertTrue(document().changedProperty().get());
        assertFalse(Files.exists(own.resolveSibling("999999999-1.tailwright")));
    }

    private static List<Path> copies() throws IOException {
        Path recovery = folder.resolve("state/recovery");
        if (!Files.isDirectory(recovery)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(recovery)) {
            return all.filter(each -> each.toString().endsWith(".tailwright")).toList();
        }
    }

    private static Path requests(Path file) throws IOException {
        StringBuilder lines = new StringBuilder("timeStamp,elapsed,label,responseCode,success,threadName\n");
        for (int i = 0; i < 600; i++) {
            lines.append(1_700_000_000_000L + i * 100L).append(',').append(20 + i * 37 % 200).append(',')
                    .append(i % 3 == 0 ? "POST /pay" : "GET /cart").append(",200,").append(i % 50 != 0).append(",t1\n");
        }
        return Files.writeString(file, lines);
    }

    private MainWindow window() {
        return java.util.Objects.requireNonNull(window);
    }

    private Document document() {
        return window().shell().document();
    }

    private Session session() {
        return window().context().store().session();
    }

    private boolean idle() {
        return window().context().jobs().idle().get();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
