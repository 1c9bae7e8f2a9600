package org.tailwright.models.queueing.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Dataset;
import org.tailwright.reports.Block;
import org.tailwright.work.Work;

/// Stations whose truth is known: the model is found again, and refused where its assumptions do not hold.
final class CalibrateAnalysisTest {
    private static final double[] LEVELS = {40, 80, 120, 150, 170};

    private static MadeStation made(int servers, double growth, int batch) {
        return new MadeStation(new MadeStation.Plan(servers, LEVELS, 60, MadeStation.exponential(0.01), growth, batch), 7);
    }

    private static CalibrationResult ask(Map<String, String> typed, Dataset... data) {
        Analysis.Run<CalibrationResult> run = CalibrateAnalysis.CALIBRATE.run(Inputs.of(data), typed, Work.NONE);
        return assertInstanceOf(Outcome.Answer.class, run.outcome(), run.outcome().toString()).result() instanceof CalibrationResult found ? found : null;
    }

    @Test
    void aStationOfSpansIsFoundAgainAndHolds() {
        CalibrationResult found = ask(Map.of("wait", "acquire", "slices", "5"), made(2, 1, 1).spans());
        assertEquals(StationModel.MMC, found.fit().model());
        assertEquals(2, found.fit().station().servers()); // the most that were busy at once
        assertEquals(0.01, found.fit().station().service().value(), 0.0005);
        assertEquals(1, found.fit().station().cs2(), 0.15);
        assertEquals(Block.Tone.GOOD, found.verdict().tone(), found.verdict().toString());
        CalibrationResult.Judged judged = found.chosen();
        assertEquals("slice 5", judged.measured().name()); // the highest rate is held out
        double exact = 0.01 * 0.85 * 0.85 / (1 - 0.85 * 0.85); // M/M/2: Wq = S rho^2 / (1 - rho^2)
        assertEquals(exact, judged.theory().waiting(), 0.35 * exact);
        assertEquals("exponential", found.laws().stream().max(java.util.Comparator.comparingDouble(ServiceLaw::p)).orElseThrow().name());
    }

    @Test
    void burstsAreNotPoisson() {
        CalibrationResult found = ask(Map.of("wait", "acquire", "slices", "5", "c", "4", "model", "M/M/c"), made(4, 1, 6).spans());
        assertEquals(Block.Tone.BAD, found.verdict().tone());
        assertTrue(found.verdict().title().startsWith("Do not use M/M/4 here") && found.verdict().title().contains("arrivals are not Poisson"), found.verdict().title());
    }

    @Test
    void serviceThatGrowsWithLoadIsRefused() {
        CalibrationResult found = ask(Map.of("wait", "acquire", "slices", "5", "c", "4"), made(4, 1.15, 1).spans());
        assertTrue(found.verdict().title().contains("service depends on load"), found.verdict().toString());
    }

    @Test
    void gaugesTellServiceByTheUtilisationLaw() {
        MadeStation station = made(2, 1, 1);
        CalibrationResult found = ask(Map.of("busy", "busy", "queued", "queued", "c", "2", "slices", "5"), station.requests(), station.gauges(100_000_000, 300));
        assertEquals(0.01, found.fit().station().service().value(), 0.0007);
        double bySpans = ask(Map.of("wait", "acquire", "slices", "5"), station.spans()).chosen().measured().waiting().value();
        assertEquals(bySpans, found.chosen().measured().waiting().value(), 0.1 * bySpans); // Little's law on the sampled line
    }

    @Test
    void residenceIsNotTakenForServiceAtHighLoad() {
        CalibrationResult found = ask(Map.of("slices", "5", "model", "M/M/c"), made(2, 1, 1).requests());
        // Only the quietest slice tells service: at 20 % load M/M/2 waits 4 % of it.
        assertEquals(0.0104, found.fit().station().service().value(), 0.0008);
        assertEquals(2, found.fit().station().servers()); // by inversion
        assertTrue(found.checks().stream().anyMatch(each -> each.title().contains("cannot be told") && each.text().contains("residence")));
    }

    @Test
    void missingNamesAreSaid() {
        MadeStation station = made(2, 1, 1);
        Outcome<CalibrationResult> none = CalibrateAnalysis.CALIBRATE.run(Inputs.of(station.spans()), Map.of("wait", "nothing"), Work.NONE).outcome();
        assertEquals(Outcome.not("No span is called 'nothing'."), none);
        IllegalArgumentException wrong = org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class,
                () -> CalibrateAnalysis.CALIBRATE.run(Inputs.of(station.requests(), station.gauges(1_000_000_000, 300)), Map.of("busy", "cpu"), Work.NONE));
        assertEquals("there is no metric 'cpu'; there are busy, queued", wrong.getMessage());
    }

    @Test
    void closedTheoryMeetsTheChainOfTheRepairman() {
        // N = 10, Z = 9, S = 1, c = 1: X and R of M/M/1//10 by the machine repairman's formulas; with c = N nobody waits.
        org.tailwright.models.queueing.QueueTheory none = org.tailwright.models.queueing.QueueTheory.closed(10, 9, 1, 10);
        assertEquals(1, none.response(), 1e-12);
        assertEquals(1, none.rate(), 1e-12);
        assertEquals(Math.log(100), none.quantile(0.99), 1e-9);
        // One server: a visitor who meets n others leaves after Erlang(n + 1); its mean is that of the tail.
        org.tailwright.models.queueing.QueueTheory one = org.tailwright.models.queueing.QueueTheory.closed(10, 9, 1, 1);
        org.tailwright.models.queueing.QueueTheory three = org.tailwright.models.queueing.QueueTheory.closed(10, 4, 1, 3);
        for (org.tailwright.models.queueing.QueueTheory each : new org.tailwright.models.queueing.QueueTheory[] {one, three}) {
            double mean = 0;
            for (double t = 0.005; t < 60; t += 0.01) {
                mean += 0.01 * java.util.Objects.requireNonNull(each.tail()).applyAsDouble(t);
            }
            assertEquals(each.response(), mean, 1e-4);
        }
    }
}
