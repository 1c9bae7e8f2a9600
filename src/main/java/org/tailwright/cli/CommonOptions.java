package org.tailwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tailwright.analyses.Inputs;
import org.tailwright.catalog.Fitting;
import org.tailwright.data.Dataset;
import org.tailwright.data.Durations;
import org.tailwright.data.Objective;
import org.tailwright.data.Selection;
import org.tailwright.data.Shift;
import org.tailwright.data.TimeSpan;
import org.tailwright.readers.ReadOptions;
import org.tailwright.workspace.Offsets;
import org.tailwright.workspace.OpenFile;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.Opening;
import org.tailwright.workspace.cache.ColumnCache;
import org.tailwright.workspace.investigation.Asked;
import org.tailwright.workspace.investigation.DataFile;
import org.tailwright.workspace.investigation.Investigation;
import org.tailwright.workspace.investigation.Moved;
import org.tailwright.workspace.investigation.Seen;
import picocli.CommandLine.Option;

/// Options that every command with files understands.
final class CommonOptions {
    @Option(names = "--objective", paramLabel = "RULE", description = "what should hold, repeatable: 'p99<250ms where label=POST /pay', 'errors<1%%'")
    List<String> objectives = new ArrayList<>();

    @Option(names = "--data", paramLabel = "NAME", description = "only this data set (or event type of a recording), repeatable")
    List<String> data = new ArrayList<>();

