package org.tailwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.reports.Recipes;

/// Reports that are made again, redacted, and opened in a browser.
final class ReplayTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"html", "pdf", "md", "json"})
    void aReportIsMadeAgainFromItself(String ending) throws IOException {
        Path data = Ran.jtl(folder.resolve("a.jtl"));
        Path report = folder.resolve("r." + ending);
        Ran made = Ran.of("report", data, "-o", report, "--objective", "p99<50ms where label=POST /pay", "--seed", "7", "--title", "Hostile </script> --> \u00e9");
        assertEquals(Exit.FINE, made.code(), made.err());
        Path again = folder.resolve("again." + ending);
        Ran same = Ran.of("replay", report, "-o", again);
        assertEquals(Exit.FINE, same.code(), same.err());
        assertTrue(same.out().contains("nothing changed: all "), same.out());
        assertEquals(-1, Files.mismatch(report, again), "equal inputs give equal bytes");
    }

    @Test
    void aFolderWithItsReportMovesAsAWhole() throws IOException {
        Path home = Files.createDirectories(folder.resolve("here/data")).getParent();
        Path data = Ran.jtl(home.resolve("data/a.jtl"));
        Path report = home.resolve("r.html");
        Ran.of("report", data, "-o", report);
        assertFalse(Files.readString(report).contains(folder.toString()), "the recipe tells no folder above the report's");
        Path moved = folder.resolve("there");
        Files.move(home, moved);
        Ran same = Ran.of("replay", moved.resolve("r.html"));
        assertTrue(same.out().contains("nothing changed: all "), same.out() + same.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "pdf", "json"})
    void aComparisonIsMadeAgain(String ending) throws IOException {
        Path before = Ran.jtl(folder.resolve("before.jtl"));
        Path now = Files.writeString(folder.resolve("now.jtl"), Files.readString(before).replaceAll("(?m)^(\\d+),(\\d+),", "$1,2$2,"));
        Path report = folder.resolve("r." + ending);
        assertEquals(Exit.FINE, Ran.of("report", now, "-o", report, "--baseline", before + "@+60s..+500s", "--threshold", "7%", "--where", "label=GET /").code());
        Path again = folder.resolve("again." + ending);
        Ran same = Ran.of("replay", report, "-o", again);
        assertTrue(same.out().contains("nothing changed: all "), same.out() + same.err());
        assertEquals(-1, Files.mismatch(report, again));
        Files.writeString(before, Files.readString(before).replaceAll("(?m)^(\\d+),(\\d+),", "$1,4$2,"));
        Ran other = Ran.of("replay", report);
        assertTrue(other.out().contains("before.jtl has changed") && other.out().contains("change of p50"), other.out());
        Files.delete(before);
        assertTrue(Ran.of("replay", report).err().contains("before.jtl was not found"));
    }

    @Test
    void whatChangedIsSaid() throws IOException {
        Path data = Ran.jtl(folder.resolve("a.jtl"));
        Path report = folder.resolve("r.html");
        Ran.of("report", data, "-o", report);
        Files.writeString(data, Files.readString(data).replaceAll("(?m)^(\\d+),(\\d+),", "$1,3$2,"));
        Ran ran = Ran.of("replay", report, "--gate");
        assertEquals(Exit.GATE, ran.code(), ran.err());
        assertTrue(ran.out().contains("a.jtl has changed") && ran.out().contains("p99:") && ran.out().contains(" → "), ran.out());
        Path moved = Files.createDirectory(folder.resolve("moved"));
        Files.move(data, moved.resolve("a.jtl"));
        assertEquals(Exit.FINE, Ran.of("replay", report, "--in", moved).code());
        Files.delete(moved.resolve("a.jtl"));
        assertTrue(Ran.of("replay", report).err().contains("a.jtl was not found"));
        assertTrue(Ran.of("replay", Files.writeString(folder.resolve("x.html"), "<html>")).err().contains("no recipe"));
    }

    @Test
    void whatWasSaidAboutColumnsAndClocksIsSaidAgain() throws IOException {
        Path data = folder.resolve("odd.csv");
        Files.writeString(data, "when;took\n2026-01-01 10:00:00;12\n2026-01-01 10:00:01;15\n2026-01-01 10:00:02;90\n2026-01-01 10:00:03;11\n");
        Path report = folder.resolve("r.html");
        Ran made = Ran.of("report", data, "-o", report, "--map", "start=when", "--map", "duration=took", "--unit", "duration=s", "--zone", "Europe/Berlin", "--offset", "odd.csv=+90s");
        assertEquals(Exit.FINE, made.code(), made.err());
        assertTrue(Files.readString(report).contains("10:01:30"), "the clock is moved");
        Ran same = Ran.of("replay", report);
        assertTrue(same.out().contains("nothing changed: all "), same.out());
        Path other = folder.resolve("ms.html");
        Ran.of("report", data, "-o", other, "--map", "start=when", "--map", "duration=took", "--unit", "duration=ms");
        assertTrue(Ran.of("replay", other).out().contains("nothing changed: all "));
    }

    @Test
    void aRedactedReportNamesNobody() throws IOException {
        Path data = folder.resolve("a.jtl");
        Files.writeString(data, Files.readString(Ran.jtl(data)).replace("POST /pay", "https://pay.corp.example.com/u/4711"));
        for (String ending : new String[] {"html", "md", "json", "csv", "txt", "pdf"}) {
            Path report = folder.resolve("r." + ending);
            assertEquals(Exit.FINE, Ran.of("report", data, "-o", report, "--redact").code());
            String text = ending.equals("pdf") ? everything(report) : Files.readString(report);
            assertFalse(text.contains(folder.toString()) || text.contains(folder.getFileName().toString()), ending + " tells a folder");
            assertFalse(text.contains("pay.corp") || text.contains("4711"), ending);
            assertTrue(text.contains("host-1"), ending);
        }
        assertTrue(Ran.of("replay", folder.resolve("r.html")).out().contains("nothing changed"));
        Path filtered = folder.resolve("f.html");
        Ran.of("report", data, "-o", filtered, "--redact", "--where", "label=https://pay.corp.example.com/u/4711");
        assertTrue(Ran.of("replay", filtered).err().contains("redacted"));
    }

    /// What a PDF shows, says of itself, and carries with it.
    private static String everything(Path pdf) throws IOException {
        byte[] bytes = Files.readAllBytes(pdf);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document) + document.getDocumentInformation().getCOSObject() + Recipes.find(bytes).orElseThrow()
                    + document.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle();
        }
    }

    @Test
    void aBreachCostsWhatItsFormulaSays() throws IOException {
        Path report = folder.resolve("r.json");
        Ran.of("report", Ran.jtl(folder.resolve("a.jtl")), "-o", report, "--objective", "p50<5ms", "--cost-of-an-hour", "€ 12000", "--users-in-an-hour", "600");
        String text = Files.readString(report);
        assertTrue(text.contains("0.167 h × € 12,000 an hour") && text.contains("\"€ 2,000\""), text);
        assertTrue(text.contains("critical: the objective is breached over the whole run"), text);
        assertEquals(Exit.USAGE, Ran.of("report", folder.resolve("a.jtl"), "-o", report, "--cost-of-an-hour", "much").code());
    }

    /// Scripts run, no foreign text does, and a click sorts.
    @Test
    void aBrowserRunsOurScriptsAndNoOthers() throws IOException, InterruptedException {
        Path browser = Path.of("/usr/bin/chromium");
        Assumptions.assumeTrue(Files.isExecutable(browser), "chromium is not installed here");
        Path data = folder.resolve("a.jtl");
        Files.writeString(data, Files.readString(Ran.jtl(data)).replace("POST /pay", "</script><script>document.title='owned'</script><img src=x onerror=document.title='owned'>"));
        Path report = folder.resolve("r.html");
        Ran.of("report", data, "-o", report, "--title", "<svg onload=document.title='owned'>");
        Path dump = folder.resolve("dump.html");
        Process process = new ProcessBuilder(browser.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=2000", "--dump-dom", report.toUri().toString()).redirectOutput(dump.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        boolean done = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        Assumptions.assumeTrue(done && process.exitValue() == 0, "chromium does not run here");
        String page = Files.readString(dump, StandardCharsets.UTF_8);
        assertFalse(page.contains("<title>owned"), "a foreign script ran");
        assertTrue(page.matches("(?s).*<th scope=\"col\" class=\"n\" data-w=\"\\d+\"><button type=\"button\">.*"), "our script made headings that sort");
        assertTrue(page.contains("Dark</button>") || page.contains("Light</button>"));
    }
}
