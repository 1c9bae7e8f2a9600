package org.tailwright.readers;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tailwright.work.Work;

/// A file to read, with its wrappings taken off: gzip is inflated, UTF-16 and byte-order marks become plain UTF-8. Opened read-only, as
/// often as wanted; whoever waits for it hears how far a stream is, and can stop it.
public final class Source implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    /// Compressed bytes read at once: what they unpack to is still little.
    private static final int COMPRESSED = 1 << 13;

    private final Path path;
    private final boolean gzip;
    private final Charset charset;
    private final byte @Nullable [] held;
    private final Work work;
    private @Nullable Path spooled;

    private Source(Path path, boolean gzip, Charset charset, byte @Nullable [] held, Work work) {
        this.path = path;
        this.gzip = gzip;
        this.charset = charset;
        this.held = held;
        this.work = work;
    }

    /// A file that nobody waits for.
    public static Source of(Path path) throws IOException {
        return of(path, Work.NONE);
    }

    /// Looks at the first bytes of a file.
    ///
    /// @param work hears of every piece that a stream reads: bytes on disk of all there are, anew for each stream; cancelled, the next piece throws
    ///        [java.util.concurrent.CancellationException]
    public static Source of(Path path, Work work) throws IOException {
        boolean gzip;
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(2);
            gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        }
        Source plain = new Source(path, gzip, StandardCharsets.UTF_8, null, work);
        try (InputStream in = plain.inflated()) {
            return new Source(path, gzip, Utf16.charset(in.readNBytes(512)), null, work);
        }
    }

    /// The beginning as a source of its own, held in memory: at most so many bytes of the unwrapped content, ending with a whole line where there
    /// is one. For looking at what reading the file would give.
    public Source beginning(int most) throws IOException {
        try (InputStream in = stream()) {
            byte[] bytes = in.readNBytes(most);
            int end = bytes.length;
            while (bytes.length == most && end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            return new Source(path, gzip, charset, end == 0 ? bytes : Arrays.copyOf(bytes, end), work);
        }
    }

    /// The file as the user named it.
    public Path path() {
        return path;
    }

    /// Name without wrappers' endings.
    public String name() {
        String name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
        return gzip && name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    /// Whether the bytes on disk are those of [#stream].
    public boolean plain() {
        return held == null && !gzip && charset == StandardCharsets.UTF_8;
    }

    /// Whether gzip was taken off.
    public boolean zipped() {
        return gzip;
    }

    /// Size on disk (of a beginning: in memory), in bytes, for progress.
    public long size() throws IOException {
        return held == null ? Files.size(path) : held.length;
    }

    /// The content, unwrapped; text is UTF-8 without a byte-order mark.
    public InputStream stream() throws IOException {
        if (held != null) {
            return new ByteArrayInputStream(held);
        }
        InputStream in = inflated();
        if (charset != StandardCharsets.UTF_8) {
            return new Utf16(in, charset);
        }
        PushbackInputStream marked = new PushbackInputStream(in, 3);
        byte[] mark = marked.readNBytes(3);
        boolean bom = mark.length == 3 && (mark[0] & 0xff) == 0xef && (mark[1] & 0xff) == 0xbb && (mark[2] & 0xff) == 0xbf;
        if (!bom) {
            marked.unread(mark);
        }
        return marked;
    }

    /// The beginning.
    public Head head() throws IOException {
        try (InputStream in = stream()) {
            byte[] bytes = in.readNBytes(Head.SIZE);
            return new Head(name(), bytes, bytes.length < Head.SIZE);
        }
    }

    /// A file with the unwrapped content, for libraries that need one: the file itself, or a temporary copy that [#close] deletes.
    public Path file() throws IOException {
        if (plain()) {
            return path;
        }
        if (spooled == null) {
            spooled = Files.createTempFile("tailwright", ".spool");
            try (InputStream in = stream()) {
                Files.copy(in, spooled, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return spooled;
    }

    @Override
    public void close() throws IOException {
        if (spooled != null) {
            Files.deleteIfExists(spooled);
            spooled = null;
        }
    }

    private InputStream inflated() throws IOException {
        Watched in = new Watched(Files.newInputStream(path), work, Files.size(path));
        if (!gzip) {
            return new BufferedInputStream(in, BUFFER);
        }
        try {
            return new BufferedInputStream(Inflated.of(in, COMPRESSED), BUFFER);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
