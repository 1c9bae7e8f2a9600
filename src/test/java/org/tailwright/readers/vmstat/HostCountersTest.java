package org.tailwright.readers.vmstat;

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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;

class HostCountersTest {
    private static final String VMSTAT = """
            procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu----- -----timestamp-----
             r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st                 CET
             2  0      0 491008 199604 741304    0    0     2     1  147   54  4  1 95  0  0 2024-01-31 23:59:58
             1  3      0 487528 199604 745220    0    0     0     8  884 2284 28 26 46  0  0 2024-01-31 23:59:59
            procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu----- -----timestamp-----
             r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st                 CET
             0  0      0 488104 199604 744588    0    0     0     0  188  207  1  0 99  0  0 2024-02-01 00:00:00
            """;
    private static final String DSTAT = """
            "Dstat 0.7.3 CSV output"
            "Author:","Dag Wieers <dag@wieers.com>",,,,"URL:","http://dag.wieers.com/home-made/dstat/"
            "Host:","h",,,,"User:","u"
            "Cmdline:","dstat -tcd --output x",,,,"Date:","31 Dec 2020 23:59:57 CET"

            "system","total cpu usage",,"dsk/total",
            "time","usr","sys","read","writ"
            31-12 23:59:58,6.400,5.216,2.586,6.776
            31-12 23:59:59,1.0,2.0,0.0,4096.0
            01-01 00:00:00,1.5,2.5,8192.0,0.0
            """;
    private static final String DISKS = """
            TS 1281367519.5
               8       0 sda 10 1 200 30 20 2 400 60 1 70 90
               8       1 sda1 5 10 7 14
             259       0 nvme0n1 10 1 200 30 20 2 400 60 0 70 90 4 0 800 5 6 7
            TS 1281367521
               8       0 sda 15 1 280 40 20 2 400 60 0 75 95
            """;

    @TempDir
    Path folder;

    @Test
    void vmstatWithTimesKeepsItsFirstRowApart() throws IOException, UnreadableFile {
        ReadOptions berlin = new ReadOptions(ZoneId.of("Europe/Berlin"), Map.of(), Map.of());
        ReadResult result = read(folder, "v", VMSTAT, berlin);
        assertEquals(3 * 17, rows(result));
        Metrics.Series free = metrics(result).series().stream().filter(each -> each.name().equals("free") && each.labels().isEmpty()).findFirst().orElseThrow();
        assertEquals(List.of("2024-01-31T22:59:59Z", "2024-01-31T23:00:00Z"), times(free));
        assertEquals(List.of(487528.0, 488104.0), values(free));
        assertEquals(Unit.of("KiB"), free.values().unit());
        assertEquals(Metrics.Kind.GAUGE, free.kind());
        assertEquals(List.of(491008.0), values(series(result, "free", "report=since boot")));
        List<String> assumed = metrics(result).origin().trust().assumed();
        assertTrue(assumed.contains("times without a zone are taken as Europe/Berlin (the heading says CET)"), assumed.toString());
    }

