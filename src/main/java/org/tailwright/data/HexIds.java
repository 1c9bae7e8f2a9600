package org.tailwright.data;

import java.util.Arrays;

/// Distinct hexadecimal ids of 16 or 32 lower-case digits, kept as one or two longs each.
public final class HexIds implements Texts.Store {
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();

    private final long[] high;
    private final long[] low;
    private final int size;

    private HexIds(long[] high, long[] low, int size) {
        this.high = high;
        this.low = low;
        this.size = size;
    }

    /// Ids of 32 digits with the first 16 in `high`, or of 16 digits when `high` is empty; the arrays must not be changed any more.
    public static HexIds of(long[] high, long[] low) {
        if (high.length != 0 && high.length != low.length) {
            throw new IllegalArgumentException(high.length + " upper halves for " + low.length + " lower ones");
        }
        return new HexIds(high, low, low.length);
    }

    /// Whether ids have 32 digits.
    public boolean wide() {
        return high.length > 0;
    }

    /// The first 16 digits of an id of 32.
    public long high(int code) {
        return high[code];
    }

    /// The last 16 digits.
    public long low(int code) {
        return low[code];
    }

    /// A builder of ids with 16 digits.
    public static Builder of16() {
        return new Builder(false);
    }

    /// A builder of ids with 32 digits.
    public static Builder of32() {
        return new Builder(true);
    }

    @Override
    public int codes() {
        return size;
    }

    @Override
    public String text(int code) {
        char[] text = new char[high.length == 0 ? 16 : 32];
        write(low[code], text, text.length);
        if (text.length == 32) {
            write(high[code], text, 16);
        }
        return new String(text);
    }

    private static void write(long bits, char[] text, int end) {
        long rest = bits;
        for (int i = end - 1; i >= end - 16; i--) {
            text[i] = DIGITS[(int) (rest & 15)];
            rest >>>= 4;
        }
    }

    /// Collects ids; used once.
    public static final class Builder implements Ids {
        private final boolean wide;
        private long[] high;
        private long[] low = new long[256];
        private int[] table = new int[1024];
        private int size;
        /// Whether an id may have several codes, and the table does not know them.
        private boolean loose;

        private Builder(boolean wide) {
            this.wide = wide;
            high = new long[wide ? 256 : 0];
        }

        /// The code of an id, new when it was not seen before.
        ///
        /// @param upper first 16 digits; 0 for ids of 16 digits
        /// @param lower last 16 digits
        public int code(long upper, long lower) {
            if (loose || table.length <= size) {
                settle();
                rehash(Math.max(1024, Integer.highestOneBit(size) * 4));
            }
            int mask = table.length - 1;
            int slot = slot(upper, lower) & mask;
            while (table[slot] != 0) {
                int known = table[slot] - 1;
                if (low[known] == lower && (!wide || high[known] == upper)) {
                    return known;
                }
                slot = (slot + 1) & mask;
            }
            table[slot] = size + 1;
            add(upper, lower);
            return size - 1;
        }

        private void add(long upper, long lower) {
            if (size == low.length) {
                low = Arrays.copyOf(low, Math.addExact(size, size));
                high = wide ? Arrays.copyOf(high, low.length) : high;
            }
            low[size] = lower;
            if (wide) {
                high[size] = upper;
            }
            size++;
            if (size * 2L > table.length) {
                rehash(Math.multiplyExact(table.length, 2));
            }
        }

        private void rehash(int length) {
            table = new int[length];
            int mask = length - 1;
            for (int code = 0; code < size; code++) {
                int slot = slot(wide ? high[code] : 0, low[code]) & mask;
                while (table[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                table[slot] = code + 1;
            }
        }

        /// Ids are mostly random, but some producers count: mix.
        private static int slot(long upper, long lower) {
            long mixed = (lower ^ upper * 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
            return (int) (mixed ^ mixed >>> 32);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public int[] into(Ids whole) {
            Builder target = (Builder) whole;
            int[] codes = new int[size];
            for (int i = 0; i < size; i++) {
                codes[i] = target.code(wide ? high[i] : 0, low[i]);
            }
            return codes;
        }

        @Override
        public int[] onto(Ids whole) {
            Builder target = (Builder) whole;
            int offset = target.size;
            target.reserve(Math.addExact(offset, size));
            System.arraycopy(low, 0, target.low, offset, size);
            if (wide) {
                System.arraycopy(high, 0, target.high, offset, size);
            }
            target.size += size;
            target.loose = true;
            int[] codes = new int[size];
            for (int i = 0; i < size; i++) {
                codes[i] = offset + i;
            }
            return codes;
        }

        private void reserve(int wanted) {
            if (wanted > low.length) {
                int length = (int) Math.max(wanted, Math.min(Integer.MAX_VALUE - 16, low.length * 3L / 2));
                low = Arrays.copyOf(low, length);
                high = wide ? Arrays.copyOf(high, length) : high;
            }
        }

        @Override
        public int[] settle() {
            if (!loose) {
                return new int[0];
            }
            loose = false;
            table = new int[0];
            int[] first = HexGroups.first(high, low, size);
            if (first.length == 0) {
                return first;
            }
            int kept = 0;
            for (int code = 0; code < size; code++) {
                if (first[code] == code) {
                    low[kept] = low[code];
                    if (wide) {
                        high[kept] = high[code];
                    }
                    first[code] = kept++;
                } else {
                    first[code] = first[first[code]];
                }
            }
            size = kept;
            return first;
        }

        @Override
        public Ids fresh() {
            return new Builder(wide);
        }

        @Override
        public Texts.Store store() {
            table = new int[0];
            return new HexIds(Arrays.copyOf(high, wide ? size : 0), Arrays.copyOf(low, size), size);
        }
    }
}
