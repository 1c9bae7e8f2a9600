package org.tailwright.readers.tsung;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Histograms;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;

class TsungTest {
    private static final String DUMP = """
            #date;pid;id;http method;host;URL;HTTP status;size;duration;transaction;match;error;tag
            1461592516.702195;<0.136.0>;2;get;shop.example;/;200;3566;360.747;-;;;
            1461592517.5;<0.137.0>;3;post;shop.example;/pay;503;10;1200;tr_pay;;;
            1461592518.5;<0.137.0>;3;get;shop.example;/x;;0;50.5;-;;error_timeout;
            """;
    private static final String LOG = """
            # stats: dump at 1218093520
            stats: users 247 247
            stats: connected 184 247
            stats: request 1869 0.5 0.422 5.25 0.125 0 0
            stats: tr_login 187 100.5 579.742 5470.25 2.25 0 0
            stats: {load,"tsung@web1"} 10 0.7 0.1 0.9 0.5 0 0
            stats: 200 1869 1869
            # stats: dump at 1218093530
            stats: users 356 356
            stats: request 1131 1.5 0.284 6.5 0.115 0.5 1869
            stats: 200 1131 3000
            EndMonitor:{1218,93530,0}
            """;

    @TempDir
    private Path folder;

    @Test
    void theDumpIsWrittenWhenARequestEnds() throws IOException, UnreadableFile {
        Requests found = Reading.requests(Reading.of(folder, DUMP), 0);
        assertEquals(3, found.rows());
        assertEquals(1_461_592_516_702_195_000L - 360_747_000, found.starts().at(0));
        assertEquals("POST /pay", found.labels().orElseThrow().at(1));
        assertEquals("3", found.table().texts(Requests.THREAD).orElseThrow().at(1));
        assertEquals("error_timeout", found.table().texts(Requests.STATUS).orElseThrow().at(2));
        assertEquals(2, found.errors());
    }

    @Test
    void theLogHoldsMeansAndExtremes() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, LOG);
        Histograms whole = Reading.histograms(result);
        assertEquals(OptionalLong.of(3000), whole.count("request"));
        Reading.millis(6.5, whole, "request", 1);
        assertEquals((1869 * 0.5 + 1131 * 1.5) / 3000 * 1e6, whole.whole("request").orElseThrow().printed().orElseThrow().mean(), 1e-6);
        assertEquals(OptionalDouble.empty(), whole.whole("request").orElseThrow().at(0.99));
        Metrics metrics = assertInstanceOf(Metrics.class, result.datasets().get(1));
        assertArrayEquals(new double[] {0.5e6, 1.5e6}, metrics.named("request mean").orElseThrow().values().toArray());
        assertArrayEquals(new long[] {1_218_093_520_000_000_000L, 1_218_093_530_000_000_000L}, metrics.named("users").orElseThrow().times().toArray());
        assertArrayEquals(new double[] {1869, 1131}, metrics.named("200").orElseThrow().values().toArray());
        assertEquals(List.of("request", "tr_login"), whole.tags());
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        Reading.battery(folder, DUMP, "Tsung dump");
        Reading.battery(folder, LOG, "Tsung log");
    }

    @Test
    void agreesWithTheFactsOfTheSample() throws IOException, UnreadableFile {
        Requests found = Reading.requests(Reading.sample("loadtest-other/tsung.dump"), 0);
        assertEquals(16, found.rows());
        assertEquals(360_747_000, found.durations().at(0));
        assertEquals("GET /reserve.php", found.labels().orElseThrow().at(15));
    }
}
