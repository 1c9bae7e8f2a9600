package org.tailwright.readers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The beginning of a file, unwrapped, for sniffing.
///
/// @param name file name without the endings of wrappers (`.gz`)
/// @param bytes up to 64 KiB, decoded from gzip; the bytes of UTF-16 text are turned into UTF-8
/// @param whole whether that is all
public record Head(String name, byte[] bytes, boolean whole) {
    /// How much is looked at.
    public static final int SIZE = 64 * 1024;

    /// The beginning as text (wrong bytes become U+FFFD).
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Its first lines, without a last one that may be cut.
    public List<String> lines(int most) {
        List<String> lines = text().lines().limit(most + 1L).toList();
        boolean cut = !whole && lines.size() <= most && !lines.isEmpty();
        return lines.subList(0, Math.min(most, cut ? lines.size() - 1 : lines.size()));
    }

    /// Whether the file begins with these bytes.
    public boolean startsWith(int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether the name ends so, regardless of case.
    public boolean named(String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
