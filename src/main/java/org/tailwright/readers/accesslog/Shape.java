package org.tailwright.readers.accesslog;

/// What the characters of a part of a path are, found in one pass.
///
/// @param length of the part
/// @param digits how many are digits
/// @param number whether all are digits or marks between digits
/// @param hex whether all are hexadecimal digits or hyphens
/// @param token whether all may stand in a Base64 or ULID token
/// @param odd whether it has an at sign or at least three percent signs, as addresses and encoded texts have
record Shape(int length, int digits, boolean number, boolean hex, boolean token, boolean odd) {
    /// Looks at `text` from `from` to `to`.
    static Shape of(String text, int from, int to) {
        int digits = 0;
        int percents = 0;
        boolean number = true;
        boolean hex = true;
        boolean token = true;
        boolean at = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            char low = (char) (c | 0x20);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '-') {
                continue;
            } else if (low >= 'a' && low <= 'z') {
                number = false;
                hex &= low <= 'f';
            } else {
                hex = false;
                number &= c == '.' || c == ',' || c == '_' || c == ':' || c == '+';
                token &= c == '_' || c == '=';
                percents += c == '%' ? 1 : 0;
                at |= c == '@' && i > from;
            }
        }
        return new Shape(to - from, digits, number && digits > 0, hex, token, at || percents >= 3);
    }

    /// Numbers, dates, UUIDs, hashes, long tokens, addresses, and names with a number of at least four digits.
    boolean identifier() {
        boolean hash = hex && (length >= 8 && digits > 0 || length >= 16);
        return number || odd || length > 64 || hash || token && length >= 20 && digits >= 3 || digits >= 4 && digits * 10 >= 3 * length;
    }

    /// Surely an identifier as a whole: a number, a UUID or a hash.
    boolean strict() {
        return number || hex && length >= 8 && digits > 0;
    }
}
