package org.tailwright.readers.hdr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.data.Buckets;
import org.tailwright.data.Histograms;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class HdrLogTest {
    private static final Path REFERENCE = Path.of("../shared/reference/03-hdrhistogram");

    @TempDir
    Path folder;

    private static Histogram drawn(int interval) {
        Histogram histogram = new Histogram(3);
        var random = Seeds.stream(interval, "hlog", 0);
        for (int i = 0; i < 500; i++) {
            histogram.recordValue((long) (1_000_000 * Math.exp(random.nextGaussian())));
        }
        return histogram;
    }

    private static byte[] written(int intervals, double ratio) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HistogramLogWriter writer = new HistogramLogWriter(new PrintStream(bytes, false, StandardCharsets.UTF_8));
        writer.outputLogFormatVersion();
        writer.outputStartTime(1_700_000_000_000L);
        writer.outputLegend();
        for (int i = 0; i < intervals; i++) {
            Histogram histogram = drawn(i);
            histogram.setTag(i % 2 == 0 ? null : "B");
            writer.outputIntervalHistogram(1_700_000_000.0 + i, 1_700_000_001.0 + i, histogram, ratio);
        }
        writer.close();
        return bytes.toByteArray();
    }

    private ReadResult read(byte[] bytes) throws IOException, UnreadableFile {
        return Readers.read(Files.write(folder.resolve("log"), bytes), ReadOptions.DEFAULT, Work.NONE);
    }

    @Test
    void readsWhatTheLibraryWrites() throws IOException, UnreadableFile {
        Histograms found = assertInstanceOf(Histograms.class, read(written(8, 1_000_000)).datasets().getFirst());
        assertEquals(List.of("", "B"), found.tags());
        assertEquals(1, found.nanosPerUnit());
        for (int i = 0; i < 8; i++) {
            Histogram expected = drawn(i);
            Histogram actual = found.intervals().get(i).buckets().histogram();
            assertEquals(expected.getTotalCount(), actual.getTotalCount());
            for (double p : new double[] {0, 50, 90, 99, 99.9, 100}) {
                assertEquals(expected.getValueAtPercentile(p), actual.getValueAtPercentile(p));
            }
            assertEquals(1_700_000_000_000_000_000L + i * 1_000_000_000L, found.intervals().get(i).span().orElseThrow().start());
        }
    }

    @Test
    void printedMaximaTellMicroseconds() throws IOException, UnreadableFile {
        Histograms found = assertInstanceOf(Histograms.class, read(written(4, 1000)).datasets().getFirst());
        assertEquals(1000, found.nanosPerUnit());
        assertTrue(found.origin().trust().assumed().toString().contains("microseconds"));
    }

    @Test
    void tablesOfOneFileStayApart() throws IOException, UnreadableFile {
        String table = "       Value     Percentile TotalCount 1/(1-Percentile)\n\n 1.0 0.0 1 1.00\n %s 0.5 5 2.0\n %s 1.0 10\n#[Max = %s, Total count = 10]\n";
        ReadResult result = read((table.formatted("2.0", "3.0", "3.0") + "a line between\n" + table.formatted("20.0", "30.0", "30.0")).getBytes(StandardCharsets.UTF_8));
        Histograms found = assertInstanceOf(Histograms.class, result.datasets().getFirst());
        assertEquals(List.of("table 1", "table 2"), found.tags());
        assertEquals(2e6, found.whole("table 1").orElseThrow().at(0.5).orElseThrow());
        assertEquals(30e6, found.exactMax("table 2"));
        assertEquals(0, result.skipped());
    }

    /// `vegeta report -type=hdrplot`.
    @Test
    void plotsOfVegetaNameTheirUnit() throws IOException, UnreadableFile {
        String plot = "Value(ms)  Percentile  TotalCount  1/(1-Percentile)\n0.076715  0.000000  0  1.000000\n0.605208  0.500000  1000  2.000000\n9.100022  1.000000  2000  +Inf\n";
        Histograms found = assertInstanceOf(Histograms.class, read(plot.getBytes(StandardCharsets.UTF_8)).datasets().getFirst());
        assertEquals(605_208, found.whole("").orElseThrow().at(0.5).orElseThrow(), 1);
        assertEquals(9_100_022, found.exactMax(""), 1);
        assertEquals(2000, found.count("").orElseThrow());
        assertTrue(found.origin().trust().assumed().stream().noneMatch(each -> each.contains("milliseconds")), found.origin().trust().toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void bucketsOfAllWidthsAreTheLibrarys(int digits) throws IOException, UnreadableFile {
        Histogram written = new Histogram(1000, 1L << 45, digits);
        Random random = new Random(digits);
        for (int i = 0; i < 3000; i++) {
            written.recordValueWithCount((long) Math.exp(random.nextDouble() * Math.log(1L << 44)), 1L << random.nextInt(38));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HistogramLogWriter writer = new HistogramLogWriter(new PrintStream(bytes, false, StandardCharsets.UTF_8));
        writer.outputLogFormatVersion();
        writer.outputIntervalHistogram(1_700_000_000.0, 1_700_000_001.0, written, 1e6);
        writer.close();
        Histograms found = assertInstanceOf(Histograms.class, read(bytes.toByteArray()).datasets().getFirst());
        Histogram kept = new Histogram(1000, 1L << 45, Math.min(3, digits));
        kept.add(written);
        assertEquals(Buckets.of(kept), found.intervals().getFirst().buckets());
    }

    /// Damage behind compression and Base64, where damaged files hardly get: buckets or a refusal, nothing else.
    @Test
    void damagedPayloadsAreBucketsOrRefused() {
        Histogram histogram = new Histogram(1, 1L << 40, 3);
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            histogram.recordValueWithCount((long) Math.exp(random.nextDouble() * 25), 1 + random.nextInt(1000));
        }
        ByteBuffer plain = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        byte[] whole = Arrays.copyOf(plain.array(), histogram.encodeIntoByteBuffer(plain));
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] damaged = random.nextInt(8) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int k = random.nextInt(4); k >= 0 && damaged.length > 0; k--) {
                int at = random.nextInt(random.nextBoolean() ? Math.min(40, damaged.length) : damaged.length);
                damaged[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : damaged[at] ^ 1 << random.nextInt(8));
            }
            try {
                assertTrue(new Payload().decode(compressed(damaged)).total() >= 0);
            } catch (DataFormatException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000 && refused < 5000, refused + " were refused");
    }

    /// Fifty thousand buckets in a few hundred characters, again and again.
    @Test
    void textsThatUnfoldWithoutEndAreRefused() throws DataFormatException {
        Histogram full = new Histogram(1, 1L << 55, 3);
        for (long value = 0; value < 1L << 54; value = full.nextNonEquivalentValue(value)) {
            full.recordValue(value);
        }
        ByteBuffer plain = ByteBuffer.allocate(full.getNeededByteBufferCapacity());
        String text = compressed(Arrays.copyOf(plain.array(), full.encodeIntoByteBuffer(plain)));
        Payload payload = new Payload();
        for (int i = 0; i < 50; i++) {
            payload.decode(text);
        }
        assertThrows(DataFormatException.class, () -> {
            for (int i = 0; i < 200; i++) {
                payload.decode(text);
            }
        });
    }

    private static String compressed(byte[] body) {
        ByteBuffer all = ByteBuffer.allocate(body.length + 200);
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(body);
            deflater.finish();
            int length = deflater.deflate(all.array(), 8, all.capacity() - 8);
            all.putInt(0, 0x1c849304 | 0x10).putInt(4, length);
            return Base64.getEncoder().encodeToString(Arrays.copyOf(all.array(), 8 + length));
        }
    }

    /// Five digits are kept as three, within 0.1 %; a number of values beyond what a double counts is refused.
    @Test
    void fineHistogramsAreKeptSmallAndEndlessCountsRefused() throws IOException, UnreadableFile {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HistogramLogWriter writer = new HistogramLogWriter(new PrintStream(bytes, false, StandardCharsets.UTF_8));
        writer.outputLogFormatVersion();
        Histogram fine = new Histogram(5);
        fine.recordValue(123_456_789);
        writer.outputIntervalHistogram(1_700_000_000.0, 1_700_000_001.0, fine, 1e6);
        fine.recordValueWithCount(7, 1L << 61);
        writer.outputIntervalHistogram(1_700_000_001.0, 1_700_000_002.0, fine, 1e6);
        writer.close();
        ReadResult result = read(bytes.toByteArray());
        Histograms found = assertInstanceOf(Histograms.class, result.datasets().getFirst());
        assertEquals(1, found.rows());
        assertEquals(1, result.skipped());
        assertEquals(3, found.intervals().getFirst().buckets().histogram().getNumberOfSignificantValueDigits());
        assertEquals(123_456_789, found.intervals().getFirst().buckets().histogram().getMaxValue(), 123_456);
        assertTrue(found.origin().trust().assumed().toString().contains("more than three digits"));
    }

    /// Two relative logs in one file: each counts from its own start. An interval may begin just before it.
    @Test
    void joinedLogsCountFromTheirOwnStart() throws IOException, UnreadableFile {
        String one = new String(written(1, 1e6), StandardCharsets.UTF_8);
        String line = one.strip().substring(one.strip().lastIndexOf('\n') + 1);
        String rest = line.substring(line.indexOf(','));
        String text = "#[StartTime: 1700000000 (seconds since epoch)]\n-0.500" + rest + "\n1.000" + rest + "\n#[StartTime: 1700003600 (seconds since epoch)]\n1.000" + rest + "\n";
        Histograms found = assertInstanceOf(Histograms.class, read(text.getBytes(StandardCharsets.UTF_8)).datasets().getFirst());
        assertEquals(List.of(1_699_999_999_500L, 1_700_000_001_000L, 1_700_003_601_000L), found.intervals().stream().map(each -> each.span().orElseThrow().start() / 1_000_000).toList());
    }

    /// Nanoseconds in a `long` end in 2262: an interval that begins or ends later is left out, and the others stay.
    @Test
    void timesBeyondAllCalendarsAreLeftOut() throws IOException, UnreadableFile {
        String text = new String(written(2, 1e6), StandardCharsets.UTF_8);
        String last = text.strip().substring(text.strip().lastIndexOf('\n') + 1).replace("Tag=B,", "");
        String rest = last.substring(last.indexOf(',', last.indexOf(',') + 1));
        ReadResult result = read((text + "9999999999.000,1.000" + rest + "\n" + "1700000000.000,9000000000.000" + rest + "\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(2, result.datasets().getFirst().rows());
        assertEquals(2, result.skipped());
    }

    @Test
    void damagedIntervalsAreLeftOut() throws IOException, UnreadableFile {
        String text = new String(written(3, 1e6), StandardCharsets.UTF_8);
        ReadResult result = read((text + "5.0,1.0,2.0,HISTFAAAAEV42pNpmSzMwMCgyAABTBDK\n\nnonsense\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(3, result.datasets().getFirst().rows());
        assertEquals(2, result.skipped());
    }

    @Test
    void printedPercentilesKeepTheirCountsAndExactMaximum() throws IOException, UnreadableFile {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Histogram histogram = drawn(1);
        histogram.outputPercentileDistribution(new PrintStream(bytes, true, StandardCharsets.UTF_8), 1e6);
        Histograms found = assertInstanceOf(Histograms.class, read(bytes.toByteArray()).datasets().getFirst());
        Histogram actual = found.intervals().getFirst().buckets().histogram();
        assertTrue(found.intervals().getFirst().percentilesOnly());
        assertEquals(500, actual.getTotalCount());
        for (double p : new double[] {50, 90, 99}) {
            double millis = histogram.getValueAtPercentile(p) / 1e6;
            assertEquals(millis, actual.getValueAtPercentile(p) * found.nanosPerUnit() / 1e6, 0.05 * millis);
        }
        assertEquals(histogram.getMaxValue() / 1e6, found.intervals().getFirst().exactMax() * found.nanosPerUnit() / 1e6, 0.001);
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        ReaderBattery.run(folder, written(6, 1e6), "HdrHistogram log", true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        drawn(2).outputPercentileDistribution(new PrintStream(bytes, true, StandardCharsets.UTF_8), 1e6);
        ReaderBattery.run(folder, bytes.toByteArray(), "HdrHistogram percentiles", true);
    }

    @ParameterizedTest
    @CsvSource({"jHiccup-2.0.1.logV0,jHiccup-2.0.1.logV0", "jHiccup-2.0.7S.logV2,jHiccup-2.0.7S.logV2", "tagged-Log.logV2,tagged-Log.logV2"})
    void agreesWithTheReferenceIntervals(String log, String expected) throws IOException, UnreadableFile {
        Path table = REFERENCE.resolve("intervals-" + expected + ".csv");
        assumeTrue(Files.exists(table), "the shared reference logs are absent");
        Histograms found = assertInstanceOf(Histograms.class,
                Readers.read(REFERENCE.resolve("logs/" + log + ".hlog"), ReadOptions.DEFAULT, Work.NONE).datasets().getFirst());
        List<String> lines = Files.readAllLines(table);
        assertEquals(lines.size() - 1, found.intervals().size());
        for (int i = 1; i < lines.size(); i++) {
            String[] due = lines.get(i).split(",");
            Histograms.Interval each = found.intervals().get(i - 1);
            Histogram histogram = each.buckets().histogram();
            assertEquals(due[1], each.tag());
            assertEquals(Long.parseLong(due[2]), each.span().orElseThrow().start() / 1_000_000, 1.0);
            assertEquals(Long.parseLong(due[3]), each.span().orElseThrow().end() / 1_000_000, 1.0);
            assertEquals(Long.parseLong(due[4]), histogram.getTotalCount());
            assertEquals(Long.parseLong(due[5]), histogram.getMinValue());
            assertEquals(Long.parseLong(due[6]), histogram.getMaxValue());
            assertEquals(Double.parseDouble(due[7]), histogram.getMean(), 1e-9 * histogram.getMean());
            assertEquals(Long.parseLong(due[8]), histogram.getValueAtPercentile(50));
            assertEquals(Long.parseLong(due[11]), histogram.getValueAtPercentile(99.9));
        }
    }

    /// Copied figures: the logs themselves belong to others and are read where they lie.
    @Test
    void agreesWithTheReferenceTotals() throws IOException, UnreadableFile {
        assumeTrue(Files.exists(REFERENCE.resolve("logs")), "the shared reference logs are absent");
        int compared = 0;
        for (String line : Files.readAllLines(Path.of("src/test/resources/reference/hdr-log-expected.csv"))) {
            String[] due = line.split(",");
            if (due.length != 5 || !due[1].equals("all") || due[3].equals("start_time_sec") || due[0].equals("log")) {
                continue;
            }
            Histograms found = assertInstanceOf(Histograms.class,
                    Readers.read(REFERENCE.resolve("logs/" + due[0]), ReadOptions.DEFAULT, Work.NONE).datasets().getFirst());
            Histogram total = new Histogram(3);
            String tag = due[2].equals("(none)") ? "" : due[2];
            long intervals = found.intervals().stream().filter(each -> due[2].equals("(all)") || each.tag().equals(tag)).peek(each -> total.add(each.buckets().histogram())).count();
            double expected = Double.parseDouble(due[4]);
            double actual = switch (due[3]) {
                case "interval_count" -> intervals;
                case "total_count" -> total.getTotalCount();
                case "min" -> total.getMinValue();
                case "max" -> total.getMaxValue();
                case "mean" -> total.getMean();
                case "min_nonzero" -> total.getMinNonZeroValue();
                case "stddev" -> total.getStdDeviation();
                default -> total.getValueAtPercentile(Double.parseDouble(due[3].substring("value_at_percentile_".length())));
            };
            assertEquals(expected, actual, 1e-9 * Math.abs(expected), line);
            compared++;
        }
        assertTrue(compared >= 270, compared + " figures compared");
    }
}
