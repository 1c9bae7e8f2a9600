package org.tailwright.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Distinct texts as UTF-8 bytes in large blocks: for columns with so many of them that strings would not fit.
public final class Utf8Pool implements Texts.Store {
    /// Up to this many distinct texts are kept as strings.
    public static final int MOST_STRINGS = 65_536;

    private static final int BLOCK = 1 << 18;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private final byte[][] blocks;
    private final long[] places;
    private final int[] lengths;
    private final int size;

    private Utf8Pool(byte[][] blocks, long[] places, int[] lengths, int size) {
        this.blocks = blocks;
        this.places = places;
        this.lengths = lengths;
        this.size = size;
    }

    /// A new builder.
    public static Builder builder() {
        return new Builder();
    }

    /// Texts whose bytes lie one after the other in `blocks`, none across two of them; the arrays must not be changed any more.
    public static Utf8Pool of(byte[][] blocks, int[] lengths) {
        long[] places = new long[lengths.length];
        int block = 0;
        int used = 0;
        for (int code = 0; code < lengths.length; code++) {
            while (used + lengths[code] > blocks[block].length) {
                block++;
                used = 0;
            }
            places[code] = (long) block << 32 | used;
            used += lengths[code];
        }
        return new Utf8Pool(blocks, places, lengths, lengths.length);
    }

    /// Number of bytes of a text.
    public int length(int code) {
        return lengths[code];
    }

    /// Copies the bytes of a text to the beginning of `target`.
    public void copy(int code, byte[] target) {
        System.arraycopy(blocks[(int) (places[code] >>> 32)], (int) places[code], target, 0, lengths[code]);
    }

    @Override
    public int codes() {
        return size;
    }

    @Override
    public String text(int code) {
        return text(blocks, places[code], lengths[code]);
    }

    /// The hash of a text: eight bytes at a time, of which the last eight may overlap those before.
    static int hash(byte[] bytes, int from, int to) {
        if (to - from <= Long.BYTES) {
            long word = 0;
            for (int i = to - 1; i >= from; i--) {
                word = word << 8 | bytes[i] & 0xff;
            }
            return hash(word, to - from);
        }
        long hash = 0;
        for (int at = from; at < to - Long.BYTES; at += Long.BYTES) {
            hash = (hash ^ (long) WORD.get(bytes, at)) * FACTOR;
            hash ^= hash >>> 32;
        }
        return hash(hash ^ (long) WORD.get(bytes, to - Long.BYTES), to - from);
    }

    /// The hash of a text of up to eight bytes.
    ///
    /// @param word its bytes, the first one lowest, the others zero
    public static int hash(long word, int length) {
        long mixed = (word ^ (long) length << 56) * FACTOR;
        return (int) (mixed ^ mixed >>> 32);
    }

    private static String text(byte[][] blocks, long place, int length) {
        return new String(blocks[(int) (place >>> 32)], (int) place, length, StandardCharsets.UTF_8);
    }

    /// Collects texts, each once.
    public static final class Builder implements Ids {
        private byte[][] blocks = new byte[4][];
        private int block = -1;
        private int used;
        private long[] places = new long[64];
        private int[] lengths = new int[64];
        private int[] hashes = new int[64];
        private int[] table = new int[256];
        private int size;

        private Builder() {}

        /// The code of a text, new when it was not seen before.
        public int code(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return code(bytes, 0, bytes.length);
        }

        /// The code of the UTF-8 text in `bytes` from `from` (inclusive) to `to` (exclusive).
        public int code(byte[] bytes, int from, int to) {
            return code(bytes, from, to, hash(bytes, from, to));
        }

        /// The same for a caller that knows the text's [Utf8Pool#hash(long, int)] already.
        public int code(byte[] bytes, int from, int to, int hash) {
            int mask = table.length - 1;
            int slot = hash & mask;
            while (table[slot] != 0) {
                int known = table[slot] - 1;
                if (hashes[known] == hash && same(known, bytes, from, to)) {
                    return known;
                }
                slot = (slot + 1) & mask;
            }
            table[slot] = size + 1;
            add(hash, bytes, from, to);
            return size - 1;
        }

        /// The text of a code.
        public String text(int code) {
            return Utf8Pool.text(blocks, places[code], lengths[code]);
        }

        /// Eight bytes at a time, the last eight overlapping those before.
        private boolean same(int code, byte[] bytes, int from, int to) {
            int length = to - from;
            if (lengths[code] != length) {
                return false;
            }
            byte[] block = blocks[(int) (places[code] >>> 32)];
            int at = (int) places[code];
            if (length < Long.BYTES) {
                int i = 0;
                while (i < length && block[at + i] == bytes[from + i]) {
                    i++;
                }
                return i == length;
            }
            for (int i = 0; i < length - Long.BYTES; i += Long.BYTES) {
                if ((long) WORD.get(block, at + i) != (long) WORD.get(bytes, from + i)) {
                    return false;
                }
            }
            return (long) WORD.get(block, at + length - Long.BYTES) == (long) WORD.get(bytes, to - Long.BYTES);
        }

        private void add(int hash, byte[] bytes, int from, int to) {
            int length = to - from;
            if (block < 0 || length > blocks[block].length - used) {
                open(length);
            }
            if (size == places.length) {
                places = Arrays.copyOf(places, Math.addExact(size, size));
                lengths = Arrays.copyOf(lengths, places.length);
                hashes = Arrays.copyOf(hashes, places.length);
            }
            System.arraycopy(bytes, from, blocks[block], used, length);
            places[size] = (long) block << 32 | used;
            lengths[size] = length;
            hashes[size++] = hash;
            used += length;
            if (size * 2L > table.length) {
                rehash();
            }
        }

        /// The first blocks are small, since most dictionaries are.
        private void open(int length) {
            block++;
            if (block == blocks.length) {
                blocks = Arrays.copyOf(blocks, 2 * block);
            }
            blocks[block] = new byte[Math.max(length, block < 4 ? 4096 << 2 * block : BLOCK)];
            used = 0;
        }

        private void rehash() {
            table = new int[Math.multiplyExact(table.length, 2)];
            int mask = table.length - 1;
            for (int code = 0; code < size; code++) {
                int slot = hashes[code] & mask;
                while (table[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                table[slot] = code + 1;
            }
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
                codes[i] = copy(i, target);
            }
            return codes;
        }

        /// Adds one text to another builder.
        public int copy(int code, Builder target) {
            int at = (int) places[code];
            return target.code(blocks[(int) (places[code] >>> 32)], at, at + lengths[code]);
        }

        @Override
        public Ids fresh() {
            return new Builder();
        }

        /// Strings when there are few, bytes otherwise.
        @Override
        public Texts.Store store() {
            table = new int[0];
            hashes = new int[0];
            if (size > MOST_STRINGS) {
                return new Utf8Pool(Arrays.copyOf(blocks, block + 1), Arrays.copyOf(places, size), Arrays.copyOf(lengths, size), size);
            }
            String[] texts = new String[size];
            for (int i = 0; i < size; i++) {
                texts[i] = text(i);
            }
            return new Texts.Dictionary(texts);
        }
    }
}
