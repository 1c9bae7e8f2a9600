package org.tailwright.readers.gclog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.tailwright.data.Column;
import org.tailwright.data.Dataset;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Trust;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.SeriesTable;

/// Turns the events of a log into data sets with what must be known about them.
final class GcDatasets {
    private static final long UNIFIED_QUANTUM = 1_000;
    private static final long OLD_QUANTUM = 100;

    private final GcEvents events;
    private final boolean unified;
    private final String style;
    private final List<Dataset> found = new ArrayList<>();

    GcDatasets(GcEvents events, String style) {
        this.events = events;
        this.style = style;
        unified = style.startsWith("unified");
    }

    /// @throws UnreadableFile when the log holds no event
    ReadResult result(Source source, String format) throws UnreadableFile {
        if (events.nothing() && events.statistics.found().isPresent()) {
            return statistics(source, format + " (ZGC, tables of statistics)", events.statistics.found().get());
        }
        if (events.nothing()) {
            throw new UnreadableFile("the log holds no pause, phase or safepoint with a duration" + firstProblem(), "",
                    "log with -Xlog:gc*,safepoint (JDK 8: -XX:+PrintGCDetails) from the start; tables of statistics are not events");
        }
        String name = format + " (" + (events.collector().isEmpty() ? "" : events.collector() + ", ") + style + ")";
        int pauses = events.pauses.size();
        if (pauses > 0) {
            add(source, name, "", Meaning.Duration.PAUSE, events.pauseColumns(), pauseCaveats());
        }
        if (events.safepoints.size() > 0) {
            add(source, name, " safepoints", pauses > 0 ? Meaning.Duration.RUNTIME : Meaning.Duration.PAUSE, events.safepoints.columns(),
                    List.of("a safepoint holds the pause that it was made for and the time to reach it: never add both"));
        }
        if (events.concurrent.size() > 0) {
            add(source, name, " concurrent phases", Meaning.Duration.RUNTIME, events.concurrent.columns(),
                    List.of("the application runs during concurrent phases: these are no pauses; cycles hold their phases"));
        }
        if (events.stalls.size() > 0) {
            add(source, name, " stalls", Meaning.Duration.RUNTIME, events.stalls.columns(),
                    List.of("a stall stops one thread, not the application; several overlap"));
        }
        heap(source, name);
        return ReadResult.of(name, found, events.diagnostics, events.skipped());
    }

    private ReadResult statistics(Source source, String format, SeriesTable table) {
        Metrics metrics = table.metrics(source, format, events.skipped(), events.clock.assumed(), List.of(
                "the log holds no single pause, only averages and maxima of ten seconds each: no percentile can be told"));
        return ReadResult.of(format, List.of(metrics), events.diagnostics, events.skipped());
    }

    private String firstProblem() {
        return events.diagnostics.first().isEmpty() ? "" : " (" + events.diagnostics.first().getFirst().words() + ")";
    }

    private List<String> pauseCaveats() {
        String reaching = events.safepoints.size() > 0 ? "; the data set of safepoints has it" : ", and the log does not have it";
        String stamps = events.clock.blind() ? "" : unified ? "; a start is the stamp at its end minus the duration" : "";
        return List.of("a pause is the collector's own time: the time to reach the safepoint is not in it" + reaching + stamps);
    }

    private List<String> doubts() {
        return Stream.concat(events.clock.doubts().stream(), events.collections.doubts().stream()).toList();
    }

    private void add(Source source, String format, String suffix, Meaning.Duration duration, LinkedHashMap<String, Column> columns, List<String> caveats) {
        Table table = Table.of(columns);
        Trust trust = new Trust(table.rows(), found.isEmpty() ? events.skipped() : 0, events.clock.assumed(), doubts());
        Meaning meaning = new Meaning(duration, unified ? Meaning.Stamp.END : Meaning.Stamp.START,
                unified ? UNIFIED_QUANTUM : OLD_QUANTUM, 0, caveats);
        found.add(new Requests(new Origin(source.name() + suffix, source.path(), format, trust), table, meaning));
    }

    private void heap(Source source, String format) {
        List<Metrics.Series> series = events.heap.series(!events.clock.blind());
        if (!series.isEmpty()) {
            long rows = series.stream().mapToLong(each -> each.times().size()).sum();
            Trust trust = new Trust(rows, 0, events.clock.assumed(), doubts());
            found.add(new Metrics(new Origin(source.name() + " heap", source.path(), format, trust), series));
        }
    }
}
