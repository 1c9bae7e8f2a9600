package org.tailwright.charts;

/// Reads one whole number of many by its index, without boxing: a view of an array or a column.
@FunctionalInterface
public interface LongAt {
    /// The number at an index.
    long at(int index);
}
