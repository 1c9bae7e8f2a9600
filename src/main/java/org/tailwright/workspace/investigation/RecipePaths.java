package org.tailwright.workspace.investigation;

import java.nio.file.Path;
import org.tailwright.reports.Recipe;
import org.tailwright.reports.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where the files of a recipe lie, as seen from the report: relative to its folder when that is near, so that both can be moved together and no
/// folder of the user's is told without need.
public final class RecipePaths {
    private RecipePaths() {}

    /// The report as it is written to a file.
    public static Report beside(Report report, Path target) {
        Path folder = target.toAbsolutePath().normalize().getParent();
        return folder == null || report.recipe().isEmpty() ? report : report.with(beside(report.recipe().get(), folder));
    }

    private static Recipe beside(Recipe recipe, Path folder) {
        JsonNode root = JsonMapper.shared().readTree(recipe.json());
        if (root.path("redacted").asBoolean(false)) {
            return recipe;
        }
        root.path("files").forEach(each -> shorten(each, folder));
        root.path("comparing").path("runs").forEach(each -> shorten(each, folder));
        shorten(root.path("comparing").path("candidate"), folder);
        return new Recipe(root.toString());
    }

    private static void shorten(JsonNode file, Path folder) {
        if (file instanceof ObjectNode node && node.has("path")) {
            node.put("path", InvestigationOut.written(Path.of(node.path("path").asString("")), folder));
        }
    }
}
