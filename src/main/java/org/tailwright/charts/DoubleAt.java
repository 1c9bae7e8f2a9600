package org.tailwright.charts;

/// Reads one number of many by its index, without boxing: a view of an array or a column.
@FunctionalInterface
public interface DoubleAt {
    /// The number at an index; NaN when it is missing.
    double at(int index);
}
