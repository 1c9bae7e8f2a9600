package org.tailwright.readers.jfr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Unit;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// The events of one type of one part of a recording that become rows of a table. A row is begun, its cells are set, and then it is kept;
/// one that is not kept is overwritten by the next.
final class TypeRows {
    private static final int FEW = 1000;
    private static final double MARGIN = 1.05;
    private static final int MOST = 1 << 24;

    private final Layout.Shape shape;
    private final DoubleSupplier share;
    private final Cells.Whole starts = new Cells.Whole();
    private final Cells.Whole durations = new Cells.Whole();
    private final Cells[] cells;
    private int size;
    private int capacity;

    /// @param many by column name: whether a column of texts was given up, shared by all parts
    /// @param share of the part that was read so far, 0 to 1
    TypeRows(Layout.Shape shape, Function<String, AtomicBoolean> many, DoubleSupplier share) {
        this.shape = shape;
        this.share = share;
        cells = new Cells[shape.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            Layout.Col column = shape.columns().get(i);
            cells[i] = switch (column.kind()) {
                case TEXT -> new Words(many.apply(column.name()));
                case WHOLE -> new Cells.Whole();
                case REAL -> new Cells.Real();
            };
        }
    }

    /// The cells of a column of the shape.
    Cells cells(int column) {
        return cells[column];
    }

    /// Begins a row.
    ///
    /// @return its number
    int begin() {
        if (size == capacity) {
            capacity = capacity(share.getAsDouble());
            starts.grow(capacity);
            if (shape.lasting()) {
                durations.grow(capacity);
            }
            for (Cells each : cells) {
                each.grow(capacity);
            }
        }
        return size;
    }

    /// Room for as many rows as there will be if the rest is like what was read.
    private int capacity(double read) {
        int more = Math.addExact(size, size >> 1) + 16;
        double all = size < FEW ? 0 : size / read * MARGIN;
        return all > more ? (int) Math.min(all, MOST) : more;
    }

    /// Keeps the row that was begun.
    void keep(long start, long length) {
        starts.set(size, start);
        if (shape.lasting()) {
            durations.set(size, length);
        }
        size++;
    }

    /// Number of rows.
    int size() {
        return size;
    }

    /// Forgets the row that was begun.
    void drop() {
        for (Cells each : cells) {
            if (each instanceof Cells.Whole whole) {
                whole.drop(size);
            }
        }
    }

    /// A column to be put together, and what it becomes.
    private record Joint(String type, Layout.Col column, List<Cells.Piece> pieces) {
        @Nullable Column join() {
            return switch (column.kind()) {
                case TEXT -> Words.join(pieces);
                case WHOLE -> Cells.Whole.join(pieces, column.unit());
                case REAL -> Cells.Real.join(pieces, column.unit());
            };
        }
    }

    /// The tables of all types, of the rows of all parts in order; names of columns that were given up go to `dropped`.
    static Map<String, Table> tables(Map<String, List<TypeRows>> parts, List<String> dropped, Work work) {
        List<Joint> joints = new ArrayList<>();
        parts.forEach((type, rows) -> joints(type, rows, joints));
        List<Column> columns = new ArrayList<>();
        // Not List.of: a column that was given up is null.
        columns.addAll(Pool.map(joints.size(), work, i -> joints.get(i).join()));
        Map<String, LinkedHashMap<String, Column>> byType = new LinkedHashMap<>();
        for (int i = 0; i < joints.size(); i++) {
            Joint joint = joints.get(i);
            LinkedHashMap<String, Column> table = byType.computeIfAbsent(joint.type(), _ -> new LinkedHashMap<>());
            Column column = columns.get(i);
            if (column == null) {
                dropped.add(joint.type() + "#" + joint.column().name());
            } else {
                table.put(joint.column().name(), column);
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        byType.forEach((type, table) -> tables.put(type, Table.of(table)));
        return tables;
    }

    /// Chunks may describe a type differently: a column that a part lacks is missing there.
    private static void joints(String type, List<TypeRows> all, List<Joint> into) {
        List<TypeRows> rows = all.stream().filter(each -> each.size > 0).toList();
        if (rows.isEmpty()) {
            return;
        }
        into.add(new Joint(type, new Layout.Col(Requests.START, Layout.Kind.WHOLE, Unit.TIME), pieces(rows, each -> each.starts)));
        if (rows.stream().anyMatch(each -> each.shape.lasting())) {
            into.add(new Joint(type, new Layout.Col(Requests.DURATION, Layout.Kind.WHOLE, Unit.DURATION),
                    pieces(rows, each -> each.shape.lasting() ? each.durations : null)));
        }
        Map<String, Layout.Col> columns = new LinkedHashMap<>();
        rows.forEach(each -> each.shape.columns().forEach(column -> columns.putIfAbsent(column.name(), column)));
        columns.values().forEach(column -> into.add(new Joint(type, column, pieces(rows, each -> each.of(column.name())))));
    }

    private static List<Cells.Piece> pieces(List<TypeRows> rows, Function<TypeRows, @Nullable Cells> cells) {
        return rows.stream().map(each -> new Cells.Piece(cells.apply(each), each.size)).toList();
    }

    /// The cells of a column, null when there are none.
    @Nullable Cells of(String column) {
        for (int i = 0; i < cells.length; i++) {
            if (shape.columns().get(i).name().equals(column)) {
                return cells[i];
            }
        }
        return null;
    }
}
