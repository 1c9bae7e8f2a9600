package org.tailwright.simulation.events;

/// Where a run becomes steady: MSER-5 (White 1997). Means of five values are cut at the point that makes the standard error of the mean of the
/// rest smallest; a cut in the second half means that the run is too short to tell.
final class Warmup {
    private static final int GROUP = 5;

    private Warmup() {}

    /// Number of groups of five to leave out, from 0.
    ///
    /// @param values averages of equal pieces of time; NaN where there was nothing
    static int groups(double[] values) {
        int count = values.length / GROUP;
        double[] means = new double[count];
        double known = Double.NaN;
        for (int i = 0; i < count; i++) {
            double sum = 0;
            int seen = 0;
            for (int j = i * GROUP; j < (i + 1) * GROUP; j++) {
                sum += Double.isNaN(values[j]) ? 0 : values[j];
                seen += Double.isNaN(values[j]) ? 0 : 1;
            }
            known = seen > 0 ? sum / seen : known;
            means[i] = Double.isNaN(known) ? 0 : known;
        }
        return best(means);
    }

    private static int best(double[] means) {
        double sum = 0;
        double squares = 0;
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        // The last few groups would look steady by chance.
        for (int cut = means.length - 1; cut >= 0; cut--) {
            sum += means[cut];
            squares += means[cut] * means[cut];
            int rest = means.length - cut;
            double error = (squares - sum * sum / rest) / ((double) rest * rest);
            if (rest >= GROUP && error <= least) {
                least = error;
                best = cut;
            }
        }
        return best;
    }
}
