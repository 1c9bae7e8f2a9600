package org.tailwright.demo.service;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A lognormal holding time: the right-skewed law that query and network times usually follow.
///
/// @param meanMillis mean in milliseconds
/// @param variation  coefficient of variation (standard deviation / mean)
record Law(double meanMillis, double variation) {

    /// Sleeps for one value of the law; the thread holds whatever it holds meanwhile.
    void hold(RandomGenerator random) {
        pause(draw(random));
    }

    /// One value in milliseconds.
    double draw(RandomGenerator random) {
        double variance = Math.log1p(variation * variation);
        return meanMillis * Math.exp(Math.sqrt(variance) * random.nextGaussian() - variance / 2);
    }

    /// Sleeps for a number of milliseconds, fractions included.
    static void pause(double millis) {
        try {
            Thread.sleep(Duration.ofNanos(Math.round(millis * 1e6)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The generator of one request: its draws depend on seed and request number only, not on thread timing.
    static SplittableRandom generator(long seed, long request) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + request);
    }
}
