package org.tailwright.data;

import java.util.Optional;

/// Everything with a start and a duration: requests of a load test, spans, pauses, events.
///
/// The table has at least the columns [#START] and [#DURATION]; the other names below are used where the source knows them, and any
/// further column is kept under the source's own name.
public record Requests(Origin origin, Table table, Meaning meaning) implements Dataset {
    /// Start, `Longs` of nanoseconds since the epoch.
    public static final String START = "start";
    /// Duration, `Longs` of nanoseconds.
    public static final String DURATION = "duration";
    /// Intended start, `Longs` of nanoseconds since the epoch.
    public static final String INTENDED = "intended start";
    /// Name of the request, operation or event, `Texts`.
    public static final String LABEL = "label";
    /// Status or response code, `Texts`.
    public static final String STATUS = "status";
    /// Whether it failed, `Flags`.
    public static final String FAILED = "failed";
    /// Thread, connection or virtual user that sent it, `Texts`.
    public static final String THREAD = "thread";
    /// Number of users or threads active at that moment, as the producer counted it, `Longs`.
    public static final String ACTIVE = "active threads";
    /// How many requests a row stands for, `Doubles`; 1 where absent.
    public static final String WEIGHT = "weight";
    /// Trace it belongs to, `Texts`.
    public static final String TRACE = "trace";
    /// Service that did the work, `Texts`.
    public static final String SERVICE = "service";

    public Requests {
        if (table.longs(START).isEmpty() || table.longs(DURATION).isEmpty()) {
            throw new IllegalArgumentException("requests need the columns start and duration");
        }
    }

    /// A data set as requests: requests themselves and spans. Of a recording one type must be named ([Recording#requests]).
    public static Optional<Requests> of(Dataset data) {
        return switch (data) {
            case Requests found -> Optional.of(found);
            case Traces traces -> Optional.of(traces.asRequests());
            case Recording _, Histograms _, Metrics _, LoadPoints _ -> Optional.empty();
        };
    }

    /// Start of each row.
    public Longs starts() {
        return table.longs(START).orElseThrow();
    }

    /// Duration of each row.
    public Longs durations() {
        return table.longs(DURATION).orElseThrow();
    }

    /// Label of each row, where known.
    public Optional<Texts> labels() {
        return table.texts(LABEL);
    }

    /// Failures, where known.
    public Optional<Flags> failures() {
        return table.flags(FAILED);
    }

    /// Number of failed rows.
    public long errors() {
        return failures().map(Flags::count).orElse(0);
    }

    /// The rows `wanted`, as a view.
    public Requests select(Rows wanted) {
        return new Requests(origin, table.select(wanted), meaning);
    }

    @Override
    public long rows() {
        return table.rows();
    }

    @Override
    public Optional<TimeSpan> span() {
        return table.rows() == 0 ? Optional.empty() : Optional.of(table.extent(starts(), durations()));
    }
}
