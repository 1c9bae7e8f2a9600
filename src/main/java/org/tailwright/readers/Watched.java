package org.tailwright.readers;

import java.io.IOException;
import java.io.InputStream;
import org.tailwright.work.Work;

/// The bytes of a file as they come from the disk: each piece that is read says how far the file is read, and asks whether anybody still waits. So every
/// reader that streams tells its progress and can be cancelled, even inside a value that a library skips.
final class Watched extends Passing {
    private final Work work;
    private final long total;
    private long done;

    /// @param total size of the file in bytes
    Watched(InputStream in, Work work, long total) {
        super(in);
        this.work = work;
        this.total = total;
    }

    /// Bytes read so far.
    long done() {
        return done;
    }

    @Override
    void passed(long n) {
        done += n;
        work.check();
        work.progress(Math.min(done, total), total);
    }
}
