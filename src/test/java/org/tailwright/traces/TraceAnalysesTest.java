package org.tailwright.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.reports.Block;
import org.tailwright.work.Work;

class TraceAnalysesTest {
    private static Block.Table table(Analysis.Run<?> run, String id) {
        return run.section().blocks().stream().filter(each -> each instanceof Block.Table found && found.id().equals(id))
                .map(Block.Table.class::cast).findFirst().orElseThrow();
    }

    @Test
    void sharesOfThePathAddUp() {
        Analysis.Run<?> run = CriticalPathAnalysis.CRITICAL_PATH.run(Inputs.of(TraceTrees.CRISP_18), Map.of(), Work.NONE);
        Block.Table shares = table(run, "critical-path");
        assertEquals(List.of("O2", "O1", "O6", "O7", "O8", "O3", "O4", "O5", "O9"), shares.rows().stream().map(row -> row.get(1).text()).toList());
        assertEquals(1, shares.rows().stream().mapToDouble(row -> row.get(2).value()).sum(), 1e-12);
        assertEquals(0.28, shares.rows().getFirst().get(2).value(), 1e-12);
    }

    @Test
    void operationsShowSelfTime() {
        Analysis.Run<?> run = OperationsAnalysis.OPERATIONS.run(Inputs.of(TraceTrees.CRISP_13), Map.of("most", "2"), Work.NONE);
        assertEquals(List.of("O1", "O2"), table(run, "operations").rows().stream().map(row -> row.get(1).text()).toList());
        assertEquals(3, table(run, "calls").rows().size());
    }

    @Test
    void anEmptySelectionIsNoAnswer() {
        Inputs nowhere = Inputs.of(TraceTrees.CRISP_13).with(Selection.ALL.within(Optional.of(new TimeSpan(500, 600))));
        for (Analysis<?, ?> each : TraceAnalyses.ALL) {
            assertInstanceOf(Outcome.NotApplicable.class, each.run(nowhere, Map.of(), Work.NONE).outcome());
        }
    }
}
