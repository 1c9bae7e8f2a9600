package org.tailwright.traces;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.tailwright.data.Longs;

/// Many lists of row numbers in two arrays.
final class Lists {
    private static final int FEW = 24;

    private final int[] from;
    private final int[] members;

    private Lists(int[] from, int[] members) {
        this.from = from;
        this.members = members;
    }

    /// Puts each of `rows` rows into the list that `list` names, in order of the rows; a negative list is none.
    static Lists of(int lists, int rows, IntUnaryOperator list) {
        int[] from = new int[lists + 1];
        for (int row = 0; row < rows; row++) {
            int wanted = list.applyAsInt(row);
            if (wanted >= 0) {
                from[wanted + 1]++;
            }
        }
        for (int i = 0; i < lists; i++) {
            from[i + 1] += from[i];
        }
        int[] members = new int[from[lists]];
        int[] next = Arrays.copyOf(from, lists);
        for (int row = 0; row < rows; row++) {
            int wanted = list.applyAsInt(row);
            if (wanted >= 0) {
                members[next[wanted]++] = row;
            }
        }
        return new Lists(from, members);
    }

    int lists() {
        return from.length - 1;
    }

    int size(int list) {
        return from[list + 1] - from[list];
    }

    int at(int list, int i) {
        return members[from[list] + i];
    }

    /// Sorts every list by the key of its rows, equal keys by row.
    void sort(Longs keys) {
        for (int list = 0; list < lists(); list++) {
            int begin = from[list];
            int end = from[list + 1];
            if (end - begin <= FEW) {
                insert(keys, begin, end);
            } else {
                int[] sorted = IntStream.range(begin, end).map(i -> members[i]).boxed()
                        .sorted(Comparator.comparingLong(keys::at)).mapToInt(Integer::intValue).toArray();
                System.arraycopy(sorted, 0, members, begin, sorted.length);
            }
        }
    }

    private void insert(Longs keys, int begin, int end) {
        for (int i = begin + 1; i < end; i++) {
            int row = members[i];
            long key = keys.at(row);
            int at = i;
            while (at > begin && keys.at(members[at - 1]) > key) {
                members[at] = members[at - 1];
                at--;
            }
            members[at] = row;
        }
    }
}
