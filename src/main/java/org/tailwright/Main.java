package org.tailwright;

/// Entry point.
public final class Main {
    private Main() {}

    /// Placeholder until the shells exist.
    public static void main(String[] args) {}
}
