package org.tailwright.readers.vmstat;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.series.Epochs;
import org.tailwright.readers.series.SeriesLines;
import org.tailwright.readers.series.SeriesRows;
import org.tailwright.readers.text.Cells;

/// Rows under the headings of dstat. Series are named by group and column (`dsk/sda read`). The first row of a run is the mean since the
/// machine started.
final class DstatRows {
    private static final Pattern DATE = Pattern.compile(".*\"Date:\",\"\\s*(\\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\\d{4})(?:\\s+[0-9:]+(?:\\s+([A-Z]{2,5}|[+-]\\d{4}))?)?.*");
    private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})-(\\d{1,2})\\s+(\\d{1,2}):(\\d{2}):(\\d{2})");
    private static final Pattern MONTH_DAY = Pattern.compile("([A-Za-z]{3})-(\\d{1,2})\\s+(\\d{1,2}):(\\d{2}):(\\d{2})");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final SeriesLines lines;
    private final ReadOptions options;
    private List<String> groups = List.of();
    private List<String> columns = List.of();
    private List<String> names = List.of();
    private boolean first = true;
    private int time = -1;
    private int year;
    private int month;
    private ZoneId zone;
    private boolean timed;
    private boolean preamble = true;

    DstatRows(SeriesLines lines, ReadOptions options) {
        this.lines = lines;
        this.options = options;
        zone = options.zone();
    }

    void take(String line, long number) {
        if (DstatCsv.title(line)) {
            groups = List.of();
            columns = List.of();
            first = true;
            preamble = true;
            return;
        }
        Matcher date = DATE.matcher(line);
        if (preamble && line.length() < 2000 && date.matches()) {
            day(date);
        } else if (!line.isBlank() && !(preamble && heading(line))) {
            row(Cells.of(line, ','), number);
        }
    }

    private void day(Matcher date) {
        year = Integer.parseInt(date.group(3));
        month = month(date.group(2));
        String told = date.group(4);
        if (told != null && (told.equals("UTC") || told.equals("GMT"))) {
            zone = ZoneOffset.UTC;
        } else if (told != null && told.matches("[+-]\\d{4}")) {
            zone = ZoneOffset.of(told);
        } else {
            zone = options.zone();
        }
    }

    /// Lines of the preamble, the groups and the columns.
    private boolean heading(String line) {
        if (line.matches("\\s*\"?(?:Author|Host|Cmdline|URL|User):.*")) {
            return true;
        }
        List<String> cells = Cells.of(line, ',');
        if (groups.isEmpty()) {
            List<String> spread = new ArrayList<>();
            for (String each : cells) {
                spread.add(each.isBlank() && !spread.isEmpty() ? spread.getLast() : each.strip());
            }
            groups = spread;
            return true;
        }
        columns = cells.stream().map(String::strip).toList();
        names = new ArrayList<>();
        time = -1;
        for (int i = 0; i < columns.size(); i++) {
            String group = i < groups.size() ? groups.get(i) : "";
            String column = columns.get(i);
            boolean clock = column.equals("epoch") || column.equals("time") || column.equals("date/time");
            time = clock && (time < 0 || column.equals("epoch")) ? i : time;
            String name = clock ? "" : group.isEmpty() || group.equals(column) ? column : group + " " + column;
            names.add(names.contains(name) && !clock ? name + " (" + (i + 1) + ")" : name);
        }
        preamble = false;
        return true;
    }

    private void row(List<String> cells, long number) {
        if (columns.isEmpty() || cells.size() != columns.size()) {
            if (columns.isEmpty() || cells.size() > 1) {
                lines.skip(number, cells.size() + " cells where " + columns.size() + " are due");
            }
            return;
        }
        long at = time < 0 ? SeriesRows.TIMELESS : columns.get(time).equals("epoch") ? Epochs.seconds(cells.get(time).strip()) : clock(cells.get(time).strip());
        if (time >= 0 && at == Epochs.NONE) {
            lines.skip(number, "the time cannot be read");
            return;
        }
        timed |= time >= 0;
        Map<String, String> labels = first ? SeriesLines.SINCE_BOOT : Map.of();
        first = false;
        for (int i = 0; i < columns.size(); i++) {
            String name = names.get(i);
            if (!name.isEmpty()) {
                lines.table().add(name, labels, Metrics.Kind.GAUGE, unit(i < groups.size() ? groups.get(i) : "", columns.get(i)), at,
                        SeriesLines.number(cells.get(i).strip()));
            }
        }
    }

    /// Day and month stand in the row, the year only in the preamble; a month long before it belongs to the next year.
    private long clock(String text) {
        Matcher day = DAY_MONTH.matcher(text);
        Matcher named = MONTH_DAY.matcher(text);
        if (year == 0 || !day.matches() && !named.matches()) {
            return Epochs.NONE;
        }
        Matcher match = day.matches() ? day : named;
        int of = day.matches() ? Integer.parseInt(day.group(2)) : month(named.group(1));
        int in = Integer.parseInt(day.matches() ? day.group(1) : named.group(2));
        try {
            LocalDateTime local = LocalDateTime.of(of < month - 6 ? year + 1 : year, of, in, Integer.parseInt(match.group(3)),
                    Integer.parseInt(match.group(4)), Integer.parseInt(match.group(5)));
            if (zone.equals(options.zone())) {
                lines.assume("times without a zone are taken as " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()));
            }
            return Math.multiplyExact(local.atZone(zone).toEpochSecond(), 1_000_000_000L);
        } catch (DateTimeException | ArithmeticException e) {
            return Epochs.NONE;
        }
    }

    private static int month(String name) {
        int at = MONTHS.indexOf(name.toLowerCase(Locale.ROOT));
        return at < 0 || at % 3 != 0 ? 0 : at / 3 + 1;
    }

    /// dstat writes plain bytes, and means for each second.
    private static Unit unit(String group, String column) {
        String plain = group.toLowerCase(Locale.ROOT);
        if (plain.contains("cpu")) {
            return Unit.of("%");
        }
        if (plain.startsWith("dsk") || plain.startsWith("net") || plain.startsWith("paging")) {
            return Unit.of("B/s");
        }
        if (plain.startsWith("memory") || plain.equals("swap")) {
            return Unit.BYTES;
        }
        if (plain.startsWith("io/") || plain.startsWith("system") || plain.startsWith("interrupts") || plain.startsWith("virtual memory") || column.equals("new")) {
            return Unit.PER_SECOND;
        }
        return plain.startsWith("procs") || plain.contains("sockets") || plain.equals("filesystem") ? Unit.COUNT : Unit.NONE;
    }

    /// What the file leaves open.
    void tell() {
        lines.assume("the first row of a run is the mean since the machine started and stands apart");
        if (!timed) {
            lines.assume("the rows have no times (dstat without --epoch or --time): their order is known, not when they were taken");
        }
    }
}
