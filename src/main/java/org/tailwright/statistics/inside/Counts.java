package org.tailwright.statistics.inside;

import java.util.List;
import org.tailwright.data.Flags;
import org.tailwright.data.Texts;

/// How many rows of a set lie in each block, and how many of them have each value.
///
/// @param rows by block
/// @param values for each attribute, by slot × blocks + block
record Counts(int[] rows, int[][] values) {
    static Counts none(List<Attribute> attributes, int blocks) {
        return new Counts(new int[blocks], attributes.stream().map(each -> new int[each.codes().length * blocks]).toArray(int[][]::new));
    }

    /// Counts `n` rows with the block of each.
    void add(List<Attribute> attributes, int[] which, int[] blocks, int n) {
        for (int i = 0; i < n; i++) {
            rows[blocks[i]]++;
        }
        for (int a = 0; a < values.length; a++) {
            count(attributes.get(a), values[a], which, blocks, n);
        }
    }

    private void count(Attribute attribute, int[] into, int[] which, int[] blocks, int n) {
        int width = rows.length;
        int[] slots = attribute.slots();
        if (attribute.column() instanceof Texts texts) {
            for (int i = 0; i < n; i++) {
                int code = texts.code(which[i]);
                int slot = code < 0 ? -1 : slots[code];
                if (slot >= 0) {
                    into[slot * width + blocks[i]]++;
                }
            }
        } else if (attribute.column() instanceof Flags flags) {
            for (int i = 0; i < n; i++) {
                into[(flags.at(which[i]) ? width : 0) + blocks[i]]++;
            }
        }
    }

    /// These and others together.
    Counts plus(Counts other) {
        return combined(other, 1);
    }

    private Counts combined(Counts other, int sign) {
        int[] sum = rows.clone();
        int[][] sums = new int[values.length][];
        add(sum, other.rows, sign);
        for (int a = 0; a < sums.length; a++) {
            sums[a] = values[a].clone();
            add(sums[a], other.values[a], sign);
        }
        return new Counts(sum, sums);
    }

    private static void add(int[] into, int[] from, int sign) {
        for (int i = 0; i < into.length; i++) {
            into[i] += sign * from[i];
        }
    }

    /// Number of rows.
    long total() {
        long sum = 0;
        for (int each : rows) {
            sum += each;
        }
        return sum;
    }
}
