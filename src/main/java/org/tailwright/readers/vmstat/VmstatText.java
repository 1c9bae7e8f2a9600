package org.tailwright.readers.vmstat;

import java.io.IOException;
import java.util.Arrays;
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

/// The output of vmstat, with or without time stamps (`-t`) and repeated headings (`-n`), also `vmstat -d`. The first row is the mean since
/// the machine started and is kept apart under the label `report`.
public final class VmstatText implements Reader {
    private static final String FORMAT = "vmstat";
    private static final int LOOK = 200;
    private static final Pattern HEADING = Pattern.compile("(?:.*\\s|)r\\s+b\\s+(?:w\\s+)?(?:swpd|avm|swap|fre|flt|memory)\\s+.*");
    private static final Pattern DISKS = Pattern.compile("(?:.*\\s|)disk-\\s+-+reads-+\\s+-+writes-+.*");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "the heading `r b swpd free …`, or `disk- ---reads---` of vmstat -d";
    }

    @Override
    public Claim recognises(Head head) {
        return head.lines(LOOK).stream().anyMatch(each -> heading(each) || DISKS.matcher(each).matches()) ? Claim.CERTAIN : Claim.NO;
    }

    /// Whether a line names the columns of processes, memory and so on.
    static boolean heading(String line) {
        return line.length() < 400 && HEADING.matcher(line).matches();
    }

    /// Whether a line begins the heading of disks.
    static boolean disks(String line) {
        return line.length() < 400 && DISKS.matcher(line).matches();
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SeriesLines lines = new SeriesLines();
        VmstatRows rows = new VmstatRows(lines, options);
        SeriesLines.each(source, work, rows::take);
        rows.tell();
        return lines.result(source, FORMAT, "vmstat prints a heading and rows of numbers");
    }

    /// The words of a line.
    static List<String> words(String line) {
        String plain = line.strip();
        return plain.isEmpty() ? List.of() : Arrays.asList(plain.split("\\s+"));
    }
}
