package org.tailwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.work.Seeds;
import tools.jackson.databind.JsonNode;

final class CliTest {
    @TempDir
    private Path folder;

    @Test
    void summaryAsJson() throws IOException {
        Ran ran = Ran.of("summary", Ran.jtl(folder.resolve("a.jtl")), "--json");
        assertEquals(Exit.FINE, ran.code(), ran.err());
        JsonNode file = ran.json().at("/files/0");
        assertEquals(List.of("file", "format", "datasets", "diagnostics", "trust"), List.copyOf(file.propertyNames()));
        JsonNode set = file.at("/datasets/0");
        assertEquals("requests", set.at("/kind").asString());
        assertEquals(4000, set.at("/rows").asInt());
        assertEquals(80, set.at("/errors").asInt());
        assertEquals("2023-11-14T22:13:20Z", set.at("/start").asString());
        assertEquals(List.of("count", "p50", "p90", "p99", "p999", "max"), List.copyOf(set.at("/latency").propertyNames()));
        assertEquals(3920, set.at("/latencySuccess/count").asInt());
        assertEquals(4000, file.at("/trust/0/read").asInt());
        assertTrue(file.at("/trust/0/checks").valueStream().anyMatch(each -> each.at("/id").asString().equals("duplicates")), file.toString());
    }

    @Test
    void selectionsNarrow() throws IOException {
        Path file = Ran.jtl(folder.resolve("a.jtl"));
        assertEquals(1000, Ran.of("summary", file, "--json", "--where", "label=POST /pay").json().at("/files/0/datasets/0/rows").asInt());
        assertEquals(400, Ran.of("summary", file, "--json", "--from", "+60s", "--to", "+120s").json().at("/files/0/datasets/0/rows").asInt());
        assertEquals(400, Ran.of("summary", file, "--json", "--from", "23:14:20", "--to", "23:15:20", "--zone", "+01:00").json().at("/files/0/datasets/0/rows").asInt());
        JsonNode band = Ran.of("summary", file, "--json", "--latency", "20ms..30ms").json().at("/files/0/datasets/0/latency");
        assertTrue(band.at("/max").asLong() < 30_000_000 && band.at("/count").asInt() > 500, band.toString());
    }

