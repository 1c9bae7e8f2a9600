package org.tailwright.readers.otlp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tailwright.work.Work;

/// A stream that stops when nobody waits for what is read from it any more, even in the middle of a value that is skipped.
final class Watched extends FilterInputStream {
    private final Work work;

    Watched(InputStream in, Work work) {
        super(in);
        this.work = work;
    }

    @Override
    public int read() throws IOException {
        work.check();
        return super.read();
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        work.check();
        return super.read(target, from, length);
    }
}
