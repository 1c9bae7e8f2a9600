package org.tailwright.data;

import java.util.Locale;
import java.util.Optional;

/// Load against throughput, from a file or computed from requests or metrics.
///
/// @param table columns [#LOAD] and [#THROUGHPUT] (`Doubles`), and where known [#LATENCY] (`Doubles`, nanoseconds), `start` and `end`
///     of the step (`Longs`)
/// @param axis what the load counts
public record LoadPoints(Origin origin, Table table, Axis axis) implements Dataset {
    /// Load N.
    public static final String LOAD = "load";
    /// Throughput X, per second.
    public static final String THROUGHPUT = "throughput";
    /// p99 latency of the step in nanoseconds.
    public static final String LATENCY = "p99";

    /// What a load counts: a law fitted over users says nothing about servers.
    public enum Axis {
        USERS, WORKERS, NODES, UNKNOWN;

        /// In words.
        public String words() {
            return this == UNKNOWN ? "load" : this == NODES ? "servers" : name().toLowerCase(Locale.ROOT);
        }
    }

    public LoadPoints {
        if (table.doubles(LOAD).isEmpty() || table.doubles(THROUGHPUT).isEmpty()) {
            throw new IllegalArgumentException("load points need the columns load and throughput");
        }
    }

    /// Load of each point.
    public double[] loads() {
        return table.doubles(LOAD).orElseThrow().toArray();
    }

    /// Throughput of each point, per second.
    public double[] throughputs() {
        return table.doubles(THROUGHPUT).orElseThrow().toArray();
    }

    @Override
    public long rows() {
        return table.rows();
    }

    @Override
    public Optional<TimeSpan> span() {
        Optional<Longs> starts = table.longs("start");
        Optional<Longs> ends = table.longs("end");
        if (starts.isEmpty() || ends.isEmpty() || table.rows() == 0) {
            return Optional.empty();
        }
        TimeSpan all = new TimeSpan(starts.get().at(0), ends.get().at(0));
        for (int i = 1; i < table.rows(); i++) {
            all = all.union(new TimeSpan(starts.get().at(i), ends.get().at(i)));
        }
        return Optional.of(all);
    }
}
