package org.tailwright.ui;

import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.tailwright.ui.pictures.Thumbnail;
import org.tailwright.ui.preferences.Entries;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.theme.Fonts;
import org.tailwright.ui.theme.Sheets;

/// A window with its scene: the same for people, pictures and tests.
public final class MainWindow {
    private final Stage stage;
    private final Context context;
    private final Shell shell;

    /// Fills a stage; it is not shown yet.
    ///
    /// @param fx runs something on the window's thread
    public MainWindow(Stage stage, Wiring wiring, Session initial, Recent recent, Executor fx, double width, double height) {
        this.stage = stage;
        Fonts.load();
        this.context = Desk.of(wiring, initial, recent, fx, () -> stage);
        Pointer pointer = new Pointer();
        Arrangement arrangement = new Arrangement(Entries.in(recent.beside("arrangement.properties")));
        this.shell = new Shell(context, pointer, arrangement, () -> stage.setFullScreen(!stage.isFullScreen()), stage::close);
        Scene scene = new Scene(shell.root(), width, height);
        pointer.follow(scene);
        Keys.install(scene, shell::commands, shell::covered);
        context.theme().subscribe(theme -> Sheets.dress(scene, theme));
        stage.setScene(scene);
        shell.document().titleProperty().subscribe(stage::setTitle);
        shell.document().lately().camera(() -> Thumbnail.of(shell.root()));
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> arrangement.keep(stage, shell));
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> shell.document().keepNow());
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        arrangement.place(stage);
    }

    /// The stage.
    public Stage stage() {
        return stage;
    }

    /// What its views get.
    public Context context() {
        return context;
    }

    /// Its parts.
    public Shell shell() {
        return shell;
    }
}
