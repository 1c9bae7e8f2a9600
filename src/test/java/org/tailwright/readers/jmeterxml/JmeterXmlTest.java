package org.tailwright.readers.jmeterxml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Dataset;
import org.tailwright.data.Meaning;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;
import org.tailwright.work.Work;

class JmeterXmlTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testResults version=\"1.2\">\n";
    private static final String TREE = HEAD
            + "<httpSample t=\"100\" it=\"0\" lt=\"40\" ct=\"5\" ts=\"1700000000000\" s=\"true\" lb=\"a &amp; &lt;b&gt; &#x41;\" rc=\"200\" rm=\"OK\" "
            + "tn=\"T 1-1\" dt=\"text\" by=\"1234\" sby=\"99\" ng=\"2\" na=\"3\" user='x \"y\"'>\n"
            + "  <httpSample t=\"60\" lt=\"20\" ts=\"1700000000010\" s=\"false\" lb=\"inner\" rc=\"404\" rm=\"gone\" tn=\"T 1-1\" by=\"7\"/>\n"
            + "  <responseData class=\"java.lang.String\">x &lt;httpSample t=&quot;1&quot;/> <![CDATA[<sample t=\"9\" ts=\"1\"/>]]></responseData>\n"
            + "  <!-- <sample t=\"9\" ts=\"1\"/> -->\n"
            + "</httpSample>\n"
            + "<sample t=\"500\" ts=\"1700000001000\" s=\"true\" lb=\"whole\" rm=\"Number of samples in transaction : 1, number of failing samples : 0\">\n"
            + "  <sample t=\"200\" lt=\"1\" ts=\"1700000001100\" s=\"true\" lb=\"c\" rc=\"OK\" tn=\"T 1-2\" na=\"4\"/>\n"
            + "</sample>\n"
            + "</testResults>\n";

    @TempDir
    private Path folder;

    @Test
    void samplesSubResultsAndTransactionsAreKeptApart() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, TREE);
        assertEquals(List.of("unknown", "unknown sub-results", "unknown transactions"), result.datasets().stream().map(Dataset::name).toList());
        Requests samples = Reading.requests(result, 0);
        assertEquals(List.of("a & <b> A", "c"), List.of(samples.labels().orElseThrow().at(0), samples.labels().orElseThrow().at(1)));
        assertArrayEquals(new long[] {1_700_000_000_000_000_000L, 1_700_000_001_100_000_000L}, samples.starts().toArray());
        assertArrayEquals(new long[] {100_000_000, 200_000_000}, samples.durations().toArray());
        assertArrayEquals(new long[] {3, 4}, samples.table().longs(Requests.ACTIVE).orElseThrow().toArray());
        assertEquals(5_000_000, samples.table().longs("connect").orElseThrow().at(0));
        assertTrue(samples.table().longs("connect").orElseThrow().missing(1));
        assertEquals("x \"y\"", samples.table().texts("user").orElseThrow().at(0));
        Requests inner = Reading.requests(result, 1);
        assertEquals(1, inner.errors());
        assertEquals("404", inner.table().texts(Requests.STATUS).orElseThrow().at(0));
        assertEquals(500_000_000, Reading.requests(result, 2).durations().at(0));
        assertEquals(0, result.problems(), result.diagnostics().toString());
    }

    @Test
    void subResultsTellThatStampsMarkTheEnd() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, HEAD + "<httpSample t=\"224\" ts=\"1440748671105\" s=\"true\" lb=\"p\">"
                + "<httpSample t=\"102\" ts=\"1440748670983\" s=\"true\" lb=\"q\"/></httpSample></testResults>");
        assertEquals(1_440_748_670_881_000_000L, Reading.requests(result, 0).starts().at(0));
        assertEquals(1_440_748_670_881_000_000L, Reading.requests(result, 1).starts().at(0));
        assertEquals(Meaning.Stamp.END, Reading.requests(result, 0).meaning().stamp());
    }

    @Test
    void oldNamesAreKnown() throws IOException, UnreadableFile {
        Requests samples = Reading.requests(Reading.of(folder, "<testResults>\n<sampleResult timeStamp=\"1080000000000\" dataType=\"text\" "
                + "threadName=\"Listen 1-1\" label=\"Home\" time=\"281\" responseMessage=\"OK\" responseCode=\"200\" success=\"false\"/>\n"
                + "</testResults>\n"), 0);
        assertEquals(281_000_000, samples.durations().at(0));
        assertEquals("Home", samples.labels().orElseThrow().at(0));
        assertEquals(1, samples.errors());
    }

    @Test
    void damageAndMissingEndsKeepTheRest() throws IOException, UnreadableFile {
        String cut = TREE.substring(0, TREE.indexOf("<sample t=\"200\"") + 20);
        ReadResult result = Reading.of(folder, cut);
        assertEquals(3, result.datasets().stream().mapToLong(Dataset::rows).sum());
        assertTrue(result.diagnostics().stream().anyMatch(each -> each.message().contains("cut")));
        ReadResult unquoted = Reading.of(folder, TREE.replace("lb=\"whole\"", "lb=\"whole"));
        assertEquals(List.of("a & <b> A", "c"), unquoted.datasets().stream().limit(1)
                .flatMap(each -> List.of(((Requests) each).labels().orElseThrow().at(0), ((Requests) each).labels().orElseThrow().at(1)).stream()).toList());
        assertEquals(1, unquoted.skipped());
        assertEquals(3, unquoted.datasets().stream().mapToLong(Dataset::rows).sum());
    }

    @Test
    void rowsForSeveralSamplesHaveAWeight() throws IOException, UnreadableFile {
        Requests samples = Reading.requests(Reading.of(folder, HEAD + "<sample t=\"900\" ts=\"1700000000000\" s=\"true\" lb=\"m\" sc=\"3\" ec=\"1\"/></testResults>"), 0);
        assertEquals(300_000_000, samples.durations().at(0));
        assertEquals(3, samples.table().doubles(Requests.WEIGHT).orElseThrow().at(0));
        assertTrue(Reading.trust(samples).contains("means of several"));
    }

    @Test
    void documentTypesAndMissingTimesAreRefused() {
        assertThrows(UnreadableFile.class, () -> Reading.of(folder, "<!DOCTYPE x [<!ENTITY a \"b\">]>\n" + TREE));
        UnreadableFile refused = assertThrows(UnreadableFile.class, () -> Reading.of(folder, HEAD + "<sample t=\"1\" lb=\"x\"/></testResults>"));
        assertTrue(refused.getMessage().contains("time stamp"), refused.getMessage());
    }

    @Test
    void aFileWithoutSamplesIsEmptyNotWrong() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, HEAD + "</testResults>\n");
        assertEquals(List.of(), result.datasets());
        assertEquals(1, result.problems());
    }

    @Test
    void declaredLatin1IsDecoded() throws IOException, UnreadableFile {
        byte[] bytes = TREE.replace("UTF-8", "ISO-8859-1").replace("lb=\"c\"", "lb=\"é\"").getBytes(StandardCharsets.ISO_8859_1);
        ReadResult result = Readers.read(Files.write(folder.resolve("latin"), bytes), ReadOptions.DEFAULT, Work.NONE);
        assertEquals("é", Reading.requests(result, 0).labels().orElseThrow().at(1));
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        Reading.battery(folder, TREE, "JMeter XML");
    }
}
