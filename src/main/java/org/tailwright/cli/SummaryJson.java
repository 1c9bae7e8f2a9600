package org.tailwright.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tailwright.reports.Json;
import org.tailwright.reports.Verdict;
import org.tailwright.workspace.DatasetSummary;
import org.tailwright.workspace.DatasetTrust;
import org.tailwright.workspace.LatencySummary;
import org.tailwright.workspace.OpenFile;

/// The JSON of `summary`: a stable interface, described in `docs/formats.md`.
final class SummaryJson {
    private static final int SHOWN = 20;

    private SummaryJson() {}

    static String text(List<SummaryCommand.FileSummary> files, List<Verdict> verdicts) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("files", files.stream().map(SummaryJson::file).toList());
        if (!verdicts.isEmpty()) {
            root.put("verdicts", verdicts.stream().map(each -> {
                Map<String, @Nullable Object> verdict = new LinkedHashMap<>();
                verdict.put("level", each.level().words());
                verdict.put("what", each.what());
                verdict.put("measured", each.measured().value());
                verdict.put("objective", each.objective());
                return verdict;
            }).toList());
        }
        return Json.text(root);
    }

    private static Map<String, @Nullable Object> file(SummaryCommand.FileSummary summary) {
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        file.put("file", summary.file().path().toString());
        switch (summary.file()) {
            case OpenFile.Read read -> {
                file.put("format", read.result().format());
                file.put("datasets", summary.datasets().stream().map(SummaryJson::dataset).toList());
                Map<String, @Nullable Object> diagnostics = new LinkedHashMap<>();
                diagnostics.put("count", read.result().problems());
                diagnostics.put("first", read.result().diagnostics().stream().limit(SHOWN).map(each -> each.words()).toList());
                file.put("diagnostics", diagnostics);
                file.put("trust", summary.trust().stream().map(SummaryJson::trust).toList());
            }
            case OpenFile.Refused refused -> {
                file.put("datasets", List.of());
                file.put("error", refused.sentence());
            }
            case OpenFile.Skipped skipped -> file.put("skipped", skipped.why());
        }
        return file;
    }

    private static Map<String, @Nullable Object> dataset(DatasetSummary summary) {
        Map<String, @Nullable Object> dataset = new LinkedHashMap<>();
        dataset.put("kind", summary.kind().id());
        dataset.put("name", summary.name());
        dataset.put("rows", summary.rows());
        summary.span().ifPresent(span -> {
            dataset.put("start", Moments.instant(span.start()).toString());
            dataset.put("end", Moments.instant(span.end()).toString());
        });
        dataset.putAll(summary.counts());
        summary.latencies().forEach((name, latency) -> dataset.put(name, latency(latency)));
        return dataset;
    }

    private static Map<String, @Nullable Object> trust(DatasetTrust trust) {
        Map<String, @Nullable Object> card = new LinkedHashMap<>();
        card.put("name", trust.name());
        card.put("read", trust.reading().read());
        card.put("skipped", trust.reading().skipped());
        card.put("assumed", trust.reading().assumed());
        card.put("doubts", trust.reading().doubts());
        card.put("checks", trust.checks().stream().map(each -> {
            Map<String, @Nullable Object> check = new LinkedHashMap<>();
            check.put("id", each.id());
            check.put("level", each.level().id());
            check.put("words", each.words());
            return check;
        }).toList());
        return card;
    }

    private static Map<String, @Nullable Object> latency(LatencySummary summary) {
        Map<String, @Nullable Object> latency = new LinkedHashMap<>();
        summary.count().ifPresent(count -> latency.put("count", count));
        latency.putAll(summary.at());
        if (!summary.missing().isEmpty()) {
            latency.put("missing", summary.missing());
        }
        return latency;
    }
}
