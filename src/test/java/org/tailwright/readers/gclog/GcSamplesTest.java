package org.tailwright.readers.gclog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Readers;
import org.tailwright.work.Work;

/// Real logs of all collectors: number, sum and maximum of the pauses as counted by scripts over the lines, and which collector it was.
class GcSamplesTest {
    private static final Path SAMPLES = Path.of("../shared/samples/jvm-gc-log");

    @ParameterizedTest
    @CsvSource({"cms-unified-trace.log,CMS,612,1095.417,21.338", "g1-date-and-uptime-2022.log,G1,10,801.121,428.033",
            "g1-jdk17-full-concurrent-cycle.txt,G1,9,58.304,13.221", "g1-minimal-uptime-only.log,G1,3435,6106.053,134.764",
            "g1-to-space-exhausted.txt,G1,1,2.717,2.717", "jdk14-rolling-fragment.log,G1,3,29.921,11.941",
            "jdk8-g1-corrupted.log,G1,2,18419.666,18195.941", "jdk8-g1.log,G1,135,2227.168,494.291", "jdk8-parallel.log,Parallel,910,28087.687,63.523",
            "jdk8-parnew-cms.log,CMS,55,689.870,115.534", "jdk8-serial.log,Serial,47,1519.842,137.695", "parallel-unified-all.txt,Parallel,8,63.721,13.561",
            "serial-unified-tip.log,Serial,17,6187.197,1767.228", "shenandoah-jdk-unified.log,Shenandoah,137,192438.906,54623.314",
            "shenandoah-jdk17-degenerated.txt,Shenandoah,5,1.452,1.271", "shenandoah-jdk17.txt,Shenandoah,4,1.719,1.313",
            "unified-g1-defaults.txt,G1,10,38.150,14.918", "zgc-generational-major.txt,ZGC,5,0.031,0.009",
            "zgc-jdk21-minor-huge-heap.txt,ZGC,3,0.420,0.234", "zgc-jdk21-safepoints.txt,ZGC,153,0.969,0.037",
            "zgc-nongenerational-all.txt,ZGC,3,2.653,1.279"})
    void pausesAreAllThere(String file, String collector, int count, double sumMillis, double mostMillis) throws Exception {
        Path path = SAMPLES.resolve(file);
        assumeTrue(Files.exists(path), "the shared samples are absent");
        ReadResult result = Readers.read(path, ReadOptions.DEFAULT, Work.NONE);
        Requests pauses = (Requests) result.datasets().getFirst();
        long sum = 0;
        long most = 0;
        for (long each : pauses.durations().toArray()) {
            sum += each;
            most = Math.max(most, each);
        }
        assertTrue(result.format().startsWith("JVM GC log (" + collector), result.format());
        assertEquals(count, pauses.rows());
        assertEquals(sumMillis, sum / 1e6, 0.0006);
        assertEquals(mostMillis, most / 1e6, 0.0006);
        assertEquals(0, result.skipped());
    }

    @Test
    void aTableOfStatisticsIsRead() throws Exception {
        Path path = SAMPLES.resolve("zgc-generational-stats-table.txt");
        assumeTrue(Files.exists(path), "the shared samples are absent");
        Metrics metrics = (Metrics) Readers.read(path, ReadOptions.DEFAULT, Work.NONE).datasets().getFirst();
        assertEquals(2 * 74, metrics.series().size());
        Metrics.Series stall = metrics.series().stream().filter(each -> each.name().equals("Critical: Allocation Stall") && each.labels().get("statistic").equals("maximum"))
                .findFirst().orElseThrow();
        assertEquals(37.597e6, stall.values().at(0), 1);
        assertEquals(3_267_000_000L, stall.times().at(0));
    }
}
