package org.tailwright.readers.jfr;

/// From keys of a recording to numbers from -1, without boxing.
final class LongIndex {
    /// What [#get] says of an unknown key.
    static final long UNKNOWN = -2;

    private static final long FACTOR = 0x9e3779b97f4a7c15L;
    private static final long SHIFTED = 2;

    private long[] keys = new long[16];
    /// The number and two; 0 is a free place.
    private long[] values = new long[16];
    private int size;

    /// The number of a key, [#UNKNOWN] when there is none.
    long get(long key) {
        return values[place(key)] - SHIFTED;
    }

    /// Sets the number of a key.
    void put(long key, long value) {
        int place = place(key);
        if (values[place] == 0 && 2 * ++size > keys.length) {
            grow();
            place = place(key);
        }
        keys[place] = key;
        values[place] = value + SHIFTED;
    }

    /// Number of keys.
    int size() {
        return size;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        long mixed = (key ^ key >>> 32) * FACTOR;
        int place = (int) (mixed >>> 40) & mask;
        while (values[place] != 0 && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }
}
