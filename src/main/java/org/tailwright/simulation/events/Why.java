package org.tailwright.simulation.events;

/// Why a request failed: the reason of its last attempt.
public enum Why {
    /// No answer in time.
    TIMEOUT,
    /// The queue was full, or it was shed.
    REJECTED,
    /// It had waited too long when its turn came.
    DROPPED,
    /// No instance was up, or its instance went down.
    DOWN,
    /// The connection was refused.
    REFUSED,
    /// The circuit breaker was open.
    BREAKER,
    /// The bulkhead was full.
    BULKHEAD,
    /// The station failed it by itself.
    FAILED,
    /// A station that it called failed.
    DEPENDENCY;

    /// In a few words.
    public String words() {
        return switch (this) {
            case TIMEOUT -> "timeout";
            case REJECTED -> "queue full";
            case DROPPED -> "waited too long";
            case DOWN -> "no instance";
            case REFUSED -> "refused";
            case BREAKER -> "breaker open";
            case BULKHEAD -> "bulkhead full";
            case FAILED -> "own failures";
            case DEPENDENCY -> "dependency failed";
        };
    }
}
