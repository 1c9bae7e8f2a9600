package org.tailwright.statistics.comparison;

/// What the interval of a change says about a threshold.
public enum Judgement {
    /// The whole interval lies above the threshold.
    WORSE("worse"),
    /// The whole interval lies within the threshold on both sides.
    SAME("the same"),
    /// The whole interval lies below the threshold, and the change may be a gain.
    BETTER("the same or better"),
    /// The interval holds the threshold.
    CANNOT_TELL("cannot tell");

    private final String words;

    Judgement(String words) {
        this.words = words;
    }

    /// For people.
    public String words() {
        return words;
    }

    /// Judges an interval.
    ///
    /// @param threshold positive; changes up to it do not matter
    public static Judgement of(double low, double high, double threshold) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return CANNOT_TELL;
        }
        return low > threshold ? WORSE : high >= threshold ? CANNOT_TELL : low > -threshold ? SAME : BETTER;
    }
}
