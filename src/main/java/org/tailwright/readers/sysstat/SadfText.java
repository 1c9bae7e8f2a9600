package org.tailwright.readers.sysstat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.SeriesLines;
import org.tailwright.work.Work;

/// What sadf writes for databases and scripts: lines parted by semicolons with headings (`-d`), or a number a line parted by tabs (`-p`).
public final class SadfText implements Reader {
    private static final int LOOK = 40;
    private static final Pattern HEADING = Pattern.compile("#?\\s*hostname;interval;timestamp;.*");
    private static final String STAMP = "(?:\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(?: \\S{1,6})?|\\d{9,11})";
    private static final Pattern PLAIN = Pattern.compile("[^\\t;]{1,255}\\t-?\\d+\\t" + STAMP + "\\t[^\\t]+\\t[^\\t]+\\t[^\\t]*");
    private static final Pattern REMARK = Pattern.compile("[^\\t;]{1,255}\\t-1\\t" + STAMP + "\\t.*");

    @Override
    public String format() {
        return "sysstat sadf";
    }

    @Override
    public String recognisedBy() {
        return "a heading `# hostname;interval;timestamp;…`, or lines of host, interval, time, device, metric and value parted by tabs";
    }

    @Override
    public Claim recognises(Head head) {
        List<String> lines = head.lines(LOOK).stream().filter(each -> !each.isBlank()).toList();
        if (lines.stream().anyMatch(SadfText::heading)) {
            return Claim.CERTAIN;
        }
        long plain = lines.stream().filter(each -> PLAIN.matcher(each).matches()).count();
        long remarks = lines.stream().filter(each -> REMARK.matcher(each).matches()).count();
        return plain > 0 && plain + remarks >= lines.size() - 1 ? Claim.CERTAIN : Claim.NO;
    }

    /// Whether a line names the columns of the lines that follow.
    static boolean heading(String line) {
        return HEADING.matcher(line).matches();
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SeriesLines lines = new SeriesLines();
        SadfRows rows = new SadfRows(lines, new SysstatClock(lines, options.zone(), false));
        SeriesLines.each(source, work, rows::take);
        rows.tell();
        return lines.result(source, format(), "sadf writes a host, an interval, a time and numbers in each line");
    }
}
