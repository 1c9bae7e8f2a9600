package org.tailwright.statistics.trust;

import java.util.Optional;
import java.util.stream.IntStream;

/// Little's law N = X·(R + Z) against an independently counted N. What is in flight by the durations, X·R, is compared with N window by
/// window: the ratio is at most one where every user waits for one answer at a time, the rest is time between requests.
///
/// @param source what counted N
/// @param users mean N
/// @param inFlight mean X·R
/// @param ratio mean of X·R ÷ N with its 95 % interval by batch means
/// @param thinkNanos Z = (N − X·R) ÷ X
record Little(String source, double users, double inFlight, Batches.Mean ratio, double thinkNanos) {
    private static final int FEWEST = 10;

    static Optional<Little> of(Flow flow, Users users) {
        int[] used = IntStream.range(1, flow.size() - 1).filter(i -> users.perWindow()[i] > 0).toArray();
        if (used.length < FEWEST) {
            return Optional.empty();
        }
        double[] ratios = IntStream.of(used).mapToDouble(i -> flow.inFlight()[i] / users.perWindow()[i]).toArray();
        double n = IntStream.of(used).mapToDouble(i -> users.perWindow()[i]).average().orElseThrow();
        double l = IntStream.of(used).mapToDouble(i -> flow.inFlight()[i]).average().orElseThrow();
        double rate = IntStream.of(used).mapToDouble(flow::rate).average().orElseThrow();
        return Optional.of(new Little(users.source(), n, l, Batches.mean(ratios), Math.max(0, (n - l) / rate * 1e9)));
    }

    /// More in flight than there were users, beyond the interval and 5 %.
    boolean impossible() {
        return ratio.low() > 1.05;
    }

    /// No time between requests, by the interval and 5 %.
    boolean full() {
        return ratio.high() >= 0.95 && !impossible();
    }
}
