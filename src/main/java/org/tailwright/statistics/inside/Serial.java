package org.tailwright.statistics.inside;

/// Correlation of neighbours in time.
final class Serial {
    private static final double MOST = 0.98;

    private Serial() {}

    /// How many dependent values are worth one independent one, (1 + ρ) / (1 − ρ) with the lag-one correlation ρ of residuals; at least 1.
    /// A clear ρ is taken one standard error high, because it is estimated low from short series.
    static double inflation(double[] residuals) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < residuals.length; i++) {
            squares += residuals[i] * residuals[i];
            products += i == 0 ? 0 : residuals[i] * residuals[i - 1];
        }
        if (residuals.length < 3 || squares <= 0) {
            return 1;
        }
        double rho = products / squares;
        double error = 1 / Math.sqrt(residuals.length);
        // Within two standard errors of nothing there is no sign of correlation.
        if (rho < 2 * error) {
            return 1;
        }
        double cautious = Math.min(MOST, rho + error);
        return (1 + cautious) / (1 - cautious);
    }
}
