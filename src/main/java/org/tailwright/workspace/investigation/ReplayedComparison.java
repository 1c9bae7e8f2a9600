package org.tailwright.workspace.investigation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tailwright.data.Dataset;
import org.tailwright.readers.ReadOptions;
import org.tailwright.statistics.comparison.Comparison;
import org.tailwright.work.Work;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.Opening;
import org.tailwright.workspace.cache.ColumnCache;
import tools.jackson.databind.JsonNode;

/// Finds again what a report compared.
///
/// @param in reads parts of the recipe
/// @param near folders where files may be
/// @param remarks takes what became of files
record ReplayedComparison(InvestigationIn in, Investigation asked, List<Path> near, List<String> remarks, Work work) {
    /// @param opened the files of the report itself, which a baseline may belong to
    Comparing of(JsonNode node, Opened opened) throws IOException {
        List<Comparing.Run> runs = new ArrayList<>();
        for (JsonNode each : node.path("runs")) {
            runs.add(run(each, opened));
        }
        List<Double> percentiles = new ArrayList<>();
        node.path("percentiles").forEach(each -> percentiles.add(each.asDouble(0.99)));
        Optional<Comparing.Run> candidate = node.path("candidate").isObject() ? Optional.of(run(node.path("candidate"), opened)) : Optional.empty();
        try {
            return new Comparing(runs, candidate, new Comparison.Settings(node.path("threshold").asDouble(0.05), percentiles, node.path("cutWarmUp").asBoolean(true)));
        } catch (IllegalArgumentException e) {
            throw new UnreadableInvestigation("its recipe is damaged: " + e.getMessage(), e);
        }
    }

    private Comparing.Run run(JsonNode node, Opened opened) throws IOException {
        DataFile file = file(node);
        Path there = Replay.find(file, near, remarks).toAbsolutePath().normalize();
        boolean open = opened.files().stream().anyMatch(each -> each.path().toAbsolutePath().normalize().equals(there));
        Opened from = open ? opened : Replay.moved(Opening.open(List.of(there), _ -> new ReadOptions(asked.seen().zone(), file.mapping(), file.units()), ColumnCache.NONE, work), asked.asked().offsets());
        String name = node.path("dataset").asString("");
        Dataset data = from.datasets().stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new UnreadableInvestigation(file.name() + " holds no data set " + name + " any more, which it compares"));
        return Comparing.Run.of(data, node.path("part").asString(""), in.selection(node.path("selection")), file.moved(there))
                .orElseThrow(() -> new UnreadableInvestigation("nothing of " + name + ", which it compares, is selected any more"));
    }

    private DataFile file(JsonNode node) throws UnreadableInvestigation {
        try {
            return in.file(node);
        } catch (IllegalArgumentException e) {
            throw new UnreadableInvestigation("its recipe is damaged: " + e.getMessage(), e);
        }
    }
}
