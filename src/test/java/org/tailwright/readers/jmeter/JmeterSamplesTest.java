package org.tailwright.readers.jmeter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.readers.Damage;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Result files of JMeter and Taurus against what the list of the shared samples says of them.
class JmeterSamplesTest {
    private static final Path FOLDER = Path.of("../shared/samples/loadtest-jmeter");

    @TempDir
    Path folder;

    private static Path sample(String name) {
        assumeTrue(Files.isRegularFile(FOLDER.resolve(name)), "the shared samples are absent");
        return FOLDER.resolve(name);
    }

    /// Rows of samples and of transactions, failed rows, labels, first start (epoch milliseconds) and sum of all durations (milliseconds).
    @ParameterizedTest
    @CsvSource({"jtl-csv-doublequoting.jtl,2,0,2,1,1499942030901,4596", "jtl-csv-formatted-timestamp.csv,3,0,1,2,1393227741256,4300",
            "jtl-csv-multiline.jtl,2,0,1,2,1492260110340,2016", "jtl-csv-no-header.jtl,3,0,0,3,1393227741256,3688",
            "jtl-csv-quoted-extra-columns.jtl,10,0,0,1,1522835021733,6569", "jtl-csv-slow-stdev.jtl,599,0,63,18,1532376558104,481836",
            "jtl-csv-transaction-controller-only.jtl,0,2,1,2,1431534938725,1262", "jtl-csv-transactions.csv,210,103,0,9,1547676357183,556361"})
    void holdWhatTheListSays(String name, long samples, long transactions, long failed, long labels, long first, long sum) throws IOException, UnreadableFile {
        ReadResult result = Readers.read(sample(name), ReadOptions.DEFAULT, Work.NONE);
        List<Requests> sets = result.datasets().stream().map(each -> (Requests) each).toList();
        assertEquals(0, result.problems(), result.diagnostics().toString());
        assertEquals(samples, rows(sets, false));
        assertEquals(transactions, rows(sets, true));
        assertEquals(failed, sets.stream().mapToLong(Requests::errors).sum());
        assertEquals(labels, sets.stream().flatMap(each -> texts(each).stream()).distinct().count());
        assertEquals(first * 1_000_000, sets.stream().mapToLong(each -> each.span().orElseThrow().start()).min().orElseThrow());
        assertEquals(sum * 1_000_000, sets.stream().mapToLong(JmeterSamplesTest::total).sum());
        assertTrue(sets.stream().filter(JmeterSamplesTest::whole).allMatch(each -> !each.meaning().caveats().isEmpty()), "overlap is declared");
    }

    private static boolean whole(Requests set) {
        return set.name().endsWith(" transactions");
    }

    private static long rows(List<Requests> sets, boolean whole) {
        return sets.stream().filter(each -> whole(each) == whole).mapToLong(Dataset::rows).sum();
    }

    private static long total(Requests set) {
        long total = 0;
        for (long duration : set.durations().toArray()) {
            total += duration;
        }
        return total;
    }

    private static List<String> texts(Requests set) {
        return java.util.stream.IntStream.range(0, set.table().rows()).mapToObj(row -> set.labels().orElseThrow().at(row)).toList();
    }

    @Test
    void damageIsSurvived() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "the shared samples are absent");
        try (var files = Files.list(FOLDER)) {
            for (Path each : files.filter(file -> file.getFileName().toString().startsWith("jtl-csv")).sorted().toList()) {
                Damage.survived(each, folder, 120);
            }
        }
    }
}
