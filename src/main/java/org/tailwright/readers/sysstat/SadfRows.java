package org.tailwright.readers.sysstat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.series.Epochs;
import org.tailwright.readers.series.SeriesLines;

/// Collects sadf's lines of both kinds.
final class SadfRows {
    private static final int LEADING = 3;
    private static final String EACH_CPU = "CPU*";

    private final SeriesLines lines;
    private final SysstatClock clock;
    private List<String> columns = List.of();
    private String host = "";
    /// CPUs that the table of their load names at a time, in its order; interrupts are told of the same ones without naming them.
    private final Map<Long, List<String>> online = new HashMap<>();
    private long odd;
    private long restarts;
    private long texts;

    SadfRows(SeriesLines lines, SysstatClock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    void take(String line, long number) {
        if (line.isBlank()) {
            return;
        }
        if (SadfText.heading(line)) {
            List<String> names = List.of(line.replaceFirst("^#\\s*", "").split(";", -1));
            columns = names.subList(LEADING, names.size());
            return;
        }
        List<String> cells = List.of(line.split(line.indexOf('\t') >= 0 && columns.isEmpty() ? "\t" : ";", -1));
        if (cells.size() <= LEADING) {
            lines.skip(number, "host, interval, time and numbers are due");
            return;
        }
        if (cells.get(1).equals("-1")) {
            remark(cells.get(LEADING), number);
            return;
        }
        long time = time(cells.get(2));
        if (time == Epochs.NONE) {
            lines.skip(number, "the time cannot be read");
            return;
        }
        Map<String, String> labels = new HashMap<>();
        if (host.isEmpty()) {
            host = cells.getFirst();
        } else if (!host.equals(cells.getFirst())) {
            labels.put("host", cells.getFirst());
            lines.assume("series without a label host are of " + host);
        }
        String problem = columns.isEmpty() ? plain(cells, time, labels) : row(cells.subList(LEADING, cells.size()), time, labels);
        if (!problem.isEmpty()) {
            lines.skip(number, problem);
        }
    }

    private void remark(String text, long number) {
        if (text.contains("RESTART")) {
            restarts++;
        } else {
            lines.note("line " + number + ": a remark in the file: " + (text.length() > 200 ? text.substring(0, 200) : text));
        }
    }

    private long time(String text) {
        String[] parts = text.strip().split(" ", 3);
        if (parts.length == 1) {
            return Epochs.seconds(parts[0]);
        }
        return clock.iso(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
    }

    /// `device metric value`.
    private String plain(List<String> cells, long time, Map<String, String> labels) {
        if (cells.size() != 6) {
            return cells.size() + " cells where 6 are due";
        }
        String name = cells.get(4);
        double value = SysstatColumns.number(cells.get(5), name);
        if (Double.isNaN(value)) {
            texts++;
            return "";
        }
        if (!cells.get(3).equals("-")) {
            labels.put("device", cells.get(3));
        }
        lines.table().add(name, labels, Metrics.Kind.GAUGE, SysstatColumns.unit(name), time, value);
        return "";
    }

    private String row(List<String> cells, long time, Map<String, String> labels) {
        if (columns.contains("idvendor")) {
            texts++;
            return "";
        }
        int from = 0;
        if (SysstatColumns.label(columns.getFirst(), 0)) {
            boolean all = columns.getFirst().equals("CPU") && cells.getFirst().equals("-1");
            labels.put(columns.getFirst(), all ? "all" : cells.getFirst());
            if (columns.size() > 2 && columns.get(1).startsWith("%us") && columns.getFirst().equals("CPU")) {
                online.computeIfAbsent(time, _ -> new ArrayList<>()).add(all ? "all" : cells.getFirst());
            }
            from = 1;
        }
        if (columns.size() == from + 1 && columns.getLast().equals(EACH_CPU)) {
            return each(cells.subList(from, cells.size()), time, labels);
        }
        if (cells.size() != columns.size()) {
            return cells.size() + LEADING + " cells where " + (columns.size() + LEADING) + " are due";
        }
        List<Double> values = new ArrayList<>();
        for (int i = from; i < cells.size(); i++) {
            double value = SysstatColumns.text(columns.get(i)) ? 0 : SysstatColumns.number(cells.get(i), columns.get(i));
            if (Double.isNaN(value) && !cells.get(i).isEmpty()) {
                return "the number of column " + columns.get(i) + " cannot be read";
            }
            values.add(value);
        }
        for (int i = from; i < cells.size(); i++) {
            String name = columns.get(i);
            if (SysstatColumns.text(name)) {
                texts++;
            } else {
                lines.table().add(name, labels, Metrics.Kind.GAUGE, SysstatColumns.unit(name), time, values.get(i - from));
            }
        }
        return "";
    }

    /// The sum over all CPUs, then one number for each CPU that was online.
    private String each(List<String> cells, long time, Map<String, String> labels) {
        List<String> cpus = online.getOrDefault(time, List.of());
        boolean known = cpus.size() == cells.size();
        odd += known ? 0 : 1;
        for (int i = 0; i < (known ? cells.size() : Math.min(1, cells.size())); i++) {
            double value = SysstatColumns.number(cells.get(i), "");
            if (Double.isNaN(value)) {
                return "the number of a CPU cannot be read";
            }
            Map<String, String> own = new HashMap<>(labels);
            own.put("CPU", known ? cpus.get(i) : "all");
            lines.table().add("intr/s", own, Metrics.Kind.GAUGE, Unit.PER_SECOND, time, value);
        }
        return "";
    }

    /// What the file leaves open.
    void tell() {
        lines.assume("a value is the mean of the interval that ends at its time");
        if (odd > 0) {
            lines.doubt(odd + " lines of interrupts do not say of which CPUs: only their sum is kept");
        }
        if (restarts > 0) {
            lines.note("the machine restarted " + restarts + (restarts == 1 ? " time" : " times"));
        }
        if (texts > 0) {
            lines.note(texts + " cells or lines hold texts and are left out");
        }
    }
}
