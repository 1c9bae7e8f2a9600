package org.tailwright.readers.locust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Metrics;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

final class LocustTest {
    private static final String STATS = """
            Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,50%,90%,99%,100%

            GET,/users,100,4,30,35.5,2.5,812.25,10,5,0.2,30,50,810,820
            ,Aggregated,100,4,30,35.5,2.5,812.25,10,5,0.2,30,50,810,820
            """;
    private static final String FAILURES = "Method,Name,Error,Occurrences\nGET,/users,\"HTTPError('500, so')\",4\n";

    @TempDir
    private Path folder;

    private ReadResult read(String text) throws IOException, UnreadableFile {
        return Readers.read(Files.writeString(folder.resolve("file"), text), ReadOptions.DEFAULT, Work.NONE);
    }

    private static String history() {
        StringBuilder text = new StringBuilder("Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,99%,Total Request Count,Total Failure Count\n");
        for (int i = 0; i < 20; i++) {
            text.append(1_700_000_000 + i).append(i < 10 ? ",10,,Aggregated,100,0," : ",20,,Aggregated,180,0,").append(i == 0 ? "N/A,N/A" : "12,40").append(",").append(100 * i)
                    .append(",0\n");
        }
        return text.toString();
    }

    @Test
    void statisticsHoldPrintedPercentilesThatOverlap() throws Exception {
        ReadResult result = read(STATS);
        Histograms histograms = (Histograms) result.datasets().getFirst();
        assertEquals(List.of("GET /users", "Aggregated"), histograms.tags());
        assertFalse(histograms.disjoint());
        Histograms.Interval one = histograms.intervals().getFirst();
        assertTrue(one.percentilesOnly());
        assertEquals(810e6, one.printed().orElseThrow().at(0.99).orElseThrow());
        assertEquals(812.25e6, one.exactMax());
        assertTrue(histograms.origin().trust().doubts().contains("4 of 100 requests failed; their durations are among the others"));
        assertEquals(0, result.skipped());
    }

    @Test
    void historyGivesSeriesAndLoadPoints() throws Exception {
        ReadResult result = read(history());
        Metrics metrics = (Metrics) result.datasets().getFirst();
        assertEquals(20, metrics.named("users").orElseThrow().times().size());
        assertEquals(19, metrics.named("p99").orElseThrow().values().size());
        assertEquals(40e6, metrics.named("p99").orElseThrow().values().at(0));
        LoadPoints points = (LoadPoints) result.datasets().get(1);
        assertEquals(List.of(10.0, 20.0), java.util.Arrays.stream(points.loads()).boxed().toList());
        assertEquals(List.of(100.0, 180.0), java.util.Arrays.stream(points.throughputs()).boxed().toList());
    }

    @Test
    void failuresAreCountsWithoutTimes() throws Exception {
        Metrics metrics = (Metrics) read(FAILURES).datasets().getFirst();
        assertEquals(4, metrics.series().getFirst().values().at(0));
        assertEquals("HTTPError('500, so')", metrics.series().getFirst().labels().get("Error"));
        assertTrue(metrics.span().isEmpty());
        assertEquals(List.of(), read("Method,Name,Error,Occurrences\n").datasets());
    }

    @Test
    void allFormatsStandTheBattery() throws Exception {
        ReaderBattery.run(folder, STATS.getBytes(StandardCharsets.UTF_8), "Locust statistics", true);
        ReaderBattery.run(folder, history().getBytes(StandardCharsets.UTF_8), "Locust history", true);
        ReaderBattery.run(folder, FAILURES.getBytes(StandardCharsets.UTF_8), "Locust failures", true);
    }
}
