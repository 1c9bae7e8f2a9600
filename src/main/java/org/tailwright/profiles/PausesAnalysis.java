package org.tailwright.profiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// The analysis `pauses`: how often and how long the garbage collector stopped the application.
public final class PausesAnalysis {
    /// Pauses with the same name and cause.
    ///
    /// @param total nanoseconds
    /// @param longest nanoseconds
    public record Group(String name, String cause, long count, long total, long longest) {}

    /// The answer.
    ///
    /// @param groups most time first
    /// @param total nanoseconds of all pauses
    /// @param longest nanoseconds
    /// @param median nanoseconds, order statistic
    /// @param observed time in which pauses would have been seen; empty when unknown
    public record Result(Pauses.Basis basis, List<Group> groups, long total, long longest, long median, Optional<TimeSpan> observed) {
        public Result {
            groups = List.copyOf(groups);
        }
    }

    /// The analysis.
    public static final Analysis<Map<String, String>, Result> PAUSES = new Analysis<>("pauses", "Garbage collection pauses",
            List.of(Slot.one(Dataset.Kind.RECORDING, Dataset.Kind.REQUESTS)), Form.none(), PausesAnalysis::answer, PausesAnalysis::explain);

    private record Key(String name, String cause) {}

    private PausesAnalysis() {}

    private static Outcome<Result> answer(Inputs inputs, Map<String, String> parameters, Work work) {
        Optional<Dataset> data = inputs.datasets().stream().filter(Pauses::hold).findFirst();
        if (data.isEmpty()) {
            return Outcome.not("Pauses are found in a recording of the JVM, or in the log of its garbage collector.");
        }
        Pauses.Found found = Pauses.of(data.get());
        Optional<TimeSpan> window = inputs.selection().window();
        List<Pauses.Pause> inside = window.isEmpty() ? found.pauses() : found.pauses().stream().flatMap(each -> inside(each, window.get()).stream()).toList();
        if (inside.isEmpty()) {
            return Outcome.not("No pause of the garbage collector is in the data" + (window.isPresent() ? " inside the window" : "")
                    + "; it may not have been recorded.");
        }
        Map<Key, List<Pauses.Pause>> byKind = new LinkedHashMap<>();
        inside.forEach(each -> byKind.computeIfAbsent(new Key(each.name(), each.cause()), _ -> new ArrayList<>()).add(each));
        List<Group> groups = byKind.entrySet().stream().map(each -> group(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong((Group each) -> -each.total()).thenComparing(Group::name).thenComparing(Group::cause)).toList();
        long[] sorted = inside.stream().mapToLong(Pauses.Pause::duration).sorted().toArray();
        return Outcome.answer(new Result(found.basis(), groups, Arrays.stream(sorted).sum(), sorted[sorted.length - 1], sorted[(sorted.length - 1) / 2],
                data.get().span().map(span -> window.filter(span::overlaps).map(span::within).orElse(span))));
    }

    /// The part of a pause that lies inside a window.
    private static Optional<Pauses.Pause> inside(Pauses.Pause pause, TimeSpan window) {
        long start = Math.max(pause.start(), window.start());
        long end = Math.min(pause.start() + pause.duration(), window.end());
        return end > start || window.contains(pause.start()) ? Optional.of(new Pauses.Pause(start, Math.max(0, end - start), pause.name(), pause.cause())) : Optional.empty();
    }

    private static Group group(Key key, List<Pauses.Pause> pauses) {
        return new Group(key.name(), key.cause(), pauses.size(), pauses.stream().mapToLong(Pauses.Pause::duration).sum(),
                pauses.stream().mapToLong(Pauses.Pause::duration).max().orElse(0));
    }

    private static Report.Section explain(Inputs inputs, Map<String, String> parameters, Result found) {
        long count = found.groups().stream().mapToLong(Group::count).sum();
        String share = found.observed().filter(each -> each.length() > 0)
                .map(each -> Numbers.percent((double) found.total() / each.length()) + (found.basis() == Pauses.Basis.LOG ? " of the time from the first pause to the last" : " of the time observed")).orElse("");
        return new Report.Section("pauses", "Garbage collection pauses", List.of(
                new Block.Facts(List.of(fact("pauses", Numbers.count(count), count, Unit.COUNT, count, ""),
                        fact("total", Numbers.duration(found.total()), found.total(), Unit.DURATION, count, share),
                        fact("median", Numbers.duration(found.median()), found.median(), Unit.DURATION, count, ""),
                        fact("longest", Numbers.duration(found.longest()), found.longest(), Unit.DURATION, count, ""))),
                new Block.Text(words(found.basis()) + (inputs.selection().window().isPresent() ? " Of a pause across an edge of the window only what is inside counts." : "")),
                new Block.Table("pauses", "By name and cause", List.of(new Block.Column("pause", false), new Block.Column("cause", false),
                        new Block.Column("count", true), new Block.Column("total", true), new Block.Column("longest", true)),
                        found.groups().stream().map(each -> List.of(Block.Cell.of(each.name()), Block.Cell.of(each.cause()),
                                Block.Cell.of(Numbers.count(each.count()), each.count()), Block.Cell.of(Numbers.duration(each.total()), each.total()),
                                Block.Cell.of(Numbers.duration(each.longest()), each.longest()))).toList()).from(Provenance.of("", count))));
    }

    private static Block.Fact fact(String label, String text, double value, Unit unit, long n, String note) {
        return new Block.Fact(label, new Figure(text, "", value, unit, Provenance.of("all pauses inside the selection", n)), note, true);
    }

    private static String words(Pauses.Basis basis) {
        return switch (basis) {
            case LOG -> "Each pause is a line of the collector's log: the time to reach the safepoint is not in it.";
            case PHASES -> "Each pause is an event jdk.GCPhasePause.";
            case SUM_OF_PAUSES -> "The recording has no single pauses: each collection counts with the sum of its pauses, placed at its start.";
            case COLLECTIONS -> "The recording tells only collections: their whole duration counts, which is too long for collectors that work "
                    + "beside the application.";
            case NONE -> "The data have no garbage collections.";
        };
    }
}
