package org.tailwright.statistics.inside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;

/// A column whose values are counted: a text with few values, a flag, or the [Classes] of numbers. The most frequent values have a slot each.
///
/// @param slots slot of each code, -1 for none; a flag has the codes 0 and 1
/// @param codes code of each slot
record Attribute(String name, Column column, int[] slots, int[] codes) {
    /// Values that are told apart at most.
    static final int MOST = 1024;
    /// Rows per value that an attribute has at least on average; with fewer it is an identifier.
    private static final int ROWS_PER_VALUE = 4;
    private static final Set<String> IDENTIFIERS = Set.of(Requests.TRACE, Traces.SPAN, Traces.PARENT);

    /// The columns that can say something about a selection: no identifiers, and no times or durations, which a duration may be derived from.
    static List<Attribute> of(Requests requests) {
        List<Attribute> found = new ArrayList<>();
        requests.table().columns().forEach((name, column) -> {
            switch (column) {
                case Texts texts when !IDENTIFIERS.contains(name) && texts.codes() > 1 && texts.codes() <= texts.size() / ROWS_PER_VALUE ->
                        found.add(of(name, texts));
                case Flags flags -> found.add(new Attribute(name, flags, new int[] {0, 1}, new int[] {0, 1}));
                case Longs _, Doubles _ -> Classes.of(name, column).ifPresent(each -> found.add(of(name, each)));
                case Texts _ -> { }
            }
        });
        return found;
    }

    private static Attribute of(String name, Texts texts) {
        int n = texts.codes();
        int[] codes = IntStream.range(0, n).toArray();
        if (n > MOST) {
            int[] counts = new int[n];
            for (int row = 0; row < texts.size(); row++) {
                int code = texts.code(row);
                if (code >= 0) {
                    counts[code]++;
                }
            }
            codes = IntStream.range(0, n).boxed().sorted(Comparator.comparingInt((Integer code) -> counts[code]).reversed()).limit(MOST)
                    .mapToInt(Integer::intValue).toArray();
        }
        int[] slots = new int[n];
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < codes.length; slot++) {
            slots[codes[slot]] = slot;
        }
        return new Attribute(name, texts, slots, codes);
    }

    /// Text of the value in a slot.
    String value(int slot) {
        return switch (column) {
            case Texts texts -> texts.text(codes[slot]);
            case Flags _ -> slot == 1 ? "true" : "false";
            case Longs _, Doubles _ -> throw new IllegalStateException(name);
        };
    }
}
