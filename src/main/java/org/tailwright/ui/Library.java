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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Dataset;
import org.tailwright.data.Objective;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.text.DelimitedText;
import org.tailwright.ui.jobs.Failure;
import org.tailwright.ui.jobs.Jobs;
import org.tailwright.ui.mapping.MappedOpening;
import org.tailwright.ui.mapping.Mappings;
import org.tailwright.ui.mapping.Unclear;
import org.tailwright.ui.report.Reporting;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Place;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.ui.views.View;
import org.tailwright.ui.views.Views;
import org.tailwright.workspace.investigation.DataFile;
import org.tailwright.workspace.investigation.Investigation;
import org.tailwright.workspace.Materials;
import org.tailwright.workspace.OpenFile;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.cache.ColumnCache;

/// Opens and closes data sets, and remembers what reading their files showed.
public final class Library {
    private final Store store;
    private final Jobs jobs;
    private final Recent recent;
    private final ColumnCache cache;
    private final Map<Path, OpenFile> files = new LinkedHashMap<>();
    private final Set<Path> asked = new LinkedHashSet<>();
    private final Mappings mappings;
    private final Trusting trusting;
    private final Map<Path, ReadOptions> said = new LinkedHashMap<>();
    private @Nullable Consumer<Unclear> asking;
    private @Nullable Consumer<Path> investigations;

    /// An empty library.
    ///
    /// @param recent what was opened before
    /// @param cache what reading large files gave before
    public Library(Store store, Jobs jobs, Recent recent, ColumnCache cache) {
        this.store = store;
        this.jobs = jobs;
        this.recent = recent;
        this.cache = cache;
        this.mappings = Mappings.in(recent.beside("mappings"));
        this.trusting = new Trusting(jobs);
    }

    /// Who is asked about files whose columns are unclear; null when nobody is there, so that such files are refused.
    public void asking(@Nullable Consumer<Unclear> somebody) {
        asking = somebody;
    }

    /// Who opens saved investigations; null when nobody does.
    public void investigations(@Nullable Consumer<Path> somebody) {
        investigations = somebody;
    }

    /// Reads files and folders in the background and adds their data sets to the session; a saved investigation takes the place of what is open.
    public void open(List<Path> all) {
        Consumer<Path> opener = investigations;
        if (opener != null) {
            all.stream().filter(Investigation::named).limit(1).forEach(opener);
        }
        List<Path> paths = all.stream().filter(each -> opener == null || !Investigation.named(each)).toList();
        if (paths.isEmpty()) {
            return;
        }
        read(paths, () -> {}, () -> {});
    }

    /// Closes everything and reads the files of an investigation.
    ///
    /// @param then done on the window's thread when they are read
    /// @param failed done there when that went wrong
    public void reopen(List<DataFile> saved, Runnable then, Runnable failed) {
        files.clear();
        asked.clear();
        said.clear();
        store.update(now -> Session.empty().looking(now.look()));
        saved.stream().filter(each -> !each.mapping().isEmpty() || !each.units().isEmpty())
                .forEach(each -> said.put(each.path(), new ReadOptions(store.session().look().zone(), each.mapping(), each.units())));
        if (saved.isEmpty()) {
            then.run();
        } else {
            read(saved.stream().map(DataFile::path).toList(), then, failed);
        }
    }

    /// Files and folders that were opened, in order.
    public List<DataFile> dataFiles() {
        return asked.stream().map(each -> each.toAbsolutePath().normalize()).map(each -> {
            ReadOptions options = said.getOrDefault(each, ReadOptions.DEFAULT);
            return new DataFile(each, "", -1, options.mapping(), options.units());
        }).toList();
    }

    private void read(List<Path> paths, Runnable then, Runnable failed) {
        String title = paths.size() == 1 ? "reading " + name(paths.getFirst()) : "reading " + paths.size() + " files";
        jobs.start(title, work -> MappedOpening.of(paths, mappings, Map.copyOf(said), cache, work), found -> {
            List<Unclear> unclear = asking == null ? List.of() : found.unclear();
            Set<Path> open = unclear.stream().map(Unclear::file).collect(Collectors.toSet());
            found.used().forEach((path, options) -> said.put(path.toAbsolutePath().normalize(), options));
            opened(paths, found.opened(), open);
            then.run();
            settle();
            unclear.forEach(each -> Optional.ofNullable(asking).ifPresent(somebody -> somebody.accept(each)));
        }, _ -> failed.run());
    }

