package org.tailwright.readers.otlpproto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.tailwright.readers.Head;
import org.tailwright.readers.spans.SpanFeed;
import org.tailwright.work.Work;

/// How messages follow each other in a file.
enum Framing {
    /// The file is one message.
    SINGLE,
    /// Each message stands behind its length in four bytes.
    FOUR_BYTES,
    /// Each message stands behind its length as a varint.
    VARINT;

    private static final byte RESOURCE_SPANS = 0x0a;

    /// The framing of a file by its beginning, in which at least one whole span must be found; nothing for other files.
    static Optional<Framing> of(Head head) {
        byte[] bytes = head.bytes();
        if (bytes.length < 30) {
            return Optional.empty();
        }
        return Arrays.stream(values()).filter(each -> each.begins(bytes) && each.spans(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        return switch (this) {
            case SINGLE -> bytes[0] == RESOURCE_SPANS;
            case FOUR_BYTES -> bytes[0] >= 0 && bytes[4] == RESOURCE_SPANS;
            case VARINT -> bytes[1] == RESOURCE_SPANS || bytes[2] == RESOURCE_SPANS || bytes[3] == RESOURCE_SPANS || bytes[4] == RESOURCE_SPANS;
        };
    }

    private boolean spans(byte[] bytes) {
        SpanFeed feed = SpanFeed.ofHexIds(Work.NONE);
        try {
            read(new Wire(new ByteArrayInputStream(bytes)), feed, Work.NONE);
        } catch (IOException | Wire.Malformed e) {
            return feed.block().size() > 0;
        }
        return feed.finish().size() > 0;
    }

    /// Whether messages are compressed one by one with zstd, as the collector's file exporter does when told to.
    static boolean zstd(Head head) {
        byte[] bytes = head.bytes();
        return bytes.length > 8 && bytes[0] >= 0 && (bytes[4] & 0xff) == 0x28 && (bytes[5] & 0xff) == 0xb5 && (bytes[6] & 0xff) == 0x2f && (bytes[7] & 0xff) == 0xfd;
    }

    /// Reads all messages. A length beyond the end of the file does no harm: what is there is read.
    ///
    /// @throws Wire.Malformed when the rest cannot be read
    void read(Wire wire, SpanFeed feed, Work work) throws IOException, Wire.Malformed {
        ProtoTraces traces = new ProtoTraces(wire, feed);
        if (this == SINGLE) {
            traces.traces(Long.MAX_VALUE);
            return;
        }
        while (!wire.atEnd()) {
            work.check();
            long length = this == FOUR_BYTES ? wire.length32() : wire.varint(Long.MAX_VALUE);
            long begin = wire.position();
            if (length < 0 || length > Long.MAX_VALUE - begin) {
                throw new Wire.Malformed("a message has no valid length", begin, true);
            }
            message(wire, feed, traces, begin + length);
        }
    }

    private static void message(Wire wire, SpanFeed feed, ProtoTraces traces, long end) throws IOException, Wire.Malformed {
        try {
            traces.traces(end);
        } catch (Wire.Malformed e) {
            if (e.cut) {
                throw e;
            }
            feed.lost("a message is damaged: " + e.getMessage());
        }
        wire.skipTo(end);
        feed.pass();
    }
}
