package org.tailwright.ui;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.tailwright.ui.jobs.Jobs;
import org.tailwright.ui.report.Reporting;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;

/// Everything that one window works with.
///
/// @param context what views get
/// @param library opens files
/// @param reporting makes the report
/// @param wiring what the layers below gave
public record Desk(Context context, Library library, Reporting reporting, Wiring wiring) {
    /// A desk with nothing open.
    ///
    /// @param fx runs something on the window's thread
    /// @param owner the window in front, for dialogs
    public static Desk of(Wiring wiring, Session initial, Recent recent, Executor fx, Supplier<@Nullable Window> owner) {
        Store store = new Store(initial);
        Jobs jobs = new Jobs(fx);
        Context context = new Context(store, jobs, wiring.analyses(), new Dialogs(owner));
        return new Desk(context, new Library(store, jobs, wiring.opener(), recent), wiring.reporting(), wiring);
    }

    /// The session's store.
    public Store store() {
        return context.store();
    }

    /// Background work.
    public Jobs jobs() {
        return context.jobs();
    }
}
