package org.tailwright.ui.pictures;

import org.tailwright.ui.state.Store;
import org.tailwright.data.Selection;
import java.util.Comparator;
import java.util.Optional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.tailwright.charts.Scene;
import org.tailwright.data.Dataset;
import org.tailwright.ui.MainWindow;
import org.tailwright.ui.Wiring;
import org.tailwright.ui.charts.Png;
import org.tailwright.ui.charts.ScenePicture;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Look;
import org.tailwright.ui.state.Place;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.theme.Fonts;
import org.tailwright.ui.theme.Theme;
import org.tailwright.ui.views.View;
import org.tailwright.ui.views.Views;
import org.tailwright.workspace.investigation.DataFile;
import org.tailwright.workspace.investigation.Investigation;

/// Makes pictures of the window without a display.
public final class Pictures {
    private static final Object STARTING = new Object();
    private static boolean started;

    private final Wiring wiring;

    /// @param wiring what windows work with
    public Pictures(Wiring wiring) {
        this.wiring = wiring;
    }

    /// Ids of the views, the start page first.
    public static List<String> views() {
        return Stream.concat(Stream.of(Place.START.view()), Views.ALL.stream().map(View::id)).toList();
    }

    /// Writes a picture of a view; the files are opened and all answers waited for.
    ///
    /// @param width pixels
    /// @param height pixels
    /// @throws IllegalArgumentException with a sentence when there is no such view, or no data for it
    /// @throws IOException when the file cannot be written
    public void make(String view, Investigation investigation, int width, int height, boolean dark, Path out) throws IOException {
        if (!views().contains(view)) {
            throw new IllegalArgumentException("there is no view '" + view + "'; there are " + String.join(", ", views()));
        }
        start();
        CompletableFuture<byte[]> png = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                compose(view, investigation, width, height, dark, png);
            } catch (RuntimeException e) {
                png.completeExceptionally(e);
            }
        });
        Files.write(out, wait(png));
    }

    /// Charts as PNG files with two pixels for each of the scene, in the light theme.
    ///
    /// @throws IOException when one cannot be painted
    public List<byte[]> paint(List<Scene> scenes) throws IOException {
        start();
        List<byte[]> files = new ArrayList<>();
        for (Scene scene : scenes) {
            CompletableFuture<byte[]> png = new CompletableFuture<>();
            Platform.runLater(() -> {
                try {
                    Fonts.load();
                    png.complete(Png.bytes(ScenePicture.of(scene, Theme.LIGHT, 2)));
                } catch (IOException | RuntimeException e) {
                    png.completeExceptionally(e);
                }
            });
            files.add(wait(png));
        }
        return files;
    }

    private void compose(String view, Investigation investigation, int width, int height, boolean dark, CompletableFuture<byte[]> png) {
        Session session = session(investigation, dark);
        MainWindow window = new MainWindow(new Stage(), wiring, session, Recent.forgetful(), Platform::runLater, width, height);
        window.stage().show();
        window.context().library().asking(null);
        window.context().library().open(investigation.files().stream().map(DataFile::path).toList());
        Settled.then(window.context().jobs(), () -> {
            List<Dataset> open = window.context().store().session().open();
            if (!view.equals(Place.START.view()) && Views.find(view).filter(found -> found.fits(open)).isEmpty()) {
                window.stage().close();
                png.completeExceptionally(new IllegalArgumentException(open.isEmpty() ? nothing(window)
                        : "the files hold nothing that the view '" + view + "' could show"));
                return;
            }
            if (view.equals("compare")) {
                baseline(window.context().store());
            }
            window.context().store().go(place -> place.in(view));
            Settled.then(window.context().jobs(), () -> shoot(window, png));
        });
    }

    /// Nobody can mark one here: the next data set of the same kind is the baseline.
    private static void baseline(Store store) {
        Session session = store.session();
        session.open().stream().filter(each -> !each.name().equals(session.place().dataset()) && session.comparable(each))
                .min(Comparator.comparing(each -> each.kind()))
                .ifPresent(other -> store.ask(now -> now.with(Optional.of(new Questions.Baseline(other.name(), Selection.ALL)))));
    }

    private static void shoot(MainWindow window, CompletableFuture<byte[]> png) {
        WritableImage image;
        try {
            image = window.stage().getScene().snapshot(null);
        } catch (RuntimeException e) {
            png.completeExceptionally(e);
            return;
        } finally {
            window.stage().close(); // before anybody who waits ends the toolkit
        }
        try {
            png.complete(Png.bytes(image));
        } catch (IOException | RuntimeException e) {
            png.completeExceptionally(e);
        }
    }

    private static String nothing(MainWindow window) {
        return window.context().jobs().failures().stream().findFirst().map(each -> each.line()).orElse("no data was found");
    }

    private static Session session(Investigation investigation, boolean dark) {
        Session empty = Session.empty();
        Questions asked = new Questions(investigation.asked().objectives(), investigation.asked().parameters(), investigation.asked().seed(),
                empty.questions().baseline(), List.of());
        return empty.selecting(investigation.selection()).asking(asked).looking(new Look(dark, investigation.seen().zone(), true));
    }

    private static void start() {
        synchronized (STARTING) {
            if (!started) {
                System.setProperty("glass.platform", "Headless");
                System.setProperty("prism.order", "sw");
                try {
                    Platform.startup(() -> {});
                } catch (IllegalStateException e) {
                    // A test has started the toolkit already, and it serves as well.
                    started = true;
                }
                Platform.setImplicitExit(false);
                Platform.runLater(() -> Thread.currentThread().setUncaughtExceptionHandler(Pictures::uncaught));
                started = true;
            }
        }
    }

    /// The screen that stands in for a display holds a thousand rows. A taller window does not fit it, which the toolkit complains about at every
    /// frame; the picture is painted elsewhere and is whole.
    private static void uncaught(Thread thread, Throwable failure) {
        boolean frame = failure instanceof IndexOutOfBoundsException && Arrays.stream(failure.getStackTrace()).anyMatch(each -> each.getClassName().endsWith("HeadlessWindow"));
        if (!frame) {
            thread.getThreadGroup().uncaughtException(thread, failure);
        }
    }

    private static byte[] wait(CompletableFuture<byte[]> png) throws IOException {
        try {
            return png.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException known -> throw known;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }
}
