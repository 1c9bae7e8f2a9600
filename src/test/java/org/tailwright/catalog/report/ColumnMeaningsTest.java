package org.tailwright.catalog.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.catalog.Analyses;
import org.tailwright.catalog.Fitting;
import org.tailwright.data.Dataset;
import org.tailwright.data.Selection;
import org.tailwright.readers.ReadOptions;
import org.tailwright.reports.Block;
import org.tailwright.work.Work;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.Opening;

/// Whatever answer is added to a report, its columns say what they mean.
final class ColumnMeaningsTest {
    /// They draw millions of futures, or fit many laws.
    private static final Set<String> LONG = Set.of("simulate", "simulate-servers", "simulate-variants", "fit-law", "optimise");

    @Test
    void everyColumnOfNumbersIsExplained() throws IOException {
        Opened opened = Opening.open(List.of(Path.of("sample-datasets", "checkout")), ReadOptions.DEFAULT, Work.NONE);
        List<String> unexplained = new ArrayList<>();
        int columns = 0;
        for (Analysis<?, ?> each : Analyses.ALL) {
            List<List<Dataset>> choices = LONG.contains(each.id()) ? List.of() : Fitting.choices(each, opened.datasets());
            for (List<Dataset> first : choices.stream().limit(1).toList()) {
                Inputs inputs = new Inputs(first, Selection.ALL, opened.objectives(), Inputs.SEED, ZoneOffset.UTC);
                for (Block block : each.run(inputs, Map.of(), Work.NONE).section().blocks()) {
                    columns += block instanceof Block.Table table ? check(each, table, unexplained) : 0;
                }
            }
        }
        assertEquals(List.of(), unexplained, "columns.txt lacks these");
        assertTrue(columns > 80, columns + " columns");
    }

    private static int check(Analysis<?, ?> analysis, Block.Table table, List<String> unexplained) {
        Block.Table explained = ColumnMeanings.explained(table);
        List<Block.Column> numbers = explained.columns().stream().filter(Block.Column::number).toList();
        numbers.stream().filter(each -> each.method().isEmpty()).forEach(each -> unexplained.add(analysis.id() + ": " + table.id() + " | " + each.title()));
        assertTrue(numbers.isEmpty() || !table.behind().sources().isEmpty() || analysis.inputs().isEmpty() || analysis.id().equals("queue"), analysis.id() + " names its data");
        return numbers.size();
    }
}
