package org.tailwright.data;

import java.util.Locale;
import java.util.Optional;

/// What was read from a file, by what can be asked of it.
public sealed interface Dataset permits Requests, Histograms, Metrics, Traces, Recording, LoadPoints {
    /// The kinds, as people and the command line name them.
    enum Kind {
        REQUESTS, HISTOGRAMS, METRICS, TRACES, RECORDING, LOADPOINTS;

        /// Lower case, as in the command line's JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Where it came from.
    Origin origin();

    /// What can be asked of it.
    default Kind kind() {
        return switch (this) {
            case Requests _ -> Kind.REQUESTS;
            case Histograms _ -> Kind.HISTOGRAMS;
            case Metrics _ -> Kind.METRICS;
            case Traces _ -> Kind.TRACES;
            case Recording _ -> Kind.RECORDING;
            case LoadPoints _ -> Kind.LOADPOINTS;
        };
    }

    /// The same data with another origin.
    default Dataset from(Origin origin) {
        return switch (this) {
            case Requests it -> new Requests(origin, it.table(), it.meaning());
            case Histograms it -> new Histograms(origin, it.intervals(), it.nanosPerUnit(), it.disjoint());
            case Metrics it -> new Metrics(origin, it.series());
            case Traces it -> new Traces(origin, it.table(), it.meaning(), it.sampling());
            case Recording it -> new Recording(origin, it.tables(), it.counts(), it.samples(), it.settings(), it.span());
            case LoadPoints it -> new LoadPoints(origin, it.table(), it.axis());
        };
    }

    /// Short name.
    default String name() {
        return origin().name();
    }

    /// Rows: requests, spans, events, intervals, samples of a metric or load points.
    long rows();

    /// From the first start to the last end, if it knows times.
    Optional<TimeSpan> span();
}
