package org.tailwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Behind every number of a report stands where it comes from.
final class ProvenanceTest {
    @TempDir
    private Path folder;

    private static final Path SAMPLE = Path.of("sample-datasets", "checkout");

    private Path report(String name, Object... more) {
        List<Object> args = new ArrayList<>(List.of("report"));
        args.addAll(List.of(more));
        args.addAll(List.of("-o", folder.resolve(name)));
        Ran ran = Ran.of(args.toArray());
        assertTrue(ran.code() == Exit.FINE, ran.err());
        return folder.resolve(name);
    }

    @Test
    void everyNumberOfTheWholeSampleLeadsToItsFileAndDefinition() throws IOException {
        JsonNode root = JsonMapper.shared().readTree(Files.readString(report("r.json", SAMPLE, "--cost-of-an-hour", "12000")));
        Map<Integer, JsonNode> origins = new HashMap<>();
        root.path("provenance").forEach(each -> origins.put(each.path("id").asInt(), each));
        List<String> lost = new ArrayList<>();
        int cells = 0;
        for (JsonNode section : root.path("sections")) {
            for (JsonNode block : section.path("blocks")) {
                cells += check(block, origins, lost);
                block.path("facts").forEach(each -> figure(each, each.path("label").asString(""), lost));
            }
        }
        root.path("verdicts").forEach(each -> figure(each.path("measured"), each.path("what").asString(""), lost));
        assertEquals(List.of(), lost);
        assertTrue(cells > 500, cells + " numbers in tables");
    }

    private static int check(JsonNode table, Map<Integer, JsonNode> origins, List<String> lost) {
        int cells = 0;
        for (int i = 0; i < table.path("columns").size(); i++) {
            JsonNode column = table.path("columns").get(i);
            if (column.path("number").asBoolean(false)) {
                cells += table.path("rows").size();
                String name = table.path("id").asString("") + ": " + column.path("title").asString("");
                JsonNode origin = origins.get(column.path("provenance").asInt(0));
                if (origin == null || origin.path("method").asString("").isEmpty() || origin.path("method").asString("").contains("(run ")) {
                    lost.add(name + " has no definition: " + origin);
                } else if (origin.path("sources").isEmpty() || !origin.path("sources").toString().contains("SHA-256 ") && !origin.path("sources").toString().contains("data sets")) {
                    lost.add(name + " has no file: " + origin);
                } else if (origin.path("n").asLong(0) == 0 && !origin.path("filter").asString("").equals("whole files") && !origin.path("sources").toString().contains("service.jfr")) {
                    lost.add(name + " rests on nothing: " + origin);
                }
            }
        }
        return cells;
    }

    private static void figure(JsonNode figure, String name, List<String> lost) {
        if (figure.path("method").asString("").isEmpty() || figure.path("sources").isEmpty()) {
            lost.add(name + ": " + figure);
        }
    }

    @Test
    void inHtmlEveryColumnOfNumbersLeadsToARowOfTheAppendix() throws IOException {
        String page = Files.readString(report("r.html", Ran.jtl(folder.resolve("a.jtl")), "--objective", "p99<250ms"));
        String appendix = page.substring(page.indexOf("id=\"table-where-from\""));
        int rows = appendix.substring(0, appendix.indexOf("</table>")).split("<tr", -1).length - 2;
        Matcher heading = Pattern.compile("<th [^>]*class=\"n\"( data-w=\"(\\d+)\")?>").matcher(page.substring(page.indexOf("class=\"sortable\"")));
        int found = 0;
        while (heading.find()) {
            found++;
            assertTrue(heading.group(2) != null && Integer.parseInt(heading.group(2)) >= 1 && Integer.parseInt(heading.group(2)) <= rows, heading.group());
        }
        assertTrue(found > 10 && !page.contains("data-w=\"0\""), found + " columns");
        assertTrue(page.contains("JMeter CSV, SHA-256 "), "files by hash");
    }

    @Test
    void aSelectionIsSaidAndCounted() throws IOException {
        JsonNode root = JsonMapper.shared().readTree(Files.readString(report("r.json", Ran.jtl(folder.resolve("a.jtl")), "--where", "label=GET /")));
        JsonNode table = root.path("provenance").valueStream().filter(each -> each.path("method").asString("").startsWith("order statistic ceil(np) of the durations")).findFirst().orElseThrow();
        assertEquals("label = GET /", table.path("filter").asString(""));
        assertEquals(3000, table.path("n").asInt());
    }

    @Test
    void aComparisonNamesBothSides() throws IOException {
        Path before = Ran.jtl(folder.resolve("a.jtl"));
        Path now = Files.writeString(folder.resolve("b.jtl"), Files.readString(before));
        String text = Files.readString(report("r.md", now, "--baseline", before));
        assertTrue(text.contains("baseline a.jtl (JMeter CSV, SHA-256 ") && text.contains("b.jtl (JMeter CSV, SHA-256 "), text);
        assertFalse(text.substring(0, text.indexOf("<!-- tailwright-recipe")).contains(folder.toString()), "paths stand in the recipe only");
    }
}
