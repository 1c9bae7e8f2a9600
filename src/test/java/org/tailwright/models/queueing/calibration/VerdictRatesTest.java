package org.tailwright.models.queueing.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.reports.Block.Tone;
import org.tailwright.work.Work;

/// How often verdicts are right, over stations whose truth is known: one server of exponential service, or of service that varies twice as much.
final class VerdictRatesTest {
    private static final int RUNS = 40;
    private static final double SERVICE = 0.01;

    /// Two exponential phases of balanced means with a squared coefficient of variation of 2.
    private static double varied(double u) {
        double fast = (1 + Math.sqrt(1.0 / 3)) / 2;
        boolean first = u < fast;
        double inside = first ? u / fast : (u - fast) / (1 - fast);
        return -Math.log1p(-inside) * SERVICE / (2 * (first ? fast : 1 - fast));
    }

    private static Tone verdict(double busiest, DoubleUnaryOperator service, int seed) {
        double[] rates = IntStream.of(40, 60, 80, 90, 100).mapToDouble(each -> each * busiest).toArray();
        MadeStation made = new MadeStation(new MadeStation.Plan(1, rates, 60, service, 1, 1), 1_000 + seed);
        Map<String, String> typed = Map.of("slices", "5", "model", "M/M/c", "demand", "10ms", "c", "1");
        return CalibrateAnalysis.CALIBRATE.run(Inputs.of(made.requests()), typed, Work.NONE).outcome() instanceof Outcome.Answer<CalibrationResult> answer
                ? answer.result().verdict().tone() : Tone.MUTED;
    }

    private static long times(Tone tone, double busiest, DoubleUnaryOperator service) {
        return IntStream.range(0, RUNS).filter(seed -> verdict(busiest, service, seed) == tone).count();
    }

    /// At most one true model in ten is refused, at 92 % as well, where a minute holds but ten times that a line takes to forget itself.
    @ParameterizedTest
    @CsvSource({"0.8", "0.92"})
    void aTrueModelIsHardlyEverRefused(double busiest) {
        long refused = times(Tone.BAD, busiest, MadeStation.exponential(SERVICE));
        assertTrue(refused <= RUNS / 10, refused + " of " + RUNS);
    }

    /// Waits that are half as long again are found at a load where a minute can tell.
    @Test
    void aWrongLawIsOftenRefusedAndSeldomAccepted() {
        long refused = times(Tone.BAD, 0.8, VerdictRatesTest::varied);
        long accepted = times(Tone.GOOD, 0.8, VerdictRatesTest::varied);
        assertTrue(refused >= RUNS / 3 && accepted <= RUNS / 4, refused + " refused, " + accepted + " accepted of " + RUNS);
    }

    /// The scatter of the mean wait over 120 made steps of 10 minutes; its own standard error is 6.5 %.
    @ParameterizedTest
    @CsvSource({"1, 0.8, 1", "1, 0.8, 2", "4, 0.9, 1"})
    void theScatterOfAStepIsThatOfTheory(int servers, double busy, double cs2) {
        DoubleUnaryOperator service = cs2 == 1 ? MadeStation.exponential(SERVICE) : VerdictRatesTest::varied;
        double rate = busy * servers / SERVICE;
        SummaryStatistics waits = new SummaryStatistics();
        for (int seed = 0; seed < 120; seed++) {
            waits.addValue(new MadeStation(new MadeStation.Plan(servers, new double[] {rate}, 600, service, 1, 1), seed).meanWait());
        }
        Station station = new Station(new Mean(SERVICE, SERVICE, SERVICE), cs2, 1, servers, new Station.Habits(Double.NaN, Double.NaN), "");
        Prediction theory = station.at(StationModel.MGC, rate, Double.NaN);
        assertEquals(theory.waiting(), waits.getMean(), 0.05 * theory.waiting());
        double scatter = station.scatter(StationModel.MGC, theory, rate * 600);
        assertEquals(scatter, waits.getStandardDeviation(), 0.2 * scatter);
    }
}
