package org.tailwright.data;

import java.util.Arrays;

/// The codes of rows in 1, 2 or 4 bytes each, as the largest code needs. -1 is a missing value; in 1 or 2 bytes every code is kept one higher.
final class Codes {
    private static final int MOST_BYTES = 0xff - 1;
    private static final int MOST_CHARS = 0xffff - 1;

    private byte[] bytes = new byte[0];
    private char[] chars = new char[0];
    private int[] ints = new int[0];
    private int width;

    private Codes(int width, int capacity) {
        this.width = width;
        allocate(capacity);
    }

    /// Room for `capacity` rows, all missing, for codes up to `largest`; more and larger ones are made room for as they come.
    static Codes room(int capacity, int largest) {
        return new Codes(largest <= MOST_BYTES ? 1 : largest <= MOST_CHARS ? 2 : 4, capacity);
    }

    /// The given codes, none of which is above `largest`; the array may be kept.
    static Codes of(int[] codes, int largest) {
        Codes made = room(largest > MOST_CHARS ? 0 : codes.length, largest);
        if (made.width == 4) {
            made.ints = codes;
            return made;
        }
        for (int i = 0; i < made.bytes.length; i++) {
            made.bytes[i] = (byte) (codes[i] + 1);
        }
        for (int i = 0; i < made.chars.length; i++) {
            made.chars[i] = (char) (codes[i] + 1);
        }
        return made;
    }

    /// Codes in one byte each, one higher than they are; the array is kept.
    static Codes of(byte[] raised) {
        Codes made = new Codes(1, 0);
        made.bytes = raised;
        return made;
    }

    /// Codes in two bytes each, one higher than they are; the array is kept.
    static Codes of(char[] raised) {
        Codes made = new Codes(2, 0);
        made.chars = raised;
        return made;
    }

    private void allocate(int capacity) {
        switch (width) {
            case 1 -> bytes = Arrays.copyOf(bytes, capacity);
            case 2 -> chars = Arrays.copyOf(chars, capacity);
            default -> {
                int known = ints.length;
                ints = Arrays.copyOf(ints, capacity);
                Arrays.fill(ints, known, capacity, -1);
            }
        }
    }

    int at(int row) {
        return switch (width) {
            case 1 -> (bytes[row] & 0xff) - 1;
            case 2 -> chars[row] - 1;
            default -> ints[row];
        };
    }

    void read(int[] which, int n, int[] into) {
        switch (width) {
            case 1 -> {
                for (int i = 0; i < n; i++) {
                    into[i] = (bytes[which[i]] & 0xff) - 1;
                }
            }
            case 2 -> {
                for (int i = 0; i < n; i++) {
                    into[i] = chars[which[i]] - 1;
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    into[i] = ints[which[i]];
                }
            }
        }
    }

    /// Puts those of the rows `from` to `to` − 1 that have a code into `into`, in order, and returns how many they are.
    int with(int code, int from, int to, int[] into) {
        int n = 0;
        switch (width) {
            case 1 -> {
                byte kept = (byte) (code + 1);
                for (int row = from; row < to; row++) {
                    into[n] = row;
                    n += bytes[row] == kept ? 1 : 0;
                }
            }
            case 2 -> {
                char kept = (char) (code + 1);
                for (int row = from; row < to; row++) {
                    into[n] = row;
                    n += chars[row] == kept ? 1 : 0;
                }
            }
            default -> {
                for (int row = from; row < to; row++) {
                    into[n] = row;
                    n += ints[row] == code ? 1 : 0;
                }
            }
        }
        return n;
    }

    /// Sets a row that there is room for; several threads may set different rows when all codes fit.
    void set(int row, int code) {
        switch (width) {
            case 1 -> bytes[row] = (byte) (code + 1);
            case 2 -> chars[row] = (char) (code + 1);
            default -> ints[row] = code;
        }
    }

    /// Sets `n` rows from `row` on to what the codes of a part mean.
    void copy(int row, int[] part, int n, int[] meant) {
        if (width == 1) {
            for (int i = 0; i < n; i++) {
                bytes[row + i] = (byte) (meant[part[i]] + 1);
            }
        } else {
            for (int i = 0; i < n; i++) {
                set(row + i, meant[part[i]]);
            }
        }
    }

    /// How many rows there is room for.
    int capacity() {
        return width == 1 ? bytes.length : width == 2 ? chars.length : ints.length;
    }

    /// Makes room for so many rows and for codes up to `largest`.
    void reserve(int rows, int largest) {
        int wanted = Math.max(capacity(), rows);
        if (width < 4 && largest > (width == 1 ? MOST_BYTES : MOST_CHARS)) {
            Codes wider = room(wanted, largest);
            for (int row = 0; row < capacity(); row++) {
                wider.set(row, at(row));
            }
            width = wider.width;
            bytes = wider.bytes;
            chars = wider.chars;
            ints = wider.ints;
        } else if (rows > capacity()) {
            allocate(wanted);
        }
    }
}
