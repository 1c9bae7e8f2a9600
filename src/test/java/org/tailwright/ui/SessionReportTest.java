package org.tailwright.ui;

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
import org.tailwright.data.Selection;
import org.tailwright.readers.ReadOptions;
import org.tailwright.reports.ChartFiles;
import org.tailwright.reports.HtmlWriter;
import org.tailwright.reports.Report;
import org.tailwright.ui.report.Reporting;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;
import org.tailwright.work.Work;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.Opening;
import org.tailwright.workspace.investigation.RecipePaths;
import org.tailwright.workspace.investigation.Replay;

/// Two runs side by side in the window's report.
final class SessionReportTest {
    @TempDir
    private Path folder;

    private Path run(String name, int base) throws IOException {
        StringBuilder text = new StringBuilder("timeStamp,elapsed,label,responseCode,success\n");
        for (int i = 0; i < 2000; i++) {
            text.append(1_700_000_000_000L + i * 200L).append(',').append(base + i * 7 % 13).append(",GET /,200,true\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theMarkedBaselineStandsBesideTheOtherRunAndInTheRecipe() throws IOException {
        Opened opened = Opening.open(List.of(run("before.jtl", 20), run("now.jtl", 40)), ReadOptions.DEFAULT, Work.NONE);
        Session two = Session.empty().opening(opened.datasets());
        Session marked = two.asking(two.questions().with(Optional.of(new Questions.Baseline("before.jtl", Selection.ALL))));
        Report report = new SessionReport().answer(Reporting.Question.of("Two runs", opened, marked.at(marked.place().of("before.jtl"))), Work.NONE);
        String all = report.toString();
        assertTrue(all.contains("Comparison with before.jtl") && all.contains("change of p50"), "both runs stand in it");
        List<String> charts = List.copyOf(ChartFiles.of(report).keySet());
        assertTrue(charts.containsAll(List.of("comparison-baseline", "comparison-candidate")), charts.toString());
        assertTrue(report.verdicts().stream().anyMatch(each -> each.measured().value() > 0.5), "the other run is compared, not the baseline with itself: " + report.verdicts());
        Path file = folder.resolve("r.html");
        Files.write(file, new HtmlWriter().write(RecipePaths.beside(report, file)));
        Replay again = Replay.of(file, List.of(), Work.NONE);
        assertEquals(List.of(), again.changes());
    }

    /// One server at 50 % of an exponential 10 ms has a p99 of 92 ms, two nearly 50 ms.
    @Test
    void theCheapestConfigurationStandsInTheReportWhenItWasAdded() throws IOException {
        Opened opened = Opening.open(List.of(run("now.jtl", 40)), ReadOptions.DEFAULT, Work.NONE);
        Session one = Session.empty().opening(opened.datasets());
        Map<String, String> typed = Map.of("scenario", """
                duration: 60s
                warmup: 5s
                objective: p99<70ms
                stations: {desk: {servers: 1, time: exponential(10ms)}}
                sources: {people: {to: desk, rate: 50}}
                optimise: {probability: 90%, runs: 8, confirm: 60, change: {stations: {desk: {servers: {from: 1, to: 4, price: 7}}}}}
                """);
        Session pinned = one.asking(one.questions().with("optimise", typed).toggled(new Questions.Pinned("optimise", one.place().asking("optimise"), typed, Selection.ALL)));
        Report report = new SessionReport().answer(Reporting.Question.of("One", opened, pinned), Work.NONE);
        assertTrue(report.toString().contains("desk servers 2"), "the answer stands in it");
    }
}
