package org.tailwright.readers.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lines of a UTF-8 text, none held that is longer than a bound.
public final class Lines implements AutoCloseable {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final int most;
    private byte[] line = new byte[1 << 12];
    private int at;
    private int filled;
    private long number;
    private boolean ended;

    /// @param most bytes of a line that are kept; the rest of a longer one is dropped
    public Lines(InputStream in, int most) {
        this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in);
        this.most = most;
    }

    /// The next line without its end, or null after the last one.
    public @Nullable String next() throws IOException {
        int size = 0;
        boolean any = false;
        ended = false;
        while (at < filled || refill()) {
            any = true;
            byte b = buffer[at++];
            if (b == '\n') {
                ended = true;
                break;
            }
            if (size < most) {
                if (size == line.length) {
                    line = Arrays.copyOf(line, Math.min(most, 2 * size));
                }
                line[size++] = b;
            }
        }
        if (!any) {
            return null;
        }
        number++;
        int kept = size > 0 && line[size - 1] == '\r' ? size - 1 : size;
        return new String(line, 0, kept, StandardCharsets.UTF_8);
    }

    private boolean refill() throws IOException {
        filled = in.read(buffer);
        at = 0;
        return filled > 0;
    }

    /// 1-based number of the last line read.
    public long number() {
        return number;
    }

    /// Whether the last line read had a line end, so that it was not cut.
    public boolean ended() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
