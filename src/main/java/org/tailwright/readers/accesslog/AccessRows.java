package org.tailwright.readers.accesslog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Column;
import org.tailwright.data.Dataset;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.data.Utf8Pool;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;

/// Collects the requests of a log and makes data sets of them: requests where the log has durations, else rates by class of status.
final class AccessRows {
    /// Durations beyond this are mistakes (about 31 years).
    private static final long LONGEST = 1_000_000_000_000_000_000L;

    private final Longs.Builder starts = Longs.builder(Unit.TIME);
    private final Longs.Builder durations = Longs.builder(Unit.DURATION);
    private final Longs.Builder bytes = Longs.builder(Unit.BYTES);
    private final Texts.Builder statuses = Texts.builder();
    private final Pooled paths = new Pooled();
    private final Pooled hosts = new Pooled();
    private final Pooled services = new Pooled();
    private final Pooled traces = new Pooled();
    private final Map<String, Longs.Builder> extras = new LinkedHashMap<>();
    private final BitSet failed = new BitSet();
    private final Routes routes = new Routes();
    private final Counts untimed = new Counts();
    private final Diagnostics diagnostics = new Diagnostics();
    private int[] labels = new int[1024];
    private boolean sized;
    private long skipped;
    private boolean ends;

    /// A text column of many different texts.
    private static final class Pooled {
        private final Utf8Pool.Builder pool = Utf8Pool.builder();
        private int[] codes = new int[1024];
        private int size;
        private boolean any;

        void add(String text) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, 2 * size);
            }
            boolean known = !text.isEmpty() && !text.equals("-");
            any |= known;
            codes[size++] = known ? pool.code(text) : -1;
        }

        Texts column() {
            return Texts.of(Arrays.copyOf(codes, size), pool.store());
        }
    }

    /// Adds a request; one without a time or with an impossible duration is left out with a remark.
    void add(AccessRow row, long line) {
        if (row.stamp == AccessRow.NONE) {
            skip(line, "the line has no time that can be read");
        } else if (row.duration == AccessRow.NONE) {
            untimed.add(row.stamp, row.status);
        } else if (row.duration < 0 || row.duration > LONGEST) {
            skip(line, "the duration is impossible");
        } else {
            keep(row);
        }
    }

    private void keep(AccessRow row) {
        int at = starts.size();
        if (at == labels.length) {
            labels = Arrays.copyOf(labels, 2 * at);
        }
        labels[at] = routes.code(row.method, row.path);
        ends = row.ends;
        starts.add(row.ends ? row.stamp - row.duration : row.stamp);
        durations.add(row.duration);
        statuses.add(row.status.isEmpty() || row.status.equals("-") ? null : row.status);
        paths.add(row.path);
        hosts.add(row.host);
        services.add(row.service);
        traces.add(row.trace);
        if (row.bytes < 0) {
            bytes.addMissing();
        } else {
            bytes.add(row.bytes);
            sized = true;
        }
        failed.set(at, row.failed());
        extra("upstream time", row.upstream);
        row.parts.forEach(this::extra);
        for (Longs.Builder each : extras.values()) {
            if (each.size() == at) {
                each.addMissing();
            }
        }
    }

    /// A further duration of the request that was just added.
    private void extra(String name, long nanos) {
        if (nanos < 0 || nanos > LONGEST) {
            return;
        }
        Longs.Builder column = extras.computeIfAbsent(name, _ -> {
            Longs.Builder fresh = Longs.builder(Unit.DURATION);
            while (fresh.size() < starts.size() - 1) {
                fresh.addMissing();
            }
            return fresh;
        });
        column.add(nanos);
    }

    /// Leaves a line out.
    void skip(long line, String why) {
        skipped++;
        diagnostics.line(Diagnostic.Severity.WARNING, line, why);
    }

    /// Says something that left no line out.
    void note(String what) {
        diagnostics.note(what);
    }

    /// The data sets.
    ///
    /// @param quantumNanos smallest step of the durations
    /// @param assumed what was taken for granted
    /// @param caveats what belongs beside every number
    /// @throws UnreadableFile when there is no request
    ReadResult result(Source source, String format, long quantumNanos, List<String> assumed, List<String> caveats) throws UnreadableFile {
        int n = starts.size();
        if (n == 0 && untimed.size() == 0) {
            throw new UnreadableFile("no line holds a request" + (diagnostics.first().isEmpty() ? "" : " (" + diagnostics.first().getFirst().words() + ")"),
                    "", "is the whole line there, with its time and status?");
        }
        Dataset data = n == 0 ? rates(source, format, assumed) : requests(source, format, quantumNanos, assumed, caveats);
        return ReadResult.of(format, List.of(data), diagnostics, skipped + (n == 0 ? 0 : untimed.size()));
    }

    private Dataset rates(Source source, String format, List<String> assumed) {
        diagnostics.note("the log has no durations: requests and errors per second are shown, no latency");
        List<String> all = new ArrayList<>(assumed);
        if (untimed.width() > 1) {
            all.add("rates are averages over " + untimed.width() + " s, as the log is long");
        }
        Trust trust = new Trust(untimed.size(), skipped, all, List.of("the log has no durations: nothing about latency can be said"));
        return new Metrics(new Origin(source.name(), source.path(), format, trust), untimed.series());
    }

    private Dataset requests(Source source, String format, long quantumNanos, List<String> assumed, List<String> caveats) {
        int n = starts.size();
        List<String> doubts = new ArrayList<>();
        if (untimed.size() > 0) {
            doubts.add(untimed.size() + " requests have no duration and are left out");
            diagnostics.note(doubts.getFirst());
        }
        Texts label = label(n, doubts);
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Requests.DURATION, durations.build());
        columns.put(Requests.LABEL, label);
        columns.put(Requests.STATUS, statuses.build());
        columns.put(Requests.FAILED, Flags.of(failed, n));
        put(columns, "path", paths);
        put(columns, "host", hosts);
        put(columns, Requests.SERVICE, services);
        put(columns, Requests.TRACE, traces);
        if (sized) {
            columns.put("bytes", bytes.build());
        }
        extras.forEach((name, column) -> columns.put(name, column.build()));
        List<String> all = new ArrayList<>(caveats);
        all.add("failed are answers of 5xx and requests without a status; 4xx counts as answered");
        Meaning meaning = new Meaning(Meaning.Duration.RESIDENCE_TIME, ends ? Meaning.Stamp.END : Meaning.Stamp.START, quantumNanos, 0, all);
        Trust trust = new Trust(n, skipped + untimed.size(), assumed, doubts);
        return new Requests(new Origin(source.name(), source.path(), format, trust), Table.of(columns), meaning);
    }

    private static void put(Map<String, Column> columns, String name, Pooled texts) {
        if (texts.any) {
            columns.put(name, texts.column());
        }
    }

    private Texts label(int n, List<String> doubts) {
        String[] plain = routes.labels();
        long[] counts = new long[plain.length];
        for (int i = 0; i < n; i++) {
            counts[labels[i]]++;
        }
        Branches.Joined joined = Branches.join(plain, counts);
        if (routes.overflown()) {
            doubts.add("there are too many different routes: the rarest share the label " + Routes.OTHER);
        }
        Texts.Builder codes = Texts.builder();
        int[] of = Arrays.stream(joined.labels()).mapToInt(codes::code).toArray();
        for (int i = 0; i < n; i++) {
            codes.addCode(of[labels[i]]);
        }
        return codes.build();
    }
}
