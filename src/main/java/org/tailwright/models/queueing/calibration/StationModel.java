package org.tailwright.models.queueing.calibration;

/// The models that can be calibrated.
public enum StationModel {
    /// Poisson arrivals, exponential service: mean and percentiles.
    MMC("M/M/c"),
    /// Poisson arrivals, any service: the wait of M/M/c times (1 + cs²)/2 (Lee and Longton 1959), exact for one server; mean only.
    MGC("M/G/c"),
    /// Any independent arrivals and services: Allen–Cunneen; mean only.
    GGC("G/G/c"),
    /// Poisson arrivals, exponential service, and patience that ends: mean wait and the share that gives up (Erlang A).
    IMPATIENT("M/M/c+M"),
    /// N users who go round: exponential service and time elsewhere; mean and percentiles.
    CLOSED("M/M/c//N");

    private final String notation;

    StationModel(String notation) {
        this.notation = notation;
    }

    /// Kendall's notation with c.
    public String notation() {
        return notation;
    }

    /// Kendall's notation with the numbers of a station and its load.
    String with(int servers, double users) {
        return notation.replace("c", Integer.toString(servers)).replace("N", Double.isNaN(users) ? "N" : Long.toString(Math.round(users)));
    }

    /// Whether arrivals must be Poisson.
    boolean poisson() {
        return this == MMC || this == MGC || this == IMPATIENT;
    }

    /// Whether service must be exponential.
    boolean exponential() {
        return this == MMC || this == CLOSED || this == IMPATIENT;
    }
}
