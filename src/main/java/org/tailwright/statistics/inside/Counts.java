package org.tailwright.statistics.inside;

import java.util.Arrays;
import java.util.List;
import org.tailwright.data.Flags;
import org.tailwright.data.Picker;
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

    /// A place to count the rows of one block in, for one thread.
    Block block(List<Attribute> attributes) {
        return new Block(attributes, attributes.stream().map(each -> new int[each.codes().length + 1]).toArray(int[][]::new));
    }

    /// The rows of one block.
    final class Block {
        private final List<Attribute> attributes;
        /// By attribute and slot + 1: the first place is for rows without a slot.
        private final int[][] tallies;
        private final int[] codes = new int[Picker.BLOCK];
        private int n;

        private Block(List<Attribute> attributes, int[][] tallies) {
            this.attributes = attributes;
            this.tallies = tallies;
        }

        /// Counts the first `more` of `which` rows, at most [Picker#BLOCK].
        void add(int[] which, int more) {
            n += more;
            for (int a = 0; a < tallies.length; a++) {
                int[] tally = tallies[a];
                Attribute attribute = attributes.get(a);
                if (attribute.column() instanceof Texts texts) {
                    texts.read(which, more, codes);
                    int[] slots = attribute.slots();
                    for (int i = 0; i < more; i++) {
                        int code = codes[i];
                        tally[code < 0 ? 0 : slots[code] + 1]++;
                    }
                } else if (attribute.column() instanceof Flags flags) {
                    int yes = flags.count(which, more);
                    tally[1] += more - yes;
                    tally[2] += yes;
                }
            }
        }

        /// Adds what was counted to a block, and begins anew.
        void flush(int block) {
            rows[block] += n;
            n = 0;
            for (int a = 0; a < tallies.length; a++) {
                for (int slot = 0; slot + 1 < tallies[a].length; slot++) {
                    values[a][slot * rows.length + block] += tallies[a][slot + 1];
                }
                Arrays.fill(tallies[a], 0);
            }
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
