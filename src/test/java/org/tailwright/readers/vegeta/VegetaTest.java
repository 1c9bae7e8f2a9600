package org.tailwright.readers.vegeta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Histograms;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;
import org.tailwright.work.Work;

class VegetaTest {
    private static final String JSON = """
            {"attack":"big","seq":0,"code":200,"timestamp":"2018-02-17T19:32:51.304123456+01:00","latency":5012345,"bytes_out":10,"bytes_in":20,"error":"","body":"aGVsbG8=","method":"GET","url":"http://x/a","headers":{"Date":["now"]}}
            {"attack":"big","seq":1,"code":0,"timestamp":"2018-02-17T18:32:51.5Z","latency":30000000000,"bytes_out":0,"bytes_in":0,"error":"net/http: timeout","body":null,"method":"GET","url":"http://x/a","headers":null}
            """;
    private static final String CSV = """
            1518892371304123456,200,5012345,10,20,,aGVsbG8=,big,0,GET,http://x/a,RGF0ZTog
            1518892371500000000,500,6000000,0,0,"500 Server, Error",,big,1,GET,http://x/a,
            """;
    private static final String REPORT = """
            {"latencies":{"total":237119463,"mean":2371194,"50th":2854306,"90th":3228223,"95th":3478629,"99th":3530000,"max":3660505,"min":1949582},
             "bytes_in":{"total":606700,"mean":6067},"bytes_out":{"total":0,"mean":0},"earliest":"2015-09-19T14:45:50.645818631+02:00",
             "latest":"2015-09-19T14:45:51.635818575+02:00","end":"2015-09-19T14:45:51.639325797+02:00","duration":989999944,"wait":3507222,
             "requests":100,"rate":101.01,"throughput":100.6,"success":0.98,"status_codes":{"200":98,"503":2},"errors":["503"]}
            """;
    private static final String TEXT = """
            Requests      [total, rate, throughput]         1200, 120.00, 65.87
            Duration      [total, attack, wait]             10.094965987s, 9.949883921s, 145.082066ms
            Latencies     [min, mean, 50, 95, 99, max]      90.438129ms, 113.172398ms, 108.272568ms, 140.18235ms, 247.771566ms, 264.815246ms
            Bytes In      [total, mean]                     3714690, 3095.57
            Success       [ratio]                           55.42%
            Status Codes  [code:count]                      0:535  200:665
            Error Set:
            Get http://x: EOF
            """;
    private static final String BUCKETS = """
            Bucket         #     %       Histogram
            [0s,     2ms]  6007  50.00%  #####
            [2ms,    6ms]  4505  37.50%  ###
            [6ms,    +Inf] 1502  12.50%  #
            """;

    @TempDir
    private Path folder;

    @Test
    void jsonAndCsvTellTheSame() throws IOException, UnreadableFile {
        Requests json = Reading.requests(Reading.of(folder, JSON), 0);
        Requests csv = Reading.requests(Reading.of(folder, CSV), 0);
        for (Requests each : List.of(json, csv)) {
            assertEquals(2, each.rows());
            assertEquals(1_518_892_371_304_123_456L, each.starts().at(0));
            assertEquals(5_012_345, each.durations().at(0));
            assertEquals("GET http://x/a", each.labels().orElseThrow().at(0));
            assertEquals(1, each.errors());
            assertEquals(20, each.table().longs("bytes in").orElseThrow().at(0));
            assertEquals("big", each.table().texts("attack").orElseThrow().at(1));
        }
        assertEquals("net/http: timeout", json.table().texts(Requests.STATUS).orElseThrow().at(1));
        assertEquals("500 Server, Error", csv.table().texts("error").orElseThrow().at(1));
    }

    @Test
    void olderCsvHasFewerColumns() throws IOException, UnreadableFile {
        Requests csv = Reading.requests(Reading.of(folder, "1518892371304123456,200,5012345,10,20,\n1518892371500000000,0,7,0,0,timeout\n"), 0);
        assertArrayEquals(new long[] {5_012_345, 7}, csv.durations().toArray());
        assertEquals(1, csv.errors());
    }

    @Test
    void theBinaryEncodingIsRefusedWithTheCommandThatConvertsIt() throws IOException {
        byte[] gob = "\u007f\u0003\u0001\u0001\u0006Result\u0001\u00ff\u0080\u0000\u0001\t\u0001\u0006Attack\u0001\f\u0000\u0001\u0003Seq\u0001\u0006\u0000\u0001\u0004Code\u0001\u0006\u0000\u0001\tTimestamp\u0001\u00ff\u0082\u0000\u0001\u0007Latency\u0001\u0004\u0000\u0001\bBytesOut"
                .getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("results.bin"), gob);
        UnreadableFile refused = assertThrows(UnreadableFile.class, () -> Readers.read(file, ReadOptions.DEFAULT, Work.NONE));
        assertTrue(refused.line().contains("vegeta encode"), refused.line());
    }

    @Test
    void reportsHoldPercentilesOnly() throws IOException, UnreadableFile {
        Histograms json = Reading.histograms(Reading.of(folder, REPORT));
        Reading.millis(3.228223, json, "", 0.9);
        Reading.millis(3.53, json, "", 0.99);
        assertEquals(OptionalLong.of(100), json.count(""));
        assertEquals(1_442_666_750_645_818_631L, json.span().orElseThrow().start());
        assertTrue(Reading.trust(json).contains("2.0 % of the requests failed (200: 98, 503: 2)"), Reading.trust(json));
        Histograms text = Reading.histograms(Reading.of(folder, TEXT));
        Reading.millis(247.771566, text, "", 0.99);
        assertEquals(OptionalDouble.empty(), text.whole("").orElseThrow().at(0.9));
        assertEquals(OptionalLong.of(1200), text.count(""));
        assertTrue(Reading.trust(text).contains("44.58 % of the requests failed"));
    }

    @Test
    void countsStandAtTheUpperEdgeOfTheirBucket() throws IOException, UnreadableFile {
        Histograms found = Reading.histograms(Reading.of(folder, BUCKETS));
        Reading.millis(2, found, "", 0.5);
        assertEquals(OptionalLong.of(12_014), found.count(""));
        assertTrue(Reading.trust(found).contains("1502 of 12014 values are above the last edge"));
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        Reading.battery(folder, JSON, "Vegeta results");
        Reading.battery(folder, CSV, "Vegeta results");
        Reading.battery(folder, REPORT, "Vegeta report");
        Reading.battery(folder, TEXT, "Vegeta report");
        Reading.battery(folder, BUCKETS, "Vegeta histogram");
    }
}
