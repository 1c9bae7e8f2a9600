package org.tailwright.readers.otlp;

import java.util.Arrays;
import java.util.Base64;

/// Reads trace and span ids: hexadecimal as OTLP/JSON prescribes, or base64 as plain protobuf-JSON mapping writes them.
final class OtlpIds {
    /// First 16 digits of the id last read; 0 for a span id.
    long upper;
    /// Last 16 digits of the id last read.
    long lower;

    /// Reads the id in `bytes` from `from` to `to`.
    ///
    /// @param digits 32 for a trace id, 16 for a span id
    /// @return false when it is empty, all zero, or no id
    boolean read(byte[] bytes, int from, int to, int digits) {
        upper = 0;
        lower = 0;
        return (to - from <= digits && hex(bytes, from, to) || base64(bytes, from, to, digits / 2)) && (upper | lower) != 0;
    }

    private boolean hex(byte[] bytes, int from, int to) {
        long high = 0;
        long low = 0;
        for (int i = from; i < to; i++) {
            int digit = digit(bytes[i]);
            if (digit < 0) {
                return false;
            }
            high = high << 4 | low >>> 60;
            low = low << 4 | digit;
        }
        upper = high;
        lower = low;
        return to > from;
    }

    static int digit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    private boolean base64(byte[] bytes, int from, int to, int length) {
        if (to - from < length || to - from > 2 * length) {
            return false;
        }
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(Arrays.copyOfRange(bytes, from, to));
        } catch (IllegalArgumentException e) {
            return false;
        }
        for (byte each : decoded) {
            upper = upper << 8 | lower >>> 56;
            lower = lower << 8 | each & 0xff;
        }
        return decoded.length == length;
    }
}
