package org.tailwright.readers;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Turns UTF-16 text into UTF-8 while it is read.
final class Utf16 extends InputStream {
    private static final int LOOKED_AT = 12;

    private final Reader reader;
    private final char[] chars = new char[8192];
    private byte[] bytes = new byte[0];
    private int at;
    private char pending;
    private boolean first = true;

    Utf16(InputStream in, Charset charset) {
        reader = new InputStreamReader(in, charset);
    }

    /// UTF-16 when `head` has its byte-order mark, or begins like Latin text with every other byte zero; else UTF-8.
    static Charset charset(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        int pairs = Math.min(head.length / 2, LOOKED_AT);
        int little = 0;
        int big = 0;
        for (int i = 0; i < pairs; i++) {
            little += text(head[2 * i]) && head[2 * i + 1] == 0 ? 1 : 0;
            big += head[2 * i] == 0 && text(head[2 * i + 1]) ? 1 : 0;
        }
        if (pairs >= 4 && little == pairs) {
            return StandardCharsets.UTF_16LE;
        }
        return pairs >= 4 && big == pairs ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean text(byte b) {
        return b >= 0x20 && b < 0x7f || b == '\n' || b == '\r' || b == '\t';
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, from, n);
        at += n;
        return n;
    }

    private boolean fill() throws IOException {
        while (at >= bytes.length) {
            int n = reader.read(chars);
            if (n < 0) {
                return false;
            }
            bytes = encoded(n);
            at = 0;
        }
        return true;
    }

    /// A surrogate pair may be cut between two reads: its first half waits for the next.
    private byte[] encoded(int n) {
        StringBuilder text = new StringBuilder(n + 1);
        if (pending != 0) {
            text.append(pending);
            pending = 0;
        }
        text.append(chars, 0, n);
        if (first && !text.isEmpty() && text.charAt(0) == '\uFEFF') {
            text.deleteCharAt(0);
        }
        first = false;
        if (!text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1))) {
            pending = text.charAt(text.length() - 1);
            text.setLength(text.length() - 1);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
