package org.tailwright.readers.vmstat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.SeriesLines;
import org.tailwright.work.Work;

/// The CSV output of dstat, dool and pcp-dstat: a preamble, two lines of headings (groups and columns), rows. An appended run begins with a
/// preamble again.
public final class DstatCsv implements Reader {
    private static final String FORMAT = "dstat CSV";
    private static final Pattern TITLE = Pattern.compile("(?i)\\s*\"?(?:pcp-dstat|dstat|dool|pcp dstat)\\b.{0,40}\\bCSV output.*");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "the first line says `Dstat … CSV output` (or pcp-dstat, dool)";
    }

    @Override
    public Claim recognises(Head head) {
        return head.lines(5).stream().anyMatch(DstatCsv::title) ? Claim.CERTAIN : Claim.NO;
    }

    /// Whether a run begins with this line.
    static boolean title(String line) {
        return line.length() < 400 && TITLE.matcher(line).matches();
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SeriesLines lines = new SeriesLines();
        DstatRows rows = new DstatRows(lines, options);
        SeriesLines.each(source, work, rows::take);
        rows.tell();
        return lines.result(source, FORMAT, "two lines of headings and rows of numbers are due behind the preamble");
    }
}
