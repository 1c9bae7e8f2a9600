package org.tailwright.readers.otlp;

import java.nio.charset.StandardCharsets;
import org.tailwright.readers.text.Words;

/// Scans one line of JSON without making strings. Anything unusual ends the scan with [Odd], and the line is read by the library instead:
/// what this scanner accepts it must understand exactly as the library does. A line feed must stand right behind the line; since none can
/// stand inside a value, it stops every loop. Behind that, [#SLACK] bytes must be readable.
final class JsonBytes {
    /// The line is not for this scanner.
    static final class Odd extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Odd() {
            super(null, null, false, false);
        }
    }

    /// Thrown often, so made once and without a stack trace.
    static final Odd ODD = new Odd();

    /// Bytes that must be readable behind a line.
    static final int SLACK = 64;

    private static final int DEEPEST = 100;

    byte[] bytes = new byte[0];
    int at;
    /// Beginning of the string, number or truth value last read, without quotes.
    int from;
    /// End of it.
    int to;
    /// Whether the string last read has neither escapes nor characters beyond ASCII.
    boolean plain;

    void begin(byte[] line, int first) {
        bytes = line;
        at = first;
    }

    /// The next byte that is no blank, on which the scan then stands.
    byte peek() {
        byte b = bytes[at];
        while (b == ' ' || b == '\t' || b == '\r') {
            b = bytes[++at];
        }
        return b;
    }

    /// Passes a text if it stands here.
    boolean pass(Literal text) {
        if (!text.at(bytes, at)) {
            return false;
        }
        at += text.length();
        return true;
    }

    void expect(char wanted) {
        if (peek() != wanted) {
            throw ODD;
        }
        at++;
    }

    /// Opens an object or array.
    ///
    /// @return whether anything is inside
    boolean open(char opening, char closing) {
        expect(opening);
        if (peek() == closing) {
            at++;
            return false;
        }
        return true;
    }

    /// Goes on to the next element.
    ///
    /// @return whether there is one
    boolean more(char closing) {
        byte b = peek();
        at++;
        if (b != ',' && b != closing) {
            throw ODD;
        }
        return b == ',';
    }

    /// Reads a member's name and the colon behind it.
    void name() {
        plainString();
        int first = from;
        int last = to;
        expect(':');
        from = first;
        to = last;
    }

    /// Whether what was last read is this ASCII text.
    boolean is(String text) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// What was last read; only for ASCII.
    String text() {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    void plainString() {
        string();
        if (!plain) {
            throw ODD;
        }
    }

    /// Reads a string.
    void string() {
        expect('"');
        from = at;
        plain = true;
        byte[] line = bytes;
        int i = at;
        long odd = Words.odd(Words.at(line, i));
        while (odd == 0) {
            i += Long.BYTES;
            odd = Words.odd(Words.at(line, i));
        }
        i += Long.numberOfTrailingZeros(odd) >>> 3;
        for (byte b = line[i]; b != '"'; b = line[++i]) {
            if (b < ' ') {
                if (b >= 0) {
                    throw ODD;
                }
                plain = false;
            } else if (b == '\\') {
                plain = false;
                i++;
                if (line[i] == '\n') {
                    throw ODD;
                }
            }
        }
        to = i;
        at = i + 1;
    }

    /// Reads a number.
    void number() {
        peek();
        from = at;
        at += bytes[at] == '-' ? 1 : 0;
        int first = at;
        digits();
        if (bytes[first] == '0' && at > first + 1) {
            throw ODD;
        }
        if (bytes[at] == '.') {
            at++;
            digits();
        }
        if (bytes[at] == 'e' || bytes[at] == 'E') {
            at++;
            at += bytes[at] == '-' || bytes[at] == '+' ? 1 : 0;
            digits();
        }
        to = at;
        if (to - from > 100) {
            throw ODD;
        }
        ended();
    }

    private void digits() {
        int first = at;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == first) {
            throw ODD;
        }
    }

    /// Reads true, false or null.
    void literal() {
        peek();
        from = at;
        while (bytes[at] >= 'a' && bytes[at] <= 'z') {
            at++;
        }
        to = at;
        if (!is("true") && !is("false") && !is("null")) {
            throw ODD;
        }
        ended();
    }

    /// Behind a number or literal must stand what can follow one.
    private void ended() {
        byte b = bytes[at];
        if (b != ',' && b != '}' && b != ']' && b != ' ' && b != '\t' && b != '\r') {
            throw ODD;
        }
    }

    /// Reads a string or number.
    void scalar() {
        byte b = peek();
        if (b == '"') {
            plainString();
        } else {
            number();
        }
    }

    /// Skips a value.
    ///
    /// @return whether all its strings are plain
    boolean skip() {
        return skip(0);
    }

    private boolean skip(int depth) {
        if (depth > DEEPEST) {
            throw ODD;
        }
        byte b = peek();
        boolean simple = true;
        if (b == '"') {
            string();
            simple = plain;
        } else if (b == '{') {
            for (boolean in = open('{', '}'); in; in = more('}')) {
                name();
                simple &= skip(depth + 1);
            }
        } else if (b == '[') {
            for (boolean in = open('[', ']'); in; in = more(']')) {
                simple &= skip(depth + 1);
            }
        } else if (b == '-' || b >= '0' && b <= '9') {
            number();
        } else {
            literal();
        }
        return simple;
    }
}
