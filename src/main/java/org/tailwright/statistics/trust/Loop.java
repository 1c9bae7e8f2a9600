package org.tailwright.statistics.trust;

import java.util.Arrays;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;

/// Whether requests were sent on a schedule (open loop) or only after earlier answers (closed loop), guessed from the rows.
///
/// @param kind the guess
/// @param why the test with its numbers
record Loop(Kind kind, String why) {
    enum Kind { OPEN, CLOSED, UNKNOWN }

    /// Requests of a thread on average, from which on it can be told whether it waits.
    private static final int PER_THREAD = 20;
    private static final double WAITS = 0.99;
    private static final double ALIKE = 3;

    static Loop of(Requests requests, Flow flow) {
        if (requests.table().longs(Requests.INTENDED).isPresent()) {
            return new Loop(Kind.OPEN, "the rows tell an intended start, so there was a schedule");
        }
        Texts threads = requests.table().texts(Requests.THREAD).orElse(null);
        if (threads != null) {
            int[] waits = waits(requests, threads);
            if (waits[1] >= PER_THREAD * Math.max(1, waits[2])) {
                double share = waits[0] / (double) waits[1];
                String words = org.tailwright.charts.Numbers.percent(share) + " of the requests of the " + waits[2] + " threads start after that thread's answer before";
                return share >= WAITS ? new Loop(Kind.CLOSED, words) : new Loop(Kind.UNKNOWN, words + "; the others overlap, so threads do not wait for every answer");
            }
        }
        return byVariation(flow);
    }

    /// Requests that start after the end of the thread's latest one, requests with one before, threads.
    private static int[] waits(Requests requests, Texts threads) {
        Longs starts = requests.starts();
        Longs durations = requests.durations();
        Integer[] order = order(starts);
        long[] ends = new long[threads.codes()];
        Arrays.fill(ends, Long.MIN_VALUE);
        int[] found = new int[3];
        long quantum = Math.max(1, requests.meaning().quantumNanos());
        for (Integer row : order) {
            int code = threads.code(row);
            if (code < 0) {
                continue;
            }
            if (ends[code] == Long.MIN_VALUE) {
                found[2]++;
            } else {
                found[1]++;
                found[0] += starts.at(row) + quantum >= ends[code] ? 1 : 0;
            }
            ends[code] = Math.max(ends[code], starts.at(row) + durations.at(row));
        }
        return found;
    }

    /// Rows in order of start, of the first million.
    private static Integer[] order(Longs starts) {
        Integer[] order = new Integer[Math.min(1_000_000, starts.size())];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(starts.at(a), starts.at(b)));
        return order;
    }

    /// Under a fixed number of users what is in flight stays level while the rate gives way to the latency; under a schedule the rate stays
    /// level while what is in flight follows the latency. Decided when one varies at least three times as much (variances of logarithms).
    private static Loop byVariation(Flow flow) {
        double rate = variance(flow, true);
        double inFlight = variance(flow, false);
        String words = "over time, beyond what counting alone would make, the rate varies by " + sd(rate) + " and what is in flight by " + sd(inFlight);
        if (rate > ALIKE * inFlight && rate > 0.0025) {
            return new Loop(Kind.CLOSED, words + ": the rate gives way to the latency");
        }
        return inFlight > ALIKE * rate && inFlight > 0.0025 ? new Loop(Kind.OPEN, words + ": the rate does not mind the latency")
                : new Loop(Kind.UNKNOWN, words + ", which tells neither");
    }

    private static String sd(double variance) {
        return org.tailwright.charts.Numbers.percent(Math.sqrt(variance));
    }

    /// Variance of logarithms without what counting alone makes of it (1/count).
    private static double variance(Flow flow, boolean rate) {
        double[] logs = new double[flow.size()];
        int n = 0;
        double counting = 0;
        for (int i = 1; i < flow.size() - 1; i++) {
            double value = rate ? flow.starts()[i] : flow.inFlight()[i];
            if (value > 0) {
                logs[n++] = Math.log(value);
                counting += 1 / flow.starts()[i];
            }
        }
        double mean = Arrays.stream(logs, 0, n).average().orElse(0);
        double sum = Arrays.stream(logs, 0, n).map(x -> (x - mean) * (x - mean)).sum();
        return n < 2 ? 0 : Math.max(0, sum / (n - 1) - counting / n);
    }
}
