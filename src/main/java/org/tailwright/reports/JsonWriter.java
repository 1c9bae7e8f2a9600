package org.tailwright.reports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A report as JSON: `title`, `subject`, `verdicts`, `sections`. Every number stands as shown (`text`) and bare (`value` in `unit`, durations
/// in nanoseconds), with the method behind it. `docs/formats.md` describes all keys.
public final class JsonWriter implements ReportWriter {
    @Override
    public String format() {
        return "JSON";
    }

    @Override
    public List<String> endings() {
        return List.of("json");
    }

    @Override
    public byte[] write(Report report) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("title", Phrase.plain(report.title()));
        root.put("subject", Phrase.plain(report.subject()));
        Origins origins = Origins.of(report);
        root.put("verdicts", report.verdicts().stream().map(JsonWriter::verdict).toList());
        root.put("sections", report.sections().stream().map(each -> section(each, origins)).toList());
        root.put("provenance", origins.all().stream().map(each -> provenance(each, origins)).toList());
        report.recipe().ifPresent(each -> root.put("recipe", each.tree()));
        return Json.text(root).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> section(Report.Section section, Origins origins) {
        return tree("id", section.id(), "title", section.title(), "blocks", section.blocks().stream().map(each -> block(each, origins)).toList());
    }

    private static Map<String, @Nullable Object> provenance(Provenance from, Origins origins) {
        return tree("id", origins.number(from), "method", from.method(), "n", from.n(), "intervalMethod", from.interval(), "filter", from.filter(), "sources", from.sources());
    }

    private static List<Object> columns(Block.Table table, Origins origins) {
        List<Object> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Block.Column each = table.columns().get(i);
            Map<String, @Nullable Object> column = tree("title", each.title(), "number", each.number());
            if (each.number()) {
                column.put("provenance", origins.number(table.behind(i)));
            }
            columns.add(column);
        }
        return columns;
    }

    private static Map<String, @Nullable Object> verdict(Verdict verdict) {
        return tree("level", verdict.level().words(), "what", Phrase.plain(verdict.what()), "measured", figure(verdict.measured()),
                "objective", verdict.objective(), "evidence", verdict.evidence());
    }

    private static Map<String, @Nullable Object> block(Block block, Origins origins) {
        return switch (block) {
            case Block.Heading it -> tree("type", "heading", "text", it.text());
            case Block.Text it -> tree("type", "text", "text", it.text());
            case Block.Facts it -> tree("type", "facts", "facts", it.facts().stream().map(JsonWriter::fact).toList());
            case Block.Table it -> tree("type", "table", "id", it.id(), "title", it.title(),
                    "columns", columns(it, origins),
                    "rows", it.rows().stream().map(row -> row.stream().map(JsonWriter::cell).toList()).toList());
            case Block.Picture it -> tree("type", "picture", "id", it.id(), "alternative", it.alternative());
            case Block.Finding it -> tree("type", "finding", "tone", it.tone(), "title", it.title(), "text", it.text());
        };
    }

    private static Map<String, @Nullable Object> fact(Block.Fact fact) {
        Map<String, @Nullable Object> tree = tree("label", fact.label());
        tree.putAll(figure(fact.figure()));
        tree.put("note", fact.note());
        tree.put("supported", fact.supported());
        return tree;
    }

    private static Map<String, @Nullable Object> cell(Block.Cell cell) {
        Map<String, @Nullable Object> tree = tree("text", cell.text());
        if (!Double.isNaN(cell.value())) {
            tree.put("value", cell.value());
        }
        return tree;
    }

    private static Map<String, @Nullable Object> figure(Figure figure) {
        Provenance from = figure.provenance();
        return tree("text", figure.text(), "value", figure.value(), "unit", figure.unit().symbol(), "interval", figure.interval(),
                "method", from.method(), "n", from.n(), "intervalMethod", from.interval(), "filter", from.filter(), "sources", from.sources());
    }

    private static Map<String, @Nullable Object> tree(@Nullable Object... pairs) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            tree.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return tree;
    }
}
