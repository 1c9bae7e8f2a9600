package org.tailwright.ui;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Dataset;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.commands.Command;
import org.tailwright.ui.report.Export;
import org.tailwright.ui.state.Session;

/// Uses a window at random, but the same way for the same seed: commands, places, brushing, hovering, typing, opening and closing, undoing, exporting.
/// Notes every mistake, and where the window's thread was when it did not answer for [#SLOW_MILLIS].
final class Wanderer {
    static final long SLOW_MILLIS = 100;
    private static final long STUCK_SECONDS = 120;
    /// They open a native dialog, forget what the user saved, or end the window.
    private static final List<String> NOT = List.of("…", "Quit", "Forget", "Full screen", "Save");

    private final MainWindow window;
    private final Random random;
    private final List<Path> files;
    private final Path folder;
    private final Consumer<String> log;
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> blocks = new ArrayList<>();
    private int steps;

    /// @param files what it opens
    /// @param folder where it exports to
    /// @param log hears of every step
    Wanderer(MainWindow window, long seed, List<Path> files, Path folder, Consumer<String> log) {
        this.window = window;
        this.random = new Random(seed);
        this.files = List.copyOf(files);
        this.folder = folder;
        this.log = log;
    }

    /// Wanders for about `seconds`, then waits until nothing runs any more.
    void wander(long seconds) throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, mistake) -> mistake(mistake));
        onWindow(() -> Thread.currentThread().setUncaughtExceptionHandler((_, mistake) -> mistake(mistake)));
        Thread watchdog = watchdog();
        try {
            onWindow(() -> window.context().library().open(files.subList(0, 1)));
            settle();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            while (System.nanoTime() < end && mistakes.isEmpty()) {
                step();
            }
            settle();
        } finally {
            watchdog.interrupt();
            watchdog.join();
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    /// Closes everything but the first file, at the view that comes first, and waits until nothing runs.
    void home() throws InterruptedException {
        settle();
        onWindow(() -> window.context().store().session().open().forEach(each -> window.context().library().close(each.name())));
        onWindow(() -> window.context().library().open(files.subList(0, 1)));
        settle();
        onWindow(() -> window.context().store().go(place -> place.in("distribution")));
        settle();
    }

    /// What went wrong: exceptions, our own failures among the banners, jobs that did not end.
    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /// Where the window's thread stayed longer than [#SLOW_MILLIS].
    List<String> blocks() {
        return List.copyOf(blocks);
    }

    int steps() {
        return steps;
    }

    private void step() throws InterruptedException {
        steps++;
        int what = random.nextInt(100);
        if (what < 25) {
            onWindow(this::command);
        } else if (what < 45) {
            onWindow(this::place);
        } else if (what < 75) {
            pointer();
        } else if (what < 85) {
            onWindow(this::undo);
        } else if (what < 90) {
            onWindow(this::type);
        } else if (what < 95) {
            onWindow(this::openOrClose);
        } else if (what < 97) {
            onWindow(this::resize);
        } else if (what < 98) {
            onWindow(this::export);
        } else {
            settle();
        }
        Thread.sleep(random.nextInt(40));
        onWindow(this::failures);
    }

    private void undo() {
        say("undo or redo");
        if (random.nextBoolean()) {
            window.context().store().undo();
        } else {
            window.context().store().redo();
        }
    }

    private void command() {
        List<Command> possible = window.shell().commands().stream()
                .filter(each -> each.enabled().getValue() && NOT.stream().noneMatch(each.title()::contains)).toList();
        Command chosen = any(possible);
        say("command " + chosen.title());
        chosen.run();
    }

    private void place() {
        Session session = window.context().store().session();
        List<Command> views = window.shell().commands().stream().filter(each -> each.enabled().getValue() && each.group() == Command.Group.VIEW).toList();
        if (session.open().isEmpty() || random.nextBoolean()) {
            any(views).run();
        } else {
            Dataset data = any(session.open());
            say("data set " + data.name());
            window.context().store().go(place -> place.of(data.name()));
        }
    }

    /// Hovers over or drags in a chart. The events are fired at the chart itself: the headless platform's robot fails where no window lies
    /// below it.
    private void pointer() throws InterruptedException {
        AtomicReference<@Nullable Node> found = new AtomicReference<>();
        onWindow(() -> {
            List<Node> charts = new ArrayList<>();
            collect(window.shell().root(), charts);
            found.set(charts.isEmpty() ? null : any(charts));
        });
        Node chart = found.get();
        if (chart == null) {
            return;
        }
        Point2D from = within(chart.getLayoutBounds());
        Point2D to = within(chart.getLayoutBounds());
        boolean drags = random.nextInt(3) > 0;
        say((drags ? "drag " : "hover ") + Math.round(from.getX()) + "," + Math.round(from.getY()) + " to " + Math.round(to.getX()) + "," + Math.round(to.getY()));
        onWindow(() -> mouse(chart, MouseEvent.MOUSE_ENTERED, from, false));
        onWindow(() -> mouse(chart, MouseEvent.MOUSE_MOVED, from, false));
        if (drags) {
            onWindow(() -> mouse(chart, MouseEvent.MOUSE_PRESSED, from, true));
        }
        for (int i = 1; i <= 4; i++) {
            Point2D next = from.interpolate(to, i / 4.0);
            onWindow(() -> mouse(chart, drags ? MouseEvent.MOUSE_DRAGGED : MouseEvent.MOUSE_MOVED, next, drags));
        }
        if (drags) {
            onWindow(() -> mouse(chart, MouseEvent.MOUSE_RELEASED, to, false));
        }
        onWindow(() -> mouse(chart, MouseEvent.MOUSE_EXITED, to, false));
    }

    private static void mouse(Node node, EventType<MouseEvent> type, Point2D at, boolean down) {
        Point2D screen = node.localToScreen(at);
        Point2D scene = node.localToScene(at); // an event is made in the scene's coordinates
        if (screen != null) {
            node.fireEvent(new MouseEvent(type, scene.getX(), scene.getY(), screen.getX(), screen.getY(), type == MouseEvent.MOUSE_MOVED || type == MouseEvent.MOUSE_ENTERED
                    || type == MouseEvent.MOUSE_EXITED ? MouseButton.NONE : MouseButton.PRIMARY, 1, false, false, false, false, down, false, false, false, false, false, null));
        }
    }

    private void key(KeyCode code) {
        Scene scene = window.stage().getScene();
        Node owner = scene.getFocusOwner();
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            KeyEvent event = new KeyEvent(type, "", "", code, false, false, false, false);
            if (owner == null) {
                Event.fireEvent(scene, event);
            } else {
                Event.fireEvent(owner, event);
            }
        }
    }

    private static void collect(Node node, List<Node> charts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof ChartPane) {
            charts.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(each -> collect(each, charts));
        }
    }

    private void type() {
        if (window.shell().covered()) {
            say("close what covers the window");
            key(KeyCode.ESCAPE); // Enter in the palette could open a dialog of the platform, where nobody answers
        } else if (window.stage().getScene().getFocusOwner() instanceof TextInputControl field) {
            say("type into a field");
            field.setText(any(List.of("", "0", "-1", "p99<250ms", "1e400", "10", "∞", "100..300", "x".repeat(300))));
            key(KeyCode.ENTER);
        } else {
            KeyCode key = any(List.of(KeyCode.W, KeyCode.S, KeyCode.A, KeyCode.D, KeyCode.F, KeyCode.R, KeyCode.M, KeyCode.Q, KeyCode.ESCAPE, KeyCode.TAB, KeyCode.DIGIT0, KeyCode.DOWN));
            say("key " + key);
            key(key);
        }
    }

    private void openOrClose() {
        List<Dataset> open = window.context().store().session().open();
        if (open.size() > 8 || !open.isEmpty() && random.nextBoolean()) {
            Dataset data = any(open);
            say("close " + data.name());
            window.context().library().close(data.name());
        } else {
            Path file = any(files);
            say("open " + file.getFileName());
            window.context().library().open(List.of(file));
        }
    }

    private void resize() {
        say("resize");
        window.stage().setWidth(900 + random.nextInt(380)); // the headless platform cannot draw what is larger than its screen
        window.stage().setHeight(600 + random.nextInt(200));
    }

    private void export() {
        Session session = window.context().store().session();
        if (session.open().isEmpty()) {
            return;
        }
        String ending = any(List.of("html", "md", "json", "csv", "txt"));
        say("export as " + ending);
        Export export = new Export(window.context().jobs(), window.context().dialogs(), window.context().wiring().reporting());
        export.write(folder.resolve("report." + ending), window.context().library().reportOf(session));
    }

    private void failures() {
        window.context().jobs().failures().stream().filter(each -> each.ours()).forEach(each -> mistakes.add(each.line() + "\n" + each.details()));
    }

    private void settle() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STUCK_SECONDS);
        AtomicReference<Boolean> idle = new AtomicReference<>(false);
        AtomicReference<String> running = new AtomicReference<>("");
        while (!idle.get()) {
            onWindow(() -> {
                idle.set(window.context().jobs().idle().get());
                running.set(String.join(", ", window.context().jobs().running().stream().map(each -> each.title()).toList()));
            });
            if (System.nanoTime() > end) {
                mistakes.add("still running after " + STUCK_SECONDS + " s: " + running.get());
                return;
            }
            Thread.sleep(20);
        }
    }

    /// Asks the window's thread for an answer again and again, and notes its stack when none comes in time.
    private Thread watchdog() throws InterruptedException {
        AtomicReference<Thread> fx = new AtomicReference<>();
        onWindow(() -> fx.set(Thread.currentThread()));
        AtomicLong answered = new AtomicLong();
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                for (long asked = 1; ; asked++) {
                    long number = asked;
                    Platform.runLater(() -> answered.set(number));
                    long start = System.nanoTime();
                    StackTraceElement[] stack = {};
                    while (answered.get() < number) {
                        Thread.sleep(5);
                        long millis = (System.nanoTime() - start) / 1_000_000;
                        if (millis > SLOW_MILLIS && stack.length == 0) {
                            stack = fx.get().getStackTrace();
                        }
                    }
                    if (stack.length > 0) {
                        blocks.add((System.nanoTime() - start) / 1_000_000 + " ms after step " + steps + " at " + place(stack));
                    }
                    Thread.sleep(20);
                }
            } catch (InterruptedException e) {
                return; // the walk is over
            }
        });
    }

    private static String place(StackTraceElement[] stack) {
        return String.join(" < ", Arrays.stream(stack).filter(each -> each.getClassName().startsWith("org.tailwright")).limit(4)
                .map(each -> each.getFileName() + ":" + each.getLineNumber()).toList()) + (stack.length > 0 ? " (" + stack[0] + ")" : "");
    }

    private void onWindow(Runnable action) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                mistake(e);
            } finally {
                done.countDown();
            }
        });
        if (!done.await(STUCK_SECONDS, TimeUnit.SECONDS)) {
            mistakes.add("the window's thread did not answer for " + STUCK_SECONDS + " s");
        }
    }

    private void mistake(Throwable mistake) {
        StringWriter text = new StringWriter();
        mistake.printStackTrace(new PrintWriter(text, true));
        mistakes.add("step " + steps + ": " + text);
    }

    private void say(String words) {
        log.accept(steps + " " + words);
    }

    private Point2D within(Bounds bounds) {
        return new Point2D(bounds.getMinX() + random.nextDouble() * bounds.getWidth(), bounds.getMinY() + random.nextDouble() * bounds.getHeight());
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
