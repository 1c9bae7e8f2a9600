package org.tailwright.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tailwright.ui.jobs.Jobs;

class LatestTest {
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Jobs jobs = new Jobs(window::add);
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>(Map.of("slow", new CountDownLatch(1)));
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Latest<String, String> latest = new Latest<>(jobs, "answering", this::answer);

    private String answer(String question, Latest.Watched<String> work) throws InterruptedException {
        asked.add(question);
        if (question.equals("slow")) {
            work.known(() -> List.of("what a part offers to nobody"));
            work.made((Integer early) -> "slow" + early).known(() -> 1);
            work.early(() -> "too soon after the first");
        }
        CountDownLatch gate = gates.get(question);
        if (gate != null) {
            assertTrue(gate.await(20, TimeUnit.SECONDS));
        }
        if (question.equals("wrong")) {
            throw new IllegalArgumentException("that cannot be asked");
        }
        return question + "!";
    }

    @Test
    void anEqualQuestionIsAskedOnce() throws InterruptedException {
        latest.ask("a");
        latest.ask("a");
        turn();
        latest.ask("a");
        assertEquals(List.of("a"), asked);
        assertEquals("a!", latest.state().answer());
        assertFalse(latest.state().stale());
    }

    @Test
    void whatIsHeldKeepsItsAnswerStaleAndComputesTheSameQuestionAgain() throws InterruptedException {
        latest.ask("a");
        turn();
        latest.hold();
        assertEquals("a!", latest.state().answer());
        assertTrue(latest.state().stale());
        latest.ask("a");
        turn();
        assertFalse(latest.state().stale());
        assertEquals(List.of("a", "a"), asked);
        latest.hold();
        latest.ask(null);
        assertNull(latest.state().answer());
    }

    @Test
    void whatIsKnownEarlyIsShownAsSuchUntilTheAnswerComes() throws InterruptedException {
        latest.ask("slow");
        Objects.requireNonNull(window.poll(20, TimeUnit.SECONDS)).run();
        assertEquals(new Latest.State<>("slow1", false, null, true), latest.state());
        Objects.requireNonNull(gates.get("slow")).countDown();
        turn();
        assertEquals(new Latest.State<>("slow!", false, null, false), latest.state());
    }

    @Test
    void whatWasKnownEarlyOfAnEarlierQuestionIsNotShown() throws InterruptedException {
        latest.ask("slow");
        Runnable early = Objects.requireNonNull(window.poll(20, TimeUnit.SECONDS));
        latest.ask(null);
        early.run();
        assertEquals(new Latest.State<>(null, false, null, false), latest.state());
        Objects.requireNonNull(gates.get("slow")).countDown();
    }

    @Test
    void aLateAnswerIsDroppedAndThePreviousOneStaysMarkedStale() throws InterruptedException {
        latest.ask("a");
        turn();
        latest.ask("slow");
        assertEquals("a!", latest.state().answer());
        assertTrue(latest.state().stale());
        latest.ask("b");
        turn();
        assertEquals("b!", latest.state().answer());
        Objects.requireNonNull(gates.get("slow")).countDown();
        turn();
        assertEquals("b!", latest.state().answer());
        assertFalse(latest.state().stale());
        assertTrue(jobs.running().isEmpty());
    }

    @Test
    void aFailureLeavesThePreviousAnswerAndSaysWhy() throws InterruptedException {
        latest.ask("a");
        turn();
        latest.ask("wrong");
        turn();
        assertEquals("a!", latest.state().answer());
        assertTrue(latest.state().stale());
        assertEquals("that cannot be asked", Objects.requireNonNull(latest.state().failure()).sentence());
        assertEquals(1, jobs.failures().size());
    }

    @Test
    void noQuestionForgetsTheAnswer() throws InterruptedException {
        latest.ask("a");
        turn();
        latest.ask(null);
        assertNull(latest.state().answer());
        assertFalse(latest.state().stale());
    }

    /// Runs what the background hands to the window's thread, until one job has ended.
    private void turn() throws InterruptedException {
        int before = jobs.running().size();
        while (jobs.running().size() == before) {
            Runnable next = window.poll(20, TimeUnit.SECONDS);
            assertNotNull(next, "the job never came back");
            next.run();
        }
    }
}
