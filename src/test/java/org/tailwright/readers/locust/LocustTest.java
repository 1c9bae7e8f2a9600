package org.tailwright.readers.locust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
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
            text.append(1_700_000_000 + i).append(i < 10 ? ",10,,Aggregated,100,0," : ",20,,Aggregated,180,0,").append(i == 0 ? "N/A,N/A" : "12,40").append(",").append(i < 10 ? 100 * i : 1000 + 180 * (i - 10))
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
        assertEquals(List.of(10.0, 20.0), Arrays.stream(points.loads()).boxed().toList());
        assertEquals(List.of(100.0, 180.0), Arrays.stream(points.throughputs()).boxed().toList());
    }

    @Test
    void ratesOfTheStepBeforeDoNotCount() throws Exception {
        // What Locust prints as Requests/s right after a step still tells of the step before; the total does not.
        String text = history().replace("20,,Aggregated,180,0", "20,,Aggregated,100,0");
        LoadPoints points = (LoadPoints) read(text).datasets().get(1);
        assertEquals(List.of(100.0, 180.0), Arrays.stream(points.throughputs()).boxed().toList());
        assertEquals(1_700_000_010_000_000_000L, points.table().longs("start").orElseThrow().at(1));
        assertEquals(1, read(history().replace(",20,,Agg", ",10,,Agg")).datasets().size());
    }

    @Test
    void contradictoryMaximaAreLeftOut() throws Exception {
        ReadResult result = read(STATS.replace("2.5,812.25", "2.5,469.3"));
        assertEquals(810e6, ((Histograms) result.datasets().getFirst()).intervals().getFirst().at(0.99).orElseThrow());
        assertTrue(result.datasets().getFirst().origin().trust().doubts().toString().contains("max is below the p99"));
    }

    @Test
    void oldVersionsAreRead() throws Exception {
        Histograms requests = (Histograms) read("""
                "Method","Name","# requests","# failures","Median response time","Average response time","Min response time","Max response time","Average Content Size","Requests/s"
                "GET","/a",10,1,20,25,5,90,100,1.50
                "None","Total",10,1,20,25,5,90,100,1.50
                """).datasets().getFirst();
        assertEquals(List.of("GET /a", "None Total"), requests.tags());
        assertEquals(20e6, requests.intervals().getFirst().at(0.5).orElseThrow());
        assertTrue(requests.intervals().getFirst().at(0.99).isEmpty());
        assertTrue(requests.origin().trust().doubts().contains("1 of 10 requests failed; their durations are among the others"));
        Histograms distribution = (Histograms) read("\"Name\",\"# requests\",\"50%\",\"99%\",\"100%\"\n\"GET /a\",10,20,80,90\n").datasets().getFirst();
        assertEquals(80e6, distribution.intervals().getFirst().at(0.99).orElseThrow());
        assertEquals(90e6, distribution.intervals().getFirst().at(1).orElseThrow());
    }

    @Test
    void columnsNamedTwiceAreNoTrouble() throws Exception {
        assertEquals(2, read(STATS.replace("50%,90%", "50%,50%")).datasets().getFirst().rows());
    }

    @Test
    void samplesOfOthersHoldWhatTheyShould() throws Exception {
        Path samples = Path.of("../shared/samples/loadtest-locust");
        assumeTrue(Files.isDirectory(samples), "the shared samples are absent");
        Histograms now = (Histograms) Readers.read(samples.resolve("locust-2026_stats.csv"), ReadOptions.DEFAULT, Work.NONE).datasets().getFirst();
        assertEquals(9, now.rows());
        assertEquals(2210, now.count("Aggregated").orElseThrow());
        assertEquals(8e6, now.whole("Aggregated").orElseThrow().at(0.95).orElseThrow());
        assertTrue(now.origin().trust().doubts().contains("1607 of 2210 requests failed; their durations are among the others"));
        ReadResult before = Readers.read(samples.resolve("locust-blank-line_stats.csv"), ReadOptions.DEFAULT, Work.NONE);
        Histograms blank = (Histograms) before.datasets().getFirst();
        assertEquals(5, blank.rows());
        assertEquals(0, before.skipped());
        assertEquals(71464, blank.count("Aggregated").orElseThrow());
        assertEquals(570e6, blank.whole("Aggregated").orElseThrow().at(0.95).orElseThrow());
        Metrics history = (Metrics) Readers.read(samples.resolve("locust-2026_stats_history.csv"), ReadOptions.DEFAULT, Work.NONE).datasets().getFirst();
        assertEquals(56, history.named("users").orElseThrow().times().size());
        assertEquals(53, history.named("p99").orElseThrow().times().size());
        assertEquals(2050, history.named("requests").orElseThrow().values().at(55));
        assertEquals(Instant.parse("2026-03-07T02:13:32Z").getEpochSecond() * 1_000_000_000, history.span().orElseThrow().start());
        Metrics failures = (Metrics) Readers.read(samples.resolve("locust-2026_failures.csv"), ReadOptions.DEFAULT, Work.NONE).datasets().getFirst();
        assertEquals(7, failures.rows());
        assertEquals(1607, failures.series().stream().mapToDouble(each -> each.values().at(0)).sum());
    }

    @Test
    void failuresAreCountsWithoutTimes() throws Exception {
        Metrics metrics = (Metrics) read(FAILURES).datasets().getFirst();
        assertEquals(4, metrics.series().getFirst().values().at(0));
        assertEquals("HTTPError('500, so')", metrics.series().getFirst().labels().get("error"));
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
