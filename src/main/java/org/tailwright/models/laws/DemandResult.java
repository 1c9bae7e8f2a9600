package org.tailwright.models.laws;

import java.util.List;

/// The answer of the analysis `demands`. Times are in seconds.
///
/// @param overall mean demand of a request by the utilisation law, busy ÷ throughput
/// @param classes demand of each class by regression
/// @param base servers busy without any request, the intercept
/// @param explained share of the variance of the busy servers that the classes explain
/// @param windows number of windows of time
/// @param warnings what makes the split doubtful
public record DemandResult(double overall, List<Demand> classes, double base, double explained, int windows, List<String> warnings) {
    /// Demand of one class of requests.
    ///
    /// @param rate mean requests per second
    /// @param seconds service demand of one request
    /// @param low lower end of the 95 % interval (block bootstrap over windows)
    /// @param high upper end
    /// @param inflation variance inflation factor of its rate: above 10 it rises and falls with the other classes
    public record Demand(String label, double rate, double seconds, double low, double high, double inflation) {
        /// Servers that this class keeps busy.
        public double busy() {
            return rate * seconds;
        }
    }

    public DemandResult {
        classes = List.copyOf(classes);
        warnings = List.copyOf(warnings);
    }
}
