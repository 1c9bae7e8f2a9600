package org.tailwright.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tailwright.data.Dataset;
import org.tailwright.data.Objective;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.ui.jobs.Failure;
import org.tailwright.ui.jobs.Jobs;
import org.tailwright.ui.report.Reporting;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Place;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.ui.views.View;
import org.tailwright.ui.views.Views;
import org.tailwright.workspace.Materials;
import org.tailwright.workspace.OpenFile;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.Opening;
import org.tailwright.workspace.cache.ColumnCache;

/// Opens and closes data sets, and remembers what reading their files showed.
public final class Library {
    private final Store store;
    private final Jobs jobs;
    private final Recent recent;
    private final ColumnCache cache;
    private final Map<Path, OpenFile> files = new LinkedHashMap<>();
    private final Set<Path> asked = new LinkedHashSet<>();

    /// An empty library.
    ///
    /// @param recent what was opened before
    /// @param cache what reading large files gave before
    public Library(Store store, Jobs jobs, Recent recent, ColumnCache cache) {
        this.store = store;
        this.jobs = jobs;
        this.recent = recent;
        this.cache = cache;
    }

    /// Reads files and folders in the background and adds their data sets to the session.
    public void open(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        String title = paths.size() == 1 ? "reading " + name(paths.getFirst()) : "reading " + paths.size() + " files";
        ReadOptions options = ReadOptions.DEFAULT;
        jobs.start(title, work -> Opening.open(paths, options, cache, work), opened -> {
            opened(paths, opened);
            jobs.start("keeping columns for the next opening", _ -> {
                cache.settle();
                return paths;
            }, _ -> {});
        });
    }

    private void opened(List<Path> paths, Opened opened) {
        opened.files().forEach(each -> files.put(each.path(), each));
        opened.refused().forEach(each -> jobs.report(new Failure(name(each.path()), each.sentence(), each.path() + ": " + each.sentence(), false)));
        if (opened.datasets().isEmpty() && opened.refused().isEmpty()) {
            jobs.report(new Failure(name(paths.getFirst()), "there is no data in it that Tailwright can read", String.valueOf(opened.skipped()), false));
        }
        if (!opened.datasets().isEmpty()) {
            recent.add(paths);
            asked.addAll(paths);
            store.update(now -> arrived(now.opening(opened.datasets()), opened.objectives()));
        }
    }

    /// Objectives of the files join those that are there; from the start page the first fitting view opens.
    private static Session arrived(Session session, List<Objective> found) {
        List<Objective> objectives = new ArrayList<>(session.questions().objectives());
        found.stream().filter(each -> !objectives.contains(each)).forEach(objectives::add);
        Session asked = session.asking(session.questions().with(objectives));
        Place place = asked.place();
        return !place.view().equals(Place.START.view()) ? asked
                : asked.at(place.in(Views.fitting(asked.open()).stream().map(View::id).findFirst().orElse(place.view())));
    }

    /// Closes a data set.
    public void close(String dataset) {
        store.update(now -> now.closing(dataset));
    }

    /// What reading the file of a data set showed.
    public Optional<ReadResult> facts(Dataset data) {
        return files.values().stream().filter(OpenFile.Read.class::isInstance).map(each -> ((OpenFile.Read) each).result())
                .filter(result -> result.datasets().stream().anyMatch(each -> each.name().equals(data.name()))).findFirst();
    }

    /// The question of the whole report.
    public Reporting.Question reportOf(Session session) {
        Opened all = new Opened(List.copyOf(files.values()), session.questions().objectives());
        return Reporting.Question.of(Materials.title(List.copyOf(asked)), all, session);
    }

    /// Files that were opened before, newest first.
    public Recent recent() {
        return recent;
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last + (Files.isDirectory(path) ? "/" : "");
    }
}
