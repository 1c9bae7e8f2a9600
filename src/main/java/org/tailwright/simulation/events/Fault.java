package org.tailwright.simulation.events;

/// Something that goes wrong from one moment to another. Balancers know at once which instances are down.
///
/// @param target the station's or source's place in the list; the zone's number for ZONE
/// @param startNanos from the begin of the run
/// @param amount see [Kind]
/// @param everyNanos comes again after as long; 0 for once
public record Fault(Kind kind, int target, long startNanos, long lengthNanos, double amount, long everyNanos) {
    /// What goes wrong.
    public enum Kind {
        /// The station's own time is multiplied by `amount`.
        SLOW,
        /// A share `amount` of the calls to the station is never answered.
        LOST,
        /// A share `amount` of the calls to the station is refused at once.
        REFUSED,
        /// All work in the station stands still.
        STALL,
        /// As many instances as `amount` says are down; what they held fails.
        NODES,
        /// The source sends `amount` times as much.
        SPIKE,
        /// All instances in the zone are down.
        ZONE,
        /// The station's cache is emptied.
        FLUSH
    }

    public Fault {
        if (startNanos < 0 || lengthNanos < 0 || everyNanos < 0 || everyNanos > 0 && everyNanos <= lengthNanos) {
            throw new IllegalArgumentException("a fault begins at 0 or later and is over before it comes again");
        }
    }
}
