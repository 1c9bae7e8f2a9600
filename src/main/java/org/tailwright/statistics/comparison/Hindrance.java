package org.tailwright.statistics.comparison;

/// What forbids a verdict because the sides are not alike.
///
/// @param kind which verdicts it forbids
/// @param words the difference, to be read after "The sides are not alike: "
public record Hindrance(Kind kind, String words) {
    /// Kinds of differences.
    public enum Kind {
        /// Under less load, equal latency says nothing good.
        LESS_LOAD,
        /// Under more load, longer latency says nothing bad.
        MORE_LOAD,
        /// Other requests, about which nothing can be said at all.
        OTHER_REQUESTS,
        /// A run that drifts to its end has no latency that could be called the same.
        NEVER_STEADY
    }

    /// Whether it forbids a verdict.
    public boolean forbids(Judgement verdict) {
        return switch (kind) {
            case MORE_LOAD -> verdict == Judgement.WORSE;
            case LESS_LOAD, NEVER_STEADY -> verdict == Judgement.SAME || verdict == Judgement.BETTER;
            case OTHER_REQUESTS -> verdict != Judgement.CANNOT_TELL;
        };
    }
}
