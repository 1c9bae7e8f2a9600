package org.tailwright.readers.vmstat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.Epochs;
import org.tailwright.readers.series.SeriesLines;
import org.tailwright.readers.series.SeriesRows;
import org.tailwright.work.Work;

/// Snapshots of `/proc/diskstats`, with lines `TS seconds` before each as pt-stalk writes them. The numbers count since the machine started.
public final class DiskStats implements Reader {
    private static final String FORMAT = "/proc/diskstats";
    private static final int LOOK = 60;
    private static final Pattern ROW = Pattern.compile("\\s*\\d{1,4}\\s+\\d{1,7}\\s+[^\\s\\d]\\S*(?:\\s+\\d+){4}(?:(?:\\s+\\d+){7,16})?\\s*");
    private static final Pattern STAMP = Pattern.compile("\\s*(?:TS|#?ts)\\s+(\\d{9,11}(?:\\.\\d{1,9})?)\\b.*");
    /// Fields in the kernel's order and under the names of its source.
    private static final List<String> FIELDS = List.of("rd_ios", "rd_merges", "rd_sectors", "rd_ticks", "wr_ios", "wr_merges", "wr_sectors", "wr_ticks",
            "in_flight", "io_ticks", "time_in_queue", "dc_ios", "dc_merges", "dc_sectors", "dc_ticks", "fl_ios", "fl_ticks");
    /// What kernels before 2.6.25 told of a partition.
    private static final List<String> OLD_PARTITION = List.of("rd_ios", "rd_sectors", "wr_ios", "wr_sectors");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "lines of major and minor number, a device and 11 or more counters";
    }

    @Override
    public Claim recognises(Head head) {
        List<String> lines = head.lines(LOOK).stream().filter(each -> !each.isBlank()).toList();
        long rows = lines.stream().filter(each -> ROW.matcher(each).matches()).count();
        long stamps = lines.stream().filter(each -> STAMP.matcher(each).matches()).count();
        return rows > 0 && rows + stamps >= 0.9 * lines.size() ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SeriesLines lines = new SeriesLines();
        long[] time = {SeriesRows.TIMELESS};
        SeriesLines.each(source, work, (line, number) -> {
            var stamp = STAMP.matcher(line);
            if (stamp.matches()) {
                time[0] = Epochs.seconds(stamp.group(1));
            } else if (ROW.matcher(line).matches()) {
                row(lines, VmstatText.words(line), time[0]);
            } else if (!line.isBlank()) {
                lines.skip(number, "neither a time nor a device with its counters");
            }
        });
        if (lines.table().timeless() > 0) {
            lines.assume("snapshots without a line TS have no time: the file does not say when they were taken");
        }
        lines.assume("the numbers count since the machine started; a sector is 512 bytes");
        return lines.result(source, FORMAT, "a line holds major and minor number, a device and its counters");
    }

    private static void row(SeriesLines lines, List<String> words, long time) {
        Map<String, String> labels = Map.of("device", words.get(2));
        List<String> names = words.size() == 7 ? OLD_PARTITION : FIELDS;
        for (int i = 3; i < Math.min(words.size(), names.size() + 3); i++) {
            String name = names.get(i - 3);
            lines.table().add(name, labels, name.equals("in_flight") ? Metrics.Kind.GAUGE : Metrics.Kind.COUNTER, unit(name), time,
                    SeriesLines.number(words.get(i)));
        }
    }

    private static Unit unit(String name) {
        return name.endsWith("_sectors") ? Unit.of("sectors") : name.endsWith("_ticks") || name.equals("time_in_queue") ? Unit.of("ms") : Unit.COUNT;
    }
}
