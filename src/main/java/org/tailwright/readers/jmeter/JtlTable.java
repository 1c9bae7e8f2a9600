package org.tailwright.readers.jmeter;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.tailwright.data.Column;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;
import org.tailwright.data.Utf8Pool;

/// The table that parts are joined into, one after the other in the order of the file.
final class JtlTable {
    private static final long MILLI = 1_000_000;

    private final Plan plan;
    private final Longs.Builder[] numbers;
    private final Utf8Pool.Builder[] dictionaries;
    private final Texts.Coded[] codes;
    private final BitSet failed = new BitSet();
    private int size;

    JtlTable(Plan plan) {
        this.plan = plan;
        numbers = plan.numbers().stream().map(name -> number(name, plan)).toArray(Longs.Builder[]::new);
        dictionaries = new Utf8Pool.Builder[plan.texts().size()];
        codes = new Texts.Coded[dictionaries.length];
        for (int i = 0; i < codes.length; i++) {
            dictionaries[i] = Utf8Pool.builder();
            codes[i] = Texts.coded(0, 0);
        }
    }

    private static Longs.Builder number(String name, Plan plan) {
        return switch (name) {
            case Requests.START -> Longs.steps(Unit.TIME, plan.base() * MILLI, MILLI);
            case Requests.INTENDED -> Longs.steps(Unit.TIME, 0, MILLI);
            case Requests.ACTIVE -> Longs.builder(Unit.COUNT);
            case Plan.BYTES -> Longs.builder(Unit.BYTES);
            default -> Longs.steps(Unit.DURATION, 0, MILLI);
        };
    }

    int size() {
        return size;
    }

    /// Makes room for so many rows in all.
    void reserve(int rows) {
        for (Longs.Builder each : numbers) {
            each.reserve(rows);
        }
        for (Texts.Coded each : codes) {
            each.reserve(rows);
        }
    }

    /// Adds the rows of a part. Texts that only other rows had do not come along.
    ///
    /// @param all whether every record of the part is among `rows`
    void append(JtlRows rows, Utf8Pool.Builder[] known, boolean all) {
        int n = rows.size();
        if (n == 0) {
            return;
        }
        Math.addExact(size, n);
        for (int i = 0; i < numbers.length; i++) {
            rows.number(i, numbers[i]);
        }
        for (int i = 0; i < codes.length; i++) {
            int[] part = rows.codes(i);
            int[] meant = all ? known[i].into(dictionaries[i]) : meant(part, n, known[i], dictionaries[i]);
            codes[i].addAll(part, n, meant, dictionaries[i].size() - 1);
        }
        for (int row = rows.failed.nextSetBit(0); row >= 0; row = rows.failed.nextSetBit(row + 1)) {
            failed.set(size + row);
        }
        size += n;
    }

    /// Which code of the whole each code of a part stands for, in order of first use.
    private static int[] meant(int[] part, int n, Utf8Pool.Builder own, Utf8Pool.Builder whole) {
        int[] meant = new int[own.size()];
        Arrays.fill(meant, -1);
        for (int row = 0; row < n; row++) {
            if (meant[part[row]] < 0) {
                meant[part[row]] = own.copy(part[row], whole);
            }
        }
        return meant;
    }

    /// The table; this is spent.
    Table table() {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        List<String> names = plan.numbers();
        columns.put(Requests.START, numbers[Plan.TIME].build());
        columns.put(Requests.DURATION, numbers[Plan.ELAPSED].build());
        for (int i = 0; i < codes.length; i++) {
            columns.put(plan.texts().get(i), codes[i].build(dictionaries[i].store()));
        }
        if (plan.layout().has(Role.SUCCESS)) {
            columns.put(Requests.FAILED, Flags.of(failed, size));
        }
        for (int i = 2; i < numbers.length; i++) {
            columns.put(names.get(i), numbers[i].build());
        }
        return Table.of(columns);
    }
}
