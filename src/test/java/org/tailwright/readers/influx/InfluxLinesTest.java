package org.tailwright.readers.influx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tailwright.readers.series.MetricFiles.metrics;
import static org.tailwright.readers.series.MetricFiles.read;
import static org.tailwright.readers.series.MetricFiles.rows;
import static org.tailwright.readers.series.MetricFiles.sample;
import static org.tailwright.readers.series.MetricFiles.series;
import static org.tailwright.readers.series.MetricFiles.times;
import static org.tailwright.readers.series.MetricFiles.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;

class InfluxLinesTest {
    private static final String POINTS = """
            # a remark
            cpu,host=a,region=eu\\ west usage_idle=97.5,usage_user=2i 1700000000000000000
            cpu,host=a,region=eu\\ west usage_idle=96.5e0,usage_user=3i 1699999999000000000
            my\\,disk,path=/a\\=b free=12u,full=false,name="a \\"b\\", c=d",ok=T 1700000000000000000
            weather temp_celsius=-3.5
            """;

    @TempDir
    Path folder;

    @Test
    void fieldsAreSeriesAndTagsLabels() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "points", POINTS);
        assertEquals(8, rows(result));
        Metrics.Series idle = series(result, "cpu.usage_idle");
        assertEquals(Map.of("host", "a", "region", "eu west"), idle.labels());
        assertEquals(List.of("2023-11-14T22:13:19Z", "2023-11-14T22:13:20Z"), times(idle));
        assertEquals(List.of(96.5, 97.5), values(idle));
        assertEquals(List.of(3.0, 2.0), values(series(result, "cpu.usage_user")));
        assertEquals(List.of(12.0), values(series(result, "my,disk.free", "path=/a=b")));
        assertEquals(List.of(0.0), values(series(result, "my,disk.full")));
        assertEquals(List.of(1.0), values(series(result, "my,disk.ok")));
        assertEquals(List.of("-"), times(series(result, "weather.temp_celsius")));
        assertEquals(Unit.of("°C"), series(result, "weather.temp_celsius").values().unit());
        assertEquals("1 fields hold texts and are left out", result.diagnostics().getFirst().message());
        assertTrue(metrics(result).origin().trust().assumed().getFirst().startsWith("1 of 8 values have no time"));
    }

    @ParameterizedTest
    @CsvSource({"1700000000,seconds", "1700000000000,milliseconds", "1700000000000000,microseconds"})
    void theSizeTellsTheUnitOfTimes(String time, String unit) throws IOException, UnreadableFile {
        ReadResult result = read(folder, "points", "m,t=a v=1 " + time + "\n");
        assertEquals(List.of("2023-11-14T22:13:20Z"), times(series(result, "m.v")));
        assertEquals(List.of("times are " + unit + " by their size"), metrics(result).origin().trust().assumed());
    }

    @Test
    void textsOverSeveralLinesAndBadLines() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "points.lp", "m,t=a s=\"one\ntwo\",v=1 1700000000\nm,t=a v=x 1700000001\nm,t v=1\nm,t=a v=2 1700000002 3\nm,t=a v=4 1700000003");
        assertEquals(List.of(1.0, 4.0), values(series(result, "m.v")));
        assertEquals(3, result.skipped());
        assertEquals("line 3: the value of field v is no number, truth value or quoted text", result.diagnostics().getFirst().words());
        assertThrows(UnreadableFile.class, () -> read(folder, "x.lp", "no points here\n"));
    }

    @Test
    void standsDamage() throws IOException, UnreadableFile {
        ReaderBattery.run(folder, POINTS.getBytes(StandardCharsets.UTF_8), "Influx line protocol", true);
    }

    @Test
    void samplesHoldWhatTheyHold() throws IOException, UnreadableFile {
        ReadResult many = sample("metrics-influx-line/telegraf-500-metrics.lp");
        assertEquals(500, rows(many));
        assertEquals(0, many.skipped());
        assertEquals(List.of(3.0), values(series(many, "ctr.n", "some=tag-0")));
        assertEquals(List.of("2016-10-14T09:33:49.342569532Z"), times(series(many, "ctr.n", "some=tag-0")));
        ReadResult timeless = sample("metrics-influx-line/telegraf-openmetrics-no-timestamp.lp");
        assertEquals(14, rows(timeless));
        assertEquals(List.of(6884.32324), values(series(timeless, "acme_http_router_request_seconds.0.99", "path=/api/v1")));
        assertEquals(Metrics.Kind.COUNTER, series(timeless, "process_cpu_seconds.counter").kind());
        assertEquals(Unit.of("s"), series(timeless, "process_cpu_seconds.counter").values().unit());
    }
}
