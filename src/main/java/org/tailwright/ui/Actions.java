package org.tailwright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import org.tailwright.analyses.Analysis;
import org.tailwright.data.Selection;
import org.tailwright.data.SelectionText;
import org.tailwright.data.TimeSpan;
import org.tailwright.ui.commands.Command;
import org.tailwright.ui.commands.Command.Group;
import org.tailwright.ui.document.Document;
import org.tailwright.ui.state.Place;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.ui.views.View;
import org.tailwright.ui.views.Views;

/// All commands of the window.
final class Actions {
    /// What of the window itself the commands need.
    ///
    /// @param pointer the chart below the pointer
    /// @param palette opens the palette
    /// @param keys shows the list of keys
    /// @param saved shows the saved selections
    /// @param escape closes what is open above the window; false when nothing was
    /// @param document the open investigation as a file
    /// @param fullScreen turns full screen on or off
    /// @param quit closes the window
    record Hooks(Pointer pointer, Runnable palette, Runnable keys, Runnable saved, BooleanSupplier escape, Document document, Runnable fullScreen,
            Runnable quit) {}

    private final Context context;
    private final Store store;
    private final Hooks hooks;

    Actions(Context context, Hooks hooks) {
        this.context = context;
        this.store = context.store();
        this.hooks = hooks;
    }

    List<Command> all() {
        List<Command> all = new ArrayList<>();
        file(all);
        edit(all);
        view(all);
        analyze(all);
        all.add(Command.of(Group.WINDOW, "Full screen", "F11", hooks.fullScreen()));
        all.add(Command.of(Group.WINDOW, "Show or hide the inspector", "Q",
                () -> store.update(now -> now.looking(now.look().inspecting(!now.look().inspector())))));
        all.add(Command.of(Group.WINDOW, "Switch between light and dark", "Shortcut+Shift+D",
                () -> store.update(now -> now.looking(now.look().dark(!now.look().dark())))));
        all.add(Command.of(Group.HELP, "Find a command", "Shortcut+Shift+P", hooks.palette()));
        all.add(Command.of(Group.HELP, "Search", "Slash", hooks.palette()));
        all.add(Command.of(Group.HELP, "List of keys", "Shift+Slash", hooks.keys()));
        return all;
    }

    private void file(List<Command> all) {
        all.add(Command.of(Group.FILE, "Open files…", "Shortcut+O", this::open));
        context.wiring().sample().ifPresent(path -> all.add(Command.of(Group.FILE, "Open the sample", "", () -> context.library().open(List.of(path)))));
        all.add(Command.of(Group.FILE, "Save investigation", "Shortcut+S", hooks.document()::save).when(has(session -> !session.open().isEmpty())));
        all.add(Command.of(Group.FILE, "Save investigation as…", "Shortcut+Shift+S", hooks.document()::saveAs).when(has(session -> !session.open().isEmpty())));
        all.add(Command.of(Group.FILE, "Find missing files…", "", hooks.document()::findMissing).when(hooks.document().lackingProperty()));
        all.add(Command.of(Group.FILE, "Export report…", "Shortcut+E", context::export).when(has(session -> !session.open().isEmpty())));
        all.add(Command.of(Group.FILE, "Export charts of the report…", "", context::exportCharts).when(has(session -> !session.open().isEmpty())));
        all.add(Command.of(Group.FILE, "Close data set", "Shortcut+W", () -> context.library().close(store.session().place().dataset()))
                .when(has(session -> session.subject().isPresent())));
        all.add(Command.of(Group.FILE, "Read again with another mapping…", "", () -> store.session().subject().ifPresent(context.library()::mapAgain))
                .when(has(session -> session.subject().filter(context.library()::mappable).isPresent())));
        all.add(Command.of(Group.FILE, "Forget all remembered mappings of columns", "", () -> context.library().mappings().forgetAll()));
        all.add(Command.of(Group.FILE, "Start page", "", () -> store.go(place -> place.in(Place.START.view()))));
        all.add(Command.of(Group.FILE, "Quit", "Shortcut+Q", hooks.quit()));
    }

    void open() {
        context.library().open(context.dialogs().open());
    }

    private void edit(List<Command> all) {
        all.add(Command.of(Group.EDIT, "Undo selection", "Shortcut+Z", store::undo).when(store.canUndo()));
        all.add(Command.of(Group.EDIT, "Redo selection", "Shortcut+Shift+Z", store::redo).when(store.canRedo()));
        all.add(Command.of(Group.EDIT, "Clear selection", "Esc", this::escape));
        all.add(Command.of(Group.EDIT, "Saved selections…", "Shortcut+B", hooks.saved()));
        all.add(Command.of(Group.EDIT, "Copy selection as command-line options", "Shortcut+Shift+C",
                () -> context.dialogs().copy(SelectionText.of(store.session().selection()))).when(has(session -> !session.selection().isAll())));
        all.add(Command.of(Group.EDIT, "Mark the moment at the pointer", "M", this::mark).when(timed()));
        all.add(Command.of(Group.EDIT, "Remove all marks", "", () -> store.update(now -> now.along(now.timeline().unmarked())))
                .when(has(session -> !session.timeline().marks().isEmpty())));
    }

