package org.tailwright.workspace.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.data.Buckets;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Printed;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Stacks;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Traces;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.ReadResult;

/// Writes all that reading a file gave.
final class DatasetsOut {
    private final Sink sink;
    private final ColumnsOut columns;

    DatasetsOut(Sink sink) {
        this.sink = sink;
        columns = new ColumnsOut(sink);
    }

    void result(ReadResult result) throws IOException {
        sink.text(result.format());
        sink.whole(result.problems());
        sink.whole(result.skipped());
        sink.number(result.diagnostics().size());
        for (Diagnostic each : result.diagnostics()) {
            sink.small(each.severity().ordinal());
            sink.whole(each.line());
            sink.whole(each.offset());
            sink.text(each.message());
        }
        sink.number(result.datasets().size());
        for (Dataset each : result.datasets()) {
            dataset(each);
        }
    }

    private void dataset(Dataset dataset) throws IOException {
        sink.small(dataset.kind().ordinal());
        origin(dataset.origin());
        switch (dataset) {
            case Requests requests -> {
                columns.table(requests.table());
                meaning(requests.meaning());
            }
            case Traces traces -> {
                columns.table(traces.table());
                meaning(traces.meaning());
                sink.text(traces.sampling());
            }
            case LoadPoints points -> {
                columns.table(points.table());
                sink.small(points.axis().ordinal());
            }
            case Metrics metrics -> metrics(metrics);
            case Histograms histograms -> histograms(histograms);
            case Recording recording -> recording(recording);
        }
    }

    private void origin(Origin origin) throws IOException {
        sink.text(origin.name());
        sink.text(origin.format());
        sink.whole(origin.trust().read());
        sink.whole(origin.trust().skipped());
        texts(origin.trust().assumed());
        texts(origin.trust().doubts());
    }

    private void meaning(Meaning meaning) throws IOException {
        sink.small(meaning.duration().ordinal());
        sink.small(meaning.stamp().ordinal());
        sink.whole(meaning.quantumNanos());
        sink.whole(meaning.floorNanos());
        texts(meaning.caveats());
    }

    private void metrics(Metrics metrics) throws IOException {
        sink.number(metrics.series().size());
        for (Metrics.Series each : metrics.series()) {
            sink.text(each.name());
            pairs(each.labels());
            sink.small(each.kind().ordinal());
            columns.longs(each.times());
            columns.doubles(each.values());
        }
    }

    private void histograms(Histograms histograms) throws IOException {
        sink.real(histograms.nanosPerUnit());
        sink.flag(histograms.disjoint());
        sink.number(histograms.intervals().size());
        for (Histograms.Interval each : histograms.intervals()) {
            span(each.span());
            sink.text(each.tag());
            sink.real(each.exactMax());
            sink.flag(each.percentilesOnly());
            printed(each.printed());
            sink.whole(each.fate().above());
            sink.whole(each.fate().failed());
            sink.whole(each.fate().unanswered());
            buckets(each.buckets());
        }
    }

    private void buckets(Buckets buckets) throws IOException {
        sink.whole(buckets.layout().lowest());
        sink.small(buckets.layout().digits());
        sink.number(buckets.size());
        for (int i = 0; i < buckets.size(); i++) {
            sink.number(buckets.place(i));
        }
        for (int i = 0; i < buckets.size(); i++) {
            sink.whole(buckets.count(i));
        }
    }

    private void printed(Optional<Printed> printed) throws IOException {
        sink.flag(printed.isPresent());
        if (printed.isPresent()) {
            sink.real(printed.get().mean());
            sink.number(printed.get().points().size());
            for (Printed.Point each : printed.get().points()) {
                sink.real(each.share());
                sink.real(each.value());
            }
        }
    }

    private void recording(Recording recording) throws IOException {
        sink.number(recording.tables().size());
        for (var each : recording.tables().entrySet()) {
            sink.text(each.getKey());
            columns.table(each.getValue());
        }
        sink.number(recording.counts().size());
        for (var each : recording.counts().entrySet()) {
            sink.text(each.getKey());
            sink.whole(each.getValue());
        }
        pairs(recording.settings());
        span(recording.span());
        Stacks stacks = recording.samples();
        columns.store(stacks.frames());
        sink.number(stacks.kinds().length);
        sink.bytes(stacks.kinds(), stacks.kinds().length);
        sink.number(stacks.parents().length);
        for (int each : stacks.parents()) {
            sink.number(each);
        }
        for (int each : stacks.nodeFrames()) {
            sink.number(each);
        }
        columns.table(stacks.samples());
    }

    private void span(Optional<TimeSpan> span) throws IOException {
        sink.flag(span.isPresent());
        if (span.isPresent()) {
            sink.whole(span.get().start());
            sink.whole(span.get().end());
        }
    }

    private void texts(List<String> texts) throws IOException {
        sink.number(texts.size());
        for (String each : texts) {
            sink.text(each);
        }
    }

    private void pairs(Map<String, String> pairs) throws IOException {
        sink.number(pairs.size());
        for (var each : pairs.entrySet()) {
            sink.text(each.getKey());
            sink.text(each.getValue());
        }
    }
}
