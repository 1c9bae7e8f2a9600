package org.tailwright.statistics.incidents;

import java.util.List;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.Shares;

/// A stretch of time in which requests were clearly slower or failed more often than in the rest of the run.
///
/// @param span when, to the width of a window
/// @param inside requests that started in it
/// @param outside the rest of the run at the same load, without other incidents
/// @param labels the labels that were hit, hardest first
/// @param contributors what else moved at that time, by kind and strength; over-represented, not proven to be the cause
public record Incident(TimeSpan span, Side inside, Side outside, List<LabelShift> labels, List<Contributor> contributors) {
    public Incident {
        labels = List.copyOf(labels);
        contributors = List.copyOf(contributors);
    }

    /// Requests on one side.
    ///
    /// @param perSecond requests started per second
    public record Side(long n, double perSecond, Percentile p50, Percentile p90, Percentile p99, Shares.Share errors) {}

    /// A label inside against outside.
    ///
    /// @param n its requests inside
    /// @param inside p90 inside, nanoseconds
    /// @param outside p90 outside, nanoseconds
    /// @param errorsInside share of failures inside
    /// @param errorsOutside share of failures outside
    public record LabelShift(String label, long n, double inside, double outside, double errorsInside, double errorsOutside) {}

    /// Something of another data set that moved.
    ///
    /// @param kind what it is
    /// @param name which one
    /// @param inside value inside, in `unit`
    /// @param outside value outside
    /// @param unit `ns` for durations, `share` for shares of time, else the source's symbol
    /// @param strength what it is ranked by among its kind
    public record Contributor(Kind kind, String name, double inside, double outside, String unit, double strength) {
        /// What a contributor is.
        public enum Kind {
            /// Mean duration of the spans of an operation.
            OPERATION,
            /// Median of a metric, or of its rate where it only counts up.
            METRIC,
            /// Share of time in pauses.
            PAUSES
        }
    }
}
