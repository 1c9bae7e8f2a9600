package org.tailwright.readers.pprof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Diagnostic;
import org.tailwright.work.Work;

/// gperftools' binary CPU profile: machine words `0, 3, 0, period in µs, 0`, then for each stack its count, its length and its addresses, an
/// end mark `0, 1, 0`, and the memory map as text.
final class LegacyCpu {
    /// How the words are written.
    record Words(int size, ByteOrder order) {
        /// The form in which `bytes` begin, null when they are no such profile.
        static @Nullable Words of(byte[] bytes) {
            for (int size : new int[] {8, 4}) {
                for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                    Words words = new Words(size, order);
                    if (bytes.length >= 5 * size && words.at(bytes, 0) == 0 && words.at(bytes, 1) == 3 && words.at(bytes, 2) == 0
                            && words.at(bytes, 3) > 0 && words.at(bytes, 3) < 100_000_000 && words.at(bytes, 4) == 0) {
                        return words;
                    }
                }
            }
            return null;
        }

        long at(byte[] bytes, int word) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, word * size, size).order(order);
            return size == 8 ? buffer.getLong() : Integer.toUnsignedLong(buffer.getInt());
        }
    }

    private static final int DEEPEST = 10_000;
    private static final long END = Long.MIN_VALUE;

    private final Words words;
    private final InputStream in;
    private final byte[] word;
    private long offset;

    LegacyCpu(Words words, InputStream in) {
        this.words = words;
        this.in = in;
        word = new byte[words.size()];
    }

    /// Reads all samples.
    ///
    /// @return records left out
    long read(LegacyParts parts, Work work) throws IOException {
        long[] head = new long[5];
        for (int i = 0; i < head.length; i++) {
            head[i] = next();
        }
        double nanos = head[3] * 1e3;
        List<Integer> stack = new ArrayList<>();
        while (true) {
            long count = next();
            long depth = next();
            if (depth == END || depth < 0 || depth > DEEPEST || count < 0) {
                parts.diagnostics().offset(Diagnostic.Severity.ERROR, offset, "the samples break off here without their end mark");
                return 1;
            }
            stack.clear();
            long last = 0;
            for (int i = 0; i < depth; i++) {
                long address = next();
                // The innermost address comes from the signal and often once more from the stack.
                if (i != 1 || address != last) {
                    stack.add(parts.address(address));
                }
                last = address;
            }
            if (count == 0) {
                map(parts);
                return 0;
            }
            if ((parts.size() & 0xfff) == 0) {
                work.check();
            }
            parts.add(stack, count, count * nanos);
        }
    }

    private long next() throws IOException {
        int n = in.readNBytes(word, 0, word.length);
        offset += n;
        return n < word.length ? END : words.at(word, 0);
    }

    private void map(LegacyParts parts) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        char[] buffer = new char[1 << 16];
        StringBuilder line = new StringBuilder();
        for (int n = lines.read(buffer); n > 0; n = lines.read(buffer)) {
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    parts.map().add(line.toString());
                    line.setLength(0);
                } else if (line.length() < 4096) {
                    line.append(buffer[i]);
                }
            }
        }
        parts.map().add(line.toString());
    }
}
