package org.tailwright.demo.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.HdrHistogram.SingleWriterRecorder;
import org.tailwright.demo.WallClock;

/// The HdrHistogram log of the open loop: every 5 s one line per tag, values in nanoseconds, maximum column in ms.
///
/// `intended` is the response time from the intended start, `service` the time from the actual start. They differ when
/// the driver itself is late.
final class LatencyLog implements AutoCloseable {
    private static final long INTERVAL_NANOS = 5_000_000_000L;
    private final HistogramLogWriter log;
    private final List<Series> series = List.of(new Series("intended"), new Series("service"));
    private long start;

    private record Series(String tag, SingleWriterRecorder recorder) {
        Series(String tag) {
            this(tag, new SingleWriterRecorder(2));
        }
    }

    LatencyLog(Path file) throws IOException {
        log = new HistogramLogWriter(file.toFile());
        start = WallClock.millis();
        log.outputComment("[Values are nanoseconds; Interval_Max is in milliseconds]");
        log.outputLogFormatVersion();
        log.outputBaseTime(start);
        log.outputStartTime(start);
        log.setBaseTime(start);
        log.outputLegend();
    }

    /// Called as samples complete; an interval holds the requests that completed in it.
    synchronized void record(Sample sample, long intendedNanos) {
        if (WallClock.nanos() - start * 1_000_000 >= INTERVAL_NANOS) {
            writeInterval();
        }
        series.getFirst().recorder().recordValue(sample.endNanos() - intendedNanos);
        series.getLast().recorder().recordValue(sample.elapsedNanos());
    }

    @Override
    public synchronized void close() {
        writeInterval();
        log.close();
    }

    private void writeInterval() {
        long end = WallClock.millis();
        for (Series one : series) {
            Histogram histogram = one.recorder().getIntervalHistogram();
            histogram.setTag(one.tag());
            histogram.setStartTimeStamp(start);
            histogram.setEndTimeStamp(end);
            log.outputIntervalHistogram(histogram);
        }
        start = end;
    }
}