    @Option(names = "--from", paramLabel = "TIME", description = "only what starts at or after: 2026-11-22T12:07:50Z, 12:07:50, or +90s since the beginning")
    @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "only what starts before")
    @Nullable String to;

    @Option(names = "--latency", paramLabel = "A..B", description = "only durations from A up to B, such as 100ms..1s; one side may be missing")
    @Nullable String latency;

    @Option(names = "--where", paramLabel = "COLUMN=VALUE", description = "only rows with this value, repeatable")
    List<String> where = new ArrayList<>();

    @Option(names = "--zone", paramLabel = "ZONE", description = "zone of times without one, and of all times shown (default: UTC)")
    String zone = "UTC";

    @Option(names = "--seed", paramLabel = "N", description = "seed of everything random (default: ${DEFAULT-VALUE})")
    long seed = Inputs.SEED;

    @Option(names = "--map", paramLabel = "ROLE=COLUMN", description = "delimited text: column of a role (start, end, duration, label, status, success, failed, metric, value, load, throughput, latency); header=yes or header=no says whether the first line names the columns")
    Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--unit", paramLabel = "ROLE=UNIT", description = "delimited text: unit of a role, such as duration=ms; load=servers, users or workers says what a load counts")
    Map<String, String> unit = new LinkedHashMap<>();

    @Option(names = "--offset", paramLabel = "NAME=TIME", description = "set the clock of a data set or file forward or back: app.jfr=+1.5s, repeatable")
    Map<String, String> offset = new LinkedHashMap<>();

    @Option(names = "--no-cache", description = "read the files anew")
    boolean noCache;

    @Option(names = "--debug", description = "show the details of a failure")
    boolean debug;

    /// The saved investigation among the files, once they are open.
    private @Nullable Investigation saved;

    /// The zone asked for.
    ZoneId zoneId() {
        try {
            return zone.equals("UTC") && saved != null ? saved.seen().zone() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Complaint("--zone needs a zone such as UTC, Europe/Berlin or +02:00, not '" + zone + "'", e);
        }
    }

    /// The user's cache of columns, unless it is not wanted.
    ColumnCache cache() {
        return noCache ? ColumnCache.NONE : ColumnCache.ofUser();
    }

    /// Opens files and folders; what could not be read is told on `err`.
    ///
    /// @param more further roles that the command's own options map
    Opened open(List<Path> files, Map<String, String> more, ColumnCache cache, Console console) {
        if (files.isEmpty()) {
            throw new Complaint("name at least one file or folder");
        }
        List<Path> data = data(files, console);
        Map<String, String> mapping = new LinkedHashMap<>(map);
        mapping.putAll(more);
        try (ConsoleWork work = new ConsoleWork(console, "reading")) {
            return moved(Opening.open(data, path -> options(path, mapping), cache, work));
        }
    }

    private Opened moved(Opened opened) {
        try {
            return Offsets.apply(opened, offsets());
        } catch (IllegalArgumentException e) {
            throw new Complaint("--offset: " + e.getMessage(), e);
        }
    }

    /// Those of the saved investigation, and over them those that are typed.
    private Map<String, Long> offsets() {
        Map<String, Long> nanos = new LinkedHashMap<>(saved == null ? Map.of() : saved.asked().offsets());
        offset.forEach((name, time) -> nanos.put(name, Shift.parse(time)));
        return nanos;
    }

    private ReadOptions options(Path path, Map<String, String> mapping) {
        Optional<DataFile> known = saved == null ? Optional.empty() : saved.files().stream().filter(each -> each.path().equals(path.toAbsolutePath().normalize())).findFirst();
        Map<String, String> roles = new LinkedHashMap<>(known.map(DataFile::mapping).orElse(Map.of()));
        roles.putAll(mapping);
        Map<String, String> units = new LinkedHashMap<>(known.map(DataFile::units).orElse(Map.of()));
        units.putAll(unit);
        return new ReadOptions(zoneId(), roles, units);
    }

    /// A file with what was said about its columns.
    DataFile file(Path path) {
        ReadOptions options = options(path, map);
        return new DataFile(path, "", -1, options.mapping(), options.units());
    }

    /// The files themselves: a saved investigation gives those that it names, and says what of it was not found.
    private List<Path> data(List<Path> files, Console console) {
        List<Path> data = new ArrayList<>();
        for (Path file : files) {
            if (!Investigation.named(file) || Files.isDirectory(file)) {
                data.add(file);
                continue;
            }
            Moved found = SavedFiles.find(file, console);
            saved = found.investigation();
            found.investigation().files().forEach(each -> data.add(each.path()));
        }
        return data;
    }

    /// What is asked: by the options, else by the saved investigation.
    Investigation investigation(Opened opened, List<Dataset> datasets) {
        Inputs inputs = inputs(opened, datasets);
        Investigation base = saved == null ? Investigation.of(List.of(), inputs.selection(), inputs.objectives(), inputs.zone()) : saved;
        List<DataFile> files = opened.files().stream().filter(OpenFile.Read.class::isInstance).map(OpenFile::path).map(this::file).toList();
        return new Investigation(files, inputs.selection(), new Asked(inputs.objectives(), base.asked().parameters(), inputs.seed(), base.asked().baseline(), offsets()),
                base.pinned(), base.story(), Seen.start(inputs.zone()));
    }

    /// The objectives of the options, of the saved investigation, or of the opened folders: the first that has any.
    List<Objective> objectives(Opened opened) {
        return !objectives.isEmpty() ? typedObjectives() : saved != null && !saved.asked().objectives().isEmpty() ? saved.asked().objectives() : opened.objectives();
    }

    /// The objectives of the options.
    List<Objective> typedObjectives() {
        try {
            return objectives.stream().map(Objective::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new Complaint("--objective " + e.getMessage(), e);
        }
    }

    /// The data sets asked for.
    List<Dataset> chosen(Opened opened) {
        try {
            return Fitting.named(opened.datasets(), data);
        } catch (IllegalArgumentException e) {
            throw new Complaint("--data: " + e.getMessage(), e);
        }
    }

    /// The question about data sets.
    Inputs inputs(Opened opened, List<Dataset> datasets) {
        typedObjectives().forEach(rule -> rule.where().forEach(each -> FilterColumns.check("--objective", each, datasets)));
        return new Inputs(datasets, selection(datasets), objectives(opened), seed == Inputs.SEED && saved != null ? saved.asked().seed() : seed, zoneId());
    }

    /// What of the data counts.
    Selection selection(List<Dataset> datasets) {
        Optional<TimeSpan> all = from == null && to == null ? Optional.empty()
                : datasets.stream().flatMap(each -> each.span().stream()).reduce(TimeSpan::union);
        List<Selection.Filter> filters = where.stream().map(CommonOptions::filter).toList();
        filters.forEach(each -> FilterColumns.check("--where", each, datasets));
        Selection typed = new Selection(window(all), band(), filters);
        return typed.isAll() && saved != null ? saved.selection() : typed;
    }

    /// Whether what counts is told by words that only the data explains.
    boolean narrows() {
        return from != null || to != null || !where.isEmpty();
    }

    private Optional<TimeSpan> window(Optional<TimeSpan> all) {
        String first = from;
        String last = to;
        if (first == null && last == null) {
            return Optional.empty();
        }
        long start = first == null ? Long.MIN_VALUE / 2 : Moments.parse("--from", first, zoneId(), all);
        long end = last == null ? Long.MAX_VALUE / 2 : Moments.parse("--to", last, zoneId(), all);
        if (end < start) {
            throw new Complaint("--to lies before --from");
        }
        return Optional.of(new TimeSpan(start, end));
    }

    private Optional<Selection.Band> band() {
        String typed = latency;
        if (typed == null) {
            return Optional.empty();
        }
        int dots = typed.indexOf("..");
        if (dots < 0) {
            throw new Complaint("--latency needs a range such as 100ms..1s, ..50ms or 1s.., not '" + typed + "'");
        }
        long low = bound(typed.substring(0, dots), 0);
        long high = bound(typed.substring(dots + 2), Long.MAX_VALUE);
        if (high < low) {
            throw new Complaint("--latency '" + typed + "' ends below its beginning");
        }
        return Optional.of(new Selection.Band(low, high));
    }

    private static long bound(String text, long open) {
        OptionalLong parsed = Durations.parse(text);
        if (!text.isBlank() && parsed.isEmpty()) {
            throw new Complaint("--latency needs durations with their unit, such as 100ms..1s, not '" + text + "'");
        }
        return parsed.orElse(open);
    }

    private static Selection.Filter filter(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new Complaint("--where needs COLUMN=VALUE, not '" + text + "'");
        }
        return new Selection.Filter(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }
}
