package org.tailwright.readers.hdr;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/// Decodes the compressed histograms of a log and keeps them small: cut to the largest value, with three digits at most, and packed once plain ones weigh too much.
/// Four or five digits would make millions of buckets of a log of an hour.
final class Payload {
    private static final long PLAIN_BYTES = 128L << 20;
    private static final int DIGITS = 3;
    /// As many values as a floating-point number counts one by one.
    private static final long MOST = 1L << 53;

    private long weight;
    private long values;
    private boolean finer;

    /// Whether a histogram was told with more digits than are kept.
    boolean finer() {
        return finer;
    }

    /// The histogram in a Base64 text.
    ///
    /// @throws DataFormatException when it is damaged
    Histogram decode(String base64) throws DataFormatException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64.strip()));
            if (bytes.remaining() < 12 || bytes.getInt(4) < 0 || bytes.getInt(4) > bytes.remaining() - 8) {
                throw new DataFormatException("the histogram is cut off");
            }
            Histogram wide = Histogram.decodeFromCompressedByteBuffer(bytes, 0);
            return small(wide);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException
                | BufferUnderflowException e) {
            throw new DataFormatException(e.getMessage() == null ? "the histogram is damaged" : e.getMessage());
        }
    }

    /// Copying also proves that every count can be reached, which a damaged header may prevent.
    private Histogram small(Histogram wide) throws DataFormatException {
        long lowest = wide.getLowestDiscernibleValue();
        long highest = Math.max(2 * lowest, wide.getMaxValue());
        int digits = Math.min(DIGITS, wide.getNumberOfSignificantValueDigits());
        finer |= digits < wide.getNumberOfSignificantValueDigits();
        Histogram small = weight < PLAIN_BYTES ? new Histogram(lowest, highest, digits) : new PackedHistogram(lowest, highest, digits);
        if (wide.getTotalCount() < 0 || wide.getTotalCount() > MOST - values) {
            throw new DataFormatException("it counts more than " + MOST + " values, with those before");
        }
        small.add(wide);
        if (small.getTotalCount() != wide.getTotalCount() || small.getTotalCount() < 0) {
            throw new DataFormatException("the counts do not add up");
        }
        values += small.getTotalCount();
        weight += weight < PLAIN_BYTES ? small.getEstimatedFootprintInBytes() : 0;
        return small;
    }
}
