package org.tailwright.ui;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.tailwright.ui.jobs.Jobs;
import org.tailwright.ui.preferences.Preferred;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;

/// Lays out what one window works with.
final class Desk {
    private Desk() {}

    /// The preferences beside the list of what was opened before.
    static Preferred preferred(Recent recent) {
        return Preferred.in(recent.beside("preferences.properties"));
    }

    /// Everything for a window with nothing open.
    ///
    /// @param fx runs something on the window's thread
    /// @param owner the window in front, for dialogs
    static Context of(Wiring wiring, Session initial, Recent recent, Executor fx, Supplier<@Nullable Window> owner) {
        Store store = new Store(initial);
        Jobs jobs = new Jobs(fx);
        return new Context(store, jobs, new Library(store, jobs, recent, wiring.cache()), wiring, new Dialogs(owner, jobs), preferred(recent));
    }
}
