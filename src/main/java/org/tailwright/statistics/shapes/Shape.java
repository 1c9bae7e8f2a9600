package org.tailwright.statistics.shapes;

/// How one distribution can be drawn.
public enum Shape {
    /// Latency by percentile on the nines axis.
    PERCENTILES("Latency by percentile"),
    /// The same with what coordinated omission may hide.
    CORRECTED("Corrected for omission"),
    /// Requests per bin of latency.
    HISTOGRAM("Histogram of latency"),
    /// Share of requests that took at most so long.
    CUMULATIVE("Cumulative share"),
    /// Share of requests that took longer, on a logarithmic axis.
    EXCEEDANCE("Share that took longer"),
    /// A small histogram for each label.
    LABELS("Latency by label");

    private final String title;

    Shape(String title) {
        this.title = title;
    }

    /// What people call it.
    public String title() {
        return title;
    }

    /// Whether latency stands on the horizontal axis.
    public boolean latencyAcross() {
        return switch (this) {
            case PERCENTILES, CORRECTED -> false;
            case HISTOGRAM, CUMULATIVE, EXCEEDANCE, LABELS -> true;
        };
    }

    /// How the latency axis is divided.
    public enum Spacing { LOG, LINEAR }
}
