package org.tailwright.workspace.cache;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.HexIds;
import org.tailwright.data.Longs;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;
import org.tailwright.data.Utf8Pool;

/// Writes tables and columns, narrow where the values are. Stores of texts that columns share are written once.
final class ColumnsOut {
    /// Kinds of columns and stores, and widths, as written.
    static final int LONGS = 0;
    static final int DOUBLES = 1;
    static final int TEXTS = 2;
    static final int FLAGS = 3;
    static final int STRINGS = 0;
    static final int POOL = 1;
    static final int IDS = 2;
    static final int DISTINCT = 0;
    static final int VALUES = 0;
    static final int STEPS = 1;

    private final Sink sink;
    private final Map<Texts.Store, Integer> stores = new IdentityHashMap<>();

    ColumnsOut(Sink sink) {
        this.sink = sink;
    }

    void table(Table table) throws IOException {
        sink.number(table.columns().size());
        for (Map.Entry<String, Column> each : table.columns().entrySet()) {
            sink.text(each.getKey());
            column(each.getValue());
        }
    }

    private void column(Column column) throws IOException {
        switch (column) {
            case Longs longs -> {
                sink.small(LONGS);
                longs(longs);
            }
            case Doubles doubles -> {
                sink.small(DOUBLES);
                doubles(doubles);
            }
            case Texts texts -> {
                sink.small(TEXTS);
                texts(texts);
            }
            case Flags flags -> {
                sink.small(FLAGS);
                sink.number(flags.size());
                bits(flags.size(), flags::at);
            }
        }
    }

    void longs(Longs column) throws IOException {
        unit(column.unit());
        int n = column.size();
        sink.number(n);
        missing(column);
        sink.flag(column.ascends());
        Optional<Longs.Steps> steps = column.steps().or(() -> narrow(column));
        sink.small(steps.isPresent() ? STEPS : VALUES);
        if (steps.isEmpty()) {
            for (int i = 0; i < n; i++) {
                sink.whole(column.at(i));
            }
            return;
        }
        sink.whole(steps.get().base());
        sink.whole(steps.get().step());
        for (int i = 0; i < n; i++) {
            sink.number(steps.get().counts()[i]);
        }
    }

    /// Values that lie close together as steps of 1.
    private static Optional<Longs.Steps> narrow(Longs column) {
        LongSummaryStatistics ends = IntStream.range(0, column.size()).mapToLong(column::at).summaryStatistics();
        long width = ends.getMax() - ends.getMin();
        return column.size() == 0 || width < 0 || width > Integer.MAX_VALUE ? Optional.empty()
                : Optional.of(new Longs.Steps(ends.getMin(), 1, IntStream.range(0, column.size()).map(i -> (int) (column.at(i) - ends.getMin())).toArray()));
    }

    void doubles(Doubles column) throws IOException {
        unit(column.unit());
        sink.number(column.size());
        missing(column);
        for (int i = 0; i < column.size(); i++) {
            sink.real(column.at(i));
        }
    }

    /// Codes of one or two bytes are written one higher, so that 0 is a missing value.
    private void texts(Texts column) throws IOException {
        int n = column.size();
        sink.number(n);
        store(column.store());
        boolean distinct = n == column.codes();
        for (int i = 0; distinct && i < n; i++) {
            distinct = column.code(i) == i;
        }
        int width = distinct ? DISTINCT : column.codes() < 255 ? 1 : column.codes() < 65_535 ? 2 : 4;
        sink.small(width);
        for (int i = 0; width != DISTINCT && i < n; i++) {
            int code = column.code(i);
            switch (width) {
                case 1 -> sink.small(code + 1);
                case 2 -> sink.middle(code + 1);
                default -> sink.number(code);
            }
        }
    }

    void store(Texts.Store store) throws IOException {
        Integer known = stores.get(store);
        sink.number(known == null ? -1 : known);
        if (known != null) {
            return;
        }
        stores.put(store, stores.size());
        switch (store) {
            case HexIds ids -> ids(ids);
            case Utf8Pool pool -> pool(pool);
            default -> {
                sink.small(STRINGS);
                sink.number(store.codes());
                for (int code = 0; code < store.codes(); code++) {
                    sink.text(store.text(code));
                }
            }
        }
    }

    private void ids(HexIds ids) throws IOException {
        sink.small(IDS);
        sink.number(ids.codes());
        sink.flag(ids.wide());
        for (int code = 0; code < ids.codes(); code++) {
            sink.whole(ids.low(code));
        }
        for (int code = 0; ids.wide() && code < ids.codes(); code++) {
            sink.whole(ids.high(code));
        }
    }

    private void pool(Utf8Pool pool) throws IOException {
        sink.small(POOL);
        sink.number(pool.codes());
        int most = 0;
        for (int code = 0; code < pool.codes(); code++) {
            sink.number(pool.length(code));
            most = Math.max(most, pool.length(code));
        }
        byte[] bytes = new byte[most];
        for (int code = 0; code < pool.codes(); code++) {
            pool.copy(code, bytes);
            sink.bytes(bytes, pool.length(code));
        }
    }

    private void missing(Column column) throws IOException {
        boolean any = false;
        for (int i = 0; !any && i < column.size(); i++) {
            any = column.missing(i);
        }
        sink.flag(any);
        if (any) {
            bits(column.size(), column::missing);
        }
    }

    private interface Bit {
        boolean at(int row);
    }

    private void bits(int count, Bit bit) throws IOException {
        for (int i = 0; i < count; i += Long.SIZE) {
            long word = 0;
            for (int k = 0; k < Long.SIZE && i + k < count; k++) {
                word |= bit.at(i + k) ? 1L << k : 0;
            }
            sink.whole(word);
        }
    }

    private void unit(Unit unit) throws IOException {
        sink.small(unit.kind().ordinal());
        sink.text(unit.symbol());
    }
}
