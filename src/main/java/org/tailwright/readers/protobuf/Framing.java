package org.tailwright.readers.protobuf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.tailwright.readers.Head;
import org.tailwright.work.Work;

/// How messages follow each other in a file. All hold a list of resources in their first field.
public enum Framing {
    /// The file is one message.
    SINGLE,
    /// Each message stands behind its length in four bytes, big end first, as the collector's file exporter writes them.
    FOUR_BYTES,
    /// Each message stands behind its length as a varint.
    VARINT;

    private static final byte RESOURCES = 0x0a;
    private static final int LEAST = 30;

    /// What the messages hold.
    public interface Content {
        /// Reads the message that ends at `end`, or with the file.
        ///
        /// @throws Wire.Malformed when the rest of it cannot be read
        void message(long end) throws IOException, Wire.Malformed;

        /// A message was read, or left where it is damaged.
        void passed();

        /// Something cannot be read; what and why.
        void lost(String what);

        /// Whether anything was read that only such a message holds.
        boolean found();
    }

    /// The framing of a file by its beginning, in which something must be found; nothing for other files.
    ///
    /// @param content makes what reads from a wire
    public static Optional<Framing> of(Head head, Function<Wire, ? extends Content> content) {
        byte[] bytes = head.bytes();
        return bytes.length < LEAST ? Optional.empty()
                : Arrays.stream(values()).filter(each -> each.begins(bytes) && each.finds(bytes, content)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        return switch (this) {
            case SINGLE -> bytes[0] == RESOURCES;
            case FOUR_BYTES -> bytes[0] >= 0 && bytes[4] == RESOURCES;
            case VARINT -> bytes[1] == RESOURCES || bytes[2] == RESOURCES || bytes[3] == RESOURCES || bytes[4] == RESOURCES;
        };
    }

    private boolean finds(byte[] bytes, Function<Wire, ? extends Content> reader) {
        Wire wire = new Wire(new ByteArrayInputStream(bytes));
        Content content = reader.apply(wire);
        try {
            read(wire, content, Work.NONE);
        } catch (IOException | Wire.Malformed e) {
            return content.found();
        }
        return content.found();
    }

    /// Whether messages are compressed one by one with zstd, as the collector's file exporter does when told to.
    public static boolean zstd(Head head) {
        byte[] bytes = head.bytes();
        return bytes.length > 8 && bytes[0] >= 0 && (bytes[4] & 0xff) == 0x28 && (bytes[5] & 0xff) == 0xb5 && (bytes[6] & 0xff) == 0x2f && (bytes[7] & 0xff) == 0xfd;
    }

    /// Reads all messages. A length beyond the end of the file does no harm: what is there is read.
    ///
    /// @throws Wire.Malformed when the rest cannot be read
    public void read(Wire wire, Content content, Work work) throws IOException, Wire.Malformed {
        if (this == SINGLE) {
            content.message(Long.MAX_VALUE);
            return;
        }
        while (!wire.atEnd()) {
            work.check();
            long length = this == FOUR_BYTES ? wire.length32() : wire.varint(Long.MAX_VALUE);
            long begin = wire.position();
            if (length < 0 || length > Long.MAX_VALUE - begin) {
                throw new Wire.Malformed("a message has no valid length", begin, true);
            }
            message(wire, content, begin + length);
        }
    }

    private static void message(Wire wire, Content content, long end) throws IOException, Wire.Malformed {
        try {
            content.message(end);
        } catch (Wire.Malformed e) {
            if (e.cut()) {
                throw e;
            }
            content.lost("a message is damaged: " + e.getMessage());
        }
        wire.skipTo(end);
        content.passed();
    }
}
