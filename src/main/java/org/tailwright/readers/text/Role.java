package org.tailwright.readers.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a column of a delimited text can be mapped to.
public enum Role {
    /// When a request, or the moment of a row, began.
    START,
    /// When a request ended; instead of a start.
    END,
    /// How long a request took.
    DURATION,
    /// What was asked for.
    LABEL,
    /// What came back.
    STATUS,
    /// Whether it went well.
    SUCCESS,
    /// Whether it failed.
    FAILED,
    /// A number at a moment.
    VALUE,
    /// What that number counts.
    METRIC,
    /// How many users, threads or nodes.
    LOAD,
    /// How much was done in a second.
    THROUGHPUT,
    /// How long it took under that load.
    LATENCY;

    /// As on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A role by its name on the command line.
    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