    @Test
    void vmstatWithoutTimesSaysSo() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "v", " r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa\n"
                + " 2  0      0 491008 199604 741304    0    0     2     1  147   54  4  1 95  0\n"
                + " 0  1      0 491009 199604 741304    0    0     2     1  147   54  4  1 x  0\n"
                + " 0  1      0 491010 199604 741304    0    0     2     1  147   54  4  1 95  0\n");
        assertEquals(32, rows(result));
        assertEquals(List.of("line 3: \"x\" is no number"), result.diagnostics().stream().map(each -> each.words()).toList());
        assertTrue(metrics(result).span().isEmpty());
        assertTrue(metrics(result).origin().trust().assumed().getLast().startsWith("the rows have no times"));
    }

    @Test
    void aScriptMayPutTimesBeforeTheNumbers() throws IOException, UnreadableFile {
        String prefix = "2024-05-01T10:00:0";
        ReadResult result = read(folder, "v", prefix + "0Z  r  b   swpd   free\n" + prefix + "1Z  1 0 0 10\n" + prefix + "2Z  1 0 0 20\n");
        assertEquals(List.of("2024-05-01T10:00:02Z"), times(metrics(result).series().stream()
                .filter(each -> each.name().equals("free") && each.labels().isEmpty()).findFirst().orElseThrow()));
    }

    @Test
    void vmstatOfDisksCounts() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "v", """
                disk- ------------reads------------ ------------writes----------- -----IO------
                       total merged sectors      ms  total merged sectors      ms    cur    sec
                sda      100      2    3000     40    500      6     7000      80      1     90
                sda      110      2    3100     44    500      6     7000      80      0     91
                """);
        assertEquals(20, rows(result));
        assertEquals(List.of(3000.0, 3100.0), values(series(result, "reads sectors", "disk=sda")));
        assertEquals(Metrics.Kind.COUNTER, series(result, "reads sectors").kind());
        assertEquals(Metrics.Kind.GAUGE, series(result, "IO cur").kind());
    }

    @Test
    void dstatTakesTheYearFromItsPreambleAndGoesOverMidnight() throws IOException, UnreadableFile {
        ReadOptions berlin = new ReadOptions(ZoneId.of("Europe/Berlin"), Map.of(), Map.of());
        ReadResult result = read(folder, "d", DSTAT, berlin);
        assertEquals(12, rows(result));
        Metrics.Series read = metrics(result).series().stream().filter(each -> each.name().equals("dsk/total read") && each.labels().isEmpty()).findFirst().orElseThrow();
        assertEquals(List.of("2020-12-31T22:59:59Z", "2020-12-31T23:00:00Z"), times(read));
        assertEquals(List.of(0.0, 8192.0), values(read));
        assertEquals(Unit.of("B/s"), read.values().unit());
        assertEquals(List.of(6.4), values(series(result, "total cpu usage usr", "report=since boot")));
    }

    @Test
    void diskStatisticsAreCounters() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "s", DISKS);
        assertEquals(11 + 4 + 17 + 11, rows(result));
        assertEquals(List.of(10.0, 15.0), values(series(result, "rd_ios", "device=sda")));
        assertEquals(List.of("2010-08-09T15:25:19.500Z", "2010-08-09T15:25:21Z"), times(series(result, "rd_ios", "device=sda")));
        assertEquals(List.of(14.0), values(series(result, "wr_sectors", "device=sda1")));
        assertEquals(List.of(7.0), values(series(result, "fl_ticks", "device=nvme0n1")));
        assertEquals(Metrics.Kind.GAUGE, series(result, "in_flight", "device=sda").kind());
        assertThrows(UnreadableFile.class, () -> read(folder, "s", "TS 1281367519\n"));
    }

    @Test
    void standsDamage() throws IOException, UnreadableFile {
        ReaderBattery.run(folder, VMSTAT.getBytes(StandardCharsets.UTF_8), "vmstat", true);
        ReaderBattery.run(folder, DSTAT.getBytes(StandardCharsets.UTF_8), "dstat CSV", true);
        ReaderBattery.run(folder, DISKS.getBytes(StandardCharsets.UTF_8), "/proc/diskstats", true);
    }

    @Test
    void samplesHoldWhatTheyHold() throws IOException, UnreadableFile {
        ReadResult vmstat = sample("metrics-vmstat-dstat/vmstat-linux.txt");
        assertEquals(5 * 16, rows(vmstat));
        ReadResult disks = sample("metrics-vmstat-dstat/diskstats.txt");
        assertEquals(5 * 8 * 11, rows(disks));
        assertEquals(List.of(17999682.0, 17999728.0, 17999760.0, 17999764.0, 17999806.0), values(series(disks, "wr_ios", "device=cciss/c0d0")));
        ReadResult dstat = sample("metrics-vmstat-dstat/pcp-dstat-5.0.3.csv");
        assertEquals(383 * 61, rows(dstat));
        assertEquals(0, dstat.skipped());
        Metrics.Series idle = metrics(dstat).series().stream().filter(each -> each.name().equals("total cpu usage idl") && each.labels().isEmpty()).findFirst().orElseThrow();
        assertEquals(382, idle.values().size());
        assertEquals("2016-10-05T23:04:54.292Z", times(idle).getFirst());
        assertEquals("2016-10-05T23:11:15.292Z", times(idle).getLast());
        assertEquals(List.of(280219.327), values(series(dstat, "dsk/total writ", "report=since boot")));
    }
}
