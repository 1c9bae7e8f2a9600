package org.tailwright.simulation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many servers several variants need in the same drawn futures.
///
/// @param variants the first is what the others are compared with
/// @param draws drawn futures of each
public record ServersVariants(List<Variant> variants, long draws) {
    /// @param changed what differs from what was asked, by parameter
    /// @param price of a server for a month; 0 without prices
    /// @param difference from the first variant; null for itself
    /// @param forecast risk by month with a given number of servers; null when none was given
    public record Variant(String name, Map<String, String> changed, ServersNeeded needed, double price, @Nullable Difference difference, @Nullable CapacityForecast forecast) {
        public Variant {
            changed = Collections.unmodifiableMap(new LinkedHashMap<>(changed));
        }
    }

    /// Servers that a future needs more than with the first variant; fewer are negative. Future by future, so that what both share cancels out.
    ///
    /// @param median over the futures
    /// @param low 5 % quantile
    /// @param high 95 % quantile
    /// @param fewer share of the futures in which it needs fewer
    /// @param more share in which it needs more
    public record Difference(double median, double low, double high, double fewer, double more) {}

    public ServersVariants {
        variants = List.copyOf(variants);
    }
}
