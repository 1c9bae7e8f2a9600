package org.tailwright.readers.jmeter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class JmeterCsvTest {
    private static final String HEADER = "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,bytes,allThreads,Latency,note\n";

    @TempDir
    Path folder;

    private ReadResult read(String text) throws IOException, UnreadableFile {
        return Readers.read(Files.writeString(folder.resolve("results"), text), ReadOptions.DEFAULT, Work.NONE);
    }

    private static Requests requests(ReadResult result, int which) {
        return assertInstanceOf(Requests.class, result.datasets().get(which));
    }

    /// Random rows with quotes, doubled quotes, delimiters and line ends inside quotes.
    private static String generated(int rows, long seed) {
        RandomGenerator random = Seeds.stream(seed, "jtl", 0);
        String[] labels = {"Home", "\"a, b\"", "\"say \"\"x\"\"\"", "\"two\nlines, and\n\nmore\"", "Über", "\"\""};
        StringBuilder text = new StringBuilder(HEADER);
        long time = 1_700_000_000_000L;
        for (int i = 0; i < rows; i++) {
            time += random.nextInt(40);
            boolean ok = random.nextInt(20) != 0;
            text.append(time).append(',').append(random.nextInt(3000)).append(',').append(labels[random.nextInt(labels.length)]).append(',')
                    .append(ok ? "200" : "\"Non HTTP, \"\"x\"\"\"").append(random.nextInt(5) == 0 ? ",\"multi\nline \"\"m\"\"\"," : ",OK,")
                    .append("Group 1-").append(random.nextInt(30)).append(",text,").append(ok).append(',').append(random.nextLong(5_000_000_000L))
                    .append(',').append(random.nextInt(200)).append(',').append(random.nextInt(2000)).append(',').append("n").append(random.nextInt(9))
                    .append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 90_000})
    void agreesWithFastCsv(int rows) throws IOException, UnreadableFile {
        String text = generated(rows, rows);
        ReadResult result = read(text);
        Requests found = requests(result, 0);
        assertEquals(0, result.problems());
        assertEquals(rows, found.rows());
        int row = 0;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord each : csv) {
                assertEquals(Long.parseLong(each.getField("timeStamp")) * 1_000_000, found.starts().at(row));
                assertEquals(Long.parseLong(each.getField("elapsed")) * 1_000_000, found.durations().at(row));
                assertEquals(each.getField("label"), found.labels().orElseThrow().at(row));
                assertEquals(each.getField("responseCode"), found.table().texts(Requests.STATUS).orElseThrow().at(row));
                assertEquals(each.getField("threadName"), found.table().texts(Requests.THREAD).orElseThrow().at(row));
                assertEquals(each.getField("success").equals("false"), found.failures().orElseThrow().at(row));
                assertEquals(Long.parseLong(each.getField("bytes")), found.table().longs("bytes").orElseThrow().at(row));
                assertEquals(Long.parseLong(each.getField("allThreads")), found.table().longs(Requests.ACTIVE).orElseThrow().at(row));
                assertEquals(each.getField("note"), found.table().texts("note").orElseThrow().at(row));
                row++;
            }
        }
        assertEquals(rows, row);
    }

    @Test
    void partsMeetInsideALongQuotedField() throws IOException, UnreadableFile {
        String message = "\"" + "1700000000000,5,fake,200,OK,T,text,true,1,1,1,x\n".repeat(120_000) + "\"";
        String text = HEADER + "1700000000000,7,real,200," + message + ",T,text,true,1,1,1,x\n1700000000001,8,after,200,OK,T,text,true,1,1,1,x\n";
        Requests found = requests(read(text), 0);
        assertEquals(2, found.rows());
        assertEquals("after", found.labels().orElseThrow().at(1));
    }

    @Test
    void manyDistinctTextsAreKept() throws IOException, UnreadableFile {
        StringBuilder text = new StringBuilder("timeStamp,elapsed,label,success\n");
        for (int i = 0; i < 70_000; i++) {
            text.append(1_700_000_000_000L + i).append(",1,/item/").append(i).append(",true\n");
        }
        Requests found = requests(read(text.toString()), 0);
        assertEquals("/item/69999", found.labels().orElseThrow().at(69_999));
        assertEquals(70_000, found.labels().orElseThrow().codes());
    }

    @Test
    void transactionsBecomeADataSetOfTheirOwn() throws IOException, UnreadableFile {
        ReadResult result = read(HEADER + """
                1700000000000,5,a,200,OK,T 1-1,text,true,1,1,4,x
                1700000000000,9,tx,200,"Number of samples in transaction : 1, number of failing samples : 0",T 1-1,,true,1,1,4,x
                1700000000010,5,b,,"connection refused",T 1-1,,false,1,1,4,x
                """);
        assertEquals(List.of(2L, 1L), result.datasets().stream().map(each -> each.rows()).toList());
        assertEquals("results transactions", result.datasets().get(1).name());
        assertEquals(9_000_000, requests(result, 1).durations().at(0));
    }

    @Test
    void badLinesAreToldAndTheRestIsKept() throws IOException, UnreadableFile {
        ReadResult result = read("timeStamp,elapsed,label,success\n1700000000000,5,a,true\nx,5,a,true\n1700000000001,,a,true\n1700000000002,5,a\n"
                + "1700000000003,5,a,maybe\n\n1700000000004,6,a,false\n17000");
        assertEquals(2, requests(result, 0).rows());
        assertEquals(5, result.skipped());
        assertEquals(List.of(3L, 4L, 5L, 6L, 9L), result.diagnostics().stream().map(each -> each.line()).toList());
    }

    @Test
    void calendarTimesUseTheZoneOfTheOptions() throws IOException, UnreadableFile {
        Path file = Files.writeString(folder.resolve("local"), "label\telapsed\ttimeStamp\tsuccess\nx\t12\t2026-07-01 12:00:00.250\ttrue\n");
        ReadOptions options = new ReadOptions(ZoneId.of("Europe/Vienna"), Map.of(), Map.of());
        Requests found = requests(Readers.read(file, options, Work.NONE), 0);
        assertEquals(1_782_900_000_250_000_000L, found.starts().at(0));
        assertTrue(found.origin().trust().assumed().stream().anyMatch(each -> each.contains("Europe/Vienna")), found.origin().trust().toString());
    }

    @Test
    void intendedStartsAreKeptBesideTheElapsedTime() throws IOException, UnreadableFile {
        Requests found = requests(read("timeStamp,elapsed,label,success,intendedStart\n1700000000100,5,a,true,1700000000000\n1700000000101,5,a,true,\n"), 0);
        assertEquals(1_700_000_000_000_000_000L, found.table().longs(Requests.INTENDED).orElseThrow().at(0));
        assertTrue(found.table().longs(Requests.INTENDED).orElseThrow().missing(1));
        assertEquals(5_000_000, found.durations().at(0));
    }

    @Test
    void filesWithoutAHeaderHaveTheDefaultColumns() throws IOException, UnreadableFile {
        Requests found = requests(read("1700000000000,5,a,200,OK,T 1-1,text,true,,900,80,1,3,http://x/,4,0,1\n"), 0);
        assertEquals(3, found.table().longs(Requests.ACTIVE).orElseThrow().at(0));
        assertEquals(4_000_000, found.table().longs("time to first byte").orElseThrow().at(0));
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        ReaderBattery.run(folder, generated(120, 7).replace("\n\n", "\n").getBytes(StandardCharsets.UTF_8), "JMeter CSV", true);
    }
}
