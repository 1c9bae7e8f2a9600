package org.tailwright.ui.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.tailwright.ui.Context;
import org.tailwright.ui.Dialogs;
import org.tailwright.ui.jobs.Failure;
import org.tailwright.ui.state.Session;
import org.tailwright.workspace.investigation.DataFile;
import org.tailwright.workspace.investigation.Disk;
import org.tailwright.workspace.investigation.Investigation;
import org.tailwright.workspace.investigation.InvestigationFile;
import org.tailwright.workspace.investigation.Moved;
import org.tailwright.workspace.investigation.Recovery;

/// The investigation of the window as a file. What was changed and not saved is kept as a copy two seconds later, so that neither a crash nor
/// closing the window loses it; therefore nobody is ever asked whether to save. Used on the window's thread only.
public final class Document {
    private static final Duration SOON = Duration.seconds(2);
    private static final List<Dialogs.FileKind> KINDS = List.of(new Dialogs.FileKind("Investigation", "tailwright"));

    private final Context context;
    private final InvestigationFile files;
    private final Optional<Recovery> recovery;
    private final Lately lately;
    private final Fingerprints fingerprints = new Fingerprints();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Tailwright");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper lacking = new ReadOnlyBooleanWrapper();
    private final PauseTransition soon = new PauseTransition(SOON);
    private @Nullable Path path;
    private InvestigationFile.@Nullable Loaded before;
    private Investigation clean;
    private List<DataFile> missing = List.of();
    private boolean opening;

    /// An investigation that was not saved yet.
    public Document(Context context, Disk disk) {
        this.context = context;
        this.files = new InvestigationFile(disk);
        this.recovery = context.library().recent().beside("recovery").map(folder -> new Recovery(folder, disk));
        this.lately = new Lately(context.library().recent().beside("investigations"));
        this.clean = now().unseen();
        soon.setOnFinished(_ -> keep());
        context.store().sessionProperty().subscribe(this::noticed);
    }

    /// Name of the window: the file's, with a dot while there is something unsaved.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Whether something is unsaved.
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// Whether files of the investigation were not found.
    public ReadOnlyBooleanProperty lackingProperty() {
        return lacking.getReadOnlyProperty();
    }

    /// Where it is saved.
    public Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /// What was worked on lately.
    public Lately lately() {
        return lately;
    }

    /// Work that no window holds any more.
    public List<Recovery.Unsaved> unsaved() {
        return recovery.map(Recovery::left).orElse(List.of());
    }

    private Investigation now() {
        return Snapshot.of(context.store().session(), context.library().dataFiles());
    }

    private void noticed(Session session) {
        if (opening) {
            return;
        }
        boolean differs = !session.open().isEmpty() && !now().unseen().equals(clean);
        changed.set(differs);
        named();
        if (differs) {
            soon.playFromStart();
        } else {
            soon.stop();
        }
    }

    private void named() {
        String name = path == null ? context.store().session().open().isEmpty() ? "" : "Unsaved investigation" : String.valueOf(path.getFileName());
        title.set(name.isEmpty() ? "Tailwright" : (changed.get() ? "● " : "") + name + " — Tailwright");
    }

    /// Keeps a copy of what is unsaved, now.
    public void keep() {
        if (changed.get() && recovery.isPresent()) {
            Investigation copy = now();
            Optional<Path> of = path();
            Recovery to = recovery.get();
            context.jobs().start("keeping a copy of unsaved work", _ -> {
                to.keep(copy, of);
                return true;
            }, _ -> {});
        }
    }

    /// Keeps a copy before the window closes, waiting for the disk; quick, because only the record is written.
    public void keepNow() {
        soon.stop();
        if (changed.get() && recovery.isPresent()) {
            try {
                recovery.get().keep(now(), path());
            } catch (IOException e) {
                context.jobs().report(Failure.of("keeping a copy of unsaved work", e));
            }
        }
    }

    /// Saves where it was saved before, else asks where.
    public void save() {
        path().ifPresentOrElse(this::write, this::saveAs);
    }

    /// Asks where, and saves there.
    public void saveAs() {
        String name = path == null ? "investigation" + Investigation.ENDING : String.valueOf(path.getFileName());
        context.dialogs().save("Save investigation", name, KINDS).ifPresent(this::saveTo);
    }

    /// Saves under a name; the ending is added where it lacks.
    public void saveTo(Path chosen) {
        Path target = Investigation.named(chosen) ? chosen : chosen.resolveSibling(chosen.getFileName() + Investigation.ENDING);
        if (!target.toAbsolutePath().normalize().equals(path)) {
            path = target.toAbsolutePath().normalize();
            before = null;
        }
        write(path);
    }

