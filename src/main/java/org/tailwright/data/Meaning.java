package org.tailwright.data;

import java.util.List;

/// What the durations and start times of requests stand for (which differs by producer).
///
/// @param duration what a duration covers
/// @param stamp what the producer's time stamp marked; the `start` column is always the start
/// @param quantumNanos smallest step of the clock, nanoseconds; 0 when finer than the numbers show
/// @param floorNanos durations below this were never recorded; 0 when all were
/// @param caveats sentences that belong beside every number drawn from these rows
public record Meaning(Duration duration, Stamp stamp, long quantumNanos, long floorNanos, List<String> caveats) {
    /// What a duration covers.
    public enum Duration {
        /// From sending to the answer, blind for the time a sender waited before it could send.
        SERVICE_TIME("service time"),
        /// From the intended start to the answer: waiting of the sender is inside.
        RESPONSE_FROM_INTENDED("response time from intended start"),
        /// Time spent inside a server or a code path.
        RESIDENCE_TIME("residence time"),
        /// Corrected for coordinated omission by the producer.
        CORRECTED("already corrected"),
        /// The file does not say.
        UNKNOWN("unknown"),
        /// How long no thread of the application ran, because the runtime stopped them all.
        PAUSE("pause of the whole application"),
        /// How long the runtime was busy with something beside the application, or stopped a single thread.
        RUNTIME("activity of the runtime");

        private final String words;

        Duration(String words) {
            this.words = words;
        }

        /// Whether the runtime did it of its own: nobody asked for it and waited for an answer.
        public boolean ofRuntime() {
            return this == PAUSE || this == RUNTIME;
        }

        /// What one row is called.
        public String one() {
            return switch (this) {
                case PAUSE -> "pause";
                case RUNTIME -> "event";
                default -> "request";
            };
        }

        /// The field's words for it.
        public String words() {
            return words;
        }
    }

    /// What a producer's time stamp marks.
    public enum Stamp { START, END, INTENDED, UNKNOWN }

    public Meaning {
        caveats = List.copyOf(caveats);
    }

    /// A meaning with nothing special.
    public static Meaning of(Duration duration, Stamp stamp, long quantumNanos) {
        return new Meaning(duration, stamp, quantumNanos, 0, List.of());
    }
}
