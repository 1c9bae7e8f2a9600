package org.tailwright.cli;

/// The first help text.
final class Usage {
    static final String TEXT = """
            Tailwright: from measured latency to a capacity decision, offline.

            tailwright [FILE…]                        open the window
            tailwright summary FILE… [--json]         what is in it: kinds, rows, time span, percentiles, problems
            tailwright analyses                       what can be asked
            tailwright run ANALYSIS [FILE…] [--parameter value…] [--json | --md | -o FILE]
            tailwright report FILE… -o out.html       the whole report; also .pdf, .md, .json, .csv, .txt
            tailwright compare BASELINE CANDIDATE     worse, the same or cannot tell; several runs a side: B1,B2 C1,C2
            tailwright replay REPORT                  makes a report again, and says what changed
            tailwright picture VIEW FILE… -o out.png  a view of the window without a display
            tailwright formats                        what can be opened, and how it is recognised

            Each command has --help. Files are recognised by their content; folders are opened with all they hold.
            Exit codes: 0 fine, 1 an objective is breached (only with --gate) or the candidate is worse, 2 wrong usage or unreadable file,
            3 cannot tell, 70 a mistake of ours.
            """;

    private Usage() {}
}
