package org.tailwright.workspace.cache;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.data.Buckets;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Printed;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Stacks;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Traces;
import org.tailwright.data.Trust;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.ReadResult;

/// Reads what [DatasetsOut] wrote.
final class DatasetsIn {
    private final Mapped in;
    private final ColumnsIn columns;
    private final Path file;

    /// @param file where the data came from, as it is named now
    DatasetsIn(Mapped in, Path file) {
        this.in = in;
        columns = new ColumnsIn(in);
        this.file = file;
    }

    ReadResult result() throws Mapped.Damaged {
        String format = in.text();
        long problems = in.whole();
        long skipped = in.whole();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int left = in.count(21); left > 0; left--) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.values()[in.small()], in.whole(), in.whole(), in.text()));
        }
        List<Dataset> datasets = new ArrayList<>();
        for (int left = in.count(1); left > 0; left--) {
            datasets.add(dataset());
        }
        return new ReadResult(format, datasets, diagnostics, problems, skipped);
    }

    private Dataset dataset() throws Mapped.Damaged {
        Dataset.Kind kind = Dataset.Kind.values()[in.small()];
        Origin origin = origin();
        return switch (kind) {
            case REQUESTS -> new Requests(origin, columns.table(), meaning());
            case TRACES -> new Traces(origin, columns.table(), meaning(), in.text());
            case LOADPOINTS -> new LoadPoints(origin, columns.table(), LoadPoints.Axis.values()[in.small()]);
            case METRICS -> metrics(origin);
            case HISTOGRAMS -> histograms(origin);
            case RECORDING -> recording(origin);
        };
    }

    private Origin origin() throws Mapped.Damaged {
        String name = in.text();
        String format = in.text();
        return new Origin(name, file, format, new Trust(in.whole(), in.whole(), texts(), texts()));
    }

    private Meaning meaning() throws Mapped.Damaged {
        return new Meaning(Meaning.Duration.values()[in.small()], Meaning.Stamp.values()[in.small()], in.whole(), in.whole(), texts());
    }

    private Metrics metrics(Origin origin) throws Mapped.Damaged {
        List<Metrics.Series> series = new ArrayList<>();
        for (int left = in.count(1); left > 0; left--) {
            String name = in.text();
            Map<String, String> labels = pairs();
            Metrics.Kind kind = Metrics.Kind.values()[in.small()];
            Longs times = columns.longs();
            series.add(new Metrics.Series(name, labels, kind, times, columns.doubles()));
        }
        return new Metrics(origin, series);
    }

    private Histograms histograms(Origin origin) throws Mapped.Damaged {
        double nanos = in.real();
        boolean disjoint = in.flag();
        List<Histograms.Interval> intervals = new ArrayList<>();
        for (int left = in.count(1); left > 0; left--) {
            Optional<TimeSpan> span = span();
            String tag = in.text();
            double max = in.real();
            boolean percentiles = in.flag();
            Optional<Printed> printed = printed();
            Histograms.Fate fate = new Histograms.Fate(in.whole(), in.whole(), in.whole());
            Buckets.Layout layout = new Buckets.Layout(in.whole(), in.small());
            int size = in.number();
            intervals.add(new Histograms.Interval(span, tag, Buckets.of(layout, in.numbers(size), in.wholes(size)), max, percentiles, printed, fate));
        }
        return new Histograms(origin, intervals, nanos, disjoint);
    }

    private Optional<Printed> printed() throws Mapped.Damaged {
        if (!in.flag()) {
            return Optional.empty();
        }
        double mean = in.real();
        List<Printed.Point> points = new ArrayList<>();
        for (int left = in.count(2 * Double.BYTES); left > 0; left--) {
            points.add(new Printed.Point(in.real(), in.real()));
        }
        return Optional.of(new Printed(points, mean));
    }

    private Recording recording(Origin origin) throws Mapped.Damaged {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (int left = in.count(1); left > 0; left--) {
            String type = in.text();
            tables.put(type, columns.table());
        }
        Map<String, Long> counts = new HashMap<>();
        for (int left = in.count(1); left > 0; left--) {
            String type = in.text();
            counts.put(type, in.whole());
        }
        Map<String, String> settings = pairs();
        Optional<TimeSpan> span = span();
        Texts.Store frames = columns.store();
        byte[] kinds = in.bytes(in.number());
        int nodes = in.number();
        int[] parents = in.numbers(nodes);
        Stacks samples = new Stacks(frames, kinds, parents, in.numbers(nodes), columns.table());
        return new Recording(origin, tables, counts, samples, settings, span);
    }

    private Optional<TimeSpan> span() throws Mapped.Damaged {
        return in.flag() ? Optional.of(new TimeSpan(in.whole(), in.whole())) : Optional.empty();
    }

    private List<String> texts() throws Mapped.Damaged {
        List<String> texts = new ArrayList<>();
        for (int left = in.count(4); left > 0; left--) {
            texts.add(in.text());
        }
        return texts;
    }

    private Map<String, String> pairs() throws Mapped.Damaged {
        Map<String, String> pairs = new HashMap<>();
        for (int left = in.count(8); left > 0; left--) {
            String key = in.text();
            pairs.put(key, in.text());
        }
        return pairs;
    }
}
