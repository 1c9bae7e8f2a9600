package org.tailwright.readers.k6;

/// The tags of a sample; valid while it is taken in.
@FunctionalInterface
interface Tags {
    /// The value of a tag, empty where the sample has none.
    String get(String name);
}
