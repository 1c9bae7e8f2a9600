package org.tailwright.readers.vmstat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.series.SeriesLines;
import org.tailwright.readers.series.SeriesRows;
import org.tailwright.readers.text.TimeFormat;

/// Rows under the headings of vmstat. Times may stand behind the numbers (`-t`) or before them, where a script put them.
final class VmstatRows {
    private static final List<String> DISK = List.of("reads total", "reads merged", "reads sectors", "reads ms", "writes total", "writes merged",
            "writes sectors", "writes ms", "IO cur", "IO sec");

    private final SeriesLines lines;
    private final ReadOptions options;
    private List<String> columns = List.of();
    private boolean disks;
    private boolean stamped;
    private boolean first = true;
    private boolean memory;
    private String zone = "";
    private @Nullable TimeFormat format;
    private long previous = TimeFormat.NONE;
    private long timed;

    VmstatRows(SeriesLines lines, ReadOptions options) {
        this.lines = lines;
        this.options = options;
    }

    void take(String line, long number) {
        if (VmstatText.heading(line)) {
            heading(VmstatText.words(line));
        } else if (VmstatText.disks(line)) {
            columns = DISK;
            disks = true;
            stamped = line.contains("timestamp");
        } else if (line.contains("timestamp-")) {
            stamped = true;
        } else if (!columns.isEmpty() && line.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            row(VmstatText.words(line), number);
        }
    }

    private void heading(List<String> words) {
        int from = 0;
        while (!(words.get(from).equals("r") && words.get(from + 1).equals("b"))) {
            from++;
        }
        List<String> names = new ArrayList<>();
        for (String each : words.subList(from, words.size())) {
            names.add(names.contains(each) ? each + " (" + (names.size() + 1) + ")" : each);
        }
        String last = names.getLast();
        stamped = !last.equals(last.toLowerCase(Locale.ROOT)) || last.matches("[+-]\\d{2,4}");
        if (stamped) {
            zone = names.removeLast();
        }
        columns = names;
        disks = false;
        memory |= names.contains("swpd");
    }

    private void row(List<String> words, long number) {
        int named = disks ? 1 : 0;
        int behind = stamped ? 2 : 0;
        int before = words.size() - columns.size() - named - behind;
        if (before < 0 || before > 6) {
            if (SeriesLines.number(words.getLast()) >= 0 && words.size() > 3) {
                lines.skip(number, words.size() + " words where " + (columns.size() + named + behind) + " are due");
            }
            return;
        }
        int from = before + named;
        double[] values = new double[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = SeriesLines.number(words.get(from + i));
            if (Double.isNaN(values[i])) {
                lines.skip(number, "\"" + words.get(from + i) + "\" is no number");
                return;
            }
        }
        String time = String.join(" ", stamped ? words.subList(words.size() - 2, words.size()) : words.subList(0, before));
        keep(values, disks ? words.get(before) : "", time(time));
    }

    private long time(String text) {
        String plain = text.replace("[", "").replace("]", "").strip();
        if (plain.isEmpty()) {
            return SeriesRows.TIMELESS;
        }
        if (format == null) {
            Optional<TimeFormat> found = TimeFormat.of(List.of(plain), options.zone(), null);
            format = found.filter(each -> each.form() != TimeFormat.Form.RELATIVE).orElse(null);
        }
        boolean universal = zone.equals("UTC") || zone.equals("GMT");
        long time = format == null ? TimeFormat.NONE : format.nanos(universal ? plain + " UTC" : plain, previous);
        if (time == TimeFormat.NONE) {
            return SeriesRows.TIMELESS;
        }
        if (!universal && !format.assumed().isEmpty()) {
            lines.assume(format.assumed() + (zone.isEmpty() ? "" : " (the heading says " + zone + ")"));
        }
        timed++;
        previous = time;
        return time;
    }

    private void keep(double[] values, String disk, long time) {
        Map<String, String> labels = new HashMap<>();
        if (disks) {
            labels.put("disk", disk);
        } else if (first) {
            labels.putAll(SeriesLines.SINCE_BOOT);
            first = false;
        }
        for (int i = 0; i < values.length; i++) {
            String name = columns.get(i);
            Metrics.Kind kind = disks && !name.equals("IO cur") ? Metrics.Kind.COUNTER : Metrics.Kind.GAUGE;
            lines.table().add(name, labels, kind, unit(name), time, values[i]);
        }
    }

    /// What vmstat's manual says of its columns.
    private static Unit unit(String column) {
        return switch (column) {
            case "swpd", "free", "buff", "cache", "inact", "active" -> Unit.of("KiB");
            case "si", "so" -> Unit.of("KiB/s");
            case "bi", "bo" -> Unit.of("blocks/s");
            case "in", "cs" -> Unit.PER_SECOND;
            case "us", "sy", "id", "wa", "st", "gu" -> Unit.of("%");
            case "r", "b", "reads total", "reads merged", "writes total", "writes merged", "IO cur" -> Unit.COUNT;
            case "reads sectors", "writes sectors" -> Unit.of("sectors");
            case "reads ms", "writes ms" -> Unit.of("ms");
            case "IO sec" -> Unit.of("s");
            default -> Unit.NONE;
        };
    }

    /// What the file leaves open.
    void tell() {
        if (!first) {
            lines.assume("the first row is the mean since the machine started and stands apart");
        }
        if (memory) {
            lines.assume("memory is in KiB, as vmstat prints it without -S");
        }
        if (timed == 0) {
            lines.assume("the rows have no times (vmstat without -t): their order is known, not when they were taken");
        }
    }
}
