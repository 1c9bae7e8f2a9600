package org.tailwright.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.tailwright.data.Objective;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.ui.MainWindow;
import org.tailwright.ui.Wiring;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.jobs.Job;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.workspace.cache.ColumnCache;
import org.tailwright.workspace.investigation.Disk;
import org.tailwright.workspace.investigation.Investigation;
import org.tailwright.workspace.investigation.InvestigationFile;
import org.tailwright.workspace.investigation.Pin;
import org.tailwright.workspace.investigation.Seen;
import org.tailwright.workspace.investigation.Spot;

/// Drives the real window without a display and times it: `brush ROWS` selects in a generated run and hovers, pans and zooms; `open FILE` opens a
/// file twice in fresh windows, the second time from the cache; `reopen FILE ROUNDS FOLDER` does so through a saved investigation with a selection, with the
/// cache in FOLDER, where it stays for the next process; `sliders FILE ROUNDS` moves the sliders of the models calibrated from a file. How to run it stands in docs/performance.md.
public final class WindowDrive {
    private static final int ROUNDS = Integer.getInteger("drive.rounds", 30);
    /// What an estimate consists of; intervals and other data sets may come later.
    private static final List<String> ESTIMATE = List.of("ranking durations", "counting over time", "comparing inside and outside", "counting the selection",
            "finding the slowest requests");

    private final MainWindow window;
    private final PrintStream out;
    private final Map<Job, Long> begun = new LinkedHashMap<>();
    private final Map<String, List<Double>> jobs = new TreeMap<>();

