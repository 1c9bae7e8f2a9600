package org.tailwright.readers.gatling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.tailwright.data.Column;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;

/// Rows of requests or of groups, in milliseconds since the epoch.
final class CallTable {
    private static final long MILLI = 1_000_000;
    private static final String CUMULATED = "cumulated response time";

    private long[] starts = new long[256];
    private long[] ends = new long[256];
    private int size;
    private final BitSet failed = new BitSet();
    private final Texts.Builder labels = Texts.builder();
    private final Texts.Builder groups = Texts.builder();
    private final Texts.Builder messages = Texts.builder();
    private final Texts.Builder users = Texts.builder();
    private final Longs.Builder cumulated = Longs.builder(Unit.DURATION);
    private boolean anyLabel;
    private boolean anyGroup;
    private boolean anyMessage;
    private boolean anyUser;
    private boolean anyCumulated;

    /// Adds a row.
    ///
    /// @param label what is called, with its groups before it; empty when the log gives no name
    /// @param group path of groups, empty when there is none
    void add(long start, long end, boolean failure, String label, String group) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, Math.addExact(size, size));
            ends = Arrays.copyOf(ends, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        failed.set(size, failure);
        size++;
        anyLabel |= !label.isEmpty();
        labels.add(label.isEmpty() ? null : label);
        anyGroup |= !group.isEmpty();
        groups.add(group.isEmpty() ? null : group);
    }

    /// Adds why the last row failed and who sent it; empty where the log does not say.
    void detail(String message, String user) {
        anyMessage |= !message.isEmpty();
        messages.add(message.isEmpty() ? null : message);
        anyUser |= !user.isEmpty();
        users.add(user.isEmpty() ? null : user);
    }

    /// Adds the sum of the response times in the group of the last row, -1 when unknown.
    void cumulated(long millis) {
        anyCumulated |= millis >= 0;
        if (millis < 0) {
            cumulated.addMissing();
        } else {
            cumulated.add(millis * MILLI);
        }
    }

    int size() {
        return size;
    }

    /// The table; this collector is spent.
    Table table(ActiveUsers active) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        long[] times = new long[size];
        long[] durations = new long[size];
        for (int i = 0; i < size; i++) {
            times[i] = starts[i] * MILLI;
            durations[i] = (ends[i] - starts[i]) * MILLI;
        }
        columns.put(Requests.START, Longs.of(Unit.TIME, times));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        put(columns, anyLabel, Requests.LABEL, labels.build());
        columns.put(Requests.STATUS, status());
        put(columns, anyUser, Requests.THREAD, users.build());
        columns.put(Requests.FAILED, Flags.of(failed, size));
        if (active.users() > 0) {
            columns.put(Requests.ACTIVE, active.at(starts, size));
        }
        put(columns, anyGroup, "group", groups.build());
        put(columns, anyMessage, "message", messages.build());
        put(columns, anyCumulated, CUMULATED, cumulated.build());
        return Table.of(columns);
    }

    private Texts status() {
        int[] codes = new int[size];
        failed.stream().forEach(each -> codes[each] = 1);
        return Texts.of(codes, new Texts.Dictionary(new String[] {"OK", "KO"}));
    }

    private static void put(SequencedMap<String, Column> columns, boolean any, String name, Column column) {
        if (any) {
            columns.put(name, column);
        }
    }
}
