package org.tailwright.models.queueing.calibration;

import java.util.List;

/// The answer of the analysis `calibrate`. Times are in seconds.
///
/// @param verdict whether the model may be used here
/// @param fit the model and the calibrated station
/// @param steps every step with what theory says of it
/// @param judged every model on the step that was held out
/// @param checks tests of what the model assumes
/// @param laws laws fitted to single service times; empty where those are unknown
public record CalibrationResult(Check verdict, Fit fit, List<Compared> steps, List<Judged> judged, List<Check> checks, List<ServiceLaw> laws) {
    /// A calibrated model.
    ///
    /// @param source how the station was found, one sentence
    public record Fit(StationModel model, Station station, String source) {}

    /// A step beside theory.
    ///
    /// @param heldOut whether it took no part in the calibration
    public record Compared(StationStep step, boolean heldOut, Prediction theory) {}

    /// A model on the step that was held out.
    ///
    /// @param theory mean over its repeats
    /// @param low theory with the lower end of the mean service time
    /// @param high theory with its upper end
    /// @param measured what was seen there
    /// @param scatter standard error in seconds of the mean wait of so short a step where the model holds; 0 where not known
    public record Judged(StationModel model, Prediction theory, Prediction low, Prediction high, Measured measured, double scatter) {
        /// Seconds of waiting that theory is off; NaN where waiting was not measured.
        public double waitingError() {
            return theory.waiting() - measured.waiting().value();
        }

        /// Share that the mean response is off.
        public double responseError() {
            return theory.response() / measured.response().value() - 1;
        }

        /// Share that the throughput is off.
        public double rateError() {
            return theory.rate() / measured.rate() - 1;
        }
    }

    /// The step that was held out, mean over its repeats.
    ///
    /// @param utilisation busy servers over c as measured, or as λS
    /// @param failed share of visits that failed
    public record Measured(String name, double rate, double utilisation, Mean waiting, Mean response, double[] quantiles, double failed) {}

    public CalibrationResult {
        steps = List.copyOf(steps);
        judged = List.copyOf(judged);
        checks = List.copyOf(checks);
        laws = List.copyOf(laws);
    }

    /// The chosen model on the step that was held out.
    public Judged chosen() {
        return judged.stream().filter(each -> each.model() == fit.model()).findFirst().orElseThrow();
    }
}
