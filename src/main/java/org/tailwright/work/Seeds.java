package org.tailwright.work;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random streams that depend only on a seed, a purpose and a number, never on the clock or on how many cores share the work.
public final class Seeds {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY = RandomGeneratorFactory.of("L64X128MixRandom");

    private Seeds() {}

    /// The stream of `purpose` (for example `"bootstrap"`), part `number`, under `seed`.
    public static RandomGenerator stream(long seed, String purpose, long number) {
        long mixed = mix(seed + 0x9e3779b97f4a7c15L * (purpose.hashCode() + 1L));
        return FACTORY.create(mix(mixed + 0xd1b54a32d192ed03L * (number + 1)));
    }

    /// The 64-bit finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
