package org.tailwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The charts of a report as files.
final class ReportChartsTest {
    @TempDir
    private Path folder;

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyChartOfTheReportIsAFile() throws IOException {
        Path data = Ran.jtl(folder.resolve("a.jtl"));
        Path report = folder.resolve("r.html");
        Path charts = folder.resolve("deep/charts");
        Ran ran = Ran.of("report", data, "-o", report, "--charts", charts);
        assertEquals(Exit.FINE, ran.code(), ran.err());
        long shown = Stream.of(Files.readString(report).split("<figure id=", -1)).count() - 1;
        List<String> names = names(charts);
        assertTrue(shown > 1 && names.size() == 2 * shown, names + " for " + shown);
        assertTrue(names.contains("latency-percentiles.svg") && names.contains("latency-percentiles.png"), names.toString());
        String svg = Files.readString(charts.resolve("latency-percentiles.svg"));
        assertTrue(svg.startsWith("<svg xmlns=") && svg.contains("<desc>") && svg.contains(">99<"), svg.substring(0, 400));
        assertFalse(svg.contains("class=\"s-") || svg.contains("var("), "it needs no style sheet");
    }

    @Test
    void theSameInputGivesTheSameSvgAndNoNamesWhenRedacted() throws IOException {
        Path data = folder.resolve("a.jtl");
        Files.writeString(data, Files.readString(Ran.jtl(data)).replace("POST /pay", "https://pay.corp.example.com/u/4711"));
        for (String each : List.of("one", "two")) {
            Ran.of("report", data, "-o", folder.resolve("r.md"), "--redact", "--charts", folder.resolve(each));
        }
        for (String name : names(folder.resolve("one"))) {
            assertEquals(-1, Files.mismatch(folder.resolve("one").resolve(name), folder.resolve("two").resolve(name)), name);
            assertFalse(Files.readString(folder.resolve("one").resolve(name)).contains("corp.example"), name);
        }
    }

    @Test
    void whereNoFolderCanBeThereIsASentence() throws IOException {
        Path data = Ran.jtl(folder.resolve("a.jtl"));
        Ran ran = Ran.of("report", data, "-o", folder.resolve("r.html"), "--charts", data);
        assertEquals(Exit.USAGE, ran.code());
        assertTrue(ran.err().contains("cannot hold charts"), ran.err());
    }
}
