package org.tailwright.simulation.events;

import java.util.Arrays;

/// What is kept of one run when its tape is let go.
///
/// @param totals numbers over the run after the warm-up, by [Total]
/// @param latency the objective's percentile in each span, failures slower than anything; NaN where too few requests ended for it
/// @param goodput answers a second in each span
/// @param sites for each station: busy share, requests waiting, refusals a second
/// @param links for each link: retries a second, share of time with the breaker not closed
/// @param ends how all its requests ended
record Run(double[] totals, double[] latency, double[] goodput, double[][][] sites, double[][][] links, Ends ends) {
    /// All requests after the warm-up.
    ///
    /// @param counts answered, by bin of latency
    /// @param failed failed
    /// @param why failures by reason, over the whole run
    record Ends(int[] counts, long failed, long[] why) {}

    /// What is counted over a whole run.
    enum Total { MEAN, ERRORS, GOODPUT, OFFERED, BREACHED, EVENTS }

    /// How a tape is looked at.
    ///
    /// @param from first span that counts
    /// @param p percentile of the objective
    /// @param limit of that percentile, nanoseconds; infinite for none
    record Look(int from, double p, double limit) {}

    static Run of(Tape tape, int source, Look look) {
        double seconds = tape.width / 1e9;
        double[] latency = new double[tape.spans];
        double[] goodput = new double[tape.spans];
        int breached = 0;
        for (int i = 0; i < tape.spans; i++) {
            boolean enough = (tape.done[source][i] + tape.failed[source][i]) * (1 - look.p) >= 1;
            latency[i] = enough ? Bins.quantile(tape.counts[source][i], tape.failed[source][i], look.p) : Double.NaN;
            goodput[i] = tape.done[source][i] / seconds;
            breached += i >= look.from && latency[i] > look.limit ? 1 : 0;
        }
        Ends ends = new Ends(tape.latencies(source, look.from), sum(tape.failed[source], look.from), tape.why[source]);
        double[] totals = totals(tape, source, look, ends);
        totals[Total.BREACHED.ordinal()] = breached * seconds;
        return new Run(totals, latency, goodput, sites(tape, seconds), links(tape, seconds), ends);
    }

    private static double[] totals(Tape tape, int source, Look look, Ends ends) {
        long failed = ends.failed;
        long done = sum(tape.done[source], look.from);
        double seconds = (tape.spans - look.from) * (tape.width / 1e9);
        double sum = 0;
        for (int i = look.from; i < tape.spans; i++) {
            sum += tape.sum[source][i];
        }
        double[] totals = new double[Total.values().length];
        totals[Total.MEAN.ordinal()] = done == 0 ? Double.NaN : sum / done;
        totals[Total.ERRORS.ordinal()] = failed + done == 0 ? Double.NaN : failed / (double) (failed + done);
        totals[Total.GOODPUT.ordinal()] = done / seconds;
        totals[Total.OFFERED.ordinal()] = (done + failed) / seconds;
        totals[Total.EVENTS.ordinal()] = tape.events;
        return totals;
    }

    private static double[][][] sites(Tape tape, double seconds) {
        double[][][] sites = new double[tape.busy.length][][];
        for (int i = 0; i < sites.length; i++) {
            double[] share = new double[tape.spans];
            double[] turned = new double[tape.spans];
            for (int span = 0; span < tape.spans; span++) {
                share[span] = tape.up[i][span] == 0 ? Double.NaN : tape.busy[i][span] / tape.up[i][span];
                turned[span] = tape.turned[i][span] / seconds;
            }
            sites[i] = new double[][] {share, tape.waiting[i], turned};
        }
        return sites;
    }

    private static double[][][] links(Tape tape, double seconds) {
        double[][][] links = new double[tape.retries.length][][];
        for (int i = 0; i < links.length; i++) {
            links[i] = new double[][] {Arrays.stream(tape.retries[i]).mapToDouble(each -> each / seconds).toArray(), tape.open[i]};
        }
        return links;
    }

    private static long sum(long[] values, int from) {
        return Arrays.stream(values, from, values.length).sum();
    }

    double total(Total which) {
        return totals[which.ordinal()];
    }
}
