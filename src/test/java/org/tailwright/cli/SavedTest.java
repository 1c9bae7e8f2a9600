package org.tailwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Objective;
import org.tailwright.data.Selection;
import org.tailwright.workspace.investigation.Asked;
import org.tailwright.workspace.investigation.DataFile;
import org.tailwright.workspace.investigation.Disk;
import org.tailwright.workspace.investigation.Investigation;
import org.tailwright.workspace.investigation.InvestigationFile;
import org.tailwright.workspace.investigation.Pin;
import org.tailwright.workspace.investigation.Seen;
import org.tailwright.workspace.investigation.Spot;
import org.tailwright.workspace.investigation.Story;

/// Saved investigations on the command line.
final class SavedTest {
    @TempDir
    Path folder = Path.of("");

    private Path saved() throws IOException {
        return saved(false);
    }

    private Path saved(boolean redacted) throws IOException {
        Path data = Ran.jtl(Files.createDirectories(folder.resolve("data")).resolve("a.jtl"));
        Selection pay = Selection.ALL.toggled(new Selection.Filter("label", "POST /pay"));
        Investigation investigation = new Investigation(List.of(DataFile.at(data)), pay,
                new Asked(List.of(Objective.parse("p99<5ms")), Map.of(), 9, Optional.empty()),
                List.of(new Pin("latency", Spot.START, Map.of(), pay), new Pin("note", Spot.START, Map.of("title", "Seen", "text", "the pool was full"), Selection.ALL)),
                new Story("Checkout in words", Optional.empty(), redacted, List.of(), List.of()), Seen.start(java.time.ZoneOffset.UTC));
        Path file = folder.resolve("x.tailwright");
        new InvestigationFile(Disk.REAL).write(file, investigation, Optional.empty());
        return file;
    }

    @Test
    void aSavedInvestigationAnswersEveryCommand() throws IOException {
        Path file = saved();
        Ran summary = Ran.of("summary", file, "--json");
        assertEquals(1000, summary.json().at("/files/0/datasets/0/rows").asInt(), summary.err());
        Ran run = Ran.of("run", "latency", file, "--json");
        assertEquals("label = POST /pay", run.json().at("/provenance/selection").asString());
        assertEquals(9, run.json().at("/provenance/seed").asInt());
        Path out = folder.resolve("r.md");
        Ran report = Ran.of("report", file, "-o", out);
        assertEquals(Exit.FINE, report.code(), report.err());
        String text = Files.readString(out);
        assertTrue(text.startsWith("# Checkout in words") && text.contains("the pool was full") && text.contains("p99"), text);
        assertEquals(Exit.GATE, Ran.of("report", file, "-o", out, "--gate").code());
    }

    @Test
    void aRedactedInvestigationShowsNoNamesOfABaseline() throws IOException {
        Path file = saved(true);
        Path out = folder.resolve("redacted.md");
        Path baseline = folder.resolve("data/old.corp.example.com.jtl");
        Files.copy(folder.resolve("data/a.jtl"), baseline);
        Ran ran = Ran.of("report", file, "-o", out, "--baseline", baseline);
        assertEquals(Exit.FINE, ran.code(), ran.err());
        String text = Files.readString(out);
        assertTrue(text.contains("Comparison with host-") && !text.contains("old.corp"), text);
    }

    @Test
    void optionsCountMoreThanWhatWasSaved() throws IOException {
        assertEquals(3000, Ran.of("summary", saved(), "--json", "--where", "label=GET /").json().at("/files/0/datasets/0/rows").asInt());
    }

    @Test
    void whatMovedIsFoundAndWhatIsGoneIsNamed() throws IOException {
        Path file = saved();
        Files.move(folder.resolve("data/a.jtl"), folder.resolve("a.jtl"));
        Ran found = Ran.of("summary", file, "--json");
        assertEquals(Exit.FINE, found.code());
        assertTrue(found.err().contains("a.jtl was found again"), found.err());
        Files.delete(folder.resolve("a.jtl"));
        Ran gone = Ran.of("summary", file);
        assertEquals(Exit.USAGE, gone.code());
        assertTrue(gone.err().contains("a.jtl: there is no such file"), gone.err());
        Files.writeString(file, "{");
        assertTrue(Ran.of("summary", file).err().contains("no saved investigation"));
    }
}