    @Test
    void theReadablePartIsKept() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad"), "\u0000\u0001");
        Ran ran = Ran.of("summary", Ran.jtl(folder.resolve("a.jtl")), bad);
        assertEquals(Exit.USAGE, ran.code());
        assertTrue(ran.out().contains("4,000 rows") && ran.err().contains("bad: "), ran.err());
    }

    @Test
    void objectivesDecideOnlyWithTheGate() throws IOException {
        Path file = Ran.jtl(folder.resolve("a.jtl"));
        assertEquals(Exit.FINE, Ran.of("summary", file, "--objective", "p50<5ms").code());
        assertEquals(Exit.GATE, Ran.of("summary", file, "--objective", "p50<5ms", "--gate").code());
        assertEquals(Exit.FINE, Ran.of("summary", file, "--objective", "p50<1s", "--gate").code());
        assertEquals("breach", Ran.of("summary", file, "--objective", "p50<5ms", "--json").json().at("/verdicts/0/level").asString());
    }

    @Test
    void aSteppedRunThatIsNotJudgedIsNamed() throws IOException {
        StringBuilder rows = new StringBuilder("timeStamp,elapsed,label,responseCode,success,allThreads\n");
        for (int step = 0; step < 5; step++) {
            int users = 1 << step;
            for (int i = 0; i < 600 * users; i++) {
                rows.append(1_700_000_000_000L + 60_000L * step + 100L * i / users).append(",90,GET /,200,true,").append(users).append('\n');
            }
        }
        Path stepped = Files.writeString(folder.resolve("steps.jtl"), rows);
        Ran both = Ran.of("summary", stepped, Ran.jtl(folder.resolve("a.jtl")), "--objective", "p50<1s", "--gate");
        assertEquals(Exit.FINE, both.code());
        assertTrue(both.err().contains("Not judged: steps.jtl"), both.err());
        assertFalse(Ran.of("summary", stepped, "--objective", "p50<1s").err().contains("Not judged"));
    }

    @Test
    void uslPutsTheAnswerFirst() throws IOException {
        Ran ran = Ran.of("run", "usl", Ran.points(folder.resolve("points.csv")), "--json");
        assertEquals(Exit.FINE, ran.code(), ran.err());
        List<String> names = List.copyOf(ran.json().propertyNames());
        assertEquals("form", names.getFirst());
        assertEquals(List.of("asked", "provenance"), names.subList(names.size() - 2, names.size()));
        assertEquals("usl3", ran.json().at("/form").asString());
        assertEquals(0.03, ran.json().at("/alpha/estimate").asDouble(), 1e-6);
        assertEquals(Math.sqrt(0.97 / 0.0005), ran.json().at("/peakLoad").asDouble(), 1e-2);
        assertEquals(8, ran.json().at("/n").asInt());
        for (String key : List.of("estimate", "standardError", "low", "high")) {
            assertTrue(ran.json().at("/beta").has(key), key);
        }
    }

    @Test
    void parametersReachTheAnalysis() throws IOException {
        Path file = Ran.points(folder.resolve("points.csv"));
        assertEquals("usl2", Ran.of("run", "usl", file, "--form", "usl2", "--json").json().at("/form").asString());
        Ran other = Ran.of("run", "--json", "usl", file, "--load", "N", "--throughput", "X");
        assertEquals("N", other.json().at("/asked/load").asString());
        assertEquals(64, other.json().at("/provenance/data/0/sha256").asString().length());
    }

    @Test
    void wrongUseIsOneSentence() throws IOException {
        Path file = Ran.points(folder.resolve("points.csv"));
        check(Ran.of("run", "usl", file, "--nonsense", "1"), "there is no option --nonsense; there are --form");
        check(Ran.of("run", "nonsense", file), "there is no analysis 'nonsense'; there are ");
        check(Ran.of("run", "usl", file, "--form", "usl9"), "usl9");
        check(Ran.of("run"), "name an analysis");
        check(Ran.of("summary"), "FILE");
        check(Ran.of("summary", file, "--latency", "fast"), "--latency needs a range");
        check(Ran.of("summary", file, "--zone", "Mars/Base"), "--zone needs a zone");
        check(Ran.of("summary", file, "--objective", "fast"), "is no objective");
        check(Ran.of("summary", file, "--data", "other"), "no data set is called 'other'; there are points.csv");
        check(Ran.of("report", file, "-o", folder.resolve("out.xyz")), "a report is written as .html");
        check(Ran.of("report", file, "-o", folder.resolve("none/out.html")), "there is no folder");
        check(Ran.of("report", folder.resolve("none"), "-o", folder.resolve("out.html")), "there is no such file");
        check(Ran.of("nonsense"), "there is no file and no command 'nonsense'");
        check(Ran.of("--nonsense"), "there is no option '--nonsense'");
    }

    private static void check(Ran ran, String part) {
        assertEquals(Exit.USAGE, ran.code(), ran.err());
        assertTrue(ran.err().contains(part), ran.err());
        assertFalse(ran.err().contains("\tat "), ran.err());
    }

    @Test
    void aFolderWithoutDataIsRefused() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("notes")).resolve("notes.txt"), "nothing measured here");
        check(Ran.of("summary", folder.resolve("notes"), "--json"), "there is nothing to read in these folders");
    }

    @Test
    void aFilterOnNoColumnIsRefused() throws IOException {
        Path file = Ran.jtl(folder.resolve("a.jtl"));
        check(Ran.of("summary", file, "--where", "lable=GET /"), "--where: no data set has a column 'lable'; there are ");
        check(Ran.of("run", "latency", file, "--objective", "p99<1s where lable=GET /"), "--objective: no data set has a column 'lable'");
        check(Ran.of("summary", Ran.points(folder.resolve("points.csv")), "--where", "label=GET /"), "there is none to filter by");
    }

    @Test
    void anAnalysisCanBeTheGate() throws IOException {
        Path file = Ran.jtl(folder.resolve("a.jtl"));
        assertEquals(Exit.FINE, Ran.of("run", "latency", file, "--objective", "p50<5ms").code());
        assertEquals(Exit.GATE, Ran.of("run", "latency", file, "--objective", "p50<5ms", "--gate").code());
        assertEquals(Exit.FINE, Ran.of("run", "latency", file, "--objective", "p50<1s", "--gate").code());
    }

    @Test
    void theWindowBindsMetricsToo() throws IOException {
        Path file = Files.writeString(folder.resolve("cpu.csv"), "time,cpu\n1700000000,1\n1700000060,2\n1700000120,3\n1700000180,4\n");
        JsonNode inside = Ran.of("summary", file, "--json", "--from", "+60s", "--to", "+180s").json().at("/files/0/datasets/0");
        assertEquals(2, inside.at("/rows").asInt());
        assertEquals("2023-11-14T22:14:20Z", inside.at("/start").asString());
    }

    @Test
    void whatDoesNotFitCannotBeTold() throws IOException {
        Ran ran = Ran.of("run", "usl", Ran.jtl(folder.resolve("a.jtl")), "--json");
        assertEquals(Exit.CANNOT_TELL, ran.code(), ran.out());
        assertTrue(ran.json().has("notApplicable") && ran.json().has("asked"));
        assertEquals(Exit.CANNOT_TELL, Ran.of("run", "latency", Ran.points(folder.resolve("points.csv"))).code());
    }

    @Test
    void helpIsEverywhere() {
        for (String command : List.of("summary", "analyses", "report", "picture", "formats")) {
            Ran ran = Ran.of(command, "--help");
            assertEquals(Exit.FINE, ran.code(), ran.err());
            assertTrue(ran.out().startsWith("Usage: tailwright " + command), ran.out());
        }
        assertTrue(Ran.of("run", "usl", "--help").out().contains("--form=CHOICE"));
        assertTrue(Ran.of("--help").out().contains("tailwright report"));
        assertTrue(Ran.of("run", "--help").out().contains("usl  Scalability"));
    }

    @Test
    void filesAloneOpenTheWindow() throws IOException {
        Path file = Ran.points(folder.resolve("points.csv"));
        assertEquals(Exit.FINE, Ran.of(file).code());
        assertTrue(Ran.WINDOWS.contains(file));
    }

    /// Of logs, too, only what is named is compared: nothing there is no "same".
    @Test
    void partsOfHistogramLogsAreCompared() {
        Path log = Path.of("sample-datasets", "checkout", "latency.hlog");
        assertEquals(Exit.USAGE, Ran.of("compare", log + "@+5000s..+6000s", log).code());
        assertEquals(Exit.USAGE, Ran.of("compare", log, log, "--from", "2030-01-01T00:00:00Z").code());
        Ran parts = Ran.of("compare", log + "@+0s..+60s", log + "@+150s..+200s", "--json", "--percentiles", "50");
        assertEquals(Exit.CANNOT_TELL, parts.code());
        assertTrue(!parts.out().contains("\"change\" : 0.0,"), parts.out());
    }

    @Test
    void compareEndsWithItsVerdict() throws IOException {
        Path base = rows("base.jtl", 1.0, 1);
        Path same = rows("same.jtl", 1.0, 2);
        Path slow = rows("slow.jtl", 1.5, 3);
        Path report = folder.resolve("verdict.xml");
        assertEquals(Exit.FINE, Ran.of("compare", base, same, "--threshold", "10%", "--percentiles", "50").code());
        Ran worse = Ran.of("compare", base, slow, "--json", "--junit", report);
        assertEquals(Exit.GATE, worse.code(), worse.err());
        assertEquals("worse", worse.json().at("/verdict").asString());
        assertEquals(0.5, worse.json().at("/changes/0/interval/change").asDouble(), 0.05);
        assertTrue(Files.readString(report).contains("<failure"), Files.readString(report));
        assertEquals(Exit.CANNOT_TELL, Ran.of("compare", base, same, "--percentiles", "99.99").code());
        assertEquals(Exit.USAGE, Ran.of("compare", base, folder.resolve("missing")).code());
        assertEquals(Exit.USAGE, Ran.of("compare", base, same, "--threshold", "much").code());
        assertEquals(Exit.GATE, Ran.of("compare", base + "," + same, slow + "," + rows("slow2.jtl", 1.5, 4)).code());
    }

    @Test
    void partsOfOneRunAreCompared() throws IOException {
        Path base = rows("base.jtl", 1.0, 1);
        Ran parts = Ran.of("compare", base + "@+0s..+100s", base + "@+100s..", "--threshold", "10%", "--percentiles", "50", "--json");
        assertEquals(Exit.FINE, parts.code(), parts.err());
        assertEquals(10_000, parts.json().at("/provenance/candidate/0/rows").asInt());
        assertTrue(Ran.of("compare", base + "@+100s..+50s", base).err().contains("ends before its beginning"));
    }

    @Test
    void aReportSpeaksOfItsBaseline() throws IOException {
        Path base = rows("base.jtl", 1.0, 1);
        Path slow = rows("slow.jtl", 1.5, 3);
        Path out = folder.resolve("out.json");
        assertEquals(Exit.GATE, Ran.of("report", slow, "--baseline", base, "--gate", "-o", out).code());
        String text = Files.readString(out);
        assertTrue(text.contains("Comparison with base.jtl") && text.contains("change of p99") && text.contains("comparison-curves"), text);
        assertEquals(Exit.FINE, Ran.of("report", rows("same.jtl", 1.0, 2), "--baseline", base, "--threshold", "20%", "--gate", "-o", out).code());
    }

    private Path rows(String name, double factor, long seed) throws IOException {
        RandomGenerator random = Seeds.stream(3, "compare", seed);
        StringBuilder text = new StringBuilder("timeStamp,elapsed,label,responseCode,success\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(1_700_000_000_000L + i * 10L).append(',').append(Math.round(200 * factor * Math.exp(0.3 * random.nextGaussian()))).append(",a,200,true\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }
}
