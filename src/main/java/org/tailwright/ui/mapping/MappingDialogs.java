package org.tailwright.ui.mapping;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import org.tailwright.ui.Dialogs;
import org.tailwright.ui.Library;
import org.tailwright.ui.commands.Overlays;
import org.tailwright.ui.jobs.Failure;
import org.tailwright.ui.jobs.Jobs;

/// Asks about one file after another.
public final class MappingDialogs {
    private final Overlays overlays;
    private final Library library;
    private final Jobs jobs;
    private final Dialogs dialogs;
    private final Supplier<ZoneId> zone;
    private final Deque<Unclear> waiting = new ArrayDeque<>();
    private boolean asking;

    /// @param zone of all times shown
    public MappingDialogs(Overlays overlays, Library library, Jobs jobs, Dialogs dialogs, Supplier<ZoneId> zone) {
        this.overlays = overlays;
        this.library = library;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.zone = zone;
    }

    /// Asks about a file, after those that wait already.
    public void ask(Unclear file) {
        waiting.add(file);
        next();
    }

    private void next() {
        Unclear file = asking ? null : waiting.poll();
        if (file == null) {
            return;
        }
        asking = true;
        jobs.start("looking at " + file.file().getFileName(), _ -> MappingModel.Looked.at(file.file()),
                looked -> looked.ifPresentOrElse(found -> show(file, found), () -> unanswered(file)), _ -> ended());
    }

    private void show(Unclear file, MappingModel.Looked looked) {
        String shape = looked.layout().shape();
        MappingModel model = new MappingModel(looked, file.said().or(() -> library.mappings().find(shape)), zone.get(), jobs);
        MappingSheet sheet = new MappingSheet(model, file.why(), library.mappings().find(shape).isPresent(), new MappingSheet.Actions(answer -> {
            overlays.finish();
            model.preview().ask(null);
            library.openMapped(file.file(), shape, answer.options(), answer.remember());
            ended();
        }, overlays::close, () -> library.mappings().forget(shape), dialogs::copy));
        overlays.ask(sheet, Pos.CENTER, () -> {
            model.preview().ask(null);
            unanswered(file);
        });
        sheet.first().requestFocus();
    }

    private void unanswered(Unclear file) {
        if (!file.refusal().isEmpty()) {
            jobs.report(new Failure(String.valueOf(file.file().getFileName()), file.refusal(), file.file() + ": " + file.refusal(), false));
        }
        ended();
    }

    private void ended() {
        asking = false;
        next();
    }
}
