package org.tailwright.readers.sysstat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tailwright.readers.series.MetricFiles.metrics;
import static org.tailwright.readers.series.MetricFiles.read;
import static org.tailwright.readers.series.MetricFiles.rows;
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

class SysstatTest {
    private static final String SAR = """
            Linux 5.4.0 (web-1) \t03/04/20 \t_x86_64_\t(2 CPU)

            11:50:01 PM     CPU     %user     %nice   %system   %iowait    %steal     %idle
            12:00:01 AM     all      5.00      0.00      1.00      0.00      0.00     94.00
            12:10:01 AM     all      6.50      0.00      1.00      0.00      0.00     92.50
            Average:        all      5.75      0.00      1.00      0.00      0.00     93.25

            11:50:01 PM       DEV       tps     rkB/s     await
            12:00:01 AM       sda      1.00     16.00      0.50
            12:10:01 AM       sda      2.00     32.00      0.75
            Average:          sda      1.50     24.00      0.62

            12:15:00 AM     LINUX RESTART\t(2 CPU)

            12:20:01 AM MBfsfree  MBfsused   %fsused FILESYSTEM
            12:30:01 AM      705       145     17.04 /mnt/my disk
            """;
    private static final String GERMAN = """
            Linux 5.4.0 (web-1) \t03.04.2020 \t_x86_64_\t(2 CPU)

            23:50:01        CPU      %usr     %idle
            00:00:01        all      5,00     95,00
            Durchschn.:     all      5,00     95,00
            """;
    private static final String IOSTAT = """
            Linux 5.4.0 (web-1) \t2020-03-04 \t_x86_64_\t(2 CPU)

            2020-03-04T10:00:00+0100
            avg-cpu:  %user   %nice %system %iowait  %steal   %idle
                       1.49   39.91    1.67    0.94    0.00   56.00

            Device            r/s     rkB/s   r_await  aqu-sz  %util
            sda              6.90    222.14     12.58    0.10   0.46

            2020-03-04T10:00:05+0100
            avg-cpu:  %user   %nice %system %iowait  %steal   %idle
                       2.15   12.50    2.35    0.12    0.00   82.89

            Device            r/s     rkB/s   r_await  aqu-sz  %util
            sda              0.50      4.00      1.25    0.00   0.01

            """;
    private static final String PIDSTAT = """
            Linux 5.4.0 (web-1) \t03/04/20 \t_x86_64_\t(2 CPU)

            # Time        UID      TGID       TID    %usr   CPU     RSS prio policy  Command
            1591016002   1000      7900         -   42.50     2  259044    0 NORMAL  gnome shell
            1591016002   1000         -      7901    1.50     1  259044    0 NORMAL  |__worker 1

            # Time        UID      TGID       TID    %usr   CPU     RSS prio policy  Command
            1591016003   1000      7900         -   43.50     3  259044    0 NORMAL  gnome shell
            """;
    private static final String SADF = """
            # hostname;interval;timestamp;CPU;%usr;%idle
            h;10;2019-04-18 13:20:19 UTC;-1;2.15;97.85
            h;10;2019-04-18 13:20:19 UTC;0;2.15;97.85
            h;10;2019-04-18 13:20:19 UTC;2;1.15;98.85
            # hostname;interval;timestamp;INTR;CPU*
            h;10;2019-04-18 13:20:19 UTC;sum;30.5;20.25;10.25
            h;-1;2019-04-18 13:37:29 UTC;LINUX-RESTART\t(9 CPU)
            # hostname;interval;timestamp;BAT;%cap;cap/min;status
            h;10;2019-04-18 13:20:29 UTC;0;70;-57.62;Unknown
            """;
    private static final String JSON = """
            {"sysstat": {"hosts": [{"nodename": "h", "date": "03/04/20", "statistics": [
              {"timestamp": {"date": "2019-04-18", "time": "13:20:19", "tz": "UTC", "interval": 31},
               "cpu-load": [{"cpu": "all", "usr": 2.15}, {"cpu": "0", "usr": 2.71}],
               "network": {"net-dev": [{"iface": "lo", "rxkB": 1.5}]}, "queue": {"ldavg-1": 3.16}},
              {"timestamp": "23:59:59", "queue": {"ldavg-1": 4}}, {"timestamp": "00:00:09", "queue": {"ldavg-1": 5}}]}]}}
            """;

    @TempDir
    Path folder;

