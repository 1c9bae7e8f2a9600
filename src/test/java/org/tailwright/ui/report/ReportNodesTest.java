package org.tailwright.ui.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tailwright.reports.Block;

class ReportNodesTest {
    @Test
    void boldPiecesStandAtOddPlaces() {
        assertEquals(List.of("p99 is ", "182 ms", " now"), Words.pieces("p99 is **182 ms** now"));
        assertEquals(List.of("", "all", ""), Words.pieces("**all**"));
        assertEquals(List.of("plain"), Words.pieces("plain"));
    }

    @Test
    void theUnitOfAKeyNumberIsWhatStandsBehindTheNoBreakSpace() {
        assertEquals(3, FactsPane.unitAt("182\u00a0ms"));
        assertEquals(3, FactsPane.unitAt("108"));
        assertEquals(9, FactsPane.unitAt("2\u00a0min\u00a05\u00a0s"));
    }

    @Test
    void tablesAreCopiedWithQuotesWhereCsvNeedsThem() {
        Block.Table table = new Block.Table("t", "T", List.of(new Block.Column("label", false), new Block.Column("n", true)),
                List.of(List.of(Block.Cell.of("GET /a, \"b\""), Block.Cell.of("1,200", 1200))));
        assertEquals("label,n\n\"GET /a, \"\"b\"\"\",\"1,200\"\n", TablePane.text(table, table.rows(), ","));
        assertEquals("label\tn\nGET /a, \"b\"\t1,200\n", TablePane.text(table, table.rows(), "\t"));
    }
}
