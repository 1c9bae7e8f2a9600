package org.tailwright.reports;

import java.util.List;
import java.util.Optional;

/// A report as data: what every shell shows and every writer writes.
///
/// @param title what it is about
/// @param subject one line below the title: when, how much, classification
/// @param verdicts the verdict table, worst first; empty when no objective was given
/// @param sections the rest, in reading order
/// @param recipe how to make it again
public record Report(String title, String subject, List<Verdict> verdicts, List<Section> sections, Optional<Recipe> recipe) {
    public Report {
        verdicts = List.copyOf(verdicts);
        sections = List.copyOf(sections);
    }

    /// One that does not say how to make it again.
    public Report(String title, String subject, List<Verdict> verdicts, List<Section> sections) {
        this(title, subject, verdicts, sections, Optional.empty());
    }

    /// The same with its recipe.
    public Report with(Recipe other) {
        return new Report(title, subject, verdicts, sections, Optional.of(other));
    }

    /// A part of a report with a heading of its own.
    ///
    /// @param id stable name for links and for `--gate`: lower case, digits and dashes
    public record Section(String id, String title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
