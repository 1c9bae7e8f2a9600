package org.tailwright.data;

import java.util.List;

/// The trust card of a data set.
///
/// @param read rows kept
/// @param skipped rows that could not be read
/// @param assumed what was taken for granted because the file does not say it ("times are UTC")
/// @param doubts what makes conclusions weaker ("12 % of the spans have no parent in the file")
public record Trust(long read, long skipped, List<String> assumed, List<String> doubts) {
    public Trust {
        assumed = List.copyOf(assumed);
        doubts = List.copyOf(doubts);
    }

    /// Nothing skipped, nothing assumed.
    public static Trust clean(long read) {
        return new Trust(read, 0, List.of(), List.of());
    }
}
