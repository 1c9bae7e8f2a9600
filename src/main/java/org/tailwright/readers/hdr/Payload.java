package org.tailwright.readers.hdr;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.tailwright.data.Buckets;

/// Decodes the compressed histograms of a log; of each only the buckets that hold values are kept, with three digits at most: four or five would make millions of
/// buckets of a log of an hour.
final class Payload {
    private static final int DIGITS = 3;
    /// As many values as a floating-point number counts one by one.
    private static final long MOST = 1L << 53;

    private long values;
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
            return small(Histogram.decodeFromCompressedByteBuffer(bytes, 0));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException
                | BufferUnderflowException e) {
            throw new DataFormatException(e.getMessage() == null ? "the histogram is damaged" : e.getMessage());
        }
    }

    /// Counting again also proves that every count can be reached, which a damaged header may prevent.
    private Buckets small(Histogram wide) throws DataFormatException {
        int digits = Math.min(DIGITS, wide.getNumberOfSignificantValueDigits());
        finer |= digits < wide.getNumberOfSignificantValueDigits();
        if (wide.getTotalCount() < 0 || wide.getTotalCount() > MOST - values) {
            throw new DataFormatException("it counts more than " + MOST + " values, with those before");
        }
        values += wide.getTotalCount();
        return Buckets.of(wide, digits);
    }
}
