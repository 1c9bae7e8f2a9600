package org.tailwright.demo.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// A gzipped JMeter results file (CSV). The open loop adds the intended start and the lag behind it.
final class JtlFile implements AutoCloseable {
    private static final String COLUMNS = "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,"
            + "success,bytes,sentBytes,grpThreads,allThreads,Latency,IdleTime,Connect";
    private final PrintWriter out;

    JtlFile(Path file, boolean openLoop) throws IOException {
        out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8), 1 << 16));
        out.print(COLUMNS);
        out.print(openLoop ? ",intendedStart,lag\n" : "\n");
    }

    /// A sample of the closed loop, where a request starts when the previous one ended.
    synchronized void write(Sample sample, String thread, int users) {
        out.print(row(sample, thread, users) + '\n');
    }

    /// A sample of the open loop, where a request should start at a given time.
    synchronized void write(Sample sample, String thread, int connections, long intendedNanos) {
        out.print(row(sample, thread, connections) + String.format(Locale.ROOT, ",%d,%.3f\n",
                millis(intendedNanos), (sample.startNanos() - intendedNanos) / 1e6));
    }

    @Override
    public void close() {
        out.close();
    }

    private static String row(Sample sample, String thread, int threads) {
        Sample.Answer answer = sample.answer();
        long start = millis(sample.startNanos());
        return start + "," + (millis(sample.endNanos()) - start) + ',' + sample.request().label + ',' + answer.code()
                + ',' + answer.message() + ',' + thread + ",text," + answer.success() + ',' + answer.bytes() + ','
                + answer.sentBytes() + ',' + threads + ',' + threads + ',' + millis(sample.latencyNanos()) + ",0,"
                + millis(sample.connectNanos());
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
