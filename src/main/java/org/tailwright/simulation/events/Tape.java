package org.tailwright.simulation.events;

/// What one run showed, by time: the run is cut into spans of equal length. Answers count where they came, failures where they were known.
public final class Tape {
    /// Fine spans in a span, for the warm-up rule.
    static final int FINE = 5;

    final int spans;
    final long width;
    final long[][] done;
    final long[][] failed;
    final double[][] sum;
    final int[][][] counts;
    final long[][] why;
    final double[][] fineSum;
    final long[][] fineCount;
    final double[][] busy;
    final double[][] waiting;
    final double[][] up;
    final long[][] arrived;
    final long[][] turned;
    final long[][] attempts;
    final long[][] retries;
    final double[][] open;
    long events;
    private int at;

    Tape(int sources, int sites, int links, int spans, long end) {
        this.spans = spans;
        width = Math.max(1, end / spans);
        done = new long[sources][spans];
        failed = new long[sources][spans];
        sum = new double[sources][spans];
        counts = new int[sources][spans][];
        why = new long[sources][Why.values().length];
        fineSum = new double[sources][spans * FINE];
        fineCount = new long[sources][spans * FINE];
        busy = new double[sites][spans];
        waiting = new double[sites][spans];
        up = new double[sites][spans];
        arrived = new long[sites][spans];
        turned = new long[sites][spans];
        attempts = new long[links][spans];
        retries = new long[links][spans];
        open = new double[links][spans];
        begin(0);
    }

    private void begin(int span) {
        at = span;
        for (int[][] each : counts) {
            each[span] = new int[Bins.COUNT];
        }
    }

    void answered(int source, long nanos, long now) {
        done[source][at]++;
        sum[source][at] += nanos;
        counts[source][at][Bins.of(nanos)]++;
        int fine = (int) Math.min(fineSum[source].length - 1L, now * FINE / width);
        fineSum[source][fine] += nanos;
        fineCount[source][fine]++;
    }

    void failed(int source, Why reason) {
        failed[source][at]++;
        why[source][reason.ordinal()]++;
    }

    /// Closes a span.
    void close(Site[] sites, Link[] links, long now) {
        for (int i = 0; i < sites.length; i++) {
            sites[i].mark(now);
            busy[i][at] = sites[i].busyArea;
            waiting[i][at] = sites[i].waitingArea;
            up[i][at] = sites[i].upArea;
            arrived[i][at] = sites[i].arrived;
            turned[i][at] = sites[i].turned;
        }
        for (int i = 0; i < links.length; i++) {
            attempts[i][at] = links[i].attempts;
            retries[i][at] = links[i].retries;
            open[i][at] = links[i].openUntil(now);
        }
        if (at + 1 < spans) {
            begin(at + 1);
        }
    }

    /// Sums so far become what each span added; areas become averages, the breaker's time a share.
    void settle() {
        for (double[][] each : new double[][][] {busy, waiting, up, open}) {
            for (double[] row : each) {
                for (int i = row.length - 1; i >= 0; i--) {
                    row[i] = (row[i] - (i > 0 ? row[i - 1] : 0)) / width;
                }
            }
        }
        for (long[][] each : new long[][][] {arrived, turned, attempts, retries}) {
            for (long[] row : each) {
                for (int i = row.length - 1; i > 0; i--) {
                    row[i] -= row[i - 1];
                }
            }
        }
    }

    /// Latencies of a source from one span on.
    int[] latencies(int source, int from) {
        int[] all = new int[Bins.COUNT];
        for (int i = from; i < spans; i++) {
            Bins.add(all, counts[source][i]);
        }
        return all;
    }

    /// Number of events that were handled.
    public long events() {
        return events;
    }
}
