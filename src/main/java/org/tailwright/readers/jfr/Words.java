package org.tailwright.readers.jfr;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Texts;

/// A column of texts of one part of a recording. Texts written in the events are told apart by their bytes and become strings only at the end;
/// more than [#MOST] distinct ones make the column useless and it is given up.
final class Words implements Cells {
    static final int MOST = 65_536;
    private static final int[] SPENT = {};
    private static final int NUMBERS = 1024;

    /// Texts written in events have even codes, others odd ones; the same text may have one of each until parts are joined.
    private final Spellings spellings = new Spellings();
    private final Names names = new Names();
    private final AtomicBoolean many;
    private int[] numbers = SPENT;
    private int[] codes = SPENT;
    private int limit = MOST;
    /// Which spellings there were, a bit for each.
    private int kinds;

    /// @param many shared by all parts: whether the column was given up
    Words(AtomicBoolean many) {
        this.many = many;
    }

    /// The code of a text, -1 for null and when there are too many.
    int code(@Nullable String text) {
        if (text == null || many.get()) {
            return -1;
        }
        int code = 2 * names.code(text) + 1;
        bound();
        return code;
    }

    /// The code of a number as text, as status codes are.
    int code(long number) {
        if (number < 0 || number >= NUMBERS) {
            return code(Long.toString(number));
        }
        if (numbers.length == 0) {
            numbers = new int[NUMBERS];
        }
        int index = (int) number;
        if (numbers[index] == 0) {
            numbers[index] = 1 + code(Long.toString(number));
        }
        return numbers[index] - 1;
    }

    /// The code of the text that is written where `in` stands, neither pooled nor null.
    int written(Wire in) {
        int start = in.at;
        byte spelling = in.single();
        in.skipText(spelling);
        if (many.get()) {
            return -1;
        }
        int before = spellings.size();
        int code = 2 * spellings.code(in.bytes, start, in.at);
        if (code == 2 * before) {
            kinds |= 1 << spelling;
            bound();
        }
        return code;
    }

    private void bound() {
        if (spellings.size() + names.size() > limit) {
            if (names.size() == 0 && Integer.bitCount(kinds) == 1 || distinct() > MOST) {
                many.set(true);
            }
            limit *= 2;
        }
    }

    private int distinct() {
        Set<String> all = new HashSet<>(Arrays.asList(names.texts()));
        for (int i = 0; i < spellings.size(); i++) {
            all.add(spellings.text(i));
        }
        return all.size();
    }

    void set(int row, int code) {
        codes[row] = code;
    }

    /// Whether the column was given up.
    boolean many() {
        return many.get();
    }

    @Override
    public void grow(int capacity) {
        int before = codes.length;
        codes = Arrays.copyOf(codes, capacity);
        Arrays.fill(codes, before, capacity, -1);
    }

    /// The texts of the rows from `from` (inclusive) to `to` (exclusive), empty for missing ones.
    String[] texts(int from, int to) {
        String[] others = names.texts();
        String[] texts = new String[to - from];
        for (int i = from; i < to; i++) {
            int code = codes[i];
            texts[i - from] = code < 0 ? "" : (code & 1) == 0 ? spellings.text(code >> 1) : others[code >> 1];
        }
        return texts;
    }

    /// The column of the rows of all parts.
    ///
    /// @return null when the parts have too many texts together
    static @Nullable Column join(List<Piece> pieces) {
        Names all = new Names();
        int[] joined = new int[Piece.rows(pieces)];
        int at = 0;
        for (Piece each : pieces) {
            if (each.cells() instanceof Words part) {
                if (part.many()) {
                    return null;
                }
                part.into(joined, at, each.rows(), all);
            } else {
                Arrays.fill(joined, at, at + each.rows(), -1);
            }
            at += each.rows();
        }
        return all.size() > MOST ? null : Texts.of(joined, new Texts.Dictionary(all.texts()));
    }

    private void into(int[] joined, int at, int rows, Names all) {
        String[] others = names.texts();
        int[] map = new int[2 * Math.max(spellings.size(), others.length)];
        for (int i = 0; i < spellings.size(); i++) {
            map[2 * i] = all.code(spellings.text(i));
        }
        for (int i = 0; i < others.length; i++) {
            map[2 * i + 1] = all.code(others[i]);
        }
        for (int i = 0; i < rows; i++) {
            joined[at + i] = codes[i] < 0 ? -1 : map[codes[i]];
        }
        codes = SPENT;
    }
}
