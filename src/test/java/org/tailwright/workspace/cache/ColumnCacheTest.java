package org.tailwright.workspace.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.data.Column;
import org.tailwright.data.Dataset;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Readers;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

final class ColumnCacheTest {
    private static final Path CHECKOUT = Path.of("sample-datasets", "checkout");
    private static final long MOST = 1L << 30;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"openloop.jtl.gz", "spans.jsonl.gz", "service.jfr", "service-metrics.csv", "latency.hlog", "points.csv", "percentiles.hgrm"})
    void whatWasKeptIsWhatWasRead(String name) throws Exception {
        Path file = file(name);
        ReadResult read = kept(cache("one"), file);
        ReadResult found = cache("one").find(file, ReadOptions.DEFAULT).orElseThrow();
        assertEquals(read.format(), found.format());
        assertEquals(read.diagnostics(), found.diagnostics());
        assertEquals(read.problems() + " " + read.skipped(), found.problems() + " " + found.skipped());
        assertEquals(read.datasets().size(), found.datasets().size());
        for (int i = 0; i < read.datasets().size(); i++) {
            same(read.datasets().get(i), found.datasets().get(i));
        }
    }

    @Test
    void anotherProgramOrOtherOptionsOrAChangedFileFindNothing() throws Exception {
        Path file = file("service-metrics.csv");
        kept(cache("one"), file);
        assertTrue(cache("one").find(file, ReadOptions.DEFAULT).isPresent());
        assertFalse(cache("two").find(file, ReadOptions.DEFAULT).isPresent());
        assertFalse(cache("one").find(file, new ReadOptions(ZoneOffset.ofHours(2), Map.of(), Map.of())).isPresent());
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        assertFalse(cache("one").find(file, ReadOptions.DEFAULT).isPresent());
    }

    @Test
    void damageIsNeverTrustedAndTheFileGoes() throws Exception {
        Path file = file("service-metrics.csv");
        kept(cache("one"), file);
        byte[] whole = Files.readAllBytes(only());
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            damaged[Seeds.stream(i, "damage", 0).nextInt(damaged.length)] ^= (byte) (1 << i % 8);
            Files.write(cacheFile(file), i % 3 == 0 ? java.util.Arrays.copyOf(whole, whole.length * i / 60) : damaged);
            assertFalse(cache("one").find(file, ReadOptions.DEFAULT).isPresent(), "damage " + i);
            assertEquals(List.of(), files());
        }
    }

    @Test
    void theLeastLatelyUsedGoesFirst() throws Exception {
        Path one = file("points.csv");
        Path two = file("latency.hlog");
        Path three = file("service-metrics.csv");
        for (Path each : List.of(one, two, three)) {
            kept(cache("one"), each);
        }
        long most = Files.size(cacheFile(one)) + Files.size(cacheFile(three));
        Files.delete(cacheFile(three));
        Files.setLastModifiedTime(cacheFile(two), FileTime.from(Instant.EPOCH));
        Files.setLastModifiedTime(cacheFile(one), FileTime.from(Instant.EPOCH.minusSeconds(1)));
        assertTrue(cache("one").find(one, ReadOptions.DEFAULT).isPresent());
        kept(new ColumnCache(folder.resolve("cache"), 0, most, "one", clock()), three);
        assertEquals(List.of(true, false, true), Stream.of(cacheFile(one), cacheFile(two), cacheFile(three)).map(Files::exists).toList());
        kept(new ColumnCache(folder.resolve("cache"), 0, 1, "two", clock()), one);
        assertEquals(List.of(), files());
    }

    private ReadResult kept(ColumnCache cache, Path file) throws Exception {
        ReadResult read = Readers.read(file, ReadOptions.DEFAULT, Work.NONE);
        cache.keep(file, ReadOptions.DEFAULT, read);
        cache.settle();
        return read;
    }

    private ColumnCache cache(String program) {
        return new ColumnCache(folder.resolve("cache"), 0, MOST, program, clock());
    }

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        if (name.equals("percentiles.hgrm")) {
            return Files.writeString(file, "Value Percentile TotalCount 1/(1-Percentile)\n\n1.5 0.5 10 2.00\n2.25 0.9 18 10.00\n4.0 1.0 20\n");
        }
        if (name.equals("points.csv")) {
            return Files.writeString(file, "N,X\n1,10\n2,18\n4,30\n8,41\n");
        }
        if (name.equals("percentiles.hgrm")) {
            return Files.writeString(file, "Value Percentile TotalCount 1/(1-Percentile)\n\n1.25 0.000000 1 1.00\n2.5 0.500000 10 2.00\n"
                    + "9.5 1.000000 20 inf\n#[Mean = 2.000, StdDeviation = 1.000]\n#[Max = 9.400, Total count = 20]\n");
        }
        return Files.copy(CHECKOUT.resolve(name), file);
    }

    private Path cacheFile(Path file) throws IOException {
        return folder.resolve("cache").resolve(CacheKey.of(file, ReadOptions.DEFAULT, "one") + ".columns");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("cache"))) {
            return all.toList();
        }
    }

    private Path only() throws IOException {
        assertEquals(1, files().size());
        return files().getFirst();
    }

    private static void same(Dataset read, Dataset found) {
        assertEquals(read.origin(), found.origin());
        assertEquals(read.span(), found.span());
        switch (read) {
            case Requests requests -> {
                assertEquals(requests.meaning(), ((Requests) found).meaning());
                same(requests.table(), ((Requests) found).table());
            }
            case Traces traces -> {
                assertEquals(traces.meaning() + traces.sampling(), ((Traces) found).meaning() + ((Traces) found).sampling());
                same(traces.table(), ((Traces) found).table());
                Table table = ((Traces) found).table();
                assertTrue(table.texts(Traces.SPAN).orElseThrow().sharesCodes(table.texts(Traces.PARENT).orElseThrow()));
            }
            case LoadPoints points -> {
                assertEquals(points.axis(), ((LoadPoints) found).axis());
                same(points.table(), ((LoadPoints) found).table());
            }
            case Metrics metrics -> {
                for (int i = 0; i < metrics.series().size(); i++) {
                    Metrics.Series one = metrics.series().get(i);
                    Metrics.Series other = ((Metrics) found).series().get(i);
                    assertEquals(one.title(), other.title());
                    same(one.times(), other.times());
                    same(one.values(), other.values());
                }
            }
            case Histograms histograms -> assertEquals(histograms, found);
            case Recording recording -> {
                Recording other = (Recording) found;
                assertEquals(recording.counts(), other.counts());
                assertEquals(recording.settings(), other.settings());
                assertEquals(List.copyOf(recording.tables().keySet()), List.copyOf(other.tables().keySet()));
                recording.tables().forEach((type, table) -> same(table, other.tables().get(type)));
                same(recording.samples().samples(), other.samples().samples());
                assertArrayEquals(recording.samples().parents(), other.samples().parents());
                assertArrayEquals(recording.samples().nodeFrames(), other.samples().nodeFrames());
                assertArrayEquals(recording.samples().kinds(), other.samples().kinds());
            }
        }
    }

    private static void same(Table read, Table found) {
        assertEquals(List.copyOf(read.columns().keySet()), List.copyOf(found.columns().keySet()));
        assertEquals(read.rows(), found.rows());
        read.columns().forEach((name, column) -> same(column, found.columns().get(name)));
    }

    private static void same(Column read, Column found) {
        assertEquals(read.unit(), found.unit());
        assertEquals(read.size(), found.size());
        for (int i = 0; i < read.size(); i++) {
            assertEquals(read.missing(i), found.missing(i));
            assertEquals(value(read, i), value(found, i));
        }
    }

    private static Object value(Column column, int row) {
        return switch (column) {
            case Longs longs -> longs.at(row);
            case Doubles doubles -> doubles.at(row);
            case Texts texts -> texts.at(row);
            case Flags flags -> flags.at(row);
        };
    }
}
