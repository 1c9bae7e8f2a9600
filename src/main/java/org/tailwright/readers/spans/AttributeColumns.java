package org.tailwright.readers.spans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Texts;
import org.tailwright.data.Utf8Pool;

/// The attributes of all blocks by key, in pieces as long as their blocks; in the end the [#MOST] most frequent become columns.
final class AttributeColumns {
    /// How many become columns.
    static final int MOST = 48;
    /// When there are more keys than this, all but the most frequent so far are given up.
    private static final int CANDIDATES = 128;

    private record Piece(int firstRow, int[] codes) {}

    private static final class Key {
        final String name;
        final List<Piece> pieces = new ArrayList<>();
        long values;

        Key(String name) {
            this.name = name;
        }
    }

    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Map<String, Long> leftKeys = new LinkedHashMap<>();
    private long left;

    /// Adds a block's attributes; its rows begin at `firstRow`.
    void append(Attributes block, int firstRow, int rows, int[] texts) {
        left += block.left;
        for (int key = 0; key < block.size(); key++) {
            if (key >= block.counts.length || block.counts[key] == 0) {
                continue;
            }
            int[] codes = block.column(key, rows);
            for (int i = 0; i < rows; i++) {
                codes[i] = codes[i] < 0 ? -1 : texts[codes[i]];
            }
            Key known = keys.computeIfAbsent(block.keys.text(key), Key::new);
            known.pieces.add(new Piece(firstRow, codes));
            known.values += block.counts[key];
        }
        if (keys.size() > CANDIDATES) {
            giveUp();
        }
    }

    private List<Key> ranked() {
        return keys.values().stream().sorted(Comparator.comparingLong((Key each) -> -each.values).thenComparing(each -> each.name)).toList();
    }

    /// Keeps the most frequent keys and counts what the others held.
    void giveUp() {
        List<Key> ranked = ranked();
        for (Key each : ranked.subList(Math.min(MOST, ranked.size()), ranked.size())) {
            leftKeys.merge(each.name, each.values, Long::sum);
            left += each.values;
            keys.remove(each.name);
        }
    }

    /// How many values belong to keys that have no column.
    long left() {
        return left;
    }

    /// How many keys have no column; at least, when blocks had too many keys.
    int leftKeys() {
        return leftKeys.size();
    }

    /// The columns, most frequent first; the pieces are spent.
    ///
    /// @param texts distinct values of all keys
    SequencedMap<String, Texts> columns(int rows, Utf8Pool.Builder texts) {
        giveUp();
        SequencedMap<String, Texts> columns = new LinkedHashMap<>();
        for (Key each : ranked()) {
            int[] codes = new int[rows];
            Arrays.fill(codes, -1);
            for (Piece piece : each.pieces) {
                System.arraycopy(piece.codes, 0, codes, piece.firstRow, piece.codes.length);
            }
            each.pieces.clear();
            columns.put(each.name, compact(codes, texts, null));
        }
        return columns;
    }

    /// A column over codes of `texts` that keeps only those in use, renumbered in order of first use.
    ///
    /// @param codes is changed
    static Texts compact(int[] codes, Utf8Pool.Builder texts, @Nullable String absent) {
        int[] renumbered = new int[texts.size()];
        Utf8Pool.Builder own = Utf8Pool.builder();
        for (int row = 0; row < codes.length; row++) {
            int code = codes[row];
            if (code >= 0) {
                if (renumbered[code] == 0) {
                    renumbered[code] = texts.copy(code, own) + 1;
                }
                codes[row] = renumbered[code] - 1;
            } else if (absent != null) {
                codes[row] = own.code(absent);
            }
        }
        return Texts.of(codes, own.store());
    }
}