    private void settle() {
        jobs.start("keeping columns for the next opening", Jobs.Turn.PATIENT, _ -> {
            cache.settle();
            return true;
        }, _ -> {}, _ -> {});
    }

    /// Reads a file as somebody said; what it was read as before is closed.
    ///
    /// @param shape of the file, as [org.tailwright.readers.text.Layout#shape] tells it
    /// @param remember whether this holds for all files of this shape
    public void openMapped(Path file, String shape, ReadOptions said, boolean remember) {
        if (remember) {
            mappings.remember(shape, said);
        } else {
            mappings.forget(shape);
        }
        OpenFile before = files.get(file);
        jobs.start("reading " + name(file), work -> MappedOpening.of(file, said, cache, work), opened -> {
            if (before instanceof OpenFile.Read old && !opened.datasets().isEmpty()) {
                old.result().datasets().forEach(each -> close(each.name()));
            }
            this.said.put(file.toAbsolutePath().normalize(), said);
            opened(List.of(file), opened, Set.of());
            opened.datasets().stream().findFirst().ifPresent(first -> store.go(place -> place.of(first.name())));
            settle();
        });
    }

    /// Whether somebody can say otherwise what the columns of a data set's file mean.
    public boolean mappable(Dataset data) {
        return asking != null && DelimitedText.wrote(data.origin().format());
    }

    /// Asks what the columns of a data set's file mean.
    public void mapAgain(Dataset data) {
        if (asking != null && mappable(data)) {
            asking.accept(new Unclear(data.origin().file(), "it is open as " + data.origin().format() + "; reading it again replaces that", "", Optional.empty()));
        }
    }

    /// What is remembered about columns.
    public Mappings mappings() {
        return mappings;
    }

    /// @param quiet files whose refusal is not told, because somebody is asked about them
    private void opened(List<Path> paths, Opened opened, Set<Path> quiet) {
        opened.files().forEach(each -> files.put(each.path(), each));
        opened.refused().stream().filter(each -> !quiet.contains(each.path())).forEach(each -> jobs.report(new Failure(name(each.path()), each.sentence(), each.path() + ": " + each.sentence(), false)));
        if (opened.datasets().isEmpty() && opened.refused().isEmpty()) {
            jobs.report(new Failure(name(paths.getFirst()), "there is no data in it that Tailwright can read", String.valueOf(opened.skipped()), false));
        }
        if (!opened.datasets().isEmpty()) {
            recent.add(paths);
            asked.addAll(paths);
            store.update(now -> arrived(now.opening(opened.datasets()), opened.objectives()));
            trusting.judge(opened.datasets(), store.session().open());
        }
    }

    /// Objectives of the files join those that are there; from the start page the first fitting view opens.
    private static Session arrived(Session session, List<Objective> found) {
        List<Objective> objectives = new ArrayList<>(session.questions().objectives());
        found.stream().filter(each -> !objectives.contains(each)).forEach(objectives::add);
        Session asked = session.asking(session.questions().with(objectives));
        Place place = asked.place();
        return !place.view().equals(Place.START.view()) ? asked
                : asked.at(place.in(Views.opening(asked.open()).map(View::id).orElse(place.view())));
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

    /// The trust cards of the open data sets.
    public Trusting trusting() {
        return trusting;
    }

    /// The question of the whole report.
    public Reporting.Question reportOf(Session session) {
        Opened all = new Opened(List.copyOf(files.values()), session.questions().objectives());
        return Reporting.Question.of(Materials.title(List.copyOf(asked)), all, session,
                said.entrySet().stream().map(each -> new DataFile(each.getKey(), "", -1, each.getValue().mapping(), each.getValue().units())).toList());
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
