package org.tailwright.workspace.investigation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tailwright.catalog.report.Business;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes an investigation as a tree. Every known key is always written, `null` for nothing, so that what is missing from a fresh tree and
/// stands in an old one is unknown to this version.
final class InvestigationOut {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private InvestigationOut() {}

    /// @param home folder of the file; paths near it are written relative to it
    static ObjectNode tree(Investigation it, Path home) {
        ObjectNode root = NODES.objectNode();
        root.put("tailwright", "investigation");
        root.put("version", InvestigationFile.VERSION);
        root.put("needs", InvestigationFile.VERSION);
        ArrayNode files = root.putArray("files");
        it.files().forEach(each -> files.add(file(each, home)));
        root.set("selection", selection(it.selection()));
        ArrayNode objectives = root.putArray("objectives");
        it.asked().objectives().forEach(each -> objectives.add(each.text()));
        ObjectNode parameters = root.putObject("parameters");
        new TreeMap<>(it.asked().parameters()).forEach((analysis, typed) -> parameters.set(analysis, texts(typed)));
        root.put("seed", it.asked().seed());
        root.set("baseline", it.asked().baseline().map(each -> (tools.jackson.databind.JsonNode) baseline(each)).orElse(NODES.nullNode()));
        ObjectNode offsets = root.putObject("offsets");
        new TreeMap<>(it.asked().offsets()).forEach(offsets::put);
        ArrayNode pinned = root.putArray("pinned");
        it.pinned().forEach(each -> pinned.add(pin(each)));
        root.set("story", story(it.story()));
        root.set("seen", seen(it.seen()));
        return root;
    }

    private static ObjectNode file(DataFile file, Path home) {
        ObjectNode node = NODES.objectNode();
        node.put("path", written(file.path(), home)).put("sha256", file.sha256()).put("bytes", file.bytes());
        node.set("mapping", texts(file.mapping()));
        node.set("units", texts(file.units()));
        return node;
    }

    /// Relative when at most two folders up lead there; always with slashes.
    static String written(Path path, Path home) {
        if (path.getRoot() != null && path.getRoot().equals(home.getRoot())) {
            Path relative = home.relativize(path);
            if (relative.getNameCount() < 3 || !relative.subpath(0, 3).equals(Path.of("..", "..", ".."))) {
                return relative.toString().isEmpty() ? "." : relative.toString().replace('\\', '/');
            }
        }
        return path.toString();
    }

    static ObjectNode texts(Map<String, String> texts) {
        ObjectNode node = NODES.objectNode();
        new TreeMap<>(texts).forEach(node::put);
        return node;
    }

    static ObjectNode selection(Selection selection) {
        ObjectNode node = NODES.objectNode();
        node.set("window", span(selection.window()));
        node.set("band", selection.band().<tools.jackson.databind.JsonNode>map(each -> NODES.objectNode().put("lowestNanos", each.lowest()).put("beyondNanos", each.beyond()))
                .orElse(NODES.nullNode()));
        ArrayNode filters = node.putArray("filters");
        selection.filters().forEach(each -> filters.addObject().put("column", each.column()).put("value", each.value()));
        return node;
    }

    private static tools.jackson.databind.JsonNode span(Optional<TimeSpan> span) {
        return span.<tools.jackson.databind.JsonNode>map(each -> NODES.objectNode().put("startNanos", each.start()).put("endNanos", each.end())).orElse(NODES.nullNode());
    }

    private static ObjectNode baseline(Asked.Baseline baseline) {
        ObjectNode node = NODES.objectNode().put("dataset", baseline.dataset());
        node.set("selection", selection(baseline.selection()));
        return node;
    }

    private static ObjectNode pin(Pin pin) {
        ObjectNode node = NODES.objectNode().put("analysis", pin.analysis());
        node.set("spot", spot(pin.spot()));
        node.set("typed", texts(pin.typed()));
        node.set("selection", selection(pin.selection()));
        return node;
    }

    private static ObjectNode spot(Spot spot) {
        return NODES.objectNode().put("view", spot.view()).put("dataset", spot.dataset()).put("part", spot.part()).put("analysis", spot.analysis());
    }

    private static ObjectNode story(Story story) {
        ObjectNode node = NODES.objectNode().put("title", story.title()).put("redacted", story.redacted());
        node.set("business", story.business().<tools.jackson.databind.JsonNode>map(InvestigationOut::business).orElse(NODES.nullNode()));
        ArrayNode marks = node.putArray("marks");
        story.marks().forEach(each -> marks.addObject().put("timeNanos", each.time()).put("label", each.label()));
        ArrayNode named = node.putArray("selections");
        story.named().forEach(each -> named.addObject().put("name", each.name()).set("selection", selection(each.selection())));
        return node;
    }

    private static ObjectNode business(Business business) {
        ObjectNode node = NODES.objectNode();
        node.set("costOfAnHour", business.costOfAnHour().isPresent() ? NODES.numberNode(business.costOfAnHour().getAsDouble()) : NODES.nullNode());
        node.put("currency", business.currency());
        node.set("usersInAnHour", business.usersInAnHour().isPresent() ? NODES.numberNode(business.usersInAnHour().getAsDouble()) : NODES.nullNode());
        return node;
    }

    private static ObjectNode seen(Seen seen) {
        ObjectNode node = NODES.objectNode();
        node.set("spot", spot(seen.spot()));
        node.set("visible", span(seen.visible()));
        return node.put("zone", seen.zone().getId()).put("theme", seen.dark() ? "dark" : "light").put("inspector", seen.inspector());
    }
}
