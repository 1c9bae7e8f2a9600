package org.tailwright.reports;

import java.util.List;

/// A report as data: what every shell shows and every writer writes.
///
/// @param title what it is about
/// @param subject one line below the title: when, how much, classification
/// @param verdicts the verdict table, worst first; empty when no objective was given
/// @param sections the rest, in reading order
public record Report(String title, String subject, List<Verdict> verdicts, List<Section> sections) {
    public Report {
        verdicts = List.copyOf(verdicts);
        sections = List.copyOf(sections);
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
