package org.tailwright.workspace.investigation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.tailwright.data.Dataset;
import org.tailwright.readers.ReadOptions;
import org.tailwright.reports.Recipes;
import org.tailwright.reports.Report;
import org.tailwright.reports.Shown;
import org.tailwright.work.Work;
import org.tailwright.workspace.Hashes;
import org.tailwright.workspace.Offsets;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.Opening;
import org.tailwright.workspace.cache.ColumnCache;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A report made again from its recipe, and what changed since.
///
/// @param report as it is made now
/// @param files what became of its files, in sentences without full stops; empty when all are as they were
/// @param changes numbers that changed, in the order shown
/// @param numbers how many numbers were compared
public record Replay(Report report, List<String> files, List<Change> changes, int numbers) {
    public Replay {
        files = List.copyOf(files);
        changes = List.copyOf(changes);
    }

    /// A number that is shown otherwise.
    ///
    /// @param before empty when it was not there
    /// @param now empty when it is gone
    public record Change(String name, String before, String now) {}

    /// Makes a report again.
    ///
    /// @param file a report as HTML, PDF, Markdown or JSON
    /// @param folders where its files may be, besides its own folder and the working directory
    /// @throws UnreadableInvestigation when there is no recipe in it, when it was left incomplete by redaction, or when its files are gone
    public static Replay of(Path file, List<Path> folders, Work work) throws IOException {
        JsonNode recipe = recipe(file);
        List<Path> near = new ArrayList<>(folders);
        Path home = file.toAbsolutePath().normalize().getParent();
        near.add(home);
        near.add(Path.of("").toAbsolutePath());
        InvestigationIn in = new InvestigationIn(home == null ? Path.of("").toAbsolutePath() : home);
        Investigation read = in.investigation(recipe);
        Investigation asked = new Investigation(read.files(), read.selection(), read.asked(), read.pinned(), read.story(), Seen.start(in.zone(recipe.path("zone").asString("UTC"))));
        List<String> files = new ArrayList<>();
        Map<Path, ReadOptions> found = new LinkedHashMap<>();
        for (DataFile each : asked.files()) {
            found.put(find(each, near, files), new ReadOptions(asked.seen().zone(), each.mapping(), each.units()));
        }
        Opened opened = moved(Opening.open(List.copyOf(found.keySet()), path -> found.getOrDefault(path, ReadOptions.DEFAULT), ColumnCache.NONE, work), asked.asked().offsets());
        opened.refused().forEach(each -> files.add(each.path().getFileName() + " cannot be read: " + each.sentence()));
        List<String> wanted = new ArrayList<>();
        recipe.path("data").forEach(each -> wanted.add(each.asString("")));
        List<Dataset> chosen = opened.datasets().stream().filter(each -> wanted.isEmpty() || wanted.contains(each.name())).toList();
        Optional<Comparing> comparing = recipe.path("comparing").isObject() ? Optional.of(new ReplayedComparison(in, asked, near, files, work).of(recipe.path("comparing"), opened)) : Optional.empty();
        Report report = InvestigationReport.write(recipe.path("title").asString(""), opened, chosen.isEmpty() ? opened.datasets() : chosen, asked, comparing, work);
        SequencedMap<String, String> before = new LinkedHashMap<>();
        recipe.path("numbers").properties().forEach(each -> before.put(each.getKey(), each.getValue().asString("")));
        return new Replay(report, files, changes(before, Shown.of(report)), before.size());
    }

    static Opened moved(Opened opened, Map<String, Long> offsets) throws UnreadableInvestigation {
        try {
            return Offsets.apply(opened, offsets);
        } catch (IllegalArgumentException e) {
            throw new UnreadableInvestigation("a clock was moved: " + e.getMessage(), e);
        }
    }

    private static JsonNode recipe(Path file) throws IOException {
        String json = Recipes.find(Files.readAllBytes(file)).orElseThrow(() -> new UnreadableInvestigation("there is no recipe in it; reports as HTML, PDF, Markdown and JSON carry one"));
        JsonNode recipe;
        try {
            recipe = JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new UnreadableInvestigation("its recipe is damaged", e);
        }
        if (!recipe.path("tailwright").asString("").equals("report") || recipe.path("needs").asInt(1) > RecipeOf.VERSION) {
            throw new UnreadableInvestigation("its recipe is damaged, or of a newer version of Tailwright");
        }
        if (!recipe.path("complete").asBoolean(true)) {
            throw new UnreadableInvestigation("it was redacted, and what was replaced belongs to its question; it can only be made again from the investigation");
        }
        return recipe;
    }

    static Path find(DataFile file, List<Path> near, List<String> remarks) throws IOException {
        Path there = Files.exists(file.path()) ? file.path() : null;
        if (there == null) {
            Moved moved = Moved.find(Investigation.of(List.of(), org.tailwright.data.Selection.ALL, List.of(), java.time.ZoneOffset.UTC).with(List.of(file)), near);
            if (moved.missing().isEmpty()) {
                return moved.investigation().files().getFirst().path();
            }
            there = near.stream().map(each -> each.resolve(file.name())).filter(Files::exists).findFirst()
                    .orElseThrow(() -> new UnreadableInvestigation(file.name() + " was not found, neither at " + file.path() + " nor near the report; --in names another folder"));
        }
        if (!Hashes.sha256(there).orElse("").equals(file.sha256())) {
            remarks.add(file.name() + " has changed: " + file.bytes() + " bytes then, " + Files.size(there) + " now");
        }
        return there;
    }

    private static List<Change> changes(SequencedMap<String, String> before, SequencedMap<String, String> now) {
        return Stream.concat(before.keySet().stream(), now.keySet().stream().filter(each -> !before.containsKey(each)))
                .filter(each -> !before.getOrDefault(each, "").equals(now.getOrDefault(each, "")))
                .map(each -> new Change(each, before.getOrDefault(each, ""), now.getOrDefault(each, ""))).toList();
    }
}
