package org.tailwright.readers.otlp;

import java.io.IOException;
import java.io.InputStream;

/// Whether a file is JSON Lines or a document.
enum OtlpShape {
    LINES, DOCUMENT;

    /// A first line longer than this is taken as a document, which needs no line in memory.
    private static final long LONGEST_LINE = 1 << 26;

    /// Judges by the first line: a whole object makes lines. A damaged first line is told from a pretty-printed document by what follows,
    /// because every line of JSON Lines begins with a brace; but where the first line ends between two values, it is a document on several lines.
    static OtlpShape of(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long read = 0;
        int depth = 0;
        boolean begun = false;
        boolean text = false;
        boolean escaped = false;
        boolean ended = false;
        byte last = 0;
        for (int n = in.read(buffer); n >= 0 && read < LONGEST_LINE; n = in.read(buffer)) {
            read += n;
            for (int i = 0; i < n; i++) {
                byte b = buffer[i];
                if (ended) {
                    return b == '{' ? LINES : DOCUMENT;
                }
                if (!begun && b <= ' ') {
                    continue;
                }
                if (!begun && b != '{') {
                    return DOCUMENT;
                }
                begun = true;
                last = b <= ' ' ? last : b;
                if (b == '\n') {
                    if (depth <= 0) {
                        return LINES;
                    }
                    if (last == '[' || last == '{' || last == ',') {
                        return DOCUMENT;
                    }
                    ended = true;
                } else if (escaped) {
                    escaped = false;
                } else if (text) {
                    escaped = b == '\\';
                    text = b != '"';
                } else if (b == '"') {
                    text = true;
                } else {
                    depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
                }
            }
        }
        return begun && read < LONGEST_LINE && !ended ? LINES : DOCUMENT;
    }
}
