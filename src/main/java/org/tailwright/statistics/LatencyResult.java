package org.tailwright.statistics;

import java.util.List;

/// How long requests took, how many failed, and how many there were a second.
///
/// @param all every request, whatever became of it
/// @param success those that did not fail
/// @param failed those that failed
/// @param errors how many failed and why
/// @param labels the same by label
/// @param run when, how much, and what the numbers mean
public record LatencyResult(Group all, Group success, Group failed, Errors errors, Labels labels, Run run) {
    /// Durations of one group of requests.
    ///
    /// @param n rows
    /// @param requests requests that they stand for; n without weights
    /// @param mean nanoseconds; NaN without rows
    /// @param min nanoseconds; NaN without rows
    /// @param max nanoseconds; NaN without rows
    /// @param percentiles p50, p90, p95, p99, p99.9, p99.99 and the maximum
    public record Group(long n, double requests, double mean, double min, double max, List<Percentile> percentiles) {
        public Group {
            percentiles = List.copyOf(percentiles);
        }

        /// The percentile `p`.
        public Percentile at(double p) {
            return percentiles.stream().filter(each -> Math.abs(each.p() - p) < 1e-9).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("p = " + p + " was not computed"));
        }
    }

    /// Failures.
    ///
    /// @param known whether the source says what failed
    /// @param n failed rows
    /// @param share of all rows, with its interval
    /// @param timeouts failed rows whose status speaks of a timeout: their durations are where somebody stopped waiting
    /// @param classes by status, most first
    public record Errors(boolean known, long n, Shares.Share share, long timeouts, List<ErrorClass> classes) {
        public Errors {
            classes = List.copyOf(classes);
        }
    }

    /// Failures of one status.
    ///
    /// @param group 4xx, 5xx or other
    /// @param status text of the status; may be empty
    public record ErrorClass(String group, String status, long n) {}

    /// The labels with most requests.
    ///
    /// @param top at most 50, most requests first
    /// @param others how many labels are left out
    /// @param othersRows their rows, which are in no row of `top`
    public record Labels(List<Label> top, long others, long othersRows) {
        public Labels {
            top = List.copyOf(top);
        }
    }

    /// One label.
    ///
    /// @param perSecond requests started per second of the whole run
    /// @param percentiles as in [Group]
    public record Label(String label, long n, long errors, double perSecond, List<Percentile> percentiles) {
        public Label {
            percentiles = List.copyOf(percentiles);
        }
    }

    /// The run as a whole.
    ///
    /// @param start first start, nanoseconds since the epoch
    /// @param end last end
    /// @param throughput requests per second
    /// @param duration what a duration stands for, in words
    /// @param definition how percentiles are defined, in words
    /// @param caveats what belongs beside every number
    public record Run(long start, long end, Throughput throughput, String duration, String definition, List<String> caveats) {
        public Run {
            caveats = List.copyOf(caveats);
        }
    }

    /// Requests that ended, per second.
    ///
    /// @param mean over the whole run
    /// @param peakSecond highest in one second; NaN in runs shorter than that
    /// @param peakTenSeconds highest mean over ten seconds; NaN in runs shorter than that
    public record Throughput(double mean, double peakSecond, double peakTenSeconds) {}
}
