package org.tailwright.workspace.cache;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.HexIds;
import org.tailwright.data.Longs;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;
import org.tailwright.data.Utf8Pool;

/// Reads what [ColumnsOut] wrote.
final class ColumnsIn {
    private static final int BLOCK = 1 << 24;

    private final Mapped in;
    private final List<Texts.Store> stores = new ArrayList<>();

    ColumnsIn(Mapped in) {
        this.in = in;
    }

    Table table() throws Mapped.Damaged {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        int count = in.count(1);
        for (int i = 0; i < count; i++) {
            String name = in.text();
            columns.put(name, column());
        }
        return Table.of(columns);
    }

    private Column column() throws Mapped.Damaged {
        int kind = in.small();
        return switch (kind) {
            case ColumnsOut.LONGS -> longs();
            case ColumnsOut.DOUBLES -> doubles();
            case ColumnsOut.TEXTS -> texts();
            case ColumnsOut.FLAGS -> {
                int size = in.number();
                yield Flags.of(bits(size), size);
            }
            default -> throw new Mapped.Damaged("no kind of column has number " + kind);
        };
    }

    Longs longs() throws Mapped.Damaged {
        Unit unit = unit();
        int n = in.number();
        BitSet missing = missing(n);
        boolean ascends = in.flag();
        Longs column = in.small() == ColumnsOut.STEPS ? Longs.of(unit, new Longs.Steps(in.whole(), in.whole(), in.numbers(n)), missing) : Longs.of(unit, in.wholes(n), missing);
        return column.ascends(ascends);
    }

    Doubles doubles() throws Mapped.Damaged {
        Unit unit = unit();
        int n = in.number();
        BitSet missing = missing(n);
        double[] values = in.reals(n);
        if (missing.isEmpty()) {
            return Doubles.of(unit, values);
        }
        Doubles.Builder builder = Doubles.builder(unit);
        for (int i = 0; i < n; i++) {
            if (missing.get(i)) {
                builder.addMissing();
            } else {
                builder.add(values[i]);
            }
        }
        return builder.build();
    }

    private Texts texts() throws Mapped.Damaged {
        int n = in.number();
        Texts.Store store = store();
        return switch (in.small()) {
            case ColumnsOut.DISTINCT -> Texts.distinct(store);
            case 1 -> Texts.raised(in.bytes(n), store);
            case 2 -> Texts.raised(in.chars(n), store);
            default -> Texts.of(in.numbers(n), store);
        };
    }

    Texts.Store store() throws Mapped.Damaged {
        int known = in.number();
        if (known >= 0) {
            return stores.get(known);
        }
        int place = stores.size();
        Texts.Store store = switch (in.small()) {
            case ColumnsOut.IDS -> ids();
            case ColumnsOut.POOL -> pool();
            default -> strings();
        };
        stores.add(place, store);
        return store;
    }

    private Texts.Store strings() throws Mapped.Damaged {
        String[] texts = new String[in.count(4)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.text();
        }
        return new Texts.Dictionary(texts);
    }

    private Texts.Store ids() throws Mapped.Damaged {
        int n = in.number();
        boolean wide = in.flag();
        long[] low = in.wholes(n);
        return HexIds.of(wide ? in.wholes(n) : new long[0], low);
    }

    private Texts.Store pool() throws Mapped.Damaged {
        int[] lengths = in.numbers(in.count(4));
        List<byte[]> blocks = new ArrayList<>();
        for (int from = 0; from < lengths.length; ) {
            int to = from;
            long bytes = 0;
            while (to < lengths.length && (to == from || bytes + lengths[to] <= BLOCK)) {
                bytes += lengths[to++];
            }
            blocks.add(in.bytes(Math.toIntExact(bytes)));
            from = to;
        }
        return Utf8Pool.of(blocks.toArray(byte[][]::new), lengths);
    }

    private BitSet missing(int size) throws Mapped.Damaged {
        return in.flag() ? bits(size) : new BitSet();
    }

    private BitSet bits(int count) throws Mapped.Damaged {
        return BitSet.valueOf(in.wholes(Math.ceilDiv(Math.max(0, count), Long.SIZE)));
    }

    private Unit unit() throws Mapped.Damaged {
        int kind = in.small();
        return new Unit(Unit.Kind.values()[kind], in.text());
    }
}
