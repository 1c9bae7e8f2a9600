package org.tailwright.workspace.investigation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.tailwright.analyses.Inputs;
import org.tailwright.catalog.report.Business;
import org.tailwright.data.Objective;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import tools.jackson.databind.JsonNode;

/// Reads an investigation from a tree. What is missing or damaged takes its default and is remarked, because a half-read investigation is
/// worth more than none.
final class InvestigationIn {
    private final Path home;
    private final List<String> remarks = new ArrayList<>();

    /// @param home folder of the file, to which its paths are relative
    InvestigationIn(Path home) {
        this.home = home;
    }

    /// What could not be understood, in sentences without full stops.
    List<String> remarks() {
        return remarks;
    }

    Investigation investigation(JsonNode root) {
        Asked asked = new Asked(each(root, "objectives", this::objective), parameters(root.path("parameters")), root.path("seed").asLong(Inputs.SEED),
                root.path("baseline").isObject() ? Optional.of(new Asked.Baseline(text(root.path("baseline"), "dataset"), selection(root.path("baseline").path("selection"))))
                        : Optional.empty(), offsets(root.path("offsets")));
        return new Investigation(each(root, "files", this::file), selection(root.path("selection")), asked, each(root, "pinned", this::pin),
                story(root.path("story")), seen(root.path("seen")));
    }

    private <T> List<T> each(JsonNode parent, String key, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        for (JsonNode each : parent.path(key)) {
            try {
                all.add(read.apply(each));
            } catch (IllegalArgumentException | DateTimeException e) {
                remarks.add("an entry of '" + key + "' is left out: " + e.getMessage());
            }
        }
        return all;
    }

    DataFile file(JsonNode node) {
        String path = text(node, "path");
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a file needs its path");
        }
        try {
            return new DataFile(home.resolve(path), text(node, "sha256"), node.path("bytes").asLong(-1), texts(node.path("mapping")), texts(node.path("units")));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + path + "' is no path here", e);
        }
    }

    private Objective objective(JsonNode node) {
        return Objective.parse(node.asString(""));
    }

    Selection selection(JsonNode node) {
        JsonNode band = node.path("band");
        Optional<Selection.Band> range = Optional.empty();
        if (band.isObject() && band.path("beyondNanos").asLong(0) >= band.path("lowestNanos").asLong(0)) {
            range = Optional.of(new Selection.Band(band.path("lowestNanos").asLong(0), band.path("beyondNanos").asLong(0)));
        }
        return new Selection(span(node.path("window")), range, each(node, "filters", each -> new Selection.Filter(text(each, "column"), text(each, "value"))));
    }

    private Optional<TimeSpan> span(JsonNode node) {
        long start = node.path("startNanos").asLong(0);
        long end = node.path("endNanos").asLong(0);
        if (node.isObject() && end < start) {
            remarks.add("a stretch of time that ends before it begins is left out");
        }
        return node.isObject() && end >= start ? Optional.of(new TimeSpan(start, end)) : Optional.empty();
    }

    private Map<String, Map<String, String>> parameters(JsonNode node) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        node.properties().forEach(each -> all.put(each.getKey(), texts(each.getValue())));
        return all;
    }

    private static Map<String, Long> offsets(JsonNode node) {
        Map<String, Long> offsets = new LinkedHashMap<>();
        node.properties().forEach(each -> offsets.put(each.getKey(), each.getValue().asLong(0)));
        offsets.values().removeIf(each -> each == 0);
        return offsets;
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asString("")));
        return texts;
    }

    private Pin pin(JsonNode node) {
        return new Pin(text(node, "analysis"), spot(node.path("spot")), texts(node.path("typed")), selection(node.path("selection")));
    }

    private static Spot spot(JsonNode node) {
        return new Spot(node.path("view").asString("start"), text(node, "dataset"), text(node, "part"), text(node, "analysis"));
    }

    private Story story(JsonNode node) {
        JsonNode business = node.path("business");
        Optional<Business> context = business.isObject()
                ? Optional.of(new Business(number(business, "costOfAnHour"), business.path("currency").asString(""), number(business, "usersInAnHour"))) : Optional.empty();
        return new Story(text(node, "title"), context, node.path("redacted").asBoolean(false),
                each(node, "marks", each -> new Story.Mark(each.path("timeNanos").asLong(0), text(each, "label"))),
                each(node, "selections", this::named));
    }

    private Story.Named named(JsonNode node) {
        if (text(node, "name").isBlank()) {
            throw new IllegalArgumentException("a selection needs its name");
        }
        return new Story.Named(text(node, "name"), selection(node.path("selection")));
    }

    private static OptionalDouble number(JsonNode node, String key) {
        double value = node.path(key).asDouble(Double.NaN);
        return value >= 0 && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private Seen seen(JsonNode node) {
        return new Seen(spot(node.path("spot")), span(node.path("visible")), zone(node.path("zone").asString("UTC")), node.path("theme").asString("").equals("dark"),
                node.path("inspector").asBoolean(true));
    }

    ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            remarks.add("the zone '" + name + "' is not known here; times are shown in UTC");
            return ZoneOffset.UTC;
        }
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }
}
