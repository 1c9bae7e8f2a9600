package org.tailwright.readers;

import java.util.ArrayList;
import java.util.List;

/// Collects diagnostics up to a bound and counts them beyond it. One per reading thread.
public final class Diagnostics {
    /// How many are kept.
    public static final int KEPT = 100;

    private final List<Diagnostic> first = new ArrayList<>();
    private long count;

    /// Notes a problem in a line (1-based).
    public void line(Diagnostic.Severity severity, long line, String message) {
        add(new Diagnostic(severity, line, -1, message));
    }

    /// Notes a problem at a byte.
    public void offset(Diagnostic.Severity severity, long offset, String message) {
        add(new Diagnostic(severity, 0, offset, message));
    }

    /// Notes something about the whole file.
    public void note(String message) {
        add(new Diagnostic(Diagnostic.Severity.NOTE, 0, -1, message));
    }

    /// Adds one.
    public void add(Diagnostic diagnostic) {
        count++;
        if (first.size() < KEPT) {
            first.add(diagnostic);
        }
    }

    /// Adds what another thread collected.
    public void addAll(Diagnostics other) {
        long before = count;
        other.first.forEach(this::add);
        count = before + other.count;
    }

    /// Adds what another thread collected, which stands for `all` problems.
    public void addAll(Diagnostics other, long all) {
        long before = count;
        other.first.forEach(this::add);
        count = before + all;
    }

    /// The first ones, in order.
    public List<Diagnostic> first() {
        return List.copyOf(first);
    }

    /// How many there were.
    public long count() {
        return count;
    }
}
