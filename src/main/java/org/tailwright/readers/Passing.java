package org.tailwright.readers;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that knows how many bytes have passed.
abstract class Passing extends FilterInputStream {
    Passing(InputStream in) {
        super(in);
    }

    /// So many more bytes were read or skipped.
    abstract void passed(long n) throws IOException;

    @Override
    public final int read() throws IOException {
        int one = super.read();
        passed(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public final int read(byte[] target, int from, int length) throws IOException {
        int n = super.read(target, from, length);
        passed(Math.max(0, n));
        return n;
    }

    @Override
    public final long skip(long wanted) throws IOException {
        long n = super.skip(wanted);
        passed(n);
        return n;
    }
}
