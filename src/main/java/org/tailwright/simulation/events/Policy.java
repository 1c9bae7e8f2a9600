package org.tailwright.simulation.events;

import java.util.Optional;

/// How a caller protects itself and whom it calls.
///
/// @param timeoutNanos after which an attempt counts as failed; the called station works on; 0 for never
/// @param bulkhead most attempts under way at once; [Network#UNLIMITED] for any
/// @param hedgeNanos after which a second attempt is sent beside the first; 0 for never
/// @param cancel whether work that waits is dropped when nobody waits for it any more
public record Policy(long timeoutNanos, Retry retry, Optional<Breaker> breaker, int bulkhead, long hedgeNanos, boolean cancel) {
    /// Attempts of one call, hedges included, that can be told apart.
    static final int ATTEMPTS = 15;

    /// Waits for ever and tries once.
    public static final Policy NONE = new Policy(0, Retry.NEVER, Optional.empty(), Network.UNLIMITED, 0, false);

    /// Tries again.
    ///
    /// @param retries further attempts, up to 13
    /// @param backoffNanos pause before the first
    /// @param multiplier by which every further pause is longer
    /// @param jitter share of the pause that is drawn evenly: 1 draws from 0 to the whole pause
    /// @param budget retries allowed for each first attempt, on average, with ten to spare; infinite for no budget
    public record Retry(int retries, long backoffNanos, double multiplier, double jitter, double budget) {
        /// Tries once.
        public static final Retry NEVER = new Retry(0, 0, 1, 0, Double.POSITIVE_INFINITY);

        public Retry {
            if (retries < 0 || retries > ATTEMPTS - 2) {
                throw new IllegalArgumentException("retries go from 0 to " + (ATTEMPTS - 2));
            }
        }
    }

    /// Stops calling when too much fails.
    ///
    /// @param window last attempts that are looked at
    /// @param failures share of them that must have failed
    /// @param minimum attempts before it may open, at most `window`
    /// @param openNanos how long nothing is called
    /// @param probes attempts let through then; when all succeed it closes, when one fails it opens again
    public record Breaker(int window, double failures, int minimum, long openNanos, int probes) {}
}
