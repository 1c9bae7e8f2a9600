package org.tailwright.readers.sysstat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tailwright.readers.series.MetricFiles.metrics;
import static org.tailwright.readers.series.MetricFiles.rows;
import static org.tailwright.readers.series.MetricFiles.sample;
import static org.tailwright.readers.series.MetricFiles.series;
import static org.tailwright.readers.series.MetricFiles.times;
import static org.tailwright.readers.series.MetricFiles.values;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;

/// Numbers counted in the files by other means: cells that hold numbers.
class SysstatSamplesTest {
    @ParameterizedTest
    @CsvSource({"iostat-x-p-ALL.json,958", "iostat-x.txt,232", "mpstat-A.json,553", "pidstat-At-ALL.json,315", "pidstat-Hh.txt,336", "sadf-d.csv,5467",
            "sadf-j.json,5893", "sadf-p.tsv,5476", "sar-all.txt,4174", "sar-iso-time.txt,30"})
    void samplesAreWhole(String file, long rows) throws IOException, UnreadableFile {
        ReadResult result = sample("metrics-sysstat/" + file);
        assertEquals(rows, rows(result), result.diagnostics().toString());
        assertEquals(0, result.skipped());
    }

    @Test
    void theSameNumbersInAllFormsOfOneFile() throws IOException, UnreadableFile {
        List<Double> due = List.of(2.15, 2.28, 2.67, 6.21);
        assertEquals(due, values(series(sample("metrics-sysstat/sar-all.txt"), "%usr", "CPU=all")));
        List<Double> more = List.of(2.15, 2.28, 2.67, 6.21, 2.67);
        assertEquals(more, values(series(sample("metrics-sysstat/sadf-d.csv"), "%usr", "CPU=all")));
        assertEquals(more, values(series(sample("metrics-sysstat/sadf-j.json"), "cpu-load.usr", "cpu=all")));
        ReadResult plain = sample("metrics-sysstat/sadf-p.tsv");
        assertEquals(more, values(series(plain, "%usr", "device=all")));
        assertEquals(List.of("2019-04-18T13:20:19Z", "2019-04-18T13:20:29Z", "2019-04-18T13:20:39Z", "2019-04-18T13:20:49Z", "2019-04-18T13:54:35Z"),
                times(series(plain, "%usr", "device=all")));
        assertTrue(metrics(plain).series().stream().map(each -> each.name()).distinct().count() > 280);
    }

    @Test
    void interruptsOfTheCpuThatCameLater() throws IOException, UnreadableFile {
        assertEquals(List.of(11.74, 52.30), values(series(sample("metrics-sysstat/sar-all.txt"), "intr/s", "INTR=sum", "CPU=8")));
        assertEquals(List.of(11.74, 52.30), values(series(sample("metrics-sysstat/sadf-d.csv"), "intr/s", "INTR=sum", "CPU=8")).subList(0, 2));
    }
}
