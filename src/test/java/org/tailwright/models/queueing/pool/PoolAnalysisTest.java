package org.tailwright.models.queueing.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.models.queueing.QueueAnalysis;
import org.tailwright.models.queueing.WaitTails;
import org.tailwright.work.Work;

final class PoolAnalysisTest {
    private static PoolResult ask(Map<String, String> typed) {
        Outcome<PoolResult> outcome = PoolAnalysis.POOL.run(Inputs.of(), typed, Work.NONE).outcome();
        return (PoolResult) assertInstanceOf(Outcome.Answer.class, outcome, outcome.toString()).result();
    }

    @Test
    void theFewestServersAgreeWithErlangsSizing() {
        for (double rate : new double[] {0.5, 3, 20, 283, 4000}) {
            PoolResult found = ask(Map.of("lambda", Double.toString(rate), "hold", "100ms", "limit", "20ms", "share", "95"));
            SequencedMap<String, Object> sized = ((Outcome.Answer<SequencedMap<String, Object>>) QueueAnalysis.QUEUE.run(Inputs.of(),
                    Map.of("model", "Erlang-C sizing", "lambda", Double.toString(rate), "mu", "10", "t", "0.02", "service_level", "0.95"), Work.NONE).outcome()).result();
            assertEquals((double) sized.get("min_servers"), found.recommended().servers(), 0);
            assertEquals(1 - (double) sized.get("P[Wq<=t]"), found.recommended().beyond(), 1e-9);
            assertTrue(found.real() > found.recommended().servers() - 1 && found.real() <= found.recommended().servers(), "real " + found.real());
            // At the real-valued size exactly the allowed share waits longer.
            double offered = rate * 0.1;
            double allowed = WaitTails.open(rate, 0.1, found.real(), 1).applyAsDouble(0.02);
            assertTrue(allowed <= 0.05 + 1e-9 && (Math.abs(allowed - 0.05) < 1e-6 || found.real() - Math.max(offered, found.recommended().servers() - 1) < 1e-6), "share " + allowed);
        }
    }

    @Test
    void thePoolInUseIsComparedBeforeAndAfter() {
        PoolResult found = ask(Map.of("lambda", "100", "hold", "100ms", "now", "11", "limit", "5ms"));
        PoolResult.Size now = Objects.requireNonNull(found.now());
        assertEquals(11, now.servers());
        assertTrue(now.quantile() > found.recommended().quantile());
        assertTrue(ask(Map.of("lambda", "100", "hold", "100ms", "now", "10")).now() instanceof PoolResult.Size full && Double.isInfinite(full.quantile()) && full.beyond() == 1);
    }

    /// Twelve threads of 100 /s and 100 ms are 20 ms elsewhere: five servers are nearly always busy and serve 5 ÷ 100 ms.
    @Test
    void threadsKeepNoMoreBusyThanThereAre() {
        PoolResult.Size now = Objects.requireNonNull(ask(Map.of("lambda", "100", "hold", "100ms", "threads", "12", "now", "5", "timeout", "1s")).now());
        assertTrue(now.utilisation() > 0.99 && now.utilisation() <= 1, now.toString());
        assertTrue(Double.isNaN(now.abandoned()), now.toString());
    }

    @Test
    void whoGivesUpIsNoLoad() {
        PoolResult.Size now = Objects.requireNonNull(ask(Map.of("lambda", "100", "hold", "100ms", "now", "5", "timeout", "250ms")).now());
        assertEquals(10 * (1 - now.abandoned()) / 5, now.utilisation(), 1e-12);
        assertTrue(now.utilisation() <= 1 + 1e-9 && now.abandoned() >= 0.5 - 1e-9, now.toString());
    }

    @Test
    void noMoreThanTheThreadsAreEverNeeded() {
        PoolResult found = ask(Map.of("lambda", "200", "hold", "50ms", "threads", "12", "share", "99.99", "limit", "0.01ms"));
        assertTrue(found.recommended().servers() <= 12);
        Outcome<PoolResult> impossible = PoolAnalysis.POOL.run(Inputs.of(), Map.of("lambda", "200", "hold", "100ms", "threads", "12"), Work.NONE).outcome();
        assertInstanceOf(Outcome.NotApplicable.class, impossible);
    }

    @Test
    void variableHoldTimesNeedMore() {
        int steady = ask(Map.of("lambda", "283", "hold", "65ms", "cs2", "0.2")).recommended().servers();
        int wild = ask(Map.of("lambda", "283", "hold", "65ms", "cs2", "6")).recommended().servers();
        assertTrue(steady < wild, steady + " and " + wild);
    }

    @Test
    void withoutNumbersOrDataItSaysWhatIsMissing() {
        Outcome<PoolResult> none = PoolAnalysis.POOL.run(Inputs.of(), Map.of(), Work.NONE).outcome();
        assertTrue(none instanceof Outcome.NotApplicable<PoolResult>(String why) && why.contains("--lambda and --hold"));
    }

    @Test
    void patienceThatNeverEndsLosesNobody() {
        assertEquals(0, WaitTails.abandoned(50, 0.1, 8, 1e3), 1e-3);
        // Without patience nobody waits: Erlang B with 5 erlangs and one server, 5/6.
        assertEquals(5.0 / 6, WaitTails.abandoned(50, 0.1, 1, 0.001), 0.005);
    }

    private static String words(Map<String, String> typed) {
        return PoolAnalysis.POOL.run(Inputs.of(), typed, Work.NONE).section().blocks().toString();
    }

    /// With a timeout no line grows without end, and a size that was typed was not observed.
    @Test
    void overloadAndTheSizeInUseAreNamedAsWhatTheyAre() {
        String left = words(Map.of("lambda", "100", "hold", "100ms", "now", "5", "timeout", "250ms"));
        assertTrue(left.contains("more come than can be served: 50") && left.contains("give up.") && !left.contains("grows without end") && !left.contains("no end"), left);
        assertTrue(left.contains("5 is the size in use.") && !left.contains("held at once so far"), left);
        assertTrue(left.contains("are those of a pool where nobody gives up"), left);
        String endless = words(Map.of("lambda", "100", "hold", "100ms", "now", "5"));
        assertTrue(endless.contains("the line grows without end.") && !endless.contains("give up."), endless);
    }
}
