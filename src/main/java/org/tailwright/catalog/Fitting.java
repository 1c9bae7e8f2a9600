package org.tailwright.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Slot;
import org.tailwright.data.Dataset;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;

/// Which data sets an analysis can be asked about.
public final class Fitting {
    private Fitting() {}

    /// All ways to fill the analysis' slots, the most natural first: every data set that fits the first slot, in the order given, with what
    /// fits the further ones. For a question about load, a run whose load went up in steps comes before one that was held. Empty when nothing fits; one empty list for an analysis without inputs.
    public static List<List<Dataset>> choices(Analysis<?, ?> analysis, List<Dataset> datasets) {
        if (analysis.inputs().isEmpty()) {
            return List.of(List.of());
        }
        Slot first = analysis.inputs().getFirst();
        List<Dataset> fitting = fitting(first, datasets, List.of());
        List<List<Dataset>> choices = new ArrayList<>();
        switch (first.arity()) {
            case ONE -> Stepped.first(first, fitting).forEach(each -> rest(analysis, datasets, List.of(each)).ifPresent(choices::add));
            case MANY -> rest(analysis, datasets, fitting).filter(all -> !all.isEmpty()).ifPresent(choices::add);
            case OPTIONAL -> rest(analysis, datasets, fitting.stream().limit(1).toList()).ifPresent(choices::add);
        }
        return choices;
    }

    /// For each slot the subject if it fits, else the first data set that does; slots for many get all that fit, the subject first. A
    /// recording is asked through its events of one type when the analysis also takes requests.
    ///
    /// @param subject name of a data set
    /// @param part event type of the subject; another recording, or a type that does not last, gives its first one
    public static List<Dataset> around(Analysis<?, ?> analysis, List<Dataset> datasets, String subject, String part) {
        Map<String, Dataset> chosen = new LinkedHashMap<>();
        for (Slot slot : analysis.inputs()) {
            List<Dataset> fitting = datasets.stream().filter(each -> slot.kinds().contains(each.kind())).toList();
            Optional<Dataset> first = fitting.stream().filter(each -> each.name().equals(subject)).findFirst();
            switch (slot.arity()) {
                case MANY -> {
                    first.ifPresent(each -> chosen.put(each.name(), each));
                    fitting.forEach(each -> chosen.putIfAbsent(each.name(), each));
                }
                case ONE, OPTIONAL -> first.or(() -> fitting.stream().filter(each -> !chosen.containsKey(each.name())).findFirst())
                        .ifPresent(each -> chosen.put(each.name(), each));
            }
        }
        return chosen.values().stream().map(each -> durations(analysis, each, each.name().equals(subject) ? part : "")).toList();
    }

    private static Dataset durations(Analysis<?, ?> analysis, Dataset data, String part) {
        if (!(data instanceof Recording recording) || !analysis.takes(Dataset.Kind.REQUESTS)) {
            return data;
        }
        List<String> types = recording.lasting();
        String type = types.contains(part) ? part : types.isEmpty() ? "" : types.getFirst();
        return recording.requests(type).map((Requests found) -> (Dataset) found).orElse(data);
    }

    private static Optional<List<Dataset>> rest(Analysis<?, ?> analysis, List<Dataset> datasets, List<Dataset> chosen) {
        List<Dataset> all = new ArrayList<>(chosen);
        for (Slot slot : analysis.inputs().subList(1, analysis.inputs().size())) {
            List<Dataset> more = fitting(slot, datasets, all);
            switch (slot.arity()) {
                case ONE -> {
                    if (more.isEmpty()) {
                        return Optional.empty();
                    }
                    all.add(more.getFirst());
                }
                case OPTIONAL -> more.stream().limit(1).forEach(all::add);
                case MANY -> all.addAll(more);
            }
        }
        return Optional.of(all);
    }

    private static List<Dataset> fitting(Slot slot, List<Dataset> datasets, List<Dataset> taken) {
        return datasets.stream().filter(each -> slot.kinds().contains(each.kind()) && taken.stream().noneMatch(one -> one == each)).toList();
    }

    /// The data sets that `names` ask for: by their name, by a part of it, or a recording's event type as requests.
    ///
    /// @throws IllegalArgumentException with a sentence and what there is when a name fits nothing
    public static List<Dataset> named(List<Dataset> datasets, List<String> names) {
        if (names.isEmpty()) {
            return datasets;
        }
        List<Dataset> chosen = new ArrayList<>();
        for (String name : names) {
            List<Dataset> found = found(datasets, name);
            if (found.isEmpty()) {
                String there = Stream.concat(datasets.stream().map(Dataset::name), datasets.stream().flatMap(Fitting::events))
                        .limit(20).collect(Collectors.joining(", "));
                throw new IllegalArgumentException("no data set is called '" + name + "'; there are " + (there.isEmpty() ? "none" : there));
            }
            found.stream().filter(each -> chosen.stream().noneMatch(one -> one == each)).forEach(chosen::add);
        }
        return chosen;
    }

    private static List<Dataset> found(List<Dataset> datasets, String name) {
        List<Dataset> exact = datasets.stream().filter(each -> each.name().equals(name)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        List<Dataset> events = datasets.stream().filter(Recording.class::isInstance).map(Recording.class::cast)
                .<Dataset>flatMap(each -> each.requests(name.startsWith(each.name() + " ") ? name.substring(each.name().length() + 1) : name).stream())
                .toList();
        String part = name.toLowerCase(Locale.ROOT);
        return !events.isEmpty() ? events
                : datasets.stream().filter(each -> each.name().toLowerCase(Locale.ROOT).contains(part) || each.kind().id().equals(part)).toList();
    }

    /// The event types of a recording that can be asked for like requests; none for other data sets.
    public static Stream<String> events(Dataset dataset) {
        return dataset instanceof Recording recording ? recording.lasting().stream() : Stream.of();
    }

    /// The kinds that an analysis takes, in words.
    public static String kinds(Analysis<?, ?> analysis) {
        if (analysis.inputs().isEmpty()) {
            return "no data";
        }
        List<String> names = Stream.of(Dataset.Kind.values()).filter(analysis.inputs().getFirst().kinds()::contains).map(Fitting::words).toList();
        return names.size() == 1 ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }

    /// A kind in words: "load points".
    public static String words(Dataset.Kind kind) {
        return kind == Dataset.Kind.LOADPOINTS ? "load points" : kind.id();
    }
}
