package org.tailwright.readers.jfr;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;

/// A column while it is collected; those of parts read at the same time are appended.
sealed interface Cells {
    /// Appends another of the same kind.
    void append(Cells other);

    /// The column, once.
    Column build();

    /// Whole numbers.
    final class Whole implements Cells {
        private final Unit unit;
        private final BitSet missing = new BitSet();
        private long[] values = new long[16];
        private int size;

        Whole(Unit unit) {
            this.unit = unit;
        }

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Math.addExact(size, size >> 1) + 16);
            }
            values[size++] = value;
        }

        void addMissing() {
            missing.set(size);
            add(0);
        }

        @Override
        public void append(Cells other) {
            Whole more = (Whole) other;
            int base = size;
            more.missing.stream().forEach(i -> missing.set(base + i));
            values = Arrays.copyOf(values, Math.addExact(size, more.size));
            System.arraycopy(more.values, 0, values, size, more.size);
            size += more.size;
            more.values = new long[0];
        }

        @Override
        public Column build() {
            long[] kept = size == values.length ? values : Arrays.copyOf(values, size);
            values = new long[0];
            return Longs.of(unit, kept, missing);
        }
    }

    /// Real numbers; NaN is a missing one.
    final class Real implements Cells {
        private final Unit unit;
        private double[] values = new double[16];
        private int size;

        Real(Unit unit) {
            this.unit = unit;
        }

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Math.addExact(size, size >> 1) + 16);
            }
            values[size++] = value;
        }

        @Override
        public void append(Cells other) {
            Real more = (Real) other;
            values = Arrays.copyOf(values, Math.addExact(size, more.size));
            System.arraycopy(more.values, 0, values, size, more.size);
            size += more.size;
        }

        @Override
        public Column build() {
            return Doubles.of(unit, Arrays.copyOf(values, size));
        }
    }

    /// Texts; -1 is a missing one. More than [#MOST] distinct ones make the column useless and it is given up.
    final class Words implements Cells {
        static final int MOST = 65_536;
        private final Map<String, Integer> known = new HashMap<>();
        private final int[] numbers = new int[1024];
        private int[] codes = new int[16];
        private int size;
        private boolean many;

        void add(@Nullable String text) {
            addCode(text == null || many ? -1 : code(text));
        }

        /// Adds a number as text, as status codes are.
        void addNumber(int number) {
            if (number >= numbers.length) {
                add(Integer.toString(number));
                return;
            }
            if (numbers[number] == 0 && !many) {
                numbers[number] = 1 + code(Integer.toString(number));
            }
            addCode(numbers[number] - 1);
        }

        int code(String text) {
            Integer found = known.get(text);
            if (found != null) {
                return found;
            }
            if (known.size() >= MOST) {
                many = true;
                known.clear();
                codes = new int[0];
                size = 0;
                return -1;
            }
            int code = known.size();
            known.put(text, code);
            return code;
        }

        void addCode(int code) {
            if (many) {
                return;
            }
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, Math.addExact(size, size >> 1) + 16);
            }
            codes[size++] = code;
        }

        /// Whether the column was given up.
        boolean many() {
            return many;
        }

        @Override
        public void append(Cells other) {
            Words more = (Words) other;
            int[] map = new int[more.known.size()];
            more.known.forEach((text, code) -> map[code] = many ? -1 : code(text));
            many |= more.many;
            if (!many) {
                codes = Arrays.copyOf(codes, Math.addExact(size, more.size));
                for (int i = 0; i < more.size; i++) {
                    codes[size + i] = more.codes[i] < 0 ? -1 : map[more.codes[i]];
                }
                size += more.size;
            }
        }

        /// The texts by code.
        String[] texts() {
            String[] texts = new String[known.size()];
            known.forEach((text, code) -> texts[code] = text);
            return texts;
        }

        @Override
        public Column build() {
            return Texts.of(Arrays.copyOf(codes, size), new Texts.Dictionary(texts()));
        }
    }

    /// Remembers the number found for an object of a chunk's constant pool, of which each value is one object.
    final class Memory<T> {
        private static final int MOST = 1 << 14;
        private final Map<T, Long> seen = new java.util.IdentityHashMap<>();
        private @Nullable T last;
        private long lastNumber;

        long of(T object, ToLongFunction<? super T> number) {
            if (object != last) {
                lastNumber = found(object, number);
                last = object;
            }
            return lastNumber;
        }

        private long found(T object, ToLongFunction<? super T> number) {
            Long found = seen.get(object);
            if (found == null) {
                if (seen.size() >= MOST) {
                    seen.clear();
                }
                found = number.applyAsLong(object);
                seen.put(object, found);
            }
            return found;
        }
    }
}
