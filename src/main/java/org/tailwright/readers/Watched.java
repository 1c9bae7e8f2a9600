package org.tailwright.readers;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tailwright.work.Work;

/// The bytes of a file as they come from the disk: each piece that is read says how far the file is read, and asks whether anybody still waits. So every
/// reader that streams tells its progress and can be cancelled, even inside a value that a library skips.
final class Watched extends FilterInputStream {
    private final Work work;
    private final long total;
    private long done;

    /// @param total size of the file in bytes
    Watched(InputStream in, Work work, long total) {
        super(in);
        this.work = work;
        this.total = total;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        passed(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int n = super.read(target, from, length);
        passed(Math.max(0, n));
        return n;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long n = super.skip(wanted);
        passed(n);
        return n;
    }

    /// Bytes read so far.
    long done() {
        return done;
    }

    private void passed(long n) {
        done += n;
        work.check();
        work.progress(Math.min(done, total), total);
    }
}
