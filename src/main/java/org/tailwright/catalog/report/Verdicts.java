package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import org.tailwright.analyses.Inputs;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.reports.Verdict;
import org.tailwright.work.Work;

/// Contributes the verdicts on the objectives, each with the reason that decided.
final class Verdicts implements Contributor {
    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        List<Judging.Judged> judged = Judging.judge(material.datasets(), inputs, work);
        if (judged.isEmpty()) {
            return Contribution.NONE;
        }
        List<Block> blocks = new ArrayList<>();
        judged.forEach(each -> blocks.add(new Block.Finding(tone(each.verdict().level()),
                each.verdict().what() + " " + each.verdict().objective() + ": " + each.verdict().level().words(), each.why())));
        Judging.leftOut(material.datasets()).ifPresent(words -> blocks.add(new Block.Text(words)));
        return new Contribution(List.of(new Report.Section("objectives", "Objectives", blocks)),
                judged.stream().map(each -> aimed(each.verdict())).toList(), List.of());
    }

    private static Verdict aimed(Verdict verdict) {
        return new Verdict(verdict.level(), verdict.what(), verdict.measured(), verdict.objective(), "objectives");
    }

    private static Block.Tone tone(Verdict.Level level) {
        return switch (level) {
            case BREACH, RISK -> Block.Tone.BAD;
            case WATCH, CANNOT_TELL -> Block.Tone.WATCH;
            case HOLDS -> Block.Tone.GOOD;
        };
    }
}
