package org.tailwright.catalog.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.Dataset;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.readers.ReadOptions;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.Opening;

/// Chapters stand in order whatever was opened, and what buys most is recommended first.
final class ReportTemplateTest {
    private static final Path SAMPLE = Path.of("sample-datasets", "checkout");

    private static Report report(List<Contributor> contributors) {
        return ReportTemplate.write("t", new Material(List.of(), List.of()), Inputs.of(), contributors, Work.NONE);
    }

    /// A contributor of one section and some advice.
    private record Told(Optional<Chapter> chapter, String title, List<Advice> advice) implements Contributor {
        @Override
        public Contribution contribute(Material material, Inputs inputs, Work work) {
            return new Contribution(List.of(new Report.Section("s", title, List.of())), List.of(), List.of(), advice);
        }
    }

    @Test
    void chaptersStandInOrderAndSayWhatWouldFillThem() {
        Report report = report(List.of(new Told(Optional.of(Chapter.DATA), "Files", List.of()), new Told(Optional.of(Chapter.RUNTIME), "Runtime in a", List.of()),
                new Told(Optional.empty(), "Objectives", List.of())));
        assertEquals(List.of("In short", "Objectives", "Statistical performance", "Golden signals", "Dependencies", "Runtime in a", "Capacity and risk", "Recommendations",
                "Data and method · Files"), report.sections().stream().map(Report.Section::title).toList());
        Block.Text empty = (Block.Text) report.sections().get(4).blocks().getFirst();
        assertTrue(empty.text().startsWith("No traces were opened"), empty.text());
        assertEquals(report.sections().size(), report.sections().stream().map(Report.Section::id).distinct().count());
    }

    @Test
    void whatBuysMostIsRecommendedFirst() {
        Report report = report(List.of(new Told(Optional.empty(), "a", List.of(new Advice(0, "Measure longer", "Few."), new Advice(5e6, "Second", "5 ms."))),
                new Told(Optional.empty(), "b", List.of(new Advice(7e6, "First", "7 ms.")))));
        List<String> told = report.sections().stream().filter(each -> each.title().equals("Recommendations")).findFirst().orElseThrow().blocks().stream()
                .map(each -> ((Block.Finding) each).title()).toList();
        assertEquals(List.of("First", "Second", "Measure longer"), told);
    }

    @Test
    void theSampleIsAdvisedByWhatWasMeasured() {
        Opened opened = Opening.open(List.of(SAMPLE.resolve("openloop.jtl.gz"), SAMPLE.resolve("spans.jsonl.gz"), SAMPLE.resolve("service.jfr")), ReadOptions.DEFAULT, Work.NONE);
        Report report = ReportTemplate.write("checkout", new Material(opened.datasets(), List.of()), Inputs.of().with(opened.datasets()), Work.NONE);
        List<Block.Finding> advice = report.sections().stream().filter(each -> each.title().equals("Recommendations")).findFirst().orElseThrow().blocks().stream()
                .map(Block.Finding.class::cast).toList();
        assertTrue(advice.getFirst().title().contains("acquire connection"), advice.toString());
        assertTrue(advice.getFirst().text().contains("need not be the cause"), advice.toString());
        assertTrue(advice.stream().anyMatch(each -> each.title().startsWith("Shorten the pauses")), advice.toString());
    }

    /// A window that begins before anything was recorded leaves out nothing, and adds no time either.
    @Test
    void aWindowAroundEverythingChangesNoAdvice() {
        List<Dataset> opened = Opening.open(List.of(SAMPLE.resolve("service.jfr")), ReadOptions.DEFAULT, Work.NONE).datasets();
        Contribution whole = new RuntimeReport().contribute(new Material(opened, List.of()), Inputs.of().with(opened), Work.NONE);
        Inputs wide = Inputs.of().with(opened).with(Selection.ALL.within(Optional.of(new TimeSpan(0, Long.MAX_VALUE))));
        assertEquals(whole.advice(), new RuntimeReport().contribute(new Material(opened, List.of()), wide, Work.NONE).advice());
        assertTrue(whole.advice().getFirst().why().contains("one that comes in it waits for what is left"), whole.advice().toString());
    }
}
