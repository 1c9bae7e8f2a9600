package org.tailwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;

/// A window that is used at random throws nothing and gets stuck nowhere. By hand for longer:
/// `mvn test -Dtest=WandererTest -Dwander.seconds=1200 -Dwander.seed=7 -Dsurefire.more=-XX:SoftRefLRUPolicyMSPerMB=0`; what it did stands in
/// `target/wanderer.log`. A long walk also shows that the heap does not grow: with one file open and nothing running, after a sixth of the time and at
/// the end, by less than a tenth. That option counts the toolkit's pools of pictures as what they are: free when memory is needed.
class WandererTest {
    private static final Path SAMPLE = Path.of("sample-datasets", "checkout");
    /// Seconds from which the heap is judged: a short walk has not yet seen every view once.
    private static final long LONG = 600;
    private static final Path LOG = Path.of("target", "wanderer.log");

    @TempDir
    Path folder = Path.of("");

    /// Not TestFX's stage, which remembers every event and with it every picture that was ever below the pointer.
    private static MainWindow window() throws Exception {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            assertNotNull(e.getMessage(), "another test has started the toolkit");
        }
        Platform.setImplicitExit(false);
        CompletableFuture<MainWindow> made = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                MainWindow window = new MainWindow(new Stage(), Wiring.standard(), Session.empty(), Recent.forgetful(), Platform::runLater, 1280, 800);
                window.stage().show();
                window.stage().requestFocus();
                made.complete(window);
            } catch (RuntimeException e) {
                made.completeExceptionally(e);
            }
        });
        return made.get(60, TimeUnit.SECONDS);
    }

    @Test
    void nothingThrowsAndNothingGetsStuck() throws Exception {
        long seed = Long.getLong("wander.seed", 42);
        List<Path> files;
        try (var all = Files.list(SAMPLE)) {
            files = all.filter(each -> !each.toString().endsWith(".md")).sorted().toList();
        }
        MainWindow open = window();
        open.context().library().asking(null);
        List<String> log = new ArrayList<>(List.of("seed " + seed));
        Wanderer wanderer = new Wanderer(open, seed, files, folder, log::add);
        long seconds = Long.getLong("wander.seconds", 60);
        wanderer.wander(seconds / 6);
        wanderer.home();
        long before = used();
        wanderer.wander(seconds - seconds / 6);
        wanderer.home();
        long after = used();
        log.addAll(wanderer.blocks());
        log.addAll(wanderer.mistakes());
        log.add(String.format(Locale.ROOT, "%d steps, %d mistakes, %d times over %d ms; heap %d MB before, %d MB after", wanderer.steps(), wanderer.mistakes().size(),
                wanderer.blocks().size(), Wanderer.SLOW_MILLIS, before >> 20, after >> 20));
        Platform.runLater(open.stage()::close);
        Files.createDirectories(LOG.getParent());
        Files.write(LOG, log);
        assertEquals(List.of(), wanderer.mistakes(), "see " + LOG);
        assertTrue(wanderer.steps() > 20, "only " + wanderer.steps() + " steps");
        assertTrue(seconds < LONG || !exact() || after < 1.1 * before, "heap grew from " + (before >> 20) + " to " + (after >> 20) + " MB");
    }

    /// Whether a collection takes what is only softly held.
    private static boolean exact() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-XX:SoftRefLRUPolicyMSPerMB=0");
    }

    /// What waits for its cleaner goes after a second collection.
    private static long used() throws InterruptedException {
        System.gc();
        Thread.sleep(200);
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
