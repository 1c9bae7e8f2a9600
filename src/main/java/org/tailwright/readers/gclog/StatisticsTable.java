package org.tailwright.readers.gclog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.series.SeriesTable;

/// ZGC's tables of statistics (`-Xlog:gc+stats`), which come every ten seconds and at the end: of each row average and maximum of the last ten
/// seconds. Only of use where the log has no events, because these tell more.
final class StatisticsTable {
    private static final Pattern ROW = Pattern.compile("(\\S[^/]*?: [^/]*?\\S) {2,}(\\d+(?:\\.\\d+)?) / (\\d+(?:\\.\\d+)?) .* (ms|MB/s|ops/s|threads|MB|ops)\\s*");
    private static final String TITLE = "=== Garbage Collection Statistics";

    private final SeriesTable table = new SeriesTable();
    private final Map<String, Integer> seen = new HashMap<>();

    /// Takes the message of a line of the table that was written at `time`.
    void add(String message, long time) {
        if (message.startsWith(TITLE)) {
            seen.clear();
            return;
        }
        Matcher row = ROW.matcher(message);
        if (row.matches()) {
            String name = row.group(1);
            String unit = row.group(4);
            int number = seen.merge(name + unit, 1, Integer::sum);
            value(name, number, "average", unit, time, Double.parseDouble(row.group(2)));
            value(name, number, "maximum", unit, time, Double.parseDouble(row.group(3)));
        }
    }

    /// @param number of the row among those of the same name, such as the young generation in minor and in major collections
    private void value(String name, int number, String statistic, String unit, long time, double value) {
        Map<String, String> labels = number == 1 ? Map.of("statistic", statistic) : Map.of("statistic", statistic, "row", Integer.toString(number));
        switch (unit) {
            case "ms" -> table.add(name, labels, Metrics.Kind.GAUGE, Unit.DURATION, time, value * 1e6);
            case "MB/s" -> table.add(name, labels, Metrics.Kind.GAUGE, Unit.of("B/s"), time, value * (1 << 20));
            case "MB" -> table.add(name, labels, Metrics.Kind.GAUGE, Unit.BYTES, time, value * (1 << 20));
            case "ops/s" -> table.add(name + " rate", labels, Metrics.Kind.GAUGE, Unit.PER_SECOND, time, value);
            default -> table.add(name, labels, Metrics.Kind.GAUGE, Unit.COUNT, time, value);
        }
    }

    /// What was read, if anything.
    Optional<SeriesTable> found() {
        return table.samples() == 0 ? Optional.empty() : Optional.of(table);
    }
}
