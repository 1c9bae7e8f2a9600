package org.tailwright.readers.pprof;

/// Bytes that make no protobuf message.
final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    /// @param clause what is wrong, in few words
    Malformed(String clause) {
        super(clause, null, false, false);
    }
}
