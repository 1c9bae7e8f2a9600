package org.tailwright.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.work.Work;

/// Files of other producers that we must not copy: what they hold is kept in a table keyed by their SHA-256, a line for each file with the
/// outcome behind it.
class SharedSamplesTest {
    private static final Path SHARED = Path.of("../shared");

    @ParameterizedTest
    @CsvSource({"jmeter,samples/loadtest-jmeter,9", "metricscsv,samples/metrics-csv,6", "hdr,samples/histograms-hdr,8", "jfr,samples/jfr,13",
            "loadpoints,reference/01-usl/data,5"})
    void outcomesAreAsBefore(String format, String folder, int least) throws IOException {
        assumeTrue(Files.isDirectory(SHARED.resolve(folder)), "the shared samples are absent");
        Map<String, String> due = Files.readAllLines(Path.of("src/test/resources/golden/samples-" + format + ".txt")).stream()
                .filter(each -> !each.startsWith("#")).collect(Collectors.toMap(each -> each.substring(0, 64), each -> each.substring(65)));
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(SHARED.resolve(folder))) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                found.put(hash(each), outcome(each));
            }
        }
        long compared = 0;
        for (Map.Entry<String, String> each : due.entrySet()) {
            if (found.containsKey(each.getKey())) {
                assertEquals(each.getValue(), found.get(each.getKey()), each.getKey());
                compared++;
            }
        }
        assertTrue(compared >= least, compared + " of at least " + least + " files compared");
    }

    private static String outcome(Path file) throws IOException {
        try {
            ReadResult result = Readers.read(file, ReadOptions.DEFAULT, Work.NONE);
            List<String> sets = result.datasets().stream().map(each -> each.kind().id() + " " + each.rows()).toList();
            return result.format() + "; " + String.join(", ", sets) + "; skipped " + result.skipped();
        } catch (UnreadableFile e) {
            return "refused: " + e.getMessage();
        }
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
