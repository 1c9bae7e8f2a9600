package org.tailwright.workspace.investigation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.tailwright.catalog.report.SourceFile;
import org.tailwright.data.Dataset;
import org.tailwright.reports.Recipe;
import org.tailwright.reports.Report;
import org.tailwright.reports.Shown;
import org.tailwright.work.Work;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Writes the recipe of a report: the investigation without what was only seen, its files by hash, and the numbers that the report shows.
///
/// @param files that were opened
/// @param chosen the data sets that the report is about
/// @param comparing what they are compared with
record RecipeOf(List<SourceFile> files, List<Dataset> chosen, Investigation asked, Optional<Comparing> comparing) {
    static final int VERSION = 1;

    /// @param words changes every text, when the report is redacted
    Recipe of(Report report, UnaryOperator<String> words, boolean redacted) {
        ObjectNode root = InvestigationOut.tree(asked.with(List.of()), Path.of("").toAbsolutePath());
        root.put("tailwright", "report").put("version", VERSION).put("needs", VERSION).put("title", report.title());
        root.remove("seen");
        root.put("zone", asked.seen().zone().getId());
        ArrayNode named = root.putArray("files");
        files.stream().filter(each -> !each.sha256().isEmpty()).forEach(each -> named.add(file(each, redacted)));
        ArrayNode data = root.putArray("data");
        chosen.forEach(each -> data.add(each.name()));
        root.set("comparing", comparing.<JsonNode>map(each -> compared(each, redacted)).orElse(JsonNodeFactory.instance.nullNode()));
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

    private ObjectNode file(SourceFile file, boolean redacted) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("path", redacted ? file.name() : file.path().toAbsolutePath().normalize().toString().replace('\\', '/')).put("sha256", file.sha256()).put("bytes", file.bytes());
        asked.files().stream().filter(known -> known.path().equals(file.path().toAbsolutePath().normalize())).findFirst().ifPresent(known -> said(node, known));
        return node;
    }

    private static void said(ObjectNode node, DataFile known) {
        node.set("mapping", InvestigationOut.texts(known.mapping()));
        node.set("units", InvestigationOut.texts(known.units()));
    }

    private ObjectNode compared(Comparing it, boolean redacted) {
        List<SourceFile> sources = it.files(Work.NONE);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode runs = node.putArray("runs");
        it.runs().forEach(each -> runs.add(run(each, sources, redacted)));
        node.set("candidate", it.candidate().<JsonNode>map(each -> run(each, files, redacted)).orElse(JsonNodeFactory.instance.nullNode()));
        node.put("threshold", it.settings().threshold()).put("cutWarmUp", it.settings().cutWarmUp());
        ArrayNode percentiles = node.putArray("percentiles");
        it.settings().percentiles().forEach(percentiles::add);
        return node;
    }

    private ObjectNode run(Comparing.Run run, List<SourceFile> sources, boolean redacted) {
        ObjectNode node = sources.stream().filter(each -> each.path().equals(run.rows().origin().file())).findFirst().map(each -> file(each, redacted))
                .orElseGet(JsonNodeFactory.instance::objectNode);
        said(node, run.file());
        node.put("dataset", run.dataset()).put("part", run.part());
        node.set("selection", InvestigationOut.selection(run.selection()));
        return node;
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
