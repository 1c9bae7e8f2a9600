package org.tailwright.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.data.Unit;

final class PdfWriterTest {
    private static Report report(String name) {
        Figure figure = new Figure("182 ms", "[179, 187]", 182e6, Unit.DURATION, Provenance.of("order statistic ceil(np)", 1000));
        Chart chart = Chart.of("Latency", "n 3", Axis.linear("load", 0, 3, Quantity.COUNT), Axis.linear("latency", 0, 9, Quantity.PLAIN),
                Layer.Line.of(new double[] {0, 1, 2}, new double[] {1, 4, 9}, Role.SERIES_1, "p99"));
        List<Block> blocks = List.of(new Block.Text("Plain words about **" + name + "**."), new Block.Facts(List.of(new Block.Fact("p99", figure, "", true))),
                new Block.Picture("one", chart, "a line"), new Block.Picture("two", chart, "a line"),
                new Block.Table("t", "Rows", Block.Column.of("label", "p99"), List.of(List.of(Block.Cell.of(name), Block.Cell.of("182 ms", 182)))));
        return new Report("Report of " + name, "a subject", List.of(new Verdict(Verdict.Level.BREACH, "p99", figure, "< 150 ms", "latency")),
                List.of(new Report.Section("latency", "Latency", blocks), new Report.Section("method", "Method", List.of(new Block.Text("How.")))));
    }

    private static PDDocument open(byte[] bytes) throws IOException {
        return Loader.loadPDF(bytes);
    }

    @Test
    void holdsTheNumbersTheChartsAndTheBookmarks() throws IOException {
        try (PDDocument document = open(new PdfWriter().write(report("checkout")))) {
            String text = new PDFTextStripper().getText(document);
            for (String due : List.of("Report of checkout", "breach", "182 ms", "[179, 187]", "< 150 ms", "Plain words about", "Where the numbers come from", "1 / 2")) {
                assertTrue(text.contains(due), due + " in\n" + text);
            }
            assertEquals("Latency", document.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle());
        }
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertArrayEquals(new PdfWriter().write(report("checkout")), new PdfWriter().write(report("checkout")));
    }

    @Test
    void hostileNamesStayText() throws IOException {
        String hostile = "</td><script>alert(1)</script>&amp; ]]> \u0000\uFFFF 漢字 🙂 \"}*{display:none} <img src=\"http://example.org/x.png\"/>";
        try (PDDocument document = open(new PdfWriter().write(report(hostile)))) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertTrue(text.contains("<script>alert(1)</script>"), text);
            assertTrue(text.contains("182 ms"), text);
        }
    }
}
