package org.tailwright.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
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
    private static final int CHUNK = 1 << 16;

    /// What is inside.
    public static Scan of(Requests requests, Selection selection, Work work) {
        Rows near = selection.near(requests);
        IntPredicate inside = selection.inside(requests);
        int parts = near.size() < SMALL ? 1 : Pool.cores();
        List<Scan> scans = Pool.map(parts, work, part -> part(requests, near, inside, (int) ((long) near.size() * part / parts),
                (int) ((long) near.size() * (part + 1) / parts), work));
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

    private static Scan part(Requests requests, Rows near, IntPredicate inside, int from, int to, Work work) {
        Longs durations = requests.durations();
        Flags failed = requests.failures().orElse(null);
        long[] found = new long[1024];
        int n = 0;
        long failures = 0;
        for (int i = from; i < to; i++) {
            if ((i & (CHUNK - 1)) == 0) {
                work.check();
            }
            int row = near.at(i);
            if (inside.test(row)) {
                found = n == found.length ? Arrays.copyOf(found, 2 * n) : found;
                found[n++] = durations.at(row);
                failures += failed != null && failed.at(row) ? 1 : 0;
            }
        }
        return new Scan(Arrays.copyOf(found, n), failures);
    }
}
