package org.tailwright.reports;

import java.util.List;

/// What stands behind a number.
///
/// @param sources data sets it was computed from, each with format and content hash where known
/// @param filter the selection in words; empty for everything
/// @param method definition and method in words ("order statistic ceil(np)")
/// @param n how many observations
/// @param interval how the interval was made ("95 %, block bootstrap, 412 blocks"), empty when there is none
public record Provenance(List<String> sources, String filter, String method, long n, String interval) {
    public Provenance {
        sources = List.copyOf(sources);
    }

    /// Nothing is said.
    public static final Provenance NONE = new Provenance(List.of(), "", "", 0, "");

    /// With the gaps filled from another one.
    public Provenance or(Provenance other) {
        return new Provenance(sources.isEmpty() ? other.sources : sources, filter.isEmpty() ? other.filter : filter, method.isEmpty() ? other.method : method,
                n == 0 ? other.n : n, interval.isEmpty() ? other.interval : interval);
    }

    /// Only a method and a count.
    public static Provenance of(String method, long n) {
        return new Provenance(List.of(), "", method, n, "");
    }

    /// In one line, for hovers and footnotes.
    public String line() {
        StringBuilder line = new StringBuilder(method);
        if (n > 0) {
            line.append("; n = ").append(n);
        }
        if (!interval.isEmpty()) {
            line.append("; ").append(interval);
        }
        if (!filter.isEmpty()) {
            line.append("; ").append(filter);
        }
        if (!sources.isEmpty()) {
            line.append("; from ").append(String.join(", ", sources));
        }
        return line.toString();
    }
}
