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

    @Test
    void serviceAloneTellsTheLawButJudgesNothing() {
        MadeStation endless = made(400, 1, 1); // nobody waits, so that durations are service
        CalibrationResult found = ask(Map.of("durations", "service", "slices", "5", "c", "3"), endless.requests());
        assertEquals(0.01, found.fit().station().service().value(), 0.0003);
        assertEquals(1, found.fit().station().cs2(), 0.1);
        assertTrue(found.verdict().title().contains("cannot be judged"), found.verdict().toString());
        assertEquals("exponential", found.laws().stream().max(java.util.Comparator.comparingDouble(ServiceLaw::p)).orElseThrow().name());
    }

    @Test
    void gaugesOfBusyServersAloneJudgeNothing() {
        MadeStation station = made(2, 1, 1);
        CalibrationResult found = ask(Map.of("busy", "busy", "c", "2", "slices", "5"), station.requests(), station.gauges(100_000_000, 300));
        assertTrue(found.verdict().title().contains("cannot be judged"), found.verdict().toString());
    }

    @Test
    void impatienceKeepsAnOverloadedPoolSteady() {
        CalibrationResult found = ask(Map.of("wait", "acquire", "slices", "5", "c", "1", "timeout", "100ms"), made(1, 1, 1).spans());
        assertEquals(StationModel.IMPATIENT, found.fit().model());
        assertTrue(Double.isFinite(found.chosen().theory().waiting()) && found.chosen().theory().rate() < found.chosen().measured().rate());
    }

    @Test
    void percentilesOfFiniteLinesAreExact() {
        // M/M/1/K with K = 1: nobody waits, the response is exponential. With endless K it is that of M/M/c.
        assertEquals(Math.log(100) / 3, quantity("M/M/c/K", "lambda=10;mu=3;c=1;K=1", "W_quantile_0.99"), 1e-10);
        assertEquals(quantity("M/M/c", "lambda=10;mu=3;c=4", "W_quantile_0.99"), quantity("M/M/c/K", "lambda=10;mu=3;c=4;K=600", "W_quantile_0.99"), 1e-8);
        // Very many users who think for very long arrive like a Poisson stream.
        assertEquals(quantity("M/M/c", "lambda=10;mu=3;c=4", "W_quantile_0.9"), quantity("M/M/c//N", "N=1500;Z=149.66;S=0.33333333333333;c=4", "W_quantile_0.9"), 0.05);
        assertEquals(0.1, quantity("M/M/c//N", "N=7;Z=1;S=0.2;c=2", "P[W>" + java.math.BigDecimal.valueOf(quantity("M/M/c//N", "N=7;Z=1;S=0.2;c=2", "W_quantile_0.9")).toPlainString() + "]"), 1e-9);
    }

    private static double quantity(String model, String input, String name) {
        String time = name.startsWith("P[W>") ? name.substring(4, name.length() - 1) : "1";
        var outcome = org.tailwright.models.queueing.QueueAnalysis.QUEUE.run(Inputs.of(), Map.of("model", model, "input", input, "times", time), Work.NONE).outcome();
        java.util.SequencedMap<?, ?> found = (java.util.SequencedMap<?, ?>) assertInstanceOf(Outcome.Answer.class, outcome, outcome.toString()).result();
        return (double) java.util.Objects.requireNonNull(found.get(name), () -> name + " is not among " + found.keySet());
    }
}
