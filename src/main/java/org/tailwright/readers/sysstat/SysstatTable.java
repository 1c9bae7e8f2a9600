package org.tailwright.readers.sysstat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.series.SeriesTable;

/// One table of a report: its heading, and what a row's cells become.
final class SysstatTable {
    private final List<String> columns;
    private final boolean interrupts;
    private final boolean usb;
    private final boolean open;

    SysstatTable(List<String> heading) {
        usb = heading.contains("idvendor");
        columns = usb ? heading.stream().filter(each -> !SysstatColumns.text(each)).toList() : List.copyOf(heading);
        interrupts = columns.size() > 1 && columns.getFirst().equals("INTR") && (columns.get(1).equals("all") || columns.get(1).equals("CPU0"));
        String last = columns.getLast();
        open = columns.size() > 1 && SysstatColumns.label(last, columns.size() - 1) && !usb;
    }

    /// Tells tables apart whose columns may differ from report to report.
    String key() {
        return columns.getFirst() + " " + (columns.size() < 2 || interrupts ? "" : columns.get(1));
    }

    /// Adds a row.
    ///
    /// @param more labels of all rows
    /// @return what is wrong, empty when nothing is
    String add(List<String> cells, long time, Map<String, String> more, SeriesTable table) {
        int due = columns.size();
        boolean fits = open ? cells.size() >= due : usb ? cells.size() >= due : cells.size() == due;
        if (!fits) {
            return cells.size() + " cells where " + due + " are due";
        }
        Map<String, String> labels = new HashMap<>(more);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < due; i++) {
            String column = columns.get(i);
            if (SysstatColumns.label(column, i)) {
                String value = open && i == due - 1 ? String.join(" ", cells.subList(i, cells.size())) : cells.get(i);
                if (!value.equals("-")) {
                    labels.put(SysstatColumns.name(column), plain(value));
                }
            } else if (!SysstatColumns.text(column)) {
                numbers.add(i);
            }
        }
        for (int i : numbers) {
            double value = SysstatColumns.number(cells.get(i), columns.get(i));
            if (Double.isNaN(value) && !cells.get(i).equals("-") && !cells.get(i).equalsIgnoreCase("nan")) {
                return "\"" + (cells.get(i).length() > 40 ? cells.get(i).substring(0, 40) : cells.get(i)) + "\" is no number (column " + columns.get(i) + ")";
            }
        }
        numbers.forEach(i -> add(i, SysstatColumns.number(cells.get(i), columns.get(i)), time, labels, table));
        return "";
    }

    private void add(int column, double value, long time, Map<String, String> labels, SeriesTable table) {
        String name = columns.get(column);
        if (interrupts) {
            Map<String, String> each = new HashMap<>(labels);
            each.put("CPU", name.startsWith("CPU") ? name.substring(3) : name);
            table.add("intr/s", each, Metrics.Kind.GAUGE, Unit.PER_SECOND, time, value);
        } else {
            table.add(name, labels, Metrics.Kind.GAUGE, SysstatColumns.unit(name), time, value);
        }
    }

    /// pidstat draws threads as branches of their process.
    private static String plain(String value) {
        return value.startsWith("|__") ? value.substring(3) : value;
    }
}
