package org.tailwright.statistics.shapes;

/// What the panes of time show.
///
/// @param offsets heat map of the offset within each second instead of latency over time
/// @param over which chart over time
public record Panes(boolean offsets, Over over) {
    /// Charts over time.
    public enum Over {
        /// Percentiles in moving windows.
        PERCENTILES("Percentiles over time"),
        /// Requests and failures per second.
        THROUGHPUT("Throughput and failures"),
        /// A row for each label.
        LABELS("Over time by label");

        private final String title;

        Over(String title) {
            this.title = title;
        }

        /// What people call it.
        public String title() {
            return title;
        }
    }
}
