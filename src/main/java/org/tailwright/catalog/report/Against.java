package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tailwright.analyses.Grounds;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;
import org.tailwright.reports.Verdict;
import org.tailwright.statistics.comparison.Change;
import org.tailwright.statistics.comparison.Comparison;
import org.tailwright.statistics.comparison.ComparisonPictures;
import org.tailwright.statistics.comparison.ComparisonResult;
import org.tailwright.statistics.comparison.ComparisonSection;
import org.tailwright.statistics.comparison.Judgement;
import org.tailwright.work.Work;

/// What a report says about a baseline: a verdict for each percentile, a sentence in the summary, and the whole comparison as a section.
///
/// @param baseline runs with at least one row each
/// @param settings how to compare
public record Against(List<Requests> baseline, Comparison.Settings settings) {
    /// Stands before the names of data sets of the baseline, which may be called as those of the candidate are.
    static final String BASELINE = "baseline ";
    private static final String METHOD = "change: candidate ÷ baseline − 1 of a percentile, order statistic ceil(np)";

    public Against {
        baseline = List.copyOf(baseline);
    }

    /// On the first run that objectives would be judged on; nothing when nothing of it is selected.
    public Contribution of(List<Dataset> datasets, Inputs inputs, Work work) {
        List<Requests> candidate = Judging.judged(datasets).stream().limit(1).map(inputs.selection()::of).filter(each -> each.table().rows() > 0).toList();
        return candidate.isEmpty() ? Contribution.NONE : of(candidate, work);
    }

    /// On the runs of a candidate, with at least one row each.
    public Contribution of(List<Requests> candidate, Work work) {
        ComparisonResult result = Comparison.of(baseline, candidate, settings, work);
        Provenance both = new Provenance(Stream.concat(baseline.stream().map(each -> BASELINE + each.name()), candidate.stream().map(Requests::name)).toList(), "", METHOD,
                Stream.concat(baseline.stream(), candidate.stream()).mapToLong(each -> each.table().rows()).sum(), "95 %, from blocks of time on both sides");
        List<Block> blocks = new ArrayList<>(ComparisonSection.of(result, settings).blocks().stream().map(each -> Grounds.block(each, both)).toList());
        blocks.add(Math.min(1, blocks.size()), ComparisonPictures.curves(baseline, candidate, work));
        List<Verdict> verdicts = result.changes().stream().map(each -> verdict(each, result, both)).toList();
        String name = baseline.size() == 1 ? baseline.getFirst().name() : baseline.size() + " runs";
        return new Contribution(List.of(new Report.Section("comparison", "Comparison with " + name, blocks)), verdicts,
                List.of("Against the baseline " + name + ": **" + ComparisonSection.title(result.verdict()).toLowerCase(Locale.ROOT) + "**. " + result.why()));
    }

    /// What the workload forbids to say of the whole is not said of one percentile.
    private Verdict verdict(Change change, ComparisonResult result, Provenance both) {
        boolean forbidden = result.workload().hindrances().stream().anyMatch(each -> each.forbids(change.judgement()));
        Verdict.Level level = switch (forbidden ? Judgement.CANNOT_TELL : change.judgement()) {
            case WORSE -> Verdict.Level.BREACH;
            case SAME, BETTER -> Verdict.Level.HOLDS;
            case CANNOT_TELL -> Verdict.Level.CANNOT_TELL;
        };
        Change.Interval interval = change.interval();
        String shown = interval.known() ? Comparison.ends(interval) : "";
        String text = Double.isNaN(interval.change()) ? change.why() : Numbers.change(interval.change());
        return new Verdict(level, "change of " + Numbers.percentile(change.p()), new Figure(text, shown, interval.change(), Unit.RATIO, both), "≤ +" + Numbers.percent(settings.threshold()), "comparison");
    }

    /// A report that has been written, with what there is to say about a baseline.
    ///
    /// @param added what was contributed
    public static Report added(Report report, Contribution added) {
        List<Verdict> verdicts = new ArrayList<>(report.verdicts());
        verdicts.addAll(added.verdicts());
        verdicts.sort(Comparator.comparing(Verdict::level));
        List<Report.Section> sections = new ArrayList<>();
        for (Report.Section each : report.sections()) {
            sections.add(each.id().equals(ReportTemplate.IN_SHORT) ? told(each, added.sentences()) : each);
            if (each.id().equals(ReportTemplate.IN_SHORT)) {
                sections.addAll(added.sections());
            }
        }
        return new Report(report.title(), report.subject(), verdicts, sections, report.recipe());
    }

    private static Report.Section told(Report.Section section, List<String> sentences) {
        List<Block> blocks = new ArrayList<>(section.blocks());
        sentences.forEach(each -> blocks.add(new Block.Text(each)));
        return new Report.Section(section.id(), section.title(), blocks);
    }
}
