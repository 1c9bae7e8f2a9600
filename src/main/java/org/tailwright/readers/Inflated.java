package org.tailwright.readers;

import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Inflates gzip, but no bombs: measurements shrink by 5 to 60, and nothing that shrank by more than [#MOST] is taken for one once it is large.
final class Inflated extends Passing {
    /// Largest ratio of inflated to compressed bytes.
    static final long MOST = 300;
    /// Below so many inflated bytes any ratio will do.
    static final long HARMLESS = 64L << 20;

    /// More came out than measurements hold.
    static final class Bomb extends ZipException {
        private static final long serialVersionUID = 1;

        Bomb() {
            super("unpacks to more than " + MOST + " times its size");
        }
    }

    private final Watched compressed;
    private long produced;

    private Inflated(Watched compressed, int buffer) throws IOException {
        super(new GZIPInputStream(compressed, buffer));
        this.compressed = compressed;
    }

    static Inflated of(Watched compressed, int buffer) throws IOException {
        return new Inflated(compressed, buffer);
    }

    @Override
    void passed(long n) throws Bomb {
        produced += n;
        if (produced > HARMLESS && produced / MOST > compressed.done()) {
            throw new Bomb();
        }
    }
}
