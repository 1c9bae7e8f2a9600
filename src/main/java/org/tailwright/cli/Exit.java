package org.tailwright.cli;

/// Exit codes, the same for every command.
public final class Exit {
    /// Done.
    public static final int FINE = 0;
    /// With `--gate`: an objective is breached.
    public static final int GATE = 1;
    /// Wrong usage, or a file that cannot be read or written.
    public static final int USAGE = 2;
    /// The question does not fit the data, or the data cannot carry an answer.
    public static final int CANNOT_TELL = 3;
    /// A mistake of ours.
    public static final int BUG = 70;

    private Exit() {}
}
