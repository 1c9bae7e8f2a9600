package org.tailwright.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Quantity;
import org.tailwright.data.Unit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class WritersTest {
    private static final String HOSTILE = "</script><script>alert(1)</script>\u001b[31m\u202e|`*_#<img src=x onerror=alert(1)>\"'&\n=1+1";

    private static Report report(String text) {
        Figure figure = new Figure("182 ms", "[179, 187]", 182e6, Unit.DURATION, new Provenance(List.of(text), text, text, 9400, text));
        Chart chart = Chart.of(text, text, Axis.linear(text, 0, 1, Quantity.PLAIN), Axis.linear(text, 0, 1, Quantity.PLAIN));
        return new Report(text, text + " **bold**", List.of(new Verdict(Verdict.Level.BREACH, text, figure, text, "one")),
                List.of(new Report.Section("one", text, List.of(
                        new Block.Heading(text), new Block.Text(text), new Block.Facts(List.of(new Block.Fact(text, figure, text, false))),
                        new Block.Table("rows", text, List.of(new Block.Column(text, false), new Block.Column("n", true)),
                                List.of(List.of(Block.Cell.of(text), Block.Cell.of("1,884", 1884)), List.of(new Block.Cell(text, Double.NaN, Block.Tone.BAD), Block.Cell.of("–")))),
                        new Block.Picture("curve", chart, text), new Block.Finding(Block.Tone.WATCH, text, text)))));
    }

    static Stream<ReportWriter> writers() {
        return Writers.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("writers")
    void theSameReportGivesTheSameBytes(ReportWriter writer) {
        assertArrayEquals(writer.write(report("plain")), writer.write(report("plain")));
    }

    /// What a PDF shows is tested by itself.
    static Stream<ReportWriter> textWriters() {
        return writers().filter(each -> !(each instanceof PdfWriter));
    }

    @ParameterizedTest
    @MethodSource("textWriters")
    void foreignTextSteersNothing(ReportWriter writer) {
        String text = new String(writer.write(report(HOSTILE)), StandardCharsets.UTF_8);
        assertFalse(text.contains("\u001b"), writer.format());
        assertFalse(!(writer instanceof JsonWriter) && text.contains("\u202e"), writer.format());
        assertTrue(text.contains("182"), writer.format());
    }

    @Test
    void htmlEscapesForeignText() {
        String html = new String(new HtmlWriter().write(report(HOSTILE)), StandardCharsets.UTF_8);
        assertFalse(html.contains("<img") || html.contains("<script>alert"));
        assertTrue(html.contains("&lt;img src=x onerror=alert(1)&gt;"));
    }

    @Test
    void htmlNeedsNothingFromElsewhere() {
        String html = new String(new HtmlWriter().write(report("plain")), StandardCharsets.UTF_8);
        String loose = html.replace("http://www.w3.org/2000/svg", "");
        assertFalse(loose.contains("http:") || loose.contains("https:") || loose.contains("<link"), "an address is in the page");
        assertTrue(html.contains("default-src 'none'") && html.contains("<svg") && html.contains("data:font/ttf;base64,"));
    }

    @Test
    void htmlIsWellFormed() throws Exception {
        String html = new String(new HtmlWriter().write(report(HOSTILE)), StandardCharsets.UTF_8);
        String body = html.substring(html.indexOf("<main>"), html.indexOf("</main>") + 7).replace("type=\"button\" class=\"theme\" hidden>", "type=\"button\" class=\"theme\">");
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        assertEquals("main", document.getDocumentElement().getTagName());
        assertEquals(1, document.getElementsByTagName("svg").getLength());
    }

    @Test
    void htmlLinksAVerdictToItsEvidence() {
        String html = new String(new HtmlWriter().write(report("plain")), StandardCharsets.UTF_8);
        assertTrue(html.contains("<a href=\"#one\">§1</a>") && html.contains("<section id=\"one\">"));
    }

    @Test
    void markdownEscapesForeignText() {
        String text = new String(new MarkdownWriter().write(report(HOSTILE)), StandardCharsets.UTF_8);
        assertFalse(text.contains("<img") || text.contains("<script"));
        List<String> rows = text.lines().filter(each -> each.startsWith("| ")).toList();
        assertTrue(rows.size() >= 4);
        assertTrue(text.lines().noneMatch(each -> each.startsWith("=1+1")));
    }

    @Test
    void csvQuotesAndDisarmsFormulas() {
        String text = new String(new CsvWriter().write(report("=cmd,\"x\"")), StandardCharsets.UTF_8);
        assertTrue(text.contains("\"'=cmd,\"\"x\"\"\""), text);
        assertTrue(text.contains("\"1,884\",1884"), text);
    }

    @Test
    void jsonHoldsNumbersAndText() {
        JsonNode root = JsonMapper.shared().readTree(new JsonWriter().write(report(HOSTILE)));
        assertEquals(List.of("title", "subject", "verdicts", "sections", "provenance"), List.copyOf(root.propertyNames()));
        assertEquals(182e6, root.at("/verdicts/0/measured/value").asDouble());
        assertEquals("breach", root.at("/verdicts/0/level").asString());
        assertEquals(1884, root.at("/sections/0/blocks/3/rows/0/1/value").asInt());
    }

    @Test
    void writersAreFoundByEnding() {
        assertEquals("HTML (one file)", Writers.forName("A.HTM").orElseThrow().format());
        assertTrue(Writers.forName("out.xyz").isEmpty());
        assertTrue(Writers.endings().contains(".md"));
    }
}
