package org.tailwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Dataset;
import org.tailwright.ui.MainWindow;
import org.tailwright.ui.Wiring;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.work.Seeds;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ClockSheetTest {
    private static final long EPOCH = 1_700_000_000_000L;
    private static final long LATE = 12_500;

    @TempDir
    Path folder = Path.of("");

    private @Nullable MainWindow window;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage, Wiring.standard(), Session.empty(), Recent.forgetful(), Platform::runLater, 1000, 700);
        stage.show();
    }

    @Test
    void aFolderOpensOnOneClockWhichIsMovedByHandOrFound(FxRobot robot) throws IOException, TimeoutException {
        write();
        Store store = Objects.requireNonNull(window).context().store();
        robot.interact(() -> Objects.requireNonNull(window).context().library().open(List.of(folder)));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> store.session().open().size() == 2 && Objects.requireNonNull(window).context().jobs().idle().get());
        robot.interact(() -> Objects.requireNonNull(window).shell().commands().stream().filter(each -> each.title().startsWith("Clocks")).findFirst().orElseThrow().run());
        long before = start(store, "server.jtl");
        TextField field = field(robot, "server.jtl");
        robot.interact(() -> {
            field.setText("-2s");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        assertEquals(before - 2_000_000_000L, start(store, "server.jtl"));
        assertTrue(robot.lookup(".chip").queryAllAs(Button.class).stream().anyMatch(each -> each.getText().startsWith("clock of server.jtl -2s")));
        robot.interact(store::undo);
        assertEquals(before, start(store, "server.jtl"));
        Button find = robot.lookup(".button").queryAllAs(Button.class).stream().filter(each -> each.getText().startsWith("Find") && each.getParent() != null
                && javafx.scene.layout.GridPane.getRowIndex(each) == javafx.scene.layout.GridPane.getRowIndex(field(robot, "server.jtl"))).findFirst().orElseThrow();
        robot.interact(find::fire);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !store.session().timeline().offsets().isEmpty());
        assertEquals(Map.of("server.jtl", -LATE * 1_000_000), rounded(store));
    }

    private static Map<String, Long> rounded(Store store) {
        return store.session().timeline().offsets().entrySet().stream().collect(java.util.stream.Collectors.toMap(Map.Entry::getKey,
                each -> Math.round(each.getValue() / 10e6) * 10_000_000L));
    }

    private static long start(Store store, String name) {
        return store.session().open().stream().filter(each -> each.name().equals(name)).findFirst().flatMap(Dataset::span).orElseThrow().start();
    }

    private static TextField field(FxRobot robot, String name) {
        return robot.lookup(".text-field").queryAllAs(TextField.class).stream().filter(each -> ("Clock of " + name + " moved by").equals(each.getAccessibleText()))
                .findFirst().orElseThrow();
    }

    private void write() throws IOException {
        RandomGenerator random = Seeds.stream(5, "clock", 0);
        StringBuilder client = new StringBuilder("timeStamp,elapsed,label,success,threadName\n");
        StringBuilder server = new StringBuilder(client);
        double time = 0;
        for (int i = 0; i < 6000; i++) {
            time += -Math.log(1 - random.nextDouble()) * 20;
            client.append(EPOCH + (long) time).append(',').append(20 + i % 50).append(",GET /,true,t").append(i % 30).append('\n');
            server.append(EPOCH + (long) time + LATE).append(',').append(10 + i % 50).append(",GET /,true,w").append(i % 8).append('\n');
        }
        Files.writeString(folder.resolve("client.jtl"), client);
        Files.writeString(folder.resolve("server.jtl"), server);
    }
}
