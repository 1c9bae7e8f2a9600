package org.tailwright.statistics.trust;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where the run is settled. Two rules, the later cut wins: the end of the ramp of users (first window with at least 95 % of the median
/// of the second half), and MSER (White 1997) on the means of log latency per window: the cut d ≤ m/2 that minimises the variance of the
/// mean of the rest, (m − d)⁻² Σ (x − x̄)². MSER nearly always cuts something; it counts only when the part cut off differs from the rest
/// by at least 10 % and by five standard errors of batch means.
///
/// @param windows how many windows of the flow to leave out; 0 for none
/// @param rule the rule that found it, in words; or why there is none
/// @param steady false when there is no settled part: the number of users changes, or the latency never settles
record WarmUp(int windows, String rule, boolean steady) {
    private static final double EFFECT = Math.log(1.1);
    private static final double ERRORS = 5;

    static WarmUp of(Flow flow, Optional<Users> users) {
        int half = flow.size() / 2;
        int ramp = 0;
        if (users.isPresent()) {
            if (!users.get().steady(half)) {
                return new WarmUp(0, "the number of users changes in the second half of the run, so no part of it is steady", false);
            }
            ramp = ramp(users.get().perWindow(), half);
        }
        double[] logs = logs(flow);
        int cut = mser(logs);
        if (cut > 0 && !apart(logs, cut)) {
            cut = 0;
        }
        if (cut >= logs.length / 2) {
            return new WarmUp(0, "latency drifts to the end of the run: MSER finds no settled part", false);
        }
        return cut == 0 && ramp == 0 ? new WarmUp(0, "MSER finds no warm-up", true)
                : cut >= ramp ? new WarmUp(cut, "MSER on mean log latency", true) : new WarmUp(ramp, "the ramp of users ends", true);
    }

    private static int ramp(double[] users, int half) {
        double[] later = Arrays.stream(users, half, users.length).sorted().toArray();
        double level = 0.95 * later[later.length / 2];
        return IntStream.range(0, half).filter(i -> users[i] >= level).findFirst().orElse(half);
    }

    private static double[] logs(Flow flow) {
        double[] logs = new double[flow.size()];
        double before = Double.NaN;
        for (int i = 0; i < logs.length; i++) {
            double latency = flow.latency()[i];
            before = Double.isNaN(latency) || latency <= 0 ? before : Math.log(latency);
            logs[i] = before;
        }
        for (int i = logs.length - 2; i >= 0; i--) {
            logs[i] = Double.isNaN(logs[i]) ? logs[i + 1] : logs[i];
        }
        return logs;
    }

    /// The cut that MSER chooses, at most half.
    static int mser(double[] values) {
        int m = values.length;
        double sum = 0;
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        int cut = 0;
        double shift = values[m - 1];
        for (int d = m - 1; d >= 0; d--) {
            double x = values[d] - shift;
            sum += x;
            squares += x * x;
            int k = m - d;
            double score = (squares - sum * sum / k) / k / k;
            if (d <= m / 2 && score <= least) {
                least = score;
                cut = d;
            }
        }
        return cut;
    }

    private static boolean apart(double[] values, int cut) {
        double[] rest = Arrays.copyOfRange(values, cut, values.length);
        double first = Arrays.stream(values, 0, cut).average().orElseThrow();
        Batches.Mean mean = Batches.mean(rest);
        // The part cut off is short: its own error is that of windows, not of the whole rest.
        double error = (mean.high() - mean.low()) / 4 * Math.sqrt(1 + (double) rest.length / cut);
        return Math.abs(first - mean.value()) > Math.max(EFFECT, ERRORS * error);
    }
}
