package org.tailwright.data;

/// An immutable column of a table, read by row. The storage is hidden; slices and selections are views that share it.
public sealed interface Column permits Longs, Doubles, Texts, Flags {
    /// Number of rows.
    int size();

    /// What the values mean.
    Unit unit();

    /// Whether the row has no value; reading it then gives 0, NaN, "" or false.
    boolean missing(int row);

    /// The same column seen through `rows`: row i of the result is row `rows.at(i)` of this.
    Column select(Rows rows);
}
