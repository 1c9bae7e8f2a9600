package org.tailwright.readers.text;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;

class MetricsCsvTest {
    private static final String PERFMON = """
            "(PDH-CSV 4.0) (W. Europe Daylight Time)(-120)","\\\\WEB1\\Processor(_Total)\\% Processor Time","\\\\WEB1\\Memory\\Available Bytes"
            "04/05/2019 13:20:09.123"," ","1024"
            "04/05/2019 13:20:10.123","12.5","2048"
            """;

    @TempDir
    Path folder;

    @Test
    void performanceCountersTellTheirZoneHostAndInstance() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "perfmon.csv", PERFMON);
        Metrics.Series busy = series(result, "Processor\\% Processor Time");
        assertEquals(Map.of("host", "WEB1", "instance", "_Total"), busy.labels());
        assertEquals(List.of("2019-04-05T11:20:09.123Z", "2019-04-05T11:20:10.123Z"), times(busy));
        assertEquals(List.of(Double.NaN, 12.5), values(busy));
        assertEquals(Unit.of("%"), busy.values().unit());
        assertEquals(List.of(1024.0, 2048.0), values(series(result, "Memory\\Available Bytes", "host=WEB1")));
        assertEquals(List.of(), metrics(result).origin().trust().assumed());
        ReaderBattery.run(folder, PERFMON.getBytes(StandardCharsets.UTF_8), "metrics CSV", true);
    }

    @Test
    void dashboardsExportNumbersWithUnits() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "grafana.csv", """
                sep=,
                "Time","busy","memory","answer","rate"
                2024-05-01 10:00:00,12.5%,1.50 GiB,250 ms,1.2 K
                2024-05-01 10:00:15,,512 MiB,1.50 s,900
                """);
        assertEquals(List.of(12.5, Double.NaN), values(series(result, "busy")));
        assertEquals(Unit.of("%"), series(result, "busy").values().unit());
        assertEquals(List.of(1.5 * (1 << 30), 512.0 * (1 << 20)), values(series(result, "memory")));
        assertEquals(Unit.BYTES, series(result, "memory").values().unit());
        assertEquals(List.of(250e6, 1.5e9), values(series(result, "answer")));
        assertEquals(Unit.DURATION, series(result, "answer").values().unit());
        assertEquals(List.of(1200.0, 900.0), values(series(result, "rate")));
    }

    @Test
    void decimalCommasAndLongForms() throws IOException, UnreadableFile {
        ReadResult wide = read(folder, "wide.csv", "Zeit;cpu;mem\n01.05.2024 10:00:00;1,5;7\n01.05.2024 10:00:10;2,25;8\n");
        assertEquals(List.of(1.5, 2.25), values(series(wide, "cpu")));
        ReadResult grafana = read(folder, "long.csv", "Series;Time;Value\ncpu;2024-05-01T10:00:00+02:00;1.5\nmem;2024-05-01T10:00:00+02:00;3\ncpu;2024-05-01T10:00:10+02:00;2.5\n");
        assertEquals(List.of(1.5, 2.5), values(series(grafana, "cpu")));
        assertEquals("2024-05-01T08:00:10Z", times(series(grafana, "cpu")).getLast());
        ReadResult influx = read(folder, "flux.csv", """
                #group,false,false,true,true,false,false,true,true,true
                #datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,string
                #default,_result,,,,,,,,
                ,result,table,_start,_stop,_time,_value,_field,_measurement,host
                ,,0,2024-05-01T10:00:00Z,2024-05-01T11:00:00Z,2024-05-01T10:00:10Z,5.5,usage,cpu,a
                ,,0,2024-05-01T10:00:00Z,2024-05-01T11:00:00Z,2024-05-01T10:00:20Z,6.5,usage,cpu,a
                ,,1,2024-05-01T10:00:00Z,2024-05-01T11:00:00Z,2024-05-01T10:00:10Z,1.5,idle,cpu,a

                ,result,table,_start,_stop,_time,_value,_field,_measurement,host
                ,,2,2024-05-01T10:00:00Z,2024-05-01T11:00:00Z,2024-05-01T10:00:10Z,2.5,idle,cpu,b
                """);
        assertEquals(List.of(5.5, 6.5), values(series(influx, "usage", "host=a")));
        assertEquals(List.of("2024-05-01T10:00:10Z", "2024-05-01T10:00:20Z"), times(series(influx, "usage")));
        assertEquals(List.of(2.5), values(series(influx, "idle", "host=b", "_measurement=cpu")));
    }

    @Test
    void refusalsTellWhatIsMissing() {
        String table = assertThrows(UnreadableFile.class, () -> read(folder, "t.csv", "name,users,score\na,1,2\nb,2,3\n")).line();
        assertTrue(table.contains("requests need a time and a duration (no column looks like a time, no column looks like a duration)"), table);
        assertTrue(table.contains("load points need a load and a throughput (users may be the load, no column looks like a throughput)"), table);
        String ragged = assertThrows(UnreadableFile.class, () -> read(folder, "t.txt", "a,b\nc\nd,e,f,g\nh\n")).line();
        assertTrue(ragged.startsWith("no format is recognised") && ragged.contains("as a table: by commas its lines have 1 to 4 fields"), ragged);
    }

    @Test
    void manyColumnsAreBounded() throws IOException, UnreadableFile {
        String header = IntStream.range(0, 5600).mapToObj(i -> "m" + i).collect(Collectors.joining(",", "time,", "\n"));
        String row = IntStream.range(0, 5600).mapToObj(_ -> "1").collect(Collectors.joining(",", "1700000000,", "\n"));
        ReadResult wide = read(folder, "wide.csv", header + row);
        assertEquals(5000, rows(wide));
        assertEquals("of 5600 columns of numbers the first 5000 are read", wide.diagnostics().getFirst().message());
        String more = "a,".repeat(20_000) + "b\n";
        String refused = assertThrows(UnreadableFile.class, () -> read(folder, "wide.csv", more + "1,".repeat(20_000) + "2\n")).line();
        assertTrue(refused.contains("by commas its lines have 20001 fields, more than 16384"), refused);
        String million = assertThrows(UnreadableFile.class, () -> read(folder, "wide.csv", "a,".repeat(1_000_000) + "b\n" + "1,".repeat(1_000_000) + "2\n")).line();
        assertTrue(million.contains("its first line is longer than 64 KiB"), million);
    }

    @Test
    void samplesKeepTheirNumbers() throws IOException, UnreadableFile {
        ReadResult machine = sample("metrics-csv/nab-machine_temperature_system_failure.csv");
        assertEquals(22_695, rows(machine));
        assertEquals(73.96732207, series(machine, "value").values().at(0));
        ReadResult pod = sample("metrics-csv/nezha-frontend-pod-wide.csv");
        assertEquals(1209 * 19, rows(pod));
        assertEquals(Unit.of("s"), series(pod, "PodClientLatencyP99(s)").values().unit());
        assertEquals(5.341930494693208, series(pod, "CpuUsage(m)").values().at(0));
        ReadResult stats = sample("metrics-csv/otava-histostat.csv");
        assertEquals(42 * 13, rows(stats));
        assertEquals(Unit.DURATION, metrics(stats).series().stream().filter(each -> each.name().equals("p99")).findFirst().orElseThrow().values().unit());
        ReadResult commits = sample("metrics-csv/otava-sample-semicolons.csv");
        assertEquals("2021-01-01T02:00:00Z", times(series(commits, "metric1")).getFirst());
        assertEquals(154_023, series(commits, "metric1").values().at(0));
    }
}
