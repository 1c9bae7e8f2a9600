package org.tailwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.statistics.trust.TrustResult;
import org.tailwright.ui.Library;
import org.tailwright.ui.MainWindow;
import org.tailwright.ui.Wiring;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TrustCardTest {
    private static final int SLOW = 150;

    @TempDir
    Path folder = Path.of("");

    private @Nullable MainWindow window;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage, Wiring.standard(), Session.empty(), Recent.forgetful(), Platform::runLater, 1000, 700);
        stage.show();
    }

    @Test
    void theCardTellsTheDoubtsAndCutsTheWarmUp(FxRobot robot) throws IOException, TimeoutException {
        Path file = folder.resolve("results.jtl");
        StringBuilder lines = new StringBuilder("timeStamp,elapsed,label,responseCode,success,threadName\n");
        for (int i = 0; i < 2000; i++) {
            lines.append(1_700_000_000_000L + i * 100L).append(',').append((i < SLOW ? 60 : 20) + i * 37 % 40).append(",GET /cart,200,true,t1\n");
        }
        Files.writeString(file, lines);
        Library library = java.util.Objects.requireNonNull(window).context().library();
        Store store = java.util.Objects.requireNonNull(window).context().store();
        robot.interact(() -> library.open(java.util.List.of(file)));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> library.trusting().of("results.jtl").isPresent());
        TrustResult found = library.trusting().of("results.jtl").orElseThrow();
        long settled = found.settled().orElseThrow().start() - 1_700_000_000_000_000_000L;
        assertEquals(0.1 * SLOW, settled / 1e9, 3);
        robot.interact(() -> TrustCard.show(robot.lookup(".data-row").query(), store.session().open().getFirst(), library, store));
        assertTrue(robot.lookup(".popover .label").queryAllAs(Label.class).stream().map(Label::getText)
                .anyMatch(each -> each.contains("MSER")), "the warm-up is told with its rule");
        Node cut = robot.lookup(".popover .button").query();
        robot.interact(((Button) cut)::fire);
        assertEquals(found.settled(), store.session().selection().window());
    }
}
