package org.tailwright.catalog.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.Dataset;
import org.tailwright.data.Meaning;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Traces;
import org.tailwright.profiles.Pauses;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.reports.Verdict;
import org.tailwright.work.Work;

/// Writes the report on whatever was opened: verdicts first, then a summary in plain words, then evidence, then data and method.
public final class ReportTemplate {
    /// Id of the section with the summary in plain words.
    public static final String IN_SHORT = "in-short";

    private ReportTemplate() {}

    /// The report of all contributors.
    public static Report write(String title, Material material, Inputs inputs, Work work) {
        return write(title, material, inputs, Contributors.ALL, work);
    }

    /// The report of some contributors.
    public static Report write(String title, Material material, Inputs inputs, List<Contributor> contributors, Work work) {
        List<Report.Section> sections = new ArrayList<>();
        Map<Chapter, List<Report.Section>> chapters = new EnumMap<>(Chapter.class);
        List<Advice> advice = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < contributors.size(); i++) {
            work.check();
            Contribution each = contributors.get(i).contribute(material, inputs, work);
            contributors.get(i).chapter().ifPresentOrElse(chapter -> chapters.computeIfAbsent(chapter, _ -> new ArrayList<>()).addAll(
                    each.sections().stream().map(section -> new Report.Section(section.id(), chapter.above(section.title()), section.blocks())).toList()),
                    () -> sections.addAll(each.sections()));
            advice.addAll(each.advice());
            verdicts.addAll(each.verdicts());
            sentences.addAll(each.sentences());
            work.progress(i + 1L, contributors.size());
        }
        verdicts.sort(Comparator.comparing(Verdict::level));
        List<Report.Section> all = new ArrayList<>();
        all.add(inShort(inputs, verdicts, sentences, empty(material, inputs)));
        all.addAll(sections);
        if (!advice.isEmpty()) {
            chapters.put(Chapter.RECOMMENDATIONS, List.of(recommendations(advice)));
        }
        for (Chapter chapter : Chapter.values()) {
            List<Report.Section> own = chapters.getOrDefault(chapter, List.of());
            all.addAll(own.isEmpty() ? List.of(new Report.Section(id(chapter), chapter.title(), List.of(new Block.Text(chapter.empty())))) : own);
        }
        return new Report(title, subject(material, inputs) + Classification.of(verdicts, inputs).map(words -> " · " + words).orElse(""), verdicts, unique(all));
    }

    /// What buys most comes first.
    private static Report.Section recommendations(List<Advice> advice) {
        List<Block> blocks = new ArrayList<>();
        advice.stream().sorted(Comparator.comparingDouble(Advice::gain).reversed()).forEach(each -> blocks.add(new Block.Finding(Block.Tone.PLAIN, each.what(), each.why())));
        return new Report.Section(id(Chapter.RECOMMENDATIONS), Chapter.RECOMMENDATIONS.title(), blocks);
    }

    private static String id(Chapter chapter) {
        return chapter.title().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /// Whether something with durations was opened and the selection holds none of it.
    private static boolean empty(Material material, Inputs inputs) {
        List<Requests> selected = material.datasets().stream().flatMap(each -> inputs.with(List.of(each)).requests().stream()).toList();
        return !selected.isEmpty() && selected.stream().allMatch(each -> each.rows() == 0);
    }

    private static Report.Section inShort(Inputs inputs, List<Verdict> verdicts, List<String> sentences, boolean empty) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(empty ? "**The selection holds no requests**, so this report says nothing about their latency."
                : Classification.sentence(verdicts, inputs)));
        sentences.forEach(each -> blocks.add(new Block.Text(each)));
        return new Report.Section(IN_SHORT, "In short", blocks);
    }

    /// The same sections with ids that differ from each other.
    public static List<Report.Section> unique(List<Report.Section> sections) {
        Set<String> taken = new HashSet<>(Set.of("verdicts"));
        List<Report.Section> unique = new ArrayList<>();
        for (Report.Section each : sections) {
            String id = each.id();
            for (int i = 2; !taken.add(id); i++) {
                id = each.id() + "-" + i;
            }
            unique.add(id.equals(each.id()) ? each : new Report.Section(id, each.title(), each.blocks()));
        }
        return unique;
    }

    /// When, how long and how much, in one line.
    private static String subject(Material material, Inputs inputs) {
        List<String> parts = new ArrayList<>(List.of("Performance analysis"));
        ZoneId zone = inputs.zone();
        Optional<TimeSpan> span = material.datasets().stream().flatMap(each -> each.span().stream()).reduce(TimeSpan::union);
        span.ifPresent(all -> parts.add(Words.when(all, zone) + " " + zone.getId()));
        for (Dataset.Kind kind : Dataset.Kind.values()) {
            List<Dataset> same = material.datasets().stream().filter(each -> each.kind() == kind).toList();
            if (!same.isEmpty()) {
                parts.add(amount(kind, same));
            }
        }
        String selection = Words.of(inputs.selection(), zone);
        if (!selection.isEmpty()) {
            parts.add("only " + selection);
        }
        return String.join(" · ", parts);
    }

    /// Requests, and pauses of the runtime apart from them.
    private static String requests(List<Dataset> same) {
        long pauses = same.stream().filter(Pauses::hold).mapToLong(Dataset::rows).sum();
        long others = same.stream().filter(each -> each instanceof Requests it && it.meaning().duration() == Meaning.Duration.RUNTIME)
                .mapToLong(Dataset::rows).sum();
        long asked = same.stream().mapToLong(Dataset::rows).sum() - pauses - others;
        List<String> parts = new ArrayList<>();
        if (asked > 0 || pauses + others == 0) {
            parts.add(Words.count(asked, "request", "requests"));
        }
        if (pauses > 0) {
            parts.add(Words.count(pauses, "pause", "pauses"));
        }
        if (others > 0) {
            parts.add(Words.count(others, "activity of the runtime", "activities of the runtime"));
        }
        return String.join(" · ", parts);
    }

    private static String amount(Dataset.Kind kind, List<Dataset> same) {
        long rows = same.stream().mapToLong(Dataset::rows).sum();
        return switch (kind) {
            case REQUESTS -> requests(same);
            case TRACES -> Words.count(rows, "span", "spans") + (same.stream().anyMatch(each -> each instanceof Traces it && !it.sampling().isEmpty()) ? " (sampled)" : "");
            case RECORDING -> Words.count(same.size(), "recording", "recordings");
            case METRICS -> Words.count(rows, "sample of metrics", "samples of metrics");
            case HISTOGRAMS -> Words.count(rows, "histogram", "histograms");
            case LOADPOINTS -> Words.count(rows, "load point", "load points");
        };
    }
}
