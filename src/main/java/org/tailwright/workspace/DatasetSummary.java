package org.tailwright.workspace;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.HdrHistogram.Histogram;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Metrics;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Traces;

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
        LatencySummary.exact(inside.durations(), null).ifPresent(latency -> latencies.put("latency", latency));
        inside.failures().ifPresent(failed -> {
            counting("errors", failed.count());
            LatencySummary.exact(inside.durations(), failed).ifPresent(latency -> latencies.put("latencySuccess", latency));
        });
    }

    private static DatasetSummary traces(Traces all, Selection selection) {
        Rows rows = selection.rows(all.asRequests());
        Traces inside = new Traces(all.origin(), all.table().select(rows), all.meaning(), all.sampling());
        DatasetSummary summary = bare(inside);
        summary.addLatencies(inside.asRequests());
        inside.table().texts(Requests.TRACE).ifPresent(ids -> summary.counting("traces", distinct(ids)));
        inside.table().texts(Requests.SERVICE).ifPresent(names -> summary.counting("services", distinct(names)));
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
        Histogram total = one.total(tag);
        double max = intervals.stream().mapToDouble(Histograms.Interval::exactMax).filter(each -> !Double.isNaN(each)).max().orElse(Double.NaN);
        LatencySummary.of(total, one.nanosPerUnit(), max).ifPresent(latency -> summary.latencies.put("latency", latency));
        return summary;
    }
}
