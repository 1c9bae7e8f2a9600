package org.tailwright.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Dataset;
import org.tailwright.data.Selection;
import org.tailwright.readers.ReadOptions;
import org.tailwright.work.Work;

final class OpeningTest {
    private static final String HEAD = "timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,bytes,grpThreads,allThreads,Latency\n";

    @TempDir
    private Path folder;

    private Opened open(Path... paths) {
        return Opening.open(List.of(paths), ReadOptions.DEFAULT, Work.NONE);
    }

    private Path jtl(String name) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 1; i <= 100; i++) {
            text.append(1_700_000_000_000L + i * 10L).append(',').append(i).append(",GET /,200,OK,t 1-1,").append(i != 100).append(",1,1,1,1\n");
        }
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    @Test
    void aFolderGivesDataAndObjectivesAndSkipsTheRest() throws IOException {
        jtl("a.jtl");
        Files.writeString(folder.resolve("README.md"), "a,b\n1,2\n");
        Files.writeString(folder.resolve("notes"), "\u0000\u0001nothing");
        Files.writeString(folder.resolve("objectives.yaml"), "objectives:\n  - p99<250ms where label=GET /\n  - errors<1%\n");
        Opened opened = open(folder);
        assertEquals(List.of("a.jtl"), opened.datasets().stream().map(Dataset::name).toList());
        assertEquals(2, opened.objectives().size());
        assertEquals(3, opened.skipped().size());
        assertEquals(List.of(), opened.refused());
    }

    @Test
    void equalNamesAreToldApart() throws IOException {
        jtl("one/a.jtl");
        jtl("two/a.jtl");
        assertEquals(List.of("one/a.jtl", "two/a.jtl"), open(folder).datasets().stream().map(Dataset::name).toList());
        Path same = folder.resolve("one/a.jtl");
        assertEquals(List.of("a.jtl"), open(same, same).datasets().stream().map(Dataset::name).toList());
    }

    @Test
    void whatWasNamedIsRefusedWithASentence() throws IOException {
        Path good = jtl("a.jtl");
        Path bad = Files.writeString(folder.resolve("bad.bin"), "\u0000\u0001\u0002");
        Opened opened = open(good, bad, folder.resolve("none"));
        assertEquals(1, opened.datasets().size());
        assertEquals(List.of(bad, folder.resolve("none")), opened.refused().stream().map(OpenFile.Refused::path).toList());
        assertEquals("there is no such file", opened.refused().getLast().sentence());
    }

    @Test
    void wrongObjectivesAreRefused() throws IOException {
        Files.writeString(folder.resolve("objectives.yaml"), "- p99 is fast\n");
        OpenFile.Refused refused = assertInstanceOf(OpenFile.Refused.class, open(folder).files().getFirst());
        assertTrue(refused.sentence().contains("is no objective"), refused.sentence());
    }

    @Test
    void aSummaryHoldsOrderStatistics() throws IOException {
        Dataset dataset = open(jtl("a.jtl")).datasets().getFirst();
        DatasetSummary summary = DatasetSummary.of(dataset, Selection.ALL).getFirst();
        assertEquals(new LatencySummary(100, 50_000_000, 90_000_000, 99_000_000, 100_000_000, 100_000_000), summary.latencies().get("latency"));
        assertEquals(new LatencySummary(99, 50_000_000, 90_000_000, 99_000_000, 99_000_000, 99_000_000), summary.latencies().get("latencySuccess"));
        assertEquals(1L, summary.counts().get("errors"));
    }
}
