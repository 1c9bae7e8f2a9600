package org.tailwright.simulation.fit;

/// Sums over values from which most laws are fitted. Deviations divide by n, as greatest likelihood does.
///
/// @param logMean mean of the logarithm; NaN when not asked for, like `logDeviation`
record Moments(double lowest, double mean, double deviation, double logMean, double logDeviation) {
    static Moments of(double[] values, boolean logarithms) {
        double lowest = Double.POSITIVE_INFINITY;
        double sum = 0;
        double logs = 0;
        for (double each : values) {
            lowest = Math.min(lowest, each);
            sum += each;
            logs += logarithms ? Math.log(each) : 0;
        }
        double mean = sum / values.length;
        double logMean = logs / values.length;
        double squares = 0;
        double logSquares = 0;
        for (double each : values) {
            squares += (each - mean) * (each - mean);
            double off = logarithms ? Math.log(each) - logMean : 0;
            logSquares += off * off;
        }
        return new Moments(lowest, mean, Math.sqrt(squares / values.length), logarithms ? logMean : Double.NaN,
                logarithms ? Math.sqrt(logSquares / values.length) : Double.NaN);
    }
}