    private void write(Path target) {
        Session session = context.store().session();
        Investigation saving = now();
        Optional<InvestigationFile.Loaded> old = Optional.ofNullable(before);
        context.jobs().start("saving " + target.getFileName(), work -> files.write(target, fingerprints.of(saving, work), old), written -> {
            before = written;
            clean = saving.unseen();
            noticed(context.store().session());
            forget();
            context.library().recent().add(List.of(target));
            lately.note(target, session, context.jobs());
        });
    }

    private void forget() {
        recovery.ifPresent(each -> {
            if (!changed.get()) {
                context.jobs().start("forgetting the copy", _ -> {
                    each.forget();
                    return true;
                }, _ -> {});
            }
        });
    }

    /// Opens a saved investigation in place of what is open; unsaved work of that is kept as a copy.
    public void open(Path file) {
        keepNow();
        Path target = file.toAbsolutePath().normalize();
        Path home = target.getParent() == null ? target : target.getParent();
        context.jobs().start("opening " + target.getFileName(), _ -> {
            InvestigationFile.Loaded loaded = InvestigationFile.read(target);
            return new Opening(loaded, Moved.find(loaded.investigation(), List.of(home)));
        }, found -> {
            path = target;
            before = found.loaded();
            List<String> remarks = new ArrayList<>(found.loaded().remarks());
            remarks.addAll(found.moved().remarks());
            restore(found.moved(), remarks, found.moved().investigation().unseen());
            context.library().recent().add(List.of(target));
        });
    }

    private record Opening(InvestigationFile.Loaded loaded, Moved moved) {}

    /// Goes on with work that was left unsaved.
    public void recover(Recovery.Unsaved unsaved) {
        path = unsaved.of().orElse(null);
        before = null;
        try {
            if (path != null && java.nio.file.Files.isRegularFile(path)) {
                before = InvestigationFile.read(path);
            }
        } catch (IOException e) {
            path = null; // what was saved cannot be read: this work gets a new name
        }
        Path home = path == null || path.getParent() == null ? unsaved.copy().getParent() : path.getParent();
        Moved moved = Moved.find(unsaved.investigation(), home == null ? List.of() : List.of(home));
        restore(moved, moved.remarks(), before == null ? Investigation.of(List.of(), org.tailwright.data.Selection.ALL, List.of(), java.time.ZoneOffset.UTC) : before.investigation().unseen());
        discard(unsaved);
    }

    /// Takes a copy away.
    public void discard(Recovery.Unsaved unsaved) {
        try {
            recovery.orElseThrow().discard(unsaved);
        } catch (IOException e) {
            context.jobs().report(Failure.of("taking away the copy", e));
        }
    }

    private void restore(Moved moved, List<String> remarks, Investigation asSaved) {
        Investigation saved = moved.investigation();
        missing(moved.missing());
        remarks.forEach(each -> context.jobs().report(new Failure("", each, each, false)));
        opening = true;
        context.library().reopen(saved.files().stream().filter(each -> !moved.missing().contains(each)).toList(), () -> {
            context.store().update(now -> Snapshot.restored(saved, now));
            opening = false;
            clean = asSaved;
            noticed(context.store().session());
        }, () -> {
            opening = false;
            named();
        });
    }

    private void missing(List<DataFile> files) {
        missing = files;
        lacking.set(!files.isEmpty());
        if (!files.isEmpty()) {
            String names = String.join(", ", files.stream().map(each -> each.path().toString()).limit(3).toList());
            String sentence = (files.size() == 1 ? "a file of this investigation was not found: " : files.size() + " files of this investigation were not found: ") + names
                    + "; File ▸ Find missing files looks for them in another folder";
            context.jobs().report(new Failure("", sentence, sentence, false));
        }
    }

    /// Asks for a folder and looks for the missing files there.
    public void findMissing() {
        context.dialogs().folder("Folder with the missing files").ifPresent(this::findMissing);
    }

    /// Looks for the missing files below a folder.
    public void findMissing(Path folder) {
        Investigation all = now();
        List<DataFile> wanted = new ArrayList<>(all.files());
        wanted.addAll(missing);
        Investigation whole = all.with(wanted);
        context.jobs().start("looking for files", _ -> Moved.find(whole, List.of(folder)), found -> restore(found, found.remarks(), clean));
    }
}
