package org.tailwright.readers.locust;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.tailwright.data.Column;
import org.tailwright.data.Dataset;
import org.tailwright.data.Doubles;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Origin;
import org.tailwright.data.Table;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Source;

/// Stretches of one number of users as load points. The throughput is what the total grew by, because the rates that Locust prints reach ten
/// seconds back, into the step before.
final class Stretches {
    /// Shorter stretches are still on their way to another number of users.
    private static final long SHORTEST_NANOS = 5_000_000_000L;

    private final Doubles.Builder loads = Doubles.builder(Unit.NONE);
    private final Doubles.Builder rates = Doubles.builder(Unit.PER_SECOND);
    private final Longs.Builder starts = Longs.builder(Unit.TIME);
    private final Longs.Builder ends = Longs.builder(Unit.TIME);
    private double users = Double.NaN;
    private long first;
    private long last;
    private double before;
    private double after;
    private boolean several;
    private double anyLoad = Double.NaN;

    /// Takes a row in the order of the file; a total that shrinks begins another run.
    ///
    /// @param total requests since the start
    void add(long time, double now, double total) {
        if (Double.isNaN(now) || Double.isNaN(total)) {
            return;
        }
        if (now != users || total < after || time < last) {
            close();
            users = now;
            first = time;
            before = total;
        }
        last = time;
        after = total;
    }

    private void close() {
        if (users > 0 && last - first >= SHORTEST_NANOS) {
            loads.add(users);
            rates.add((after - before) / ((last - first) / 1e9));
            starts.add(first);
            ends.add(last);
            several |= !Double.isNaN(anyLoad) && anyLoad != users;
            anyLoad = users;
        }
    }

    /// The load points, where there are at least two different loads; this collector is spent.
    List<Dataset> points(Source source, String format) {
        close();
        if (!several) {
            return List.of();
        }
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(LoadPoints.LOAD, loads.build());
        columns.put(LoadPoints.THROUGHPUT, rates.build());
        columns.put("start", starts.build());
        columns.put("end", ends.build());
        Table table = Table.of(columns);
        Trust trust = new Trust(table.rows(), 0, List.of("each stretch of at least 5 s with one number of users is a load point"), List.of());
        return List.of(new LoadPoints(new Origin(source.name() + " load points", source.path(), format, trust), table, LoadPoints.Axis.USERS));
    }
}
