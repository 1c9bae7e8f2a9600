package org.tailwright.ui.views;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// What opens by itself shows the data, not a model with example numbers.
class ViewsTest {
    @TempDir
    Path folder = Path.of("");

    private String opening(String name, String text) throws IOException, UnreadableFile {
        Path file = Files.writeString(folder.resolve(name), text);
        return Views.opening(Readers.read(file, ReadOptions.DEFAULT, Work.NONE).datasets()).orElseThrow().id();
    }

    @Test
    void whatOpensShowsTheData() throws IOException, UnreadableFile {
        assertEquals("recording", opening("stacks.folded", "main;read;parse 12\nmain;write 3\nmain;read 7\n"));
        assertEquals("report", opening("scrape.prom", "# HELP up Whether it is up.\n# TYPE up gauge\nup{job=\"a\"} 1\nup{job=\"b\"} 0\n"));
        assertEquals("distribution", opening("run.jtl", "timeStamp,elapsed,label,responseCode,success\n1700000000000,12,GET /,200,true\n1700000000100,15,GET /,200,true\n"));
        assertEquals("histograms", Views.opening(Readers.read(Path.of("sample-datasets/checkout/latency.hlog"), ReadOptions.DEFAULT, Work.NONE).datasets()).orElseThrow().id());
        assertEquals(List.of(), Views.fitting(List.of()));
    }
}
