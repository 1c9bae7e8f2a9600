package org.tailwright.readers.jaeger;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// Writes ids as other tools do, so that traces can be joined: older clients left out leading zeros.
final class JaegerIds {
    /// Short ids are made by hand (or are no hexadecimal at all) and stay as they are.
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{9,32}");

    private JaegerIds() {}

    /// A trace id with 32 digits, or the text itself.
    static String trace(String id) {
        return padded(id, 32);
    }

    /// A span id with 16 digits, or the text itself.
    static String span(String id) {
        return padded(id, 16);
    }

    /// Protobuf's form in JSON writes bytes as base64.
    private static String decoded(String id, int digits) {
        try {
            String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(id));
            return hex.length() == digits ? hex : id;
        } catch (IllegalArgumentException e) {
            return id;
        }
    }

    private static String padded(String id, int digits) {
        if (id.length() == (digits == 32 ? 24 : 12) && id.endsWith("=")) {
            return decoded(id, digits);
        }
        boolean known = HEX.matcher(id).matches();
        return known ? "0".repeat(Math.max(0, digits - id.length())) + id.toLowerCase(Locale.ROOT) : id;
    }
}
