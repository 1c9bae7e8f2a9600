package org.tailwright.readers.jmeterxml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The start and end tags of a few elements of an XML text, one after another; all other content is passed over without being kept.
///
/// JMeter copies answers of servers into its files, with characters that no XML parser accepts, and a run that is killed leaves a file without
/// an end. So this takes tags as they come: what is damaged is counted and the next `<` is tried. There are no entities but the five of XML and
/// character references, no document types and nothing external.
final class Tags implements AutoCloseable {
    /// Bytes of an attribute's value that are kept.
    static final int LONGEST = 4096;
    /// The outermost element of a result file.
    static final String ROOT = "testResults";
    private static final int MOST_ATTRIBUTES = 64;
    private static final int END = -1;

    /// What [#next] found.
    enum Found { OPEN, CLOSE, BROKEN, DOCTYPE, END }

    private final InputStream in;
    private final Charset charset;
    private final Set<String> wanted;
    private final byte[] buffer = new byte[1 << 16];
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private byte[] text = new byte[256];
    private int at;
    private int filled;
    private long line = 1;
    private boolean empty;
    private boolean root;

    /// @param wanted names of the elements that [#next] tells
    Tags(InputStream in, Charset charset, Set<String> wanted) {
        this.in = in;
        this.charset = charset;
        this.wanted = wanted;
    }

    /// Goes to the next tag of a wanted element.
    Found next() throws IOException {
        while (true) {
            int c = read();
            while (c != '<' && c != END) {
                c = read();
            }
            if (c == END) {
                return Found.END;
            }
            Found found = markup();
            if (found != null) {
                return found;
            }
        }
    }

    /// Reads behind a `<`; null when it was nothing wanted.
    private @Nullable Found markup() throws IOException {
        int c = peek();
        if (c == '!') {
            return declaration();
        }
        if (c == '?') {
            return skipTo("?>") ? null : Found.BROKEN;
        }
        boolean close = c == '/';
        if (close) {
            read();
        }
        String name = name();
        if (!wanted.contains(name)) {
            return skipTag() ? null : Found.BROKEN;
        }
        root = name.equals(ROOT);
        if (close) {
            return skipTag() ? Found.CLOSE : Found.BROKEN;
        }
        return attributes() ? Found.OPEN : Found.BROKEN;
    }

    private @Nullable Found declaration() throws IOException {
        read();
        String word = word();
        if (word.startsWith("--")) {
            return skipTo("-->") ? null : Found.BROKEN;
        }
        if (word.startsWith("[CDATA[")) {
            return skipTo("]]>") ? null : Found.BROKEN;
        }
        return word.startsWith("DOCTYPE") || word.startsWith("ENTITY") ? Found.DOCTYPE : null;
    }

    /// Up to seven characters that open a declaration; a comment is told by two.
    private String word() throws IOException {
        StringBuilder word = new StringBuilder(7);
        while (word.length() < 7 && peek() != END && peek() != '>' && !word.toString().startsWith("--")) {
            word.append((char) read());
        }
        return word.toString();
    }

    private boolean skipTo(String end) throws IOException {
        int matched = 0;
        for (int c = read(); c != END; c = read()) {
            if (c == end.charAt(matched)) {
                matched++;
                if (matched == end.length()) {
                    return true;
                }
            } else if (matched == 0 || c != end.charAt(matched - 1)) {
                matched = c == end.charAt(0) ? 1 : 0;
            }
        }
        return false;
    }

    private String name() throws IOException {
        int size = 0;
        for (int c = peek(); c > ' ' && c != '/' && c != '>' && c != '=' && c != '<' && size < text.length; c = peek()) {
            text[size++] = (byte) read();
        }
        return new String(text, 0, size, charset);
    }

    /// To the end of a tag whose attributes nobody wants; false when it breaks off.
    private boolean skipTag() throws IOException {
        for (int quote = 0;; ) {
            int c = peek();
            if (c == END || c == '<') {
                return false;
            }
            read();
            if (quote == 0 && c == '>') {
                return true;
            }
            quote = quote == c ? 0 : quote == 0 && (c == '"' || c == '\'') ? c : quote;
        }
    }

    /// Reads the attributes up to the end of the tag; false when the tag is malformed, with the next `<` still to come.
    private boolean attributes() throws IOException {
        names.clear();
        values.clear();
        empty = false;
        while (true) {
            int c = blanks();
            if (c == END || c == '<') {
                return false;
            }
            if (c == '>') {
                read();
                return true;
            }
            if (c == '/') {
                read();
                empty = true;
                continue;
            }
            String name = name();
            if (name.isEmpty() || blanks() != '=') {
                return false;
            }
            read();
            int quote = blanks();
            if (quote != '"' && quote != '\'') {
                return false;
            }
            read();
            if (!value(quote, name)) {
                return false;
            }
        }
    }

    private boolean value(int quote, String name) throws IOException {
        int size = 0;
        boolean entities = false;
        for (int c = peek(); c != quote; c = peek()) {
            if (c == END || c == '<') {
                return false;
            }
            read();
            entities |= c == '&';
            if (size < LONGEST) {
                text = size == text.length ? Arrays.copyOf(text, 2 * size) : text;
                text[size++] = (byte) (c < ' ' ? ' ' : c);
            }
        }
        read();
        if (names.size() < MOST_ATTRIBUTES) {
            String plain = new String(text, 0, size, charset);
            names.add(name);
            values.add(entities ? Entities.resolve(plain) : plain);
        }
        return true;
    }

    private int blanks() throws IOException {
        int c = peek();
        while (c != END && c <= ' ') {
            read();
            c = peek();
        }
        return c;
    }

    private int peek() throws IOException {
        return at < filled || refill() ? buffer[at] & 0xff : END;
    }

    private int read() throws IOException {
        if (at == filled && !refill()) {
            return END;
        }
        byte b = buffer[at++];
        line += b == '\n' ? 1 : 0;
        return b & 0xff;
    }

    private boolean refill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    /// Whether the last tag was one of [#ROOT].
    boolean root() {
        return root;
    }

    /// Names of the attributes of the element that was opened, in order; valid until the next call of [#next].
    List<String> names() {
        return names;
    }

    /// Values of [#names], entities resolved.
    List<String> values() {
        return values;
    }

    /// Whether the element that was opened has no end tag.
    boolean empty() {
        return empty;
    }

    /// 1-based line that was reached.
    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
