package org.tailwright.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.data.Dataset;
import org.tailwright.data.Objective;
import org.tailwright.ui.jobs.Failure;
import org.tailwright.ui.jobs.Jobs;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Place;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.ui.views.View;
import org.tailwright.ui.views.Views;

/// Opens and closes data sets, and remembers what reading their files showed.
public final class Library {
    private final Store store;
    private final Jobs jobs;
    private final Opener opener;
    private final Recent recent;
    private final Map<Path, Opener.FileFacts> facts = new LinkedHashMap<>();

    /// A library that reads with `opener`.
    public Library(Store store, Jobs jobs, Opener opener, Recent recent) {
        this.store = store;
        this.jobs = jobs;
        this.opener = opener;
        this.recent = recent;
    }

    /// Reads files and folders in the background and adds their data sets to the session.
    public void open(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        String title = paths.size() == 1 ? "reading " + name(paths.getFirst()) : "reading " + paths.size() + " files";
        jobs.start(title, work -> opener.open(paths, work), opened -> opened(paths, opened));
    }

    private void opened(List<Path> paths, Opener.Opened opened) {
        opened.files().forEach(each -> facts.put(each.file(), each));
        opened.refused().forEach(each -> jobs.report(new Failure("", each, each, false)));
        if (!opened.datasets().isEmpty()) {
            recent.add(paths);
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
    public Optional<Opener.FileFacts> facts(Dataset data) {
        return Optional.ofNullable(facts.get(data.origin().file()));
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
