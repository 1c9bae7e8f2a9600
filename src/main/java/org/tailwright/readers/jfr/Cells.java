package org.tailwright.readers.jfr;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;

/// A column of one part of a recording while it is collected. A row may be set again until the next one is; parts are put together at the end.
sealed interface Cells {
    /// Makes room for rows up to `capacity`.
    void grow(int capacity);

    /// What the columns of parts are put together from.
    ///
    /// @param cells of a part, null when it lacks the column
    /// @param rows of the part
    record Piece(@Nullable Cells cells, int rows) {}

    /// Whole numbers.
    final class Whole implements Cells {
        private static final long[] SPENT = {};
        private final BitSet missing = new BitSet();
        private long[] values = SPENT;

        void set(int row, long value) {
            values[row] = value;
        }

        void setMissing(int row) {
            missing.set(row);
        }

        /// Forgets what was said of a row that did not come about.
        void drop(int row) {
            missing.clear(row);
        }

        @Override
        public void grow(int capacity) {
            values = Arrays.copyOf(values, capacity);
        }

        static Column join(List<Piece> pieces, Unit unit) {
            long[] all = new long[rows(pieces)];
            BitSet missing = new BitSet();
            int at = 0;
            for (Piece each : pieces) {
                int base = at;
                if (each.cells() instanceof Whole part) {
                    System.arraycopy(part.values, 0, all, at, each.rows());
                    part.missing.stream().takeWhile(i -> i < each.rows()).forEach(i -> missing.set(base + i));
                    part.values = SPENT;
                } else {
                    missing.set(at, at + each.rows());
                }
                at += each.rows();
            }
            return Longs.of(unit, all, missing);
        }
    }

    /// Real numbers; NaN is a missing one.
    final class Real implements Cells {
        private static final double[] SPENT = {};
        private double[] values = SPENT;

        void set(int row, double value) {
            values[row] = value;
        }

        @Override
        public void grow(int capacity) {
            values = Arrays.copyOf(values, capacity);
        }

        static Column join(List<Piece> pieces, Unit unit) {
            double[] all = new double[rows(pieces)];
            int at = 0;
            for (Piece each : pieces) {
                if (each.cells() instanceof Real part) {
                    System.arraycopy(part.values, 0, all, at, each.rows());
                    part.values = SPENT;
                } else {
                    Arrays.fill(all, at, at + each.rows(), Double.NaN);
                }
                at += each.rows();
            }
            return Doubles.of(unit, all);
        }
    }

    /// Texts; -1 is a missing one. More than [#MOST] distinct ones make the column useless and it is given up.
    final class Words implements Cells {
        static final int MOST = 65_536;
        private static final int[] SPENT = {};
        private final Map<String, Integer> known = new HashMap<>();
        private final Spellings spellings = new Spellings();
        private final int[] numbers = new int[1024];
        private final AtomicBoolean many;
        private final int most;
        private int[] codes = SPENT;

        /// @param many shared by all parts: whether the column was given up
        Words(AtomicBoolean many) {
            this(many, MOST);
        }

        private Words(AtomicBoolean many, int most) {
            this.many = many;
            this.most = most;
        }

        /// Any number of texts.
        static Words all() {
            return new Words(new AtomicBoolean(), Integer.MAX_VALUE);
        }

        /// The code of a text, -1 for null and when there are too many.
        int code(@Nullable String text) {
            Integer found = text == null ? null : known.get(text);
            if (found != null || text == null || many.get()) {
                return found == null ? -1 : found;
            }
            if (known.size() >= most) {
                many.set(true);
                return -1;
            }
            int code = known.size();
            known.put(text, code);
            return code;
        }

        /// The code of a number as text, as status codes are.
        int code(long number) {
            if (number < 0 || number >= numbers.length) {
                return code(Long.toString(number));
            }
            int index = (int) number;
            if (numbers[index] == 0) {
                numbers[index] = 1 + code(Long.toString(number));
            }
            return numbers[index] - 1;
        }

        /// The code of the text that is spelled where `in` stands.
        int code(Wire in, Pools pools) {
            int start = in.at;
            byte spelling = in.single();
            if (spelling == Wire.POOLED) {
                return code(pools.pooled(in.number()));
            }
            int from = in.at;
            in.skipText(spelling);
            if (spelling == Wire.NULL || many.get()) {
                return -1;
            }
            int code = spellings.find(in.bytes, start, in.at);
            if (code < 0) {
                code = code(spelling == Wire.EMPTY ? "" : in.text(spelling, from));
                if (code >= 0) {
                    spellings.add(in.bytes, start, in.at, code);
                }
            }
            return code;
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
            codes = Arrays.copyOf(codes, capacity);
        }

        /// The texts by code.
        String[] texts() {
            String[] texts = new String[known.size()];
            known.forEach((text, code) -> texts[code] = text);
            return texts;
        }

        /// @return null when the parts have too many texts together
        static @Nullable Column join(List<Piece> pieces) {
            Map<String, Integer> known = new HashMap<>();
            int[] all = new int[rows(pieces)];
            int at = 0;
            for (Piece each : pieces) {
                if (each.cells() instanceof Words part) {
                    if (part.many()) {
                        return null;
                    }
                    part.into(all, at, each.rows(), known);
                } else {
                    Arrays.fill(all, at, at + each.rows(), -1);
                }
                at += each.rows();
            }
            String[] texts = new String[known.size()];
            known.forEach((text, code) -> texts[code] = text);
            return texts.length > MOST ? null : Texts.of(all, new Texts.Dictionary(texts));
        }

        private void into(int[] all, int at, int rows, Map<String, Integer> known) {
            String[] texts = texts();
            int[] map = new int[texts.length];
            for (int i = 0; i < texts.length; i++) {
                int next = known.size();
                Integer code = known.putIfAbsent(texts[i], next);
                map[i] = code == null ? next : code;
            }
            for (int i = 0; i < rows; i++) {
                all[at + i] = codes[i] < 0 ? -1 : map[codes[i]];
            }
            codes = SPENT;
        }
    }

    private static int rows(List<Piece> pieces) {
        return Math.toIntExact(pieces.stream().mapToLong(Piece::rows).sum());
    }
}
