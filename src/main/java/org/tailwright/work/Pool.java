package org.tailwright.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// The only maker of threads: a compute pool over all cores, and virtual threads for work that mostly waits.
/// All threads are daemons, so that a finished command ends the process.
public final class Pool {
    private static final int CORES = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final ExecutorService COMPUTE = Executors.newFixedThreadPool(CORES, Pool::daemon);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Pool() {}

    /// Number of threads that compute at the same time.
    public static int cores() {
        return CORES;
    }

    /// An executor with one daemon thread of its own for each task that runs, for jobs that themselves use [#map].
    public static ExecutorService jobs() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "job-" + COUNT.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /// An executor of virtual threads for tasks that mostly wait for files.
    public static ExecutorService waiting() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    /// Computes `parts` parts on all cores and returns the answers in order of the part's number. The calling thread waits; a caller that
    /// is itself a compute thread computes alone, so that nesting never blocks the pool.
    ///
    /// @throws CancellationException when `work` is cancelled before all parts were started
    public static <T> List<T> map(int parts, Work work, IntFunction<? extends T> part) {
        if (parts == 1 || CORES == 1 || Thread.currentThread() instanceof ComputeThread) {
            List<T> answers = new ArrayList<>(parts);
            for (int i = 0; i < parts; i++) {
                work.check();
                answers.add(part.apply(i));
            }
            return answers;
        }
        List<Future<T>> running = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            int number = i;
            Callable<T> task = () -> {
                work.check();
                return part.apply(number);
            };
            running.add(COMPUTE.submit(task));
        }
        return collect(running);
    }

    private static <T> List<T> collect(List<Future<T>> running) {
        List<T> answers = new ArrayList<>(running.size());
        try {
            for (Future<T> each : running) {
                answers.add(each.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            running.forEach(each -> each.cancel(false));
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new ComputeThread(task, "compute-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private static final class ComputeThread extends Thread {
        ComputeThread(Runnable task, String name) {
            super(task, name);
        }
    }
}
