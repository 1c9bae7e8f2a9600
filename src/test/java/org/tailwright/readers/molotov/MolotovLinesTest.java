package org.tailwright.readers.molotov;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;

class MolotovLinesTest {
    private static final String LINES = """
            {"ts": 1645712661.5, "type": "workers", "value": 1}
            {"ts": 1645712661.7488089, "type": "request", "label": "https://shop.example/", "elapsed": 0.251, "responseCode": "200", "responseMessage": "OK"}
            {"ts": 1645712662.1, "type": "request", "label": "https://shop.example/x", "elapsed": 0.264, "responseCode": "404", "responseMessage": "Not Found"}
            {"ts": 1645712661.5035622, "wid": "worker-0", "type": "scenario_success", "name": "scenario_one", "duration": 0.496}
            {"ts": 1645712662.0000732, "wid": "worker-0", "type": "scenario_failure", "name": "scenario_two", "duration": 0.406, "exception": "AssertionError", "errorMessage": ""}
            """;

    @TempDir
    private Path folder;

    @Test
    void requestsScenariosAndWorkersAreKeptApart() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, LINES);
        Requests requests = Reading.requests(result, 0);
        assertArrayEquals(new long[] {251_000_000, 264_000_000}, requests.durations().toArray());
        assertEquals(1_645_712_661_748_808_900L, requests.starts().at(0));
        assertEquals(1, requests.errors());
        Requests scenarios = Reading.requests(result, 1);
        assertEquals("AssertionError", scenarios.table().texts(Requests.STATUS).orElseThrow().at(1));
        assertEquals("worker-0", scenarios.table().texts(Requests.THREAD).orElseThrow().at(0));
        assertEquals(1, assertInstanceOf(Metrics.class, result.datasets().get(2)).named("workers").orElseThrow().values().at(0));
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        Reading.battery(folder, LINES, "Molotov events");
    }

    @Test
    void agreesWithTheFactsOfTheSample() throws IOException, UnreadableFile {
        ReadResult result = Reading.sample("loadtest-other/molotov-ldjson.txt");
        assertEquals(List.of("requests 8", "requests 8", "metrics 4"), result.datasets().stream().map(each -> each.kind().id() + " " + each.rows()).toList());
        assertEquals(0, result.problems());
        assertTrue(Reading.trust(result.datasets().getFirst()).contains("without an answer"));
    }
}
