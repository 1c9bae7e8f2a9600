package org.tailwright.statistics;

import java.util.Arrays;
import java.util.List;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Picker;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// The durations inside a selection, read once by all cores without a list of rows.
///
/// @param durations nanoseconds, in row order
/// @param failures how many of them failed
public record Scan(long[] durations, long failures) {
    private static final int SMALL = 100_000;

    /// What is inside.
    public static Scan of(Requests requests, Selection selection, Work work) {
        Rows near = selection.near(requests);
        int n = near.size();
        int first = n == 0 ? 0 : near.at(0);
        int parts = n < SMALL ? 1 : Pool.cores();
        List<Scan> scans = Pool.map(parts, work, part -> part(requests, selection.picker(requests), first + (int) ((long) n * part / parts),
                first + (int) ((long) n * (part + 1) / parts), work));
        if (scans.size() == 1) {
            return scans.getFirst();
        }
        long[] all = new long[scans.stream().mapToInt(each -> each.durations.length).sum()];
        int at = 0;
        long failures = 0;
        for (Scan each : scans) {
            System.arraycopy(each.durations, 0, all, at, each.durations.length);
            at += each.durations.length;
            failures += each.failures;
        }
        return new Scan(all, failures);
    }

    private static Scan part(Requests requests, Picker picker, int from, int to, Work work) {
        Longs durations = requests.durations();
        Flags failed = requests.failures().orElse(null);
        int[] rows = new int[Picker.BLOCK];
        long[] values = new long[Picker.BLOCK];
        long[] found = new long[Picker.BLOCK];
        int n = 0;
        long failures = 0;
        for (int row = from; row < to; row += Picker.BLOCK) {
            work.check();
            int more = picker.pick(row, Math.min(to, row + Picker.BLOCK), rows);
            durations.read(rows, more, values);
            found = n + more > found.length ? Arrays.copyOf(found, Math.min(to - from, Math.max(n + more, 2 * n))) : found;
            System.arraycopy(values, 0, found, n, more);
            n += more;
            failures += failed == null ? 0 : failed.count(rows, more);
        }
        return new Scan(n == found.length ? found : Arrays.copyOf(found, n), failures);
    }
}
