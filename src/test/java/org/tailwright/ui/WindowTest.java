package org.tailwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.event.EventType;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.charts.Rectangle;
import org.tailwright.charts.Scale;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.ui.views.Views;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WindowTest {
    @TempDir
    Path folder = Path.of("");

    private final List<String> warnings = new ArrayList<>();
    private final Logger css = Logger.getLogger("javafx.css");
    private @Nullable MainWindow window;

    @Start
    void start(Stage stage) {
        css.addHandler(new Noting(warnings));
        window = new MainWindow(stage, Wiring.standard(), Session.empty(), Recent.forgetful(), Platform::runLater, 1000, 700);
        stage.show();
    }

    @BeforeEach
    void openRequests(FxRobot robot) throws IOException, TimeoutException {
        Path file = folder.resolve("results.jtl");
        StringBuilder lines = new StringBuilder("timeStamp,elapsed,label,responseCode,success,threadName\n");
        for (int i = 0; i < 600; i++) {
            lines.append(1_700_000_000_000L + i * 100L).append(',').append(20 + i * 37 % 200).append(',')
                    .append(i % 3 == 0 ? "POST /pay" : "GET /cart").append(",200,").append(i % 50 != 0).append(",t1\n");
        }
        Files.writeString(file, lines);
        robot.interact(() -> context().library().open(List.of(file)));
        until(() -> !session().open().isEmpty() && idle());
    }

    @Test
    void openingAFileLeadsFromTheStartPageToItsFirstView() {
        assertEquals("results.jtl", session().place().dataset());
        assertFalse(session().place().view().equals("start"));
        assertEquals(List.of(), context().jobs().failures());
    }

    @Test
    void thePaletteFindsAViewByAFewLetters(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        until(() -> shell().covered());
        robot.write("repo");
        robot.push(KeyCode.ENTER);
        until(() -> session().place().view().equals("report"));
        assertFalse(shell().covered());
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        until(() -> !session().place().view().equals("report"));
    }

    @Test
    void aSelectionIsShownAsAChipThatTakesItAway(FxRobot robot) throws TimeoutException {
        robot.interact(() -> store().select(now -> now.toggled(new Selection.Filter("label", "POST /pay"))));
        until(() -> robot.lookup(".chip").tryQueryAs(Button.class).isPresent());
        Button chip = robot.lookup(".chip").queryAs(Button.class);
        assertTrue(chip.getText().startsWith("label = POST /pay"));
        robot.interact(chip::fire);
        assertTrue(session().selection().isAll());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> !session().selection().isAll());
        robot.push(KeyCode.ESCAPE);
        until(() -> session().selection().isAll());
    }

    @Test
    void keysZoomTheTimeAxisAndFitTheSelection(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.W);
        until(() -> session().timeline().visible().isPresent());
        robot.push(KeyCode.DIGIT0);
        until(() -> session().timeline().visible().isEmpty());
        TimeSpan whole = session().timeline().whole().orElseThrow();
        Optional<TimeSpan> half = Optional.of(new TimeSpan(whole.start(), whole.start() + whole.length() / 2));
        robot.interact(() -> store().select(now -> now.within(half)));
        robot.push(KeyCode.F);
        until(() -> session().timeline().visible().equals(half));
        robot.push(KeyCode.M);
        until(() -> session().timeline().marks().size() == 1);
    }

    @Test
    void everyViewShowsInBothThemesWithoutAComplaint(FxRobot robot) throws TimeoutException {
        for (boolean dark : new boolean[] {true, false}) {
            robot.interact(() -> store().update(now -> now.looking(now.look().dark(dark))));
            for (var view : Views.fitting(session().open())) {
                robot.interact(() -> store().go(place -> place.in(view.id())));
                until(this::idle);
                assertTrue(shell().shown().containsKey(view.id()));
            }
        }
        assertEquals(List.of(), context().jobs().failures());
        assertEquals(List.of(), warnings);
    }

    @Test
    void viewsThatDoNotFitGoIntoAMenuAndNoTitleIsCut(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window().stage().setWidth(900));
        WaitForAsyncUtils.waitForFxEvents();
        MenuButton more = robot.lookup(".more-tabs").queryAs(MenuButton.class);
        until(more::isVisible);
        List<ToggleButton> shown = robot.lookup(".view-tab").queryAllAs(ToggleButton.class).stream().filter(ToggleButton::isVisible).toList();
        shown.forEach(each -> assertTrue(each.getWidth() >= each.prefWidth(-1) - 0.5, each.getText() + " is cut"));
        robot.interact(() -> {
            more.show();
            MenuItem last = more.getItems().getLast();
            assertTrue(shown.stream().noneMatch(each -> each.getText().equals(last.getText())));
            assertEquals("Report", last.getText());
            last.fire();
            more.hide();
        });
        until(() -> robot.lookup(".view-tab").queryAllAs(ToggleButton.class).stream().anyMatch(each -> each.isVisible() && each.isSelected() && each.getText().equals("Report")));
    }

    @Test
    void oneCursorRunsThroughAllChartsOverTime(FxRobot robot) throws TimeoutException {
        robot.interact(() -> context().store().go(place -> place.in("distribution")));
        until(() -> context().jobs().idle().get() && robot.lookup(".chart-pane").queryAllAs(ChartPane.class).stream().filter(WindowTest::timed).count() >= 3);
        List<ChartPane> charts = robot.lookup(".chart-pane").queryAllAs(ChartPane.class).stream().filter(WindowTest::timed).toList();
        ChartPane overview = charts.getLast();
        Rectangle area = overview.picture().orElseThrow().plot().area();
        List<Image> before = pictures(robot, charts);
        point(robot, overview, MouseEvent.MOUSE_MOVED, area.centreX(), area.centreY());
        double moment = context().store().moment().get();
        assertEquals(overview.picture().orElseThrow().plot().xAt(area.centreX()), moment);
        List<Image> during = pictures(robot, charts);
        for (int i = 0; i < charts.size(); i++) {
            assertFalse(same(before.get(i), during.get(i)), "chart " + i + " shows no cursor");
        }
        point(robot, overview, MouseEvent.MOUSE_EXITED, -1, -1);
        List<Image> after = pictures(robot, charts);
        for (int i = 0; i < charts.size(); i++) {
            assertTrue(same(before.get(i), after.get(i)), "chart " + i + " keeps the cursor");
        }
    }

    private static boolean timed(ChartPane chart) {
        return chart.picture().map(org.tailwright.charts.Scene::plot).filter(plot -> plot.x().scale() instanceof Scale.Time).isPresent();
    }

    private static List<Image> pictures(FxRobot robot, List<ChartPane> charts) {
        List<Image> all = new ArrayList<>();
        robot.interact(() -> charts.forEach(each -> all.add(each.snapshot(null, null))));
        return all;
    }

    private static boolean same(Image one, Image other) {
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void point(FxRobot robot, ChartPane chart, EventType<MouseEvent> type, double x, double y) {
        javafx.geometry.Point2D at = chart.localToScene(x, y); // an event is made in the scene's coordinates
        robot.interact(() -> chart.fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.NONE, 0, false, false, false, false, false, false, false, false, false, false, null)));
    }

    @Test
    void theListOfKeysOpensAndCloses(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.SHIFT, KeyCode.SLASH);
        until(() -> shell().covered());
        robot.push(KeyCode.ESCAPE);
        until(() -> !shell().covered());
    }

    @Test
    void aFileThatIsNoDataIsRefusedInOneSentence(FxRobot robot) throws IOException, TimeoutException {
        Path file = Files.writeString(folder.resolve("notes.bin"), "\u0001\u0002\u0003 nothing to see");
        robot.interact(() -> context().library().open(List.of(file)));
        until(() -> !context().jobs().failures().isEmpty());
        assertTrue(context().jobs().failures().getFirst().line().startsWith("notes.bin: "));
        until(() -> robot.lookup(".banner").tryQuery().isPresent());
    }

    private MainWindow window() {
        return assertThere(window);
    }

    private static MainWindow assertThere(@Nullable MainWindow found) {
        assertNotNull(found);
        return found;
    }

    private Context context() {
        return window().context();
    }

    private Shell shell() {
        return window().shell();
    }

    private Store store() {
        return context().store();
    }

    private Session session() {
        return store().session();
    }

    private boolean idle() {
        return context().jobs().idle().get();
    }

    /// Waits until something holds, looked at on the window's thread.
    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Notes what the style sheets' reader complains about.
    private static final class Noting extends Handler {
        private final List<String> notes;

        Noting(List<String> notes) {
            this.notes = notes;
        }

        @Override
        public void publish(LogRecord entry) {
            notes.add(entry.getMessage());
        }

        @Override
        public void flush() {
            notes.size();
        }

        @Override
        public void close() {
            notes.size();
        }
    }
}
