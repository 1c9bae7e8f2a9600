package org.tailwright.readers.sysstat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.series.SeriesLines;
import org.tailwright.readers.series.SeriesRows;

/// Goes through the lines of a report: banner, headings, rows, restarts, averages.
final class SysstatLines {
    private final SeriesLines lines;
    private final SysstatClock clock;
    private @Nullable SysstatTable table;
    private boolean timed;
    private boolean usage;
    private boolean iostat;
    private boolean intervals;
    private long stamp = SeriesRows.TIMELESS;
    private long reports;
    private long averages;
    private long restarts;

    SysstatLines(SeriesLines lines, SysstatClock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    void take(String line, long number) {
        List<String> words = SysstatText.words(line);
        if (words.isEmpty()) {
            return;
        }
        String date = SysstatText.banner(line);
        if (date != null && clock.date(date)) {
            table = null;
            return;
        }
        if (words.getFirst().startsWith("#")) {
            oneLine(words);
            return;
        }
        long second = clock.second(words);
        if (second == SysstatClock.NONE) {
            untimed(line, words, number);
        } else {
            timed(line, words.subList(clock.words(), words.size()), second, number);
        }
    }

    /// The heading of pidstat -h: `# Time UID …`.
    private void oneLine(List<String> words) {
        int from = words.getFirst().equals("#") ? 1 : 0;
        boolean time = words.size() > from + 2 && words.get(from).replace("#", "").equals("Time");
        table = time ? new SysstatTable(words.subList(from + 1, words.size())) : table;
        timed |= time;
    }

    private void timed(String line, List<String> rest, long second, long number) {
        if (rest.isEmpty()) {
            return;
        }
        if (line.contains("RESTART")) {
            restarts++;
        } else if (rest.getFirst().equals("COM")) {
            lines.note("line " + number + ": a remark in the file: " + String.join(" ", rest.subList(1, Math.min(rest.size(), 20))));
        } else if (rest.stream().allMatch(each -> Double.isNaN(SysstatColumns.number(each, "")))) {
            table = new SysstatTable(rest);
            timed = true;
            clock.nanos(table.key(), second);
        } else if (table != null && timed) {
            String problem = table.add(rest, clock.nanos(table.key(), second), Map.of(), lines.table());
            intervals = true;
            if (!problem.isEmpty()) {
                lines.skip(number, problem);
            }
        } else {
            lines.skip(number, "a row without a heading");
        }
    }

    /// Tables of iostat, and averages.
    private void untimed(String line, List<String> words, long number) {
        long found = clock.stamp(line);
        if (found != SysstatClock.NONE) {
            stamp = found;
            return;
        }
        if (words.getFirst().equals("avg-cpu:")) {
            heading(words.subList(1, words.size()), true);
            reports++;
        } else if (devices(words)) {
            reports += usage ? 0 : 1;
            heading(words, false);
        } else if (table != null && !timed) {
            row(words, number);
        } else {
            averages++;
        }
    }

    /// Whether a line without a time names the columns of devices or file systems.
    private static boolean devices(List<String> words) {
        boolean named = words.contains("Device") || words.contains("Device:") || words.getFirst().startsWith("Filesystem");
        return named && words.size() > 2 && words.stream().allMatch(each -> Double.isNaN(SysstatColumns.number(each, "")));
    }

    private void heading(List<String> columns, boolean cpu) {
        table = columns.isEmpty() ? null : new SysstatTable(columns);
        timed = false;
        iostat = true;
        usage |= cpu;
    }

    private void row(List<String> words, long number) {
        SysstatTable current = table;
        if (current == null || words.getFirst().endsWith(":")) {
            averages++;
            return;
        }
        String problem = current.add(words, stamp, reports <= 1 ? SeriesLines.SINCE_BOOT : Map.of(), lines.table());
        if (!problem.isEmpty()) {
            lines.skip(number, problem);
        }
    }

    /// What the file leaves open.
    void tell() {
        if (iostat) {
            lines.assume("the first report of iostat is the mean since the machine started and stands apart (not so with -y)");
            if (stamp == SeriesRows.TIMELESS) {
                lines.assume("the reports have no times (iostat without -t): their order is known, not when they were taken");
            }
        }
        if (intervals || stamp != SeriesRows.TIMELESS) {
            lines.assume("a value is the mean of the interval that ends at its time");
        }
        if (restarts > 0) {
            lines.note("the machine restarted " + restarts + (restarts == 1 ? " time" : " times"));
        }
        if (averages > 0) {
            lines.note(averages + " lines of averages are left out");
        }
    }
}
