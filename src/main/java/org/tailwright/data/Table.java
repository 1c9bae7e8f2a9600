package org.tailwright.data;

import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Named columns of equal size.
public final class Table {
    private final int rows;
    private final SequencedMap<String, Column> columns;
    /// Found out when first asked for; several threads may each find out.
    private volatile @Nullable TimeSpan extent;
    /// What the filters asked about last leave; given up where memory is short.
    private volatile @Nullable SoftReference<Filtered> filtered;

    private Table(int rows, SequencedMap<String, Column> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /// A table of `columns` in their order.
    ///
    /// @throws IllegalArgumentException when their sizes differ
    public static Table of(SequencedMap<String, ? extends Column> columns) {
        int rows = columns.isEmpty() ? 0 : columns.firstEntry().getValue().size();
        columns.forEach((name, column) -> {
            if (column.size() != rows) {
                throw new IllegalArgumentException("column " + name + " has " + column.size() + " rows, not " + rows);
            }
        });
        return new Table(rows, new LinkedHashMap<>(columns));
    }

    /// Number of rows.
    public int rows() {
        return rows;
    }

    /// All columns by name, in order; not to be changed.
    public Map<String, Column> columns() {
        return Collections.unmodifiableMap(columns);
    }

    /// The whole numbers called `name`, if there is such a column.
    public Optional<Longs> longs(String name) {
        return columns.get(name) instanceof Longs found ? Optional.of(found) : Optional.empty();
    }

    /// The real numbers called `name`, if there is such a column.
    public Optional<Doubles> doubles(String name) {
        return columns.get(name) instanceof Doubles found ? Optional.of(found) : Optional.empty();
    }

    /// The texts called `name`, if there is such a column.
    public Optional<Texts> texts(String name) {
        return columns.get(name) instanceof Texts found ? Optional.of(found) : Optional.empty();
    }

    /// The flags called `name`, if there is such a column.
    public Optional<Flags> flags(String name) {
        return columns.get(name) instanceof Flags found ? Optional.of(found) : Optional.empty();
    }

    /// From the first start to the last end of rows with a start and a duration, of which there is at least one; found out once, since a window asks
    /// again for every picture.
    TimeSpan extent(Longs starts, Longs durations) {
        TimeSpan known = extent;
        if (known == null) {
            known = Extent.of(starts, durations);
            extent = known;
        }
        return known;
    }

    /// The rows that filters leave; kept until others are asked about.
    Filtered filtered(List<Selection.Filter> filters) {
        SoftReference<Filtered> kept = filtered;
        Filtered known = kept == null ? null : kept.get();
        if (known == null || !known.filters().equals(filters)) {
            known = new Filtered(this, filters);
            filtered = new SoftReference<>(known);
        }
        return known;
    }

    /// The rows `wanted` of all columns, as a view.
    public Table select(Rows wanted) {
        if (wanted.size() == rows && wanted.size() > 0 && wanted.at(0) == 0 && wanted.at(rows - 1) == rows - 1) {
            return this;
        }
        SequencedMap<String, Column> views = new LinkedHashMap<>();
        columns.forEach((name, column) -> views.put(name, column.select(wanted)));
        return new Table(wanted.size(), views);
    }

    /// This table with one more (or another) column called `name`.
    public Table with(String name, Column column) {
        SequencedMap<String, Column> more = new LinkedHashMap<>(columns);
        more.put(name, column);
        return of(more);
    }
}
