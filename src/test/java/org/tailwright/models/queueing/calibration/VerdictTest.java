package org.tailwright.models.queueing.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.reports.Block.Tone;

class VerdictTest {
    private static Prediction theory(double rate, double response) {
        return new Prediction(rate, 0.7, 0.5, response - 0.05, response, new double[0]);
    }

    /// A measured response of 200 ms [190, 210] at 20 /s against theory with a range; the wider the range, the less it may claim.
    @ParameterizedTest
    @CsvSource({
        "0.205, 0.195, 0.215, 20, 0.7, GOOD, holds on the step",
        "0.230, 0.205, 0.255, 20, 0.7, GOOD, holds on the step",
        "0.230, 0.220, 0.240, 20, 0.7, WATCH, is rough",
        "0.300, 0.290, 0.310, 20, 0.7, BAD, misses the step",
        "0.205, 0.100, 0.400, 20, 0.7, WATCH, cannot be judged: the service time",
        "0.330, 0.013, 0.650, 20, 0.7, WATCH, cannot be judged: the service time",
        "0.205, 0.195, 0.215, 20, 1.5, WATCH, cannot be judged: more was done",
        "0.205, 0.195, 0.215, 30, 0.7, BAD, misses the step",
    })
    void theIntervalDecides(double response, double low, double high, double rate, double utilisation, Tone tone, String words) {
        Station station = new Station(new Mean(0.05, 0.04, 0.06), 1, 1, 1, new Station.Habits(0, Double.NaN), "");
        CalibrationResult.Measured measured = new CalibrationResult.Measured("N = 6", rate, utilisation, Mean.NONE, new Mean(0.2, 0.19, 0.21), new double[0], 0);
        CalibrationResult.Judged judged = new CalibrationResult.Judged(StationModel.CLOSED, theory(20, response), theory(20.5, low), theory(19.5, high), measured, 0);
        Check verdict = Verdict.of(judged, station, List.of());
        assertEquals(tone, verdict.tone(), verdict.toString());
        assertTrue(verdict.title().contains(words), verdict.toString());
    }
}
