package org.tailwright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgTest {
    @ParameterizedTest
    @MethodSource("org.tailwright.charts.LayoutTest#charts")
    void picturesAreWellFormedInAllModes(Chart chart) throws Exception {
        Scene scene = Layout.lay(chart, 500, 320, TextMeasure.bundled());
        for (String svg : List.of(Svg.plain(scene, Palette.LIGHT, "a"), Svg.file(scene, Palette.DARK), Svg.classes(scene, "b-1"))) {
            Document document = parse(svg);
            assertEquals("svg", document.getDocumentElement().getTagName());
            assertEquals(svg.equals(Svg.file(scene, Palette.DARK)) ? "-16 -16 532 352" : "0 0 500 320", document.getDocumentElement().getAttribute("viewBox"));
            assertEquals(chart.title(), document.getElementsByTagName("title").item(0).getTextContent());
            assertFalse(document.getElementsByTagName("desc").item(0).getTextContent().isEmpty());
            assertFalse(svg.contains("NaN") || svg.contains("Infinity"));
        }
        assertFalse(Svg.plain(scene, Palette.LIGHT, "a").contains("class=\"f-"));
        assertFalse(Svg.classes(scene, "b").matches("(?s).*(fill|stroke)=\"#.*"), "colours stand in the style sheet only");
        assertEquals(Svg.classes(scene, "b"), Svg.classes(Layout.lay(chart, 500, 320, TextMeasure.bundled()), "b"));
    }

    @Test
    void aHeatMapIsOnePathForEachStep() {
        Scene scene = Layout.lay(SampleCharts.heat(), 500, 400, TextMeasure.bundled());
        String svg = Svg.classes(scene, "h");
        for (int step = 0; step < Role.HEAT_STEPS; step++) {
            int paths = svg.split("class=\"f-heat" + step + "\"", -1).length - 1;
            assertEquals(2, paths, "one in the map, one in the legend");
        }
        assertTrue(svg.contains("data-count=\""));
        assertTrue(svg.contains("data-x=\"time "));
        assertTrue(svg.contains("data-y=\"log 4000000.0 4.0E9\" data-y-quantity=\"duration_nanos\""));
    }

    @Test
    void textIsEscapedAndControlCharactersAreLeftOut() throws Exception {
        String nasty = "<b> & \"quoted\" 'x' \u0000\u0007 \ud83d\ude00 \ud800 end";
        assertEquals("&lt;b&gt; &amp; &quot;quoted&quot; &#39;x&#39;  \ud83d\ude00  end", Svg.escape(nasty));
        Scene scene = Scene.of(100, 50, List.of(Mark.Text.of(5, 5, nasty, TextStyle.of(11, Role.TEXT)),
                new Mark.Titled(nasty, List.of(new Mark.Polyline(new double[] {0, 1}, new double[] {0, 1}, Pen.solid(Role.LINE, 1), nasty)))),
                nasty, nasty);
        assertTrue(parse(Svg.classes(scene, "x")).getDocumentElement().getTextContent().contains("<b> & \"quoted\""));
    }

    @Test
    void numbersAreShortAndExact() {
        assertEquals("0", SvgWriter.number(-0.001));
        assertEquals("-0.5", SvgWriter.number(-0.5));
        assertEquals("-12.34", SvgWriter.number(-12.341));
        assertEquals("1.05", SvgWriter.number(1.05));
        assertEquals("1234567", SvgWriter.number(1234567));
    }

    @Test
    void theReadoutScriptIsSmallAndStaysAtHome() {
        String script = Svg.hoverScript();
        assertTrue(script.lines().count() <= 120, script.lines().count() + " lines");
        String code = script.replace("'http://www.w3.org/2000/svg'", "");
        for (String network : List.of("http:", "https:", "fetch(", "XMLHttpRequest", "import(", "</script")) {
            assertFalse(code.contains(network), network);
        }
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
