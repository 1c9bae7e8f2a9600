package org.tailwright.readers.spans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Requests;
import org.tailwright.data.SpanParents;
import org.tailwright.data.Traces;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Files of other projects, found by their hash, against counts made by other means.
class SpanSamplesTest {
    private static final Path SAMPLES = Path.of("../shared/samples");

    @Test
    void samplesReadAsCounted() throws Exception {
        assumeTrue(Files.isDirectory(SAMPLES), "the samples of other projects are not here");
        Map<String, String> expected = expected();
        assertEquals(34, expected.size());
        int compared = 0;
        for (String folder : List.of("traces-otlp-json", "traces-jaeger", "traces-zipkin", "traces-csv", "traces-datadog", "traces-tempo",
                "traces-chrome-event")) {
            try (Stream<Path> files = Files.list(SAMPLES.resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    String known = expected.get(hash(file));
                    if (known != null) {
                        assertEquals(known, counted(file), file.toString());
                        compared++;
                    }
                }
            }
        }
        assertEquals(34, compared);
    }

    @Test
    void answersWithoutSpansAndEventsWithoutSlicesAreNoTraces() throws Exception {
        assumeTrue(Files.isDirectory(SAMPLES), "the samples of other projects are not here");
        assertEquals("1 4", rows("traces-tempo/tempo-search-ambient.json"));
        assertEquals("1 3", rows("traces-tempo/tempo-search-response.json"));
        assertEquals("420", rows("traces-chrome-event/chrome-141-no-arg-data.json")); // samples of its CPU profile, no slices
    }

    private static String rows(String file) throws IOException, UnreadableFile {
        return Readers.read(SAMPLES.resolve(file), ReadOptions.DEFAULT, Work.NONE).datasets().stream().map(each -> Long.toString(each.rows()))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> expected() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        try (var in = SpanSamplesTest.class.getResourceAsStream("/golden/span-samples.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.matches("[0-9a-f]{64},.*")).forEach(line -> {
                String[] cells = line.split(",", 3);
                expected.put(cells[0], cells[2]);
            });
        }
        return expected;
    }

    private static String hash(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static String counted(Path file) throws IOException, UnreadableFile {
        Traces traces = SpanFiles.traces(Readers.read(file, ReadOptions.DEFAULT, Work.NONE));
        int[] parents = SpanParents.of(traces.table()).rows();
        long lost = Arrays.stream(parents).filter(each -> each == SpanParents.LOST).count();
        return Stream.of(traces.rows(), SpanFiles.column(traces, Requests.TRACE).stream().distinct().count(),
                SpanFiles.column(traces, Requests.SERVICE).stream().distinct().count(), traces.roots().rows(), lost,
                traces.asRequests().errors(), Arrays.stream(traces.asRequests().durations().toArray()).sum(),
                traces.span().orElseThrow().start()).map(String::valueOf).reduce((a, b) -> a + "," + b).orElseThrow();
    }
}
