package org.tailwright.readers.hdr;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.NoSuchElementException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.HdrHistogram.Histogram;
import org.tailwright.data.Buckets;

/// Decodes the compressed histograms of a log; of each only the buckets that hold values are kept, with three digits at most: four or five would make millions of
/// buckets of a log of an hour.
final class Payload {
    private static final int DIGITS = 3;
    /// Marks a compressed histogram of version 2; one less marks that inside it.
    private static final int COMPRESSED = 0x1c849304;
    private static final int HEADER = 40;
    /// Bytes of a number at most.
    private static final int LONGEST = 9;
    /// As many values as a floating-point number counts one by one.
    private static final long MOST = 1L << 53;

    /// So many buckets may be held in any case, and so many more for each character read: hostile texts unfold to thousands of times their size.
    private static final long FREE = 4_000_000;
    private static final long PER_CHARACTER = 20;

    private long values;
    private long characters;
    private long held;
    private boolean finer;

    /// Whether a histogram was told with more digits than are kept.
    boolean finer() {
        return finer;
    }

    /// The histogram in a Base64 text.
    ///
    /// @throws DataFormatException when it is damaged
    Buckets decode(String base64) throws DataFormatException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64.strip()));
            if (bytes.remaining() < 12 || bytes.getInt(4) < 0 || bytes.getInt(4) > bytes.remaining() - 8) {
                throw new DataFormatException("the histogram is cut off");
            }
            Buckets small = (bytes.getInt(0) & ~0xf0) == COMPRESSED ? sparse(bytes) : small(Histogram.decodeFromCompressedByteBuffer(bytes, 0));
            characters += base64.length();
            if (held + small.size() > FREE + PER_CHARACTER * characters) {
                throw new DataFormatException("it unfolds to far more buckets than so short a text should hold");
            }
            held += small.size();
            values = sum(values, small.total());
            return small;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException
                | BufferUnderflowException | NoSuchElementException e) {
            throw new DataFormatException(e.getMessage() == null ? "the histogram is damaged" : e.getMessage());
        }
    }

    /// The library's histogram with its empty buckets left out. Counting again also proves that every count can be reached, which a damaged header may prevent.
    private Buckets small(Histogram wide) {
        int digits = Math.min(DIGITS, wide.getNumberOfSignificantValueDigits());
        finer |= digits < wide.getNumberOfSignificantValueDigits();
        return Buckets.of(wide, digits);
    }

    /// Version 2 tells counts in order and runs of empty buckets as negative numbers, so they need not be laid out first, which takes the library ten times as long.
    private Buckets sparse(ByteBuffer bytes) throws DataFormatException {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes.array(), 8, bytes.getInt(4));
            ByteBuffer header = inflated(inflater, HEADER);
            if ((header.getInt(0) & ~0xf0) != COMPRESSED - 1) {
                throw new DataFormatException("the histogram inside is of another version");
            }
            if (header.getInt(8) != 0) {
                return small(Histogram.decodeFromCompressedByteBuffer(bytes, 0));
            }
            Buckets.Layout told = new Buckets.Layout(header.getLong(16), header.getInt(12));
            int most = told.place(Math.max(header.getLong(24), 2 * told.lowest()));
            int length = header.getInt(4);
            if (length < 0 || length > (most + 1L) * LONGEST) {
                throw new DataFormatException("the histogram is longer than its buckets can be");
            }
            return sparse(inflated(inflater, length), told, most);
        }
    }

    private Buckets sparse(ByteBuffer body, Buckets.Layout told, int most) throws DataFormatException {
        Buckets.Layout layout = new Buckets.Layout(told.lowest(), Math.min(DIGITS, told.digits()));
        finer |= layout.digits() < told.digits();
        Buckets.Builder kept = new Buckets.Builder(layout);
        long total = 0;
        for (long at = 0; body.hasRemaining(); ) {
            long count = number(body);
            if (count <= 0) {
                at = Math.addExact(at, Math.max(1, -count));
                continue;
            }
            if (at > most) {
                throw new DataFormatException("it counts values above its highest");
            }
            total = sum(total, count);
            kept.add(layout.equals(told) ? (int) at : layout.place(told.low((int) at)), count);
            at++;
        }
        return kept.build();
    }

    private static long sum(long before, long count) throws DataFormatException {
        if (count < 0 || count > MOST - before) {
            throw new DataFormatException("it counts more than " + MOST + " values, with those before");
        }
        return before + count;
    }

    /// A number in up to nine bytes of seven bits, the last of eight, the lowest first; its sign is its lowest bit.
    private static long number(ByteBuffer body) {
        long value = 0;
        for (int i = 0; i < LONGEST; i++) {
            long next = body.get();
            value |= (i == LONGEST - 1 ? next & 0xff : next & 0x7f) << 7 * i;
            if (next >= 0) {
                break;
            }
        }
        return value >>> 1 ^ -(value & 1);
    }

    private static ByteBuffer inflated(Inflater inflater, int length) throws DataFormatException {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            int read = inflater.inflate(bytes, at, length - at);
            if (read <= 0) {
                throw new DataFormatException("the histogram is cut off");
            }
            at += read;
        }
        return ByteBuffer.wrap(bytes);
    }
}
