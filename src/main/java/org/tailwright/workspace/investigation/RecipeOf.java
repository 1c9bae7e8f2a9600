package org.tailwright.workspace.investigation;

import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.tailwright.catalog.report.SourceFile;
import org.tailwright.data.Dataset;
import org.tailwright.reports.Recipe;
import org.tailwright.reports.Report;
import org.tailwright.reports.Shown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Writes the recipe of a report: the investigation without what was only seen, its files by hash, and the numbers that the report shows.
final class RecipeOf {
    static final int VERSION = 1;

    private RecipeOf() {}

    /// @param words changes every text, when the report is redacted
    static Recipe of(Report report, List<SourceFile> files, List<Dataset> chosen, Investigation asked, UnaryOperator<String> words, boolean redacted) {
        ObjectNode root = InvestigationOut.tree(asked.with(List.of()), Path.of("").toAbsolutePath());
        root.put("tailwright", "report").put("version", VERSION).put("needs", VERSION).put("title", report.title());
        root.remove("seen");
        root.put("zone", asked.seen().zone().getId());
        ArrayNode named = root.putArray("files");
        files.stream().filter(each -> !each.sha256().isEmpty()).forEach(each -> {
            ObjectNode file = named.addObject().put("path", redacted ? each.name() : each.path().toString().replace('\\', '/')).put("sha256", each.sha256()).put("bytes", each.bytes());
            asked.files().stream().filter(known -> known.path().equals(each.path().toAbsolutePath().normalize())).findFirst().ifPresent(known -> {
                file.set("mapping", InvestigationOut.texts(known.mapping()));
                file.set("units", InvestigationOut.texts(known.units()));
            });
        });
        ArrayNode data = root.putArray("data");
        chosen.forEach(each -> data.add(each.name()));
        ObjectNode before = root.deepCopy();
        texts(root, words);
        ObjectNode offsets = root.putObject("offsets");
        asked.asked().offsets().forEach((name, nanos) -> offsets.put(words.apply(name), nanos));
        boolean complete = root.equals(before);
        root.put("redacted", redacted).put("complete", complete);
        ObjectNode numbers = JsonNodeFactory.instance.objectNode();
        SequencedMap<String, String> shown = Shown.of(report);
        shown.forEach(numbers::put);
        root.set("numbers", numbers);
        return new Recipe(root.toString());
    }

    private static void texts(JsonNode node, UnaryOperator<String> words) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(each -> {
                if (each.getValue() instanceof StringNode text && !each.getKey().equals("sha256")) {
                    object.put(each.getKey(), words.apply(text.stringValue()));
                } else {
                    texts(each.getValue(), words);
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof StringNode text) {
                    array.set(i, StringNode.valueOf(words.apply(text.stringValue())));
                } else {
                    texts(array.get(i), words);
                }
            }
        }
    }
}
