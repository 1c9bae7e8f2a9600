package org.tailwright.readers.otlp;

import java.util.Arrays;
import java.util.Base64;
import org.tailwright.readers.text.Words;

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

    /// Reads the quoted id at `at` if it has all of its `digits` (16 or 32), all hexadecimal and not all zero; false otherwise.
    boolean whole(byte[] bytes, int at, int digits) {
        int to = at + digits + 1;
        if (bytes[at] != '"' || bytes[to] != '"') {
            return false;
        }
        long lowA = Words.at(bytes, to - 16);
        long lowB = Words.at(bytes, to - 8);
        long highA = digits == 32 ? Words.at(bytes, to - 32) : lowA;
        long highB = digits == 32 ? Words.at(bytes, to - 24) : lowB;
        if (!Words.hexadecimal(lowA) || !Words.hexadecimal(lowB) || !Words.hexadecimal(highA) || !Words.hexadecimal(highB)) {
            return false;
        }
        lower = Words.hexNumber(lowA) << 32 | Words.hexNumber(lowB);
        upper = digits == 32 ? Words.hexNumber(highA) << 32 | Words.hexNumber(highB) : 0;
        return (upper | lower) != 0;
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
