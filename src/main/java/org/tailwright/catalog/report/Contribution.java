package org.tailwright.catalog.report;

import java.util.List;
import org.tailwright.reports.Report;
import org.tailwright.reports.Verdict;

/// What a contributor adds.
///
/// @param sections in reading order; ids are made unique by the template
/// @param verdicts rows of the verdict table
/// @param sentences what a hurried reader must know, in plain words
/// @param advice what to do about it
public record Contribution(List<Report.Section> sections, List<Verdict> verdicts, List<String> sentences, List<Advice> advice) {
    /// Nothing to say.
    public static final Contribution NONE = new Contribution(List.of(), List.of(), List.of());

    public Contribution {
        sections = List.copyOf(sections);
        verdicts = List.copyOf(verdicts);
        sentences = List.copyOf(sentences);
        advice = List.copyOf(advice);
    }

    /// Without advice.
    public Contribution(List<Report.Section> sections, List<Verdict> verdicts, List<String> sentences) {
        this(sections, verdicts, sentences, List.of());
    }

    /// A section alone.
    public static Contribution of(Report.Section section) {
        return new Contribution(List.of(section), List.of(), List.of());
    }
}
