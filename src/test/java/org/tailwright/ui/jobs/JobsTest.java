package org.tailwright.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tailwright.readers.UnreadableFile;

class JobsTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Jobs jobs = new Jobs(Runnable::run, new Queued(background));

    @Test
    void anAnswerComesBackAndTheJobLeavesTheList() {
        List<Integer> answers = new ArrayList<>();
        Job job = jobs.start("counting", work -> {
            work.progress(1, 4);
            return 42;
        }, answers::add);
        assertEquals(List.of(job), jobs.running());
        assertFalse(jobs.idle().get());
        background.remove().run();
        assertEquals(List.of(42), answers);
        assertEquals(0.25, job.progressProperty().get());
        assertTrue(jobs.idle().get());
    }

    @Test
    void aCancelledJobIsSilent() {
        List<Integer> answers = new ArrayList<>();
        Job job = jobs.start("counting", work -> {
            work.check();
            return 42;
        }, answers::add);
        job.cancel();
        background.remove().run();
        assertTrue(answers.isEmpty());
        assertTrue(jobs.failures().isEmpty());
        assertTrue(jobs.idle().get());
    }

    @Test
    void anAnswerThatComesAfterCancellingIsDropped() {
        List<Integer> answers = new ArrayList<>();
        Job job = jobs.start("counting", _ -> 42, answers::add);
        job.cancel();
        background.remove().run();
        assertTrue(answers.isEmpty());
    }

    @Test
    void patientJobsWaitForTheLastQuickOne() {
        List<String> done = new ArrayList<>();
        jobs.start("first", Jobs.Turn.QUICK, _ -> "first", done::add, _ -> {});
        jobs.start("second", Jobs.Turn.QUICK, _ -> "second", done::add, _ -> {});
        jobs.start("intervals", Jobs.Turn.PATIENT, _ -> "intervals", done::add, _ -> {});
        Job unwanted = jobs.<String>start("unwanted", Jobs.Turn.PATIENT, _ -> {
            throw new IllegalStateException("computed though nobody wants it");
        }, done::add, _ -> {});
        unwanted.cancel();
        assertEquals(2, background.size());
        background.remove().run();
        assertEquals(1, background.size());
        background.remove().run();
        assertEquals(2, background.size());
        background.remove().run();
        background.remove().run();
        assertEquals(List.of("first", "second", "intervals"), done);
        assertTrue(jobs.failures().isEmpty());
        assertTrue(jobs.idle().get());
    }

    @Test
    void failuresAreSentencesAndOnlyOurOwnFaultsSaySo() {
        fail(new UnreadableFile("line 3 has no time", "line 3", "name the column"));
        fail(new NoSuchFileException("gone.jtl"));
        fail(new IllegalStateException("index 4"));
        List<Failure> failures = jobs.failures();
        assertEquals("reading: line 3 has no time (line 3); name the column", failures.get(0).line());
        assertEquals("reading: there is no file gone.jtl", failures.get(1).line());
        assertFalse(failures.get(1).ours());
        assertTrue(failures.get(2).ours());
        assertFalse(failures.get(2).line().contains("\n"), "no stack trace on the banner");
        assertTrue(failures.get(2).details().contains("JobsTest"), "the trace is in the details");
        jobs.dismiss(failures.getFirst());
        assertEquals(2, jobs.failures().size());
    }

    private void fail(Exception cause) {
        jobs.start("reading", _ -> {
            throw cause;
        }, _ -> {});
        background.remove().run();
    }

    /// Runs nothing by itself.
    private static final class Queued extends AbstractExecutorService {
        private final Deque<Runnable> queue;

        Queued(Deque<Runnable> queue) {
            this.queue = queue;
        }

        @Override
        public void execute(Runnable task) {
            queue.add(task);
        }

        @Override
        public void shutdown() {
            queue.clear();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.copyOf(queue);
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return queue.isEmpty();
        }
    }
}
