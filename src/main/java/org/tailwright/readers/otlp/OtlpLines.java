package org.tailwright.readers.otlp;

import java.io.IOException;
import org.tailwright.readers.Json;
import org.tailwright.readers.spans.SpanBlock;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// Reads blocks of whole lines, one object each. One per thread.
final class OtlpLines {
    private final boolean scanning;
    private final OtlpScanner scanner = new OtlpScanner();
    private boolean otherSignals;

    /// @param scanning whether the fast path is taken where it can be; both give the same spans
    OtlpLines(boolean scanning) {
        this.scanning = scanning;
    }

    /// Whether metrics or logs were seen.
    boolean otherSignals() {
        return otherSignals;
    }

    /// The spans of the lines in `bytes` up to `to`, behind which [JsonBytes#SLACK] more must be readable.
    SpanBlock read(byte[] bytes, int to) throws IOException {
        SpanBlock block = SpanBlock.ofHexIds();
        OtlpTokens tokens = new OtlpTokens(block, Integer.MAX_VALUE, _ -> { });
        int whole = lastLine(bytes, to);
        long line = 0;
        int from = 0;
        while (from < to) {
            int end = scanning && from < whole ? scanner.read(block, bytes, from) : -1;
            if (end < 0) {
                end = from;
                while (end < to && bytes[end] != '\n') {
                    end++;
                }
                if (!blank(bytes, from, end)) {
                    tokens(tokens, bytes, from, end, line);
                }
            }
            line++;
            from = end + 1;
        }
        block.lines(line);
        otherSignals |= tokens.otherSignals();
        return block;
    }

    /// Where the last line feed is; 0 when there is none.
    private static int lastLine(byte[] bytes, int to) {
        int at = to - 1;
        while (at > 0 && bytes[at] != '\n') {
            at--;
        }
        return Math.max(0, at);
    }

    private static void tokens(OtlpTokens tokens, byte[] bytes, int from, int end, long line) throws IOException {
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), bytes, from, end - from)) {
            tokens.values(parser, line);
        } catch (JacksonException e) {
            tokens.block().lost(line, "the line is no whole JSON object: " + Json.mistake(e));
        }
    }

    private static boolean blank(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
