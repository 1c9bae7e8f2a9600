package org.tailwright.models.queueing.calibration;

import org.tailwright.models.queueing.QueueTheory;

/// What theory says of a station at a load. Everything is infinite where the line would grow without end.
///
/// @param rate visits per second
/// @param utilisation of a server
/// @param waits probability of having to wait
/// @param waiting mean seconds before service
/// @param response mean seconds of waiting and service
/// @param quantiles of the response at 0.5, 0.9 and 0.99; empty where no closed form exists
public record Prediction(double rate, double utilisation, double waits, double waiting, double response, double[] quantiles) {
    static Prediction of(QueueTheory theory, double seconds) {
        double[] quantiles = theory.hasQuantiles() ? new double[] {theory.quantile(0.5), theory.quantile(0.9), theory.quantile(0.99)} : new double[0];
        return new Prediction(theory.rate(), theory.utilisation(), theory.waits(), theory.waiting(), theory.waiting() + seconds, quantiles);
    }
}
