package org.tailwright.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tailwright.data.Objective;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `objectives.yaml`: a list of objectives as written on the command line, alone or under the key `objectives`.
public final class ObjectivesFile {
    private ObjectivesFile() {}

    /// Whether a file has the name of an objectives file.
    public static boolean named(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.equals("objectives.yaml") || name.equals("objectives.yml");
    }

    /// The objectives in order.
    ///
    /// @throws IllegalArgumentException with a sentence when the file holds something else
    public static List<Objective> read(Path path) throws IOException {
        JsonNode root;
        try {
            root = YAMLMapper.shared().readTree(Files.readString(path));
        } catch (JacksonException e) {
            String where = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            throw new IllegalArgumentException("it is no valid YAML" + where, e);
        }
        JsonNode list = root.isObject() && root.has("objectives") ? root.get("objectives") : root;
        if (!list.isArray()) {
            throw new IllegalArgumentException("it needs a list of objectives, one a line, such as '- p99<250ms where label=POST /pay'");
        }
        List<Objective> objectives = new ArrayList<>();
        for (JsonNode each : list) {
            objectives.add(Objective.parse(each.isString() ? each.stringValue() : each.toString()));
        }
        return objectives;
    }
}
