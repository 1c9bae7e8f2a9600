package org.tailwright.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.tailwright.charts.Writing;
import org.tailwright.ui.preferences.Preferences;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;

/// The window as an application. Arguments are files and folders to open.
public final class App extends Application {
    /// Opens the window with files or folders and returns when it is closed.
    ///
    /// @throws UnsupportedOperationException with a sentence when there is no display
    public static void open(List<Path> files) {
        try {
            launch(App.class, files.stream().map(Path::toString).toArray(String[]::new));
        } catch (UnsupportedOperationException e) {
            throw new UnsupportedOperationException("there is no display to open the window on; `tailwright report` and `tailwright picture` work without one", e);
        }
    }

    @Override
    public void start(Stage stage) {
        boolean dark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        Recent recent = Recent.ofUser();
        Preferences preferences = Desk.preferred(recent).now();
        Writing.use(preferences.writing());
        var bounds = Screen.getPrimary().getVisualBounds();
        MainWindow window = new MainWindow(stage, Wiring.standard(preferences.cacheGib()), preferences.applied(Session.empty(), dark), recent, Platform::runLater,
                Math.min(1440, bounds.getWidth()), Math.min(900, bounds.getHeight() - 30));
        stage.show();
        window.context().library().open(getParameters().getRaw().stream().map(Path::of).toList());
    }
}
