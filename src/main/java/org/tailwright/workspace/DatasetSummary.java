package org.tailwright.workspace;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.tailwright.data.Dataset;
import org.tailwright.data.Flags;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Metrics;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Traces;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// What is in a data set, at a glance.
///
/// @param kind what can be asked of it
/// @param name of the data set, with the tag for one tag of several histograms
/// @param rows rows inside the selection
/// @param span from the first start to the last end, where times are known
/// @param counts further numbers by name, present where they make sense: `errors`, `traces`, `services`, `events`, `types`, `series`
/// @param latencies by name: `latency` of all rows, `latencySuccess` where failures are known, `rootLatency` of whole traces
public record DatasetSummary(Dataset.Kind kind, String name, long rows, Optional<TimeSpan> span, SequencedMap<String, Long> counts,
        SequencedMap<String, LatencySummary> latencies) {
    /// The summaries of a data set: one, or one for each tag of histograms that may speak of the same requests.
    public static List<DatasetSummary> of(Dataset dataset, Selection selection) {
        return switch (dataset) {
            case Requests requests -> List.of(requests(requests, selection));
            case Traces traces -> List.of(traces(traces, selection));
            case Histograms histograms -> histograms(selection.of(histograms));
            case Metrics metrics -> List.of(bare(selection.of(metrics)).counting("series", metrics.series().size()));
            case Recording recording -> List.of(recording(selection.of(recording)));
            case LoadPoints points -> List.of(bare(points));
        };
    }

    private static DatasetSummary bare(Dataset dataset) {
        return new DatasetSummary(dataset.kind(), dataset.name(), dataset.rows(), dataset.span(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    private DatasetSummary counting(String what, long count) {
        counts.put(what, count);
        return this;
    }

    private static DatasetSummary requests(Requests all, Selection selection) {
        Requests inside = selection.of(all);
        DatasetSummary summary = bare(inside);
        summary.addLatencies(inside);
        return summary;
    }

    private void addLatencies(Requests inside) {
        Optional<Flags> failures = inside.failures();
        List<Optional<LatencySummary>> found = Pool.map(failures.isPresent() ? 2 : 1, Work.NONE,
                part -> LatencySummary.exact(inside.durations(), part == 0 ? null : failures.orElseThrow()));
        found.getFirst().ifPresent(latency -> latencies.put("latency", latency));
        failures.ifPresent(failed -> {
            counting("errors", failed.count());
            found.getLast().ifPresent(latency -> latencies.put("latencySuccess", latency));
        });
    }

    private static DatasetSummary traces(Traces all, Selection selection) {
        Rows rows = selection.rows(all.asRequests());
        Traces inside = new Traces(all.origin(), all.table().select(rows), all.meaning(), all.sampling());
        Table table = inside.table();
        List<Texts> counted = List.of(table.texts(Requests.TRACE).orElseThrow(), table.texts(Requests.SERVICE).orElseThrow());
        List<Long> counts = Pool.map(counted.size(), Work.NONE, i -> distinct(counted.get(i)));
        DatasetSummary summary = bare(inside);
        summary.addLatencies(inside.asRequests());
        summary.counting("traces", counts.getFirst());
        summary.counting("services", counts.getLast());
        LatencySummary.exact(inside.roots().durations(), null).ifPresent(latency -> summary.latencies.put("rootLatency", latency));
        return summary;
    }

    private static DatasetSummary recording(Recording inside) {
        return bare(inside).counting("events", inside.rows()).counting("types", inside.counts().values().stream().filter(count -> count > 0).count());
    }

    private static long distinct(Texts texts) {
        BitSet seen = new BitSet(texts.codes());
        for (int row = 0; row < texts.size(); row++) {
            if (!texts.missing(row)) {
                seen.set(texts.code(row));
            }
        }
        return seen.cardinality();
    }

    private static List<DatasetSummary> histograms(Histograms histograms) {
        List<String> tags = histograms.tags();
        if (tags.isEmpty()) {
            return List.of(bare(histograms));
        }
        return tags.stream().sorted((a, b) -> Boolean.compare(!a.isEmpty(), !b.isEmpty())).map(tag -> tagged(histograms, tag, tags.size() > 1)).toList();
    }

    private static DatasetSummary tagged(Histograms all, String tag, boolean several) {
        List<Histograms.Interval> intervals = all.intervals().stream().filter(each -> each.tag().equals(tag)).toList();
        Histograms one = new Histograms(all.origin().named(several && !tag.isEmpty() ? all.name() + " " + tag : all.name()), intervals,
                all.nanosPerUnit(), all.disjoint());
        DatasetSummary summary = bare(one);
        LatencySummary.of(one, tag).ifPresent(latency -> summary.latencies.put("latency", latency));
        return summary;
    }
}
