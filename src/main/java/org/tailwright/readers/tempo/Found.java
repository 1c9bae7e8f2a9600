package org.tailwright.readers.tempo;

import java.util.Map;

/// A trace or span that a search found.
///
/// @param start nanoseconds since the epoch
/// @param duration nanoseconds
record Found(long start, long duration, Names names, Map<String, String> attributes) {
    /// What it is called; empty texts where the answer does not say.
    record Names(String label, String service, String trace, String span) {}
}
