package org.tailwright.statistics.trust;

import java.util.Optional;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.work.Work;

/// The course of the load in windows of equal length between the first and the last start. Requests in flight are the exact integral of
/// the rows that overlap a window, divided by its length.
///
/// @param from beginning of the first window, nanoseconds since the epoch
/// @param width nanoseconds
/// @param starts requests that started in each window
/// @param inFlight requests in flight, mean over each window
/// @param latency mean duration of those that started in each window, nanoseconds; NaN where none did
record Flow(long from, long width, double[] starts, double[] inFlight, double[] latency) {
    static final int WINDOWS = 120;
    /// Fewest requests in a window on average.
    static final int ROWS = 20;
    static final int FEWEST = 20;
    private static final double SECOND = 1e9;

    /// Nothing when there are too few rows or no time passes.
    static Optional<Flow> of(Requests requests, Work work) {
        int n = requests.table().rows();
        int windows = Math.min(WINDOWS, n / ROWS);
        if (windows < FEWEST) {
            return Optional.empty();
        }
        Longs starts = requests.starts();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < n; row++) {
            first = Math.min(first, starts.at(row));
            last = Math.max(last, starts.at(row));
        }
        long width = (last - first) / windows + 1;
        return width < 1000 ? Optional.empty() : Optional.of(filled(requests, first, width, windows, work));
    }

    private static Flow filled(Requests requests, long first, long width, int windows, Work work) {
        double[] starts = new double[windows];
        double[] sums = new double[windows];
        double[] part = new double[windows];
        double[] whole = new double[windows + 1];
        Longs begins = requests.starts();
        Longs durations = requests.durations();
        for (int row = 0; row < begins.size(); row++) {
            long start = begins.at(row) - first;
            long lasted = Math.max(0, durations.at(row));
            int from = (int) (start / width);
            starts[from]++;
            sums[from] += lasted;
            int to = (int) Math.min(windows, (start + lasted) / width);
            if (to == from) {
                part[from] += lasted;
            } else {
                part[from] += (from + 1) * width - start;
                whole[from + 1]++;
                whole[to]--;
                if (to < windows) {
                    part[to] += start + lasted - to * width;
                }
            }
            if ((row & 0xffff) == 0) {
                work.check();
            }
        }
        double running = 0;
        for (int i = 0; i < windows; i++) {
            running += whole[i];
            part[i] = running + part[i] / width;
            sums[i] /= starts[i];
        }
        return new Flow(first, width, starts, part, sums);
    }

    int size() {
        return starts.length;
    }

    /// Requests per second in a window.
    double rate(int window) {
        return starts[window] * SECOND / width;
    }

    long end() {
        return from + width * size();
    }
}
