package org.tailwright.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Svg;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One number, whichever way it is asked for.
final class SameNumbersTest {
    @TempDir
    private Path folder;

    private String report(Path file, String name) throws IOException {
        Path out = folder.resolve(name);
        Ran ran = Ran.of("report", file, "-o", out, "--objective", "p99<40ms");
        assertEquals(Exit.FINE, ran.code(), ran.err());
        return Files.readString(out);
    }

    @Test
    void everyShellShowsTheSameP99() throws IOException {
        Path file = Ran.jtl(folder.resolve("a.jtl"));
        long p99 = Ran.of("summary", file, "--json").json().at("/files/0/datasets/0/latency/p99").asLong();
        assertTrue(p99 > 30_000_000 && p99 < 200_000_000, "p99 is " + p99);
        JsonNode run = Ran.of("run", "latency", file, "--json").json();
        assertEquals(p99, of99(run.at("/all/percentiles")).at("/value").asLong());
        JsonNode json = JsonMapper.shared().readTree(report(file, "out.json"));
        assertEquals(p99, json.at("/verdicts/0/measured/value").asLong());
        String shown = Numbers.duration(p99);
        assertTrue(report(file, "out.md").contains(shown));
        assertTrue(report(file, "out.txt").contains(shown));
        assertTrue(report(file, "out.csv").contains("," + p99 + ","));
        assertTrue(report(file, "out.html").contains(">" + Svg.escape(shown) + "<"));
        assertTrue(Ran.of("summary", file).out().contains("p99 " + shown));
        assertTrue(Ran.of("run", "latency", file, "--md").out().contains(shown));
    }

    private static JsonNode of99(JsonNode percentiles) {
        for (JsonNode each : percentiles) {
            if (each.at("/p").asDouble() == 0.99) {
                return each;
            }
        }
        throw new AssertionError("no p99 in " + percentiles);
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Path file = Ran.jtl(folder.resolve("a.jtl"));
        report(file, "one.html");
        report(file, "two.html");
        assertArrayEquals(Files.readAllBytes(folder.resolve("one.html")), Files.readAllBytes(folder.resolve("two.html")));
    }

    @Test
    void withoutObjectivesNothingHolds() throws IOException {
        Path out = folder.resolve("out.md");
        Ran ran = Ran.of("report", Ran.jtl(folder.resolve("a.jtl")), "-o", out);
        String text = Files.readString(out);
        assertTrue(ran.out().contains("no objective given"), ran.out());
        assertTrue(text.contains("no objective given") && !text.contains("**holds**,"), text.substring(0, 400));
    }
}
