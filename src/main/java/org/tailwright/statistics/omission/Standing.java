package org.tailwright.statistics.omission;

import java.util.Locale;
import org.tailwright.data.Histograms;
import org.tailwright.data.Meaning;
import org.tailwright.data.Requests;

/// What durations stand for when it comes to coordinated omission.
///
/// @param kind decides whether a correction is offered
/// @param words a sentence for people: what the durations are and what follows
public record Standing(Kind kind, String words) {
    /// What can be done.
    public enum Kind {
        /// Service times of a load generator: a correction can be modelled.
        SERVICE_TIME,
        /// Service times whose intended starts are known: the response time is measured, nothing needs a model.
        INTENDED_KNOWN,
        /// Durations that already begin at the intended start.
        FROM_INTENDED,
        /// Corrected by the producer.
        CORRECTED,
        /// Measured inside the server.
        SERVER_SIDE,
        /// The file does not say; a correction is computed only for a typed interval.
        UNKNOWN
    }

    /// The standing of requests.
    public static Standing of(Requests requests) {
        if (requests.table().doubles(Requests.WEIGHT).isPresent()) {
            return new Standing(Kind.SERVER_SIDE, "Rows stand for several requests each, so what one connection did is not known: nothing is corrected.");
        }
        return switch (requests.meaning().duration()) {
            case SERVICE_TIME -> requests.table().longs(Requests.INTENDED).isPresent()
                    ? new Standing(Kind.INTENDED_KNOWN, "Durations are service time, and the file knows when each request was meant to start: the response "
                            + "time from intended start is measured, a model is not needed.")
                    : new Standing(Kind.SERVICE_TIME, "Durations are service time: what a connection would have sent while it waited for a slow answer is missing.");
            case RESPONSE_FROM_INTENDED -> fromIntended();
            case CORRECTED -> corrected(requests.origin().format());
            case RESIDENCE_TIME, PAUSE, RUNTIME -> new Standing(Kind.SERVER_SIDE, "Durations are residence times inside a server or a code path: no sender waits there, so nothing "
                    + "was omitted by it and no correction is offered.");
            case UNKNOWN -> unknown();
        };
    }

    /// The standing of the histogram of one tag.
    public static Standing of(Histograms histograms, String tag) {
        String name = (histograms.origin().format() + " " + tag).toLowerCase(Locale.ROOT);
        return name.contains("intended") ? fromIntended() : name.contains("wrk2") || name.contains("jhiccup") ? corrected(histograms.origin().format()) : unknown();
    }

    private static Standing fromIntended() {
        return new Standing(Kind.FROM_INTENDED, "Durations are " + Meaning.Duration.RESPONSE_FROM_INTENDED.words() + ": the waiting is inside already. "
                + "Correcting them again would count it twice, so it is refused.");
    }

    private static Standing corrected(String format) {
        return new Standing(Kind.CORRECTED, "Durations are already corrected by the producer (" + format + "). A second correction would count the waiting "
                + "twice, so it is refused.");
    }

    private static Standing unknown() {
        return new Standing(Kind.UNKNOWN, "The file does not say what its durations begin with. If they are service times of a load generator, type the interval "
                + "at which each connection meant to send; if they are server-side or begin at the intended start, nothing must be corrected.");
    }

    /// Whether a correction may be computed for a typed interval.
    public boolean correctable() {
        return kind == Kind.SERVICE_TIME || kind == Kind.UNKNOWN;
    }
}