    private WindowDrive(MainWindow window, PrintStream out) {
        this.window = window;
        this.out = out;
        window.context().jobs().running().addListener((ListChangeListener<Job>) change -> {
            while (change.next()) {
                long now = System.nanoTime();
                change.getAddedSubList().forEach(each -> begun.put(each, now));
                change.getRemoved().stream().filter(each -> !each.cancelled()).forEach(each ->
                        jobs.computeIfAbsent(each.title(), _ -> new ArrayList<>()).add((now - begun.get(each)) / 1e6));
            }
        });
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        ready.await();
        Platform.setImplicitExit(false);
        if (args[0].equals("brush")) {
            WindowDrive drive = open(Wiring.standard(), System.out);
            drive.brush(Integer.parseInt(args[1]));
        } else if (args[0].equals("sliders")) {
            open(Wiring.standard(), System.out).sliders(Path.of(args[1]), Integer.parseInt(args[2]));
        } else {
            // Loose classes have no cache of the user's.
            boolean saved = args[0].equals("reopen");
            Path folder = saved ? Path.of(args[3]) : Files.createTempDirectory("drive");
            Path file = saved ? investigation(Path.of(args[1]), folder) : Path.of(args[1]);
            Wiring usual = Wiring.standard();
            Wiring wiring = new Wiring(usual.analyses(), usual.reporting(), usual.sample(), new ColumnCache(folder, ColumnCache.WORTH, ColumnCache.MOST, "drive", Clock.systemUTC()));
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                open(wiring, System.out).openFile(file);
            }
        }
        Platform.exit();
        System.exit(0);
    }

    private static WindowDrive open(Wiring wiring, PrintStream out) throws Exception {
        WindowDrive[] made = new WindowDrive[1];
        fx(() -> {
            MainWindow window = new MainWindow(new Stage(), wiring, Session.empty(), Recent.forgetful(), Platform::runLater, 1400, 900);
            window.stage().show();
            window.context().library().asking(null);
            made[0] = new WindowDrive(window, out);
        });
        made[0].until(() -> true);
        return made[0];
    }

    /// Saves an investigation of a file beside its cache: a band is selected, an objective holds or not, an answer is in the report.
    private static Path investigation(Path file, Path folder) throws Exception {
        Selection slow = new Selection(Optional.empty(), Optional.of(new Selection.Band(100_000_000, Long.MAX_VALUE)), List.of());
        Investigation plain = Investigation.of(List.of(file), slow, List.of(Objective.parse("p99<250ms")), ZoneOffset.UTC);
        Spot spot = new Spot("distribution", String.valueOf(file.getFileName()), "", "");
        Investigation full = new Investigation(plain.files(), slow, plain.asked(), List.of(new Pin("latency", spot, Map.of(), slow)), plain.story(),
                new Seen(spot, Optional.empty(), ZoneOffset.UTC, false, true));
        Path to = Files.createDirectories(folder).resolve("drive.tailwright");
        Files.deleteIfExists(to);
        new InvestigationFile(Disk.REAL).write(to, full, Optional.empty());
        return to;
    }

    private void brush(int rows) throws Exception {
        long before = heap();
        var requests = GeneratedRun.of(rows);
        long data = heap();
        Store store = window.context().store();
        fx(() -> store.update(now -> now.opening(List.of(requests)).at(now.opening(List.of(requests)).place().in("distribution"))));
        idle();
        out.println(String.format(Locale.ROOT, "%,d rows; data %d MiB", rows, (data - before) >> 20));
        long[] sorted = requests.durations().toArray();
        Arrays.parallelSort(sorted);
        TimeSpan whole = requests.span().orElseThrow();
        List<Double> first = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        jobs.clear();
        long peak = 0;
        List<Double> processor = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            Selection next = selection(i, sorted, whole);
            long used = processor();
            long start = System.nanoTime();
            fx(() -> store.select(_ -> next));
            until(() -> window.context().jobs().running().stream().noneMatch(each -> ESTIMATE.contains(each.title())));
            first.add((System.nanoTime() - start) / 1e6);
            processor.add((processor() - used) / 1e6);
            until(() -> window.context().jobs().running().isEmpty());
            all.add((System.nanoTime() - start) / 1e6);
            peak = Math.max(peak, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        print("brush to estimates, ms", first);
        out.println("  in order: " + first.stream().map(each -> String.format(Locale.ROOT, "%.0f", each)).collect(java.util.stream.Collectors.joining(", ")));
        print("brush to everything, ms", all);
        print("processor time of a brush until its estimates, ms", processor);
        jobs.forEach((title, times) -> print("  " + title, times));
        long after = heap();
        out.println(String.format(Locale.ROOT, "heap beyond the data: %d MiB kept, %d MiB at most before collecting", (after - data) >> 20, (peak - data) >> 20));
        pointing();
        out.println("load " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /// Bands, windows, boxes and filters in turn, none like the one before.
    private static Selection selection(int i, long[] sorted, TimeSpan whole) {
        double low = 0.5 + 0.498 * ((i * 0.618) % 1);
        Optional<Selection.Band> band = Optional.of(new Selection.Band(sorted[(int) (sorted.length * low)], Long.MAX_VALUE));
        long at = whole.start() + (long) (whole.length() * 0.9 * ((i * 0.381) % 1));
        Optional<TimeSpan> time = Optional.of(new TimeSpan(at, at + whole.length() / 20));
        return switch (i % 4) {
            case 0 -> new Selection(Optional.empty(), band, List.of());
            case 1 -> new Selection(time, Optional.empty(), List.of());
            case 2 -> new Selection(time, band, List.of());
            default -> new Selection(Optional.empty(), band, List.of(new Selection.Filter("host", "host-" + i % 8)));
        };
    }

    /// Moves the pointer over the charts, and pans and zooms; times what one event costs the window's thread, with layout and painting.
    private void pointing() throws Exception {
        List<ChartPane> charts = new ArrayList<>();
        fx(() -> collect(window.shell().root(), charts));
        List<Double> hover = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ChartPane chart = charts.get(i % charts.size());
            double share = 0.3 + 0.01 * (i % 40);
            hover.add(event(() -> {
                Bounds bounds = chart.localToScene(chart.getBoundsInLocal());
                double x = bounds.getWidth() * share;
                double y = bounds.getHeight() * share;
                Event.fireEvent(chart, new MouseEvent(MouseEvent.MOUSE_MOVED, x, y, x, y, MouseButton.NONE, 0, false, false, false, false, false,
                        false, false, true, false, false, null));
            }));
        }
        print("hover, ms of the window's thread", hover);
        List<Double> moved = new ArrayList<>();
        Store store = window.context().store();
        for (int i = 0; i < 60; i++) {
            int step = i;
            moved.add(event(() -> store.update(now -> now.along(step % 2 == 0 ? now.timeline().panned(step % 4 == 0 ? 0.05 : -0.05)
                    : now.timeline().zoomed(now.timeline().shown().orElseThrow().start() + now.timeline().shown().orElseThrow().length() / 2.0, step < 30 ? 0.9 : 1.1)))));
        }
        print("pan and zoom, ms of the window's thread", moved);
        jobs.clear();
        List<Double> repaint = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int step = i;
            idle();
            long start = System.nanoTime();
            fx(() -> store.update(now -> now.along(now.timeline().zoomed(now.timeline().shown().orElseThrow().start(), step < 10 ? 0.9 : 1.1))));
            until(() -> window.context().jobs().running().stream().noneMatch(each -> ESTIMATE.contains(each.title())));
            repaint.add((System.nanoTime() - start) / 1e6);
        }
        print("zoom to counted again, ms", repaint);
    }

    /// Milliseconds of the window's thread itself, which other programs do not lengthen.
    private double event(Runnable action) throws Exception {
        double[] took = new double[1];
        fx(() -> {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            action.run();
            window.shell().root().applyCss();
            window.shell().root().layout();
            took[0] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
        });
        return took[0];
    }

    private void openFile(Path file) throws Exception {
        long start = System.nanoTime();
        fx(() -> window.context().library().open(List.of(file)));
        until(() -> !window.context().store().session().open().isEmpty());
        double read = (System.nanoTime() - start) / 1e6;
        until(() -> window.context().jobs().running().stream().noneMatch(each -> ESTIMATE.contains(each.title()) || each.title().startsWith("drawing")));
        double picture = (System.nanoTime() - start) / 1e6;
        idle();
        double all = (System.nanoTime() - start) / 1e6;
        out.println(String.format(Locale.ROOT, "%s: read %.0f ms, first full picture %.0f ms, everything %.0f ms; view %s; load %.1f", file.getFileName(), read, picture, all,
                window.context().store().session().place().view(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        jobs.forEach((title, times) -> print("  " + title, times));
        fx(() -> {
            window.context().store().session().open().forEach(each -> window.context().library().close(each.name()));
            window.stage().close();
        });
    }

    /// Moves every slider of two views to and fro, one step at a time; times each step until the frame whose layout shows its answer.
    private void sliders(Path file, int rounds) throws Exception {
        fx(() -> window.context().library().open(List.of(file)));
        until(() -> !window.context().store().session().open().isEmpty());
        idle();
        for (String view : List.of("scalability", "queueing")) {
            fx(() -> window.context().store().go(now -> now.in(view)));
            idle();
            idle();
            List<Slider> sliders = new ArrayList<>();
            fx(() -> window.shell().root().lookupAll(".slider").forEach(each -> sliders.add((Slider) each)));
            List<Double> times = new ArrayList<>();
            for (Slider slider : sliders) {
                for (int i = 0; i < rounds; i++) {
                    double value = slider.getMin() + (slider.getMax() - slider.getMin()) * (0.2 + 0.6 * (i * 7 % rounds) / rounds);
                    long start = System.nanoTime();
                    fx(() -> slider.setValue(value));
                    times.add((answered() - start) / 1e6);
                    Thread.sleep(25);
                }
            }
            print(view + ", slider to answer, ms", times);
        }
    }

    /// When the layout of the first frame was done at which nothing was computed any more.
    private long answered() throws InterruptedException {
        long[] when = new long[1];
        CountDownLatch done = new CountDownLatch(1);
        Runnable[] laid = new Runnable[1];
        laid[0] = () -> {
            if (window.context().jobs().running().isEmpty()) {
                when[0] = System.nanoTime();
                window.stage().getScene().removePostLayoutPulseListener(laid[0]);
                done.countDown();
            } else {
                Platform.requestNextPulse();
            }
        };
        fx(() -> {
            window.stage().getScene().addPostLayoutPulseListener(laid[0]);
            Platform.requestNextPulse();
        });
        done.await();
        return when[0];
    }

    private static void collect(Node node, List<ChartPane> into) {
        if (node instanceof ChartPane chart && chart.isVisible()) {
            into.add(chart);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(each -> collect(each, into));
        }
    }

    private void idle() throws Exception {
        until(() -> window.context().jobs().running().isEmpty());
        Thread.sleep(150);
        until(() -> window.context().jobs().running().isEmpty());
    }

    /// Waits for a condition and then for the frame that shows it.
    private void until(BooleanSupplier condition) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {
            private boolean held;

            @Override
            public void handle(long now) {
                if (held) {
                    stop();
                    done.countDown();
                }
                held = held || condition.getAsBoolean();
            }
        }.start());
        done.await();
    }

    private static void fx(Runnable action) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                action.run();
            } finally {
                done.countDown();
            }
        });
        done.await();
    }

    private void print(String what, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        out.println(String.format(Locale.ROOT, "%s: median %.1f, 90 %% %.1f, most %.1f (%d)", what, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 9 / 10),
                sorted.getLast(), sorted.size()));
    }

    private static long processor() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system ? system.getProcessCpuTime() : 0;
    }

    private static long heap() throws InterruptedException {
        System.gc();
        Thread.sleep(200);
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