    private void view(List<Command> all) {
        all.add(Command.of(Group.VIEW, "Back", "Alt+Left", store::back).when(store.canGoBack()));
        all.add(Command.of(Group.VIEW, "Forward", "Alt+Right", store::forward).when(store.canGoForward()));
        int number = 1;
        for (View view : Views.ALL) {
            String key = number <= 9 ? "Shortcut+" + number++ : "";
            all.add(Command.of(Group.VIEW, view.title(), key, () -> store.go(place -> place.in(view.id()))).when(has(session -> view.fits(session.open()))));
        }
        all.add(Command.of(Group.VIEW, "Zoom in", "W", () -> zoom(1 / 1.5)).when(timed()));
        all.add(Command.of(Group.VIEW, "Zoom out", "S", () -> zoom(1.5)).when(timed()));
        all.add(Command.of(Group.VIEW, "Pan to earlier", "A", () -> pan(-0.2)).when(timed()));
        all.add(Command.of(Group.VIEW, "Pan to later", "D", () -> pan(0.2)).when(timed()));
        all.add(Command.of(Group.VIEW, "Draw a threshold at the pointer", "T",
                () -> hooks.pointer().chart().filter(chart -> chart.levels()).ifPresent(chart -> chart.level())).when(has(session -> session.requests().isPresent())));
        all.add(Command.of(Group.VIEW, "Fit the selected window", "F", this::fit).when(has(session -> session.selection().window().isPresent())));
        all.add(Command.of(Group.VIEW, "Whole time range", "0", () -> store.update(now -> now.along(now.timeline().showing(Optional.empty()))))
                .also("Home").when(timed()));
    }

    private void analyze(List<Command> all) {
        all.add(Command.of(Group.ANALYZE, "Select the visible time range", "R", () -> store.update(now -> now.selecting(
                now.selection().within(now.timeline().visible())))).when(has(session -> session.timeline().visible().isPresent())));
        all.add(Command.of(Group.ANALYZE, "Mark what is selected as baseline", "B", this::baseline).when(has(session -> session.requests().isPresent())));
        all.add(Command.of(Group.ANALYZE, "Remove the baseline", "", () -> store.ask(now -> now.with(Optional.<Questions.Baseline>empty())))
                .when(has(session -> session.questions().baseline().isPresent())));
        for (Analysis<?, ?> analysis : context.analyses()) {
            all.add(Command.of(Group.ANALYZE, analysis.title(), "", () -> store.go(place -> place.asking(analysis.id())))
                    .when(has(session -> session.open().stream().anyMatch(data -> analysis.takes(data.kind())))));
        }
    }

    private void baseline() {
        Session session = store.session();
        session.open().stream().filter(each -> session.requests().equals(session.requests(each))).findFirst()
                .ifPresent(data -> store.ask(now -> now.with(Optional.of(new Questions.Baseline(data.name(), session.selection())))));
    }

    private void escape() {
        if (!hooks.escape().getAsBoolean()) {
            store.select(_ -> Selection.ALL);
        }
    }

    private void zoom(double factor) {
        hooks.pointer().chart().filter(chart -> chart.zooms()).ifPresentOrElse(chart -> chart.zoom(factor),
                () -> store.update(now -> now.along(now.timeline().shown()
                        .map(shown -> now.timeline().zoomed(shown.start() + shown.length() / 2.0, factor)).orElse(now.timeline()))));
    }

    private void pan(double share) {
        hooks.pointer().chart().filter(chart -> chart.zooms()).ifPresentOrElse(chart -> chart.pan(share),
                () -> store.update(now -> now.along(now.timeline().panned(share))));
    }

    private void fit() {
        store.update(now -> now.along(now.timeline().showing(now.selection().window())));
    }

    private void mark() {
        Optional<TimeSpan> shown = store.session().timeline().shown();
        hooks.pointer().time().or(() -> shown.map(span -> span.start() + span.length() / 2))
                .ifPresent(time -> store.update(now -> now.along(now.timeline().marked(time))));
    }

    private ObservableValue<Boolean> timed() {
        return has(session -> session.timeline().whole().isPresent());
    }

    private ObservableValue<Boolean> has(Predicate<Session> condition) {
        return store.derive(condition::test);
    }
}
