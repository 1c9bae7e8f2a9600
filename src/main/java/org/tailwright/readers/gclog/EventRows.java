package org.tailwright.readers.gclog;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;

/// Rows of one kind of event: start, duration, label, and one further text and number where the log has them.
final class EventRows {
    private final String detailName;
    private final String numberName;
    private final Longs.Builder starts = Longs.builder(Unit.TIME);
    private final Longs.Builder durations = Longs.builder(Unit.DURATION);
    private final Texts.Builder labels = Texts.builder();
    private final Texts.Builder details = Texts.builder();
    private final Longs.Builder numbers;
    private boolean detailed;
    private boolean numbered;

    /// @param detailName name of the text column
    /// @param numberName name of the number column
    /// @param unit unit of the number column
    EventRows(String detailName, String numberName, Unit unit) {
        this.detailName = detailName;
        this.numberName = numberName;
        numbers = Longs.builder(unit);
    }

    /// @param detail null where absent
    /// @param number negative where absent
    void add(long start, long duration, String label, @Nullable String detail, long number) {
        starts.add(start);
        durations.add(duration);
        labels.add(label);
        details.add(detail);
        detailed |= detail != null;
        if (number < 0) {
            numbers.addMissing();
        } else {
            numbers.add(number);
            numbered = true;
        }
    }

    int size() {
        return starts.size();
    }

    /// The columns; the rows are spent.
    LinkedHashMap<String, Column> columns() {
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Requests.DURATION, durations.build());
        columns.put(Requests.LABEL, labels.build());
        if (detailed) {
            columns.put(detailName, details.build());
        }
        if (numbered) {
            columns.put(numberName, numbers.build());
        }
        return columns;
    }
}
