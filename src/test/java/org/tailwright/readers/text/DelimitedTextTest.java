package org.tailwright.readers.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

class DelimitedTextTest {
    @TempDir
    Path folder;

    private <T extends Dataset> T read(Class<T> kind, String text, Map<String, String> mapping, Map<String, String> units) throws IOException, UnreadableFile {
        ReadOptions options = new ReadOptions(ZoneOffset.UTC, mapping, units);
        return assertInstanceOf(kind, Readers.read(Files.writeString(folder.resolve("table"), text), options, Work.NONE).datasets().getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {"N,X!UNKNOWN", "users,tps!USERS", "clients,throughput!USERS", "threads,ops/s!WORKERS", "nodes,rps!NODES", "instances,req/s!NODES", "pods,rps!NODES"})
    void loadPointsAreKnownByTheirHeader(String header, LoadPoints.Axis axis) throws IOException, UnreadableFile {
        LoadPoints found = read(LoadPoints.class, header + "\n1,65\n18,996.5\n36,1652\n", Map.of(), Map.of());
        assertEquals(axis, found.axis());
        assertArrayEquals(new double[] {1, 18, 36}, found.loads());
        assertArrayEquals(new double[] {65, 996.5, 1652}, found.throughputs());
    }

    /// What somebody says a load counts goes before its column's name.
    @ParameterizedTest
    @CsvSource({"servers, NODES", "users, USERS", "threads, WORKERS"})
    void whatTheLoadCountsCanBeSaid(String said, LoadPoints.Axis axis) throws IOException, UnreadableFile {
        LoadPoints found = read(LoadPoints.class, "N,X\n1,65\n18,996.5\n36,1652\n", Map.of(), Map.of("load", said));
        assertEquals(axis, found.axis());
        assertTrue(found.origin().trust().assumed().contains("the load counts " + axis.words() + ", as was said"), found.origin().trust().toString());
        assertEquals(axis, read(LoadPoints.class, "threads,X\n1,65\n18,996.5\n36,1652\n", Map.of(), Map.of("load", said)).axis());
        assertTrue(assertThrows(UnreadableFile.class, () -> read(LoadPoints.class, "N,X\n1,65\n18,996\n", Map.of(), Map.of("load", "apples"))).line().contains("counts servers, users or workers, not \"apples\""));
    }

    @Test
    void numbersWithoutAHeaderCanBeMapped() throws IOException, UnreadableFile {
        String message = assertThrows(UnreadableFile.class, () -> read(LoadPoints.class, "1,65\n18,996\n36,1652\n", Map.of(), Map.of())).line();
        assertTrue(message.contains("column 1, column 2"), message);
        LoadPoints found = read(LoadPoints.class, "1 65\n18 996\n36 1652\n", Map.of("load", "column 1", "throughput", "column 2"), Map.of());
        assertArrayEquals(new double[] {1, 18, 36}, found.loads());
    }

    @Test
    void durationsWithoutTimesAreADistributionAndNothingElse() throws IOException, UnreadableFile {
        Histograms named = read(Histograms.class, "name;latency_ms\na;12\nb;15\nc;oops\nd;900\ne;14\nf;16\n", Map.of(), Map.of());
        assertEquals(5, named.intervals().getFirst().count().orElseThrow());
        assertEquals(900e6, named.exactMax(""));
        assertEquals(15e6, named.intervals().getFirst().at(0.5).orElseThrow(), 15e6 / 1e4);
        assertTrue(named.span().isEmpty());
        assertEquals(1, named.origin().trust().skipped());
        assertTrue(named.origin().trust().doubts().getFirst().contains("throughput"));
        Histograms alone = read(Histograms.class, "12.5\n7\n900\n", Map.of("duration", "column 1"), Map.of("duration", "us"));
        assertEquals(900e3, alone.exactMax(""));
        assertEquals(3, alone.intervals().getFirst().count().orElseThrow());
        String message = assertThrows(UnreadableFile.class, () -> read(Histograms.class, "12.5\n7\n900\n", Map.of(), Map.of())).line();
        assertTrue(message.contains("duration alone") && message.contains("column 1"), message);
    }

    @Test
    void somebodyMaySayWhetherTheFirstLineNamesTheColumns() throws IOException, UnreadableFile {
        Histograms data = read(Histograms.class, "2024,2025\n5,6\n7,8\n9,10\n", Map.of("header", "no", "duration", "column 1"), Map.of("duration", "ms"));
        assertEquals(4, data.intervals().getFirst().count().orElseThrow());
        Histograms names = read(Histograms.class, "2024,2025\n5,6\n7,8\n9,10\n", Map.of("header", "yes", "duration", "2025"), Map.of("duration", "ms"));
        assertEquals(3, names.intervals().getFirst().count().orElseThrow());
        assertEquals(10e6, names.exactMax(""));
        assertTrue(assertThrows(UnreadableFile.class, () -> read(Histograms.class, "a,b\n5,6\n", Map.of("header", "perhaps"), Map.of())).line().contains("yes or no"));
    }

    @Test
    void aMappingTurnsATimeSeriesIntoLoadPoints() throws IOException, UnreadableFile {
        String text = "timestamp,db_time,txn_rate\n2012-01-19T07:02:00,0.31,2.2\n2012-01-19T07:04:00,0.32,2.5\n";
        assertEquals(2, read(Metrics.class, text, Map.of(), Map.of()).series().size());
        LoadPoints found = read(LoadPoints.class, text, Map.of("load", "db_time", "throughput", "txn_rate"), Map.of());
        assertArrayEquals(new double[] {2.2, 2.5}, found.throughputs());
    }

    @Test
    void aMappingToNoColumnNamesTheColumns() {
        UnreadableFile wrong = assertThrows(UnreadableFile.class, () -> read(LoadPoints.class, "a,b\n1,2\n3,4\n", Map.of("load", "q", "throughput", "b"), Map.of()));
        assertTrue(wrong.line().contains("a, b"), wrong.line());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {
            "time,duration_ms!2026-03-01T10:00:00Z,12.5!12500000", "ts;latency [s]!1772359200;0,25!250000000",
            "start|elapsed (us)!2026-03-01 10:00:00.000|99!99000", "timestamp,latency!1772359200000,30!30000000"})
    void requestsHaveATimeAndADuration(String header, String row, long nanos) throws IOException, UnreadableFile {
        Requests found = read(Requests.class, header + "\n" + row + "\n" + row + "\n", Map.of(), Map.of());
        assertEquals(Instant.parse("2026-03-01T10:00:00Z").getEpochSecond() * 1_000_000_000L, found.starts().at(0));
        assertEquals(nanos, found.durations().at(0));
    }

    @Test
    void aGuessedUnitIsSaidAloudAndTheUserCanSetIt() throws IOException, UnreadableFile {
        String text = "time,operation,latency,success\n1772359200,get,30,true\n1772359201,put,40,false\n";
        Requests guessed = read(Requests.class, text, Map.of(), Map.of());
        assertTrue(guessed.origin().trust().assumed().toString().contains("taken as ms"), guessed.origin().trust().toString());
        assertEquals("put", guessed.labels().orElseThrow().at(1));
        assertEquals(1, guessed.errors());
        assertEquals(30_000, read(Requests.class, text, Map.of(), Map.of("duration", "us")).durations().at(0));
    }

    @Test
    void longMetricsBecomeSeriesWithLabels() throws IOException, UnreadableFile {
        Metrics found = read(Metrics.class, """
                time,host,metric,value
                2026-03-01 10:00:00,a,cpu,1.5
                2026-03-01 10:00:00,b,cpu,2.5
                2026-03-01 10:00:00,a,mem,7
                2026-03-01 10:00:10,a,cpu,
                2026-03-01 10:00:10,b,cpu,3.5
                2026-03-01 10:00:10,a,mem,8
                """, Map.of(), Map.of());
        assertEquals(List.of("cpu{host=a}", "cpu{host=b}", "mem{host=a}"), found.series().stream().map(Metrics.Series::title).toList());
        assertTrue(Double.isNaN(found.series().get(0).values().at(1)));
        assertEquals(3.5, found.series().get(1).values().at(1));
    }

    @Test
    void wideMetricsMayComeOutOfOrder() throws IOException, UnreadableFile {
        Metrics found = read(Metrics.class, "time\tcpu(%)\n1772359210\t2\n1772359200\t1\n1772359220\t3\n", Map.of(), Map.of());
        assertArrayEquals(new double[] {1, 2, 3}, found.series().getFirst().values().toArray());
        assertEquals("%", found.series().getFirst().values().unit().symbol());
    }

    @Test
    void theRepeatedHourIsResolvedByFileOrder() {
        ZoneId zone = ZoneId.of("Europe/Vienna");
        TimeFormat format = TimeFormat.of(List.of("2026-10-25 02:30:00"), zone, null).orElseThrow();
        long first = format.nanos("2026-10-25 02:30:00");
        assertEquals(Instant.parse("2026-10-25T00:30:00Z").getEpochSecond() * 1_000_000_000L, first);
        assertEquals(first + 1_800_000_000_000L, format.nanos("2026-10-25 02:00:00", first));
        assertFalse(format.assumed().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {
            "2026-03-01T10:00:00.5+01:00!2026-03-01T09:00:00.500Z", "2026/03/01 10:00:00!2026-03-01T10:00:00Z", "01.03.2026 10:00!2026-03-01T10:00:00Z",
            "03/25/2026 3:00:00 PM!2026-03-25T15:00:00Z", "01/Mar/2026:10:00:00 +0000!2026-03-01T10:00:00Z", "Sun Mar 01 10:00:00 2026!2026-03-01T10:00:00Z",
            "2022-08-22 03:51:19.799087274 +0000 UTC m=+0.305!2022-08-22T03:51:19.799087274Z", "1772359200.25!2026-03-01T10:00:00.250Z",
            "1772359200000000000!2026-03-01T10:00:00Z"})
    void knowsManyWaysToWriteTimes(String text, String expected) {
        Instant instant = Instant.parse(expected);
        long nanos = TimeFormat.of(List.of(text), ZoneOffset.UTC, null).orElseThrow().nanos(text);
        assertEquals(instant.getEpochSecond() * 1_000_000_000L + instant.getNano(), nanos);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {"metrics CSV!time;cpu;mem!1772359200;1,5;2", "load points!users,tps!5,10", "delimited text!time,elapsed_ms!1772359200,12"})
    void standsTheBattery(String format, String header, String row) throws IOException, UnreadableFile {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 0; i < 60; i++) {
            text.append(row).append('\n');
        }
        ReaderBattery.run(folder, text.toString().getBytes(StandardCharsets.UTF_8), format, true);
    }
}