    @Test
    void sarGoesOverMidnightInEachTable() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "sar", SAR);
        assertEquals(2 * 6 + 2 * 3 + 3, rows(result));
        Metrics.Series user = series(result, "%user", "CPU=all");
        assertEquals(List.of("2020-03-05T00:00:01Z", "2020-03-05T00:10:01Z"), times(user));
        assertEquals(List.of(5.0, 6.5), values(user));
        assertEquals(Unit.of("%"), user.values().unit());
        assertEquals(List.of("2020-03-05T00:00:01Z", "2020-03-05T00:10:01Z"), times(series(result, "await", "DEV=sda")));
        assertEquals(Unit.of("ms"), series(result, "await").values().unit());
        assertEquals(Unit.of("kB/s"), series(result, "rkB/s").values().unit());
        assertEquals(List.of(145.0), values(series(result, "MBfsused", "FILESYSTEM=/mnt/my disk")));
        assertEquals(List.of("the date 03/04/20 is read with the month first", "times without a zone are taken as UTC",
                "a value is the mean of the interval that ends at its time"), metrics(result).origin().trust().assumed());
        assertEquals("the machine restarted 1 time", result.diagnostics().getFirst().message());
    }

    @Test
    void otherLocalesHaveCommasAndTheDayFirst() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "sar", GERMAN, new ReadOptions(ZoneId.of("Europe/Berlin"), Map.of(), Map.of()));
        assertEquals(2, rows(result));
        assertEquals(List.of("2020-04-03T22:00:01Z"), times(series(result, "%usr")));
        assertEquals(List.of(5.0), values(series(result, "%usr")));
        ReadResult french = read(folder, "sar", GERMAN.replace("03.04.2020", "03/04/2020").replace("Durchschn.:", "Moyenne :"));
        assertEquals("2020-04-04T00:00:01Z", times(series(french, "%usr")).getFirst());
        ReadResult japanese = read(folder, "sar", GERMAN.replace("03.04.2020", "2020年04月03日").replace("23:50:01", "23時50分01秒")
                .replace("00:00:01", "00時00分01秒"));
        assertEquals("2020-04-04T00:00:01Z", times(series(japanese, "%usr")).getFirst());
    }

    @Test
    void iostatKeepsItsFirstReportApart() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "iostat", IOSTAT);
        assertEquals(22, rows(result));
        assertEquals(List.of(12.58), values(series(result, "r_await", "report=since boot", "Device=sda")));
        Metrics.Series later = metrics(result).series().stream().filter(each -> each.name().equals("r_await") && each.labels().size() == 1).findFirst().orElseThrow();
        assertEquals(List.of(1.25), values(later));
        assertEquals(List.of("2020-03-04T09:00:05Z"), times(later));
        ReadResult timeless = read(folder, "iostat", IOSTAT.replaceAll("2020-03-04T.*", ""));
        assertEquals(22, rows(timeless));
        assertTrue(metrics(timeless).span().isEmpty());
        ReadResult german = read(folder, "iostat", IOSTAT.replace("2020-03-04T10:00:00+0100", "04.03.2020 10:00:00")
                .replace("2020-03-04T10:00:05+0100", "04.03.2020 10:00:05"));
        assertEquals("2020-03-04T10:00:05Z", MetricTimes.last(german));
    }

    @Test
    void pidstatOnOneLineNamesProcesses() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "pidstat", PIDSTAT);
        assertEquals(12, rows(result));
        Metrics.Series shell = series(result, "%usr", "TGID=7900");
        assertEquals(Map.of("UID", "1000", "TGID", "7900", "Command", "gnome shell"), shell.labels());
        assertEquals(List.of("2020-06-01T12:53:22Z", "2020-06-01T12:53:23Z"), times(shell));
        assertEquals(List.of(42.5, 43.5), values(shell));
        assertEquals("worker 1", series(result, "%usr", "TID=7901").labels().get("Command"));
        assertEquals(List.of(2.0, 3.0), values(series(result, "CPU", "TGID=7900")));
    }

    @Test
    void sadfLinesKnowTheirCpus() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "sadf", SADF);
        assertEquals(6 + 3 + 2, rows(result));
        assertEquals(List.of(2.15), values(series(result, "%usr", "CPU=all")));
        assertEquals(List.of(10.25), values(series(result, "intr/s", "INTR=sum", "CPU=2")));
        assertEquals(List.of("2019-04-18T13:20:29Z"), times(series(result, "cap/min", "BAT=0")));
        ReadResult plain = read(folder, "sadf-p", "h\t10\t1555593619\tsda\trkB/s\t7.5\nh\t10\t1555593629\tsda\trkB/s\t8.5\nh\t10\t1555593629\t-\tldavg-1\t0,25\n");
        assertEquals(List.of("2019-04-18T13:20:19Z", "2019-04-18T13:20:29Z"), times(series(plain, "rkB/s", "device=sda")));
        assertEquals(List.of(0.25), values(series(plain, "ldavg-1")));
    }

    @Test
    void jsonOfAllToolsIsWalkedThrough() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "json", JSON);
        assertEquals(6, rows(result));
        assertEquals(List.of(2.71), values(series(result, "cpu-load.usr", "cpu=0")));
        assertEquals(Unit.of("kB/s"), series(result, "network.net-dev.rxkB", "iface=lo").values().unit());
        assertEquals(List.of("2019-04-18T13:20:19Z", "2020-03-04T23:59:59Z", "2020-03-05T00:00:09Z"), times(series(result, "queue.ldavg-1")));
    }

    @Test
    void badRowsAreTold() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "sar", SAR.replace("6.50 ", "6.5x ").replace("2.00     32.00      0.75", "2.00"));
        assertEquals(List.of("line 5: \"6.5x\" is no number (column %user)", "line 10: 2 cells where 4 are due"),
                result.diagnostics().subList(0, 2).stream().map(each -> each.words()).toList());
        assertEquals(List.of(), read(folder, "sar", SAR.lines().limit(3).reduce("", (a, b) -> a + b + "\n")).datasets());
        assertThrows(UnreadableFile.class, () -> read(folder, "sar", SAR.lines().limit(4).reduce("", (a, b) -> a + b + "\n").replace("5.00", "x")));
    }

    @Test
    void standsDamage() throws IOException, UnreadableFile {
        for (String each : List.of(SAR, GERMAN, IOSTAT, PIDSTAT)) {
            ReaderBattery.run(folder, each.getBytes(StandardCharsets.UTF_8), "sysstat text", true);
        }
        ReaderBattery.run(folder, SADF.getBytes(StandardCharsets.UTF_8), "sysstat sadf", true);
        ReaderBattery.run(folder, JSON.getBytes(StandardCharsets.UTF_8), "sysstat JSON", true);
    }

    /// Small helper of one question.
    private static final class MetricTimes {
        static String last(ReadResult result) {
            return metrics(result).series().stream().filter(each -> each.name().equals("%idle") && each.labels().isEmpty())
                    .map(each -> times(each).getLast()).findFirst().orElseThrow();
        }
    }
}
