package org.tailwright.catalog.report;

/// Something to do, with the number that speaks for it.
///
/// @param gain what it could take off the latency of an average stretch of the run, nanoseconds, for ranking; 0 when it makes nothing faster but
///     lets more be known
/// @param what to do, a few words that begin with a verb
/// @param why the measured numbers behind it, in sentences that claim no more than they show
public record Advice(double gain, String what, String why) {
    public Advice {
        if (!(gain >= 0)) {
            throw new IllegalArgumentException("advice gains 0 or more, not " + gain);
        }
    }
}
