package org.tailwright.ui.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// The bridge between background work and the window. Everything that may take longer than a frame goes through here: it gets a title,
/// progress, cancelling and the one way in which failures reach people. Called on the window's thread; answers come back there.
public final class Jobs {
    /// What runs in the background.
    @FunctionalInterface
    public interface Task<T> {
        /// @param work says how far it is and whether the answer is still wanted
        T run(Work work) throws Exception;
    }

    /// When a job gets its turn.
    public enum Turn {
        /// At once, and patient ones wait for it: what must stand on the screen first.
        QUICK,
        /// At once.
        USUAL,
        /// When no quick one runs: what may come a moment later and would only slow the quick ones down.
        PATIENT
    }

    private final Executor fx;
    private final ExecutorService background;
    private final List<Runnable> waiting = new ArrayList<>();
    private int quick;
    private final ObservableList<Job> running = FXCollections.observableArrayList();
    private final ObservableList<Failure> failures = FXCollections.observableArrayList();
    private final ObservableList<Job> runningShown = FXCollections.unmodifiableObservableList(running);
    private final ObservableList<Failure> failuresShown = FXCollections.unmodifiableObservableList(failures);
    private final BooleanBinding idle = Bindings.isEmpty(running);

    /// @param fx runs something on the window's thread (`Platform::runLater`)
    public Jobs(Executor fx) {
        this(fx, Pool.jobs());
    }

    Jobs(Executor fx, ExecutorService background) {
        this.fx = fx;
        this.background = background;
    }

    /// Starts a job whose failure is shown as a banner.
    public <T> Job start(String title, Task<T> task, Consumer<? super T> done) {
        return start(title, task, done, _ -> {});
    }

    /// Starts a job. Exactly one of `done`, `failed` or (cancelled) neither is called, on the window's thread. The failure is shown as a
    /// banner in any case; `failed` is for whoever must also change its own state.
    public <T> Job start(String title, Task<T> task, Consumer<? super T> done, Consumer<Failure> failed) {
        return start(title, Turn.USUAL, task, done, failed);
    }

    /// The same, at its turn.
    public <T> Job start(String title, Turn turn, Task<T> task, Consumer<? super T> done, Consumer<Failure> failed) {
        Job job = new Job(title, turn, fx);
        running.add(job);
        Task<T> wanted = turn != Turn.PATIENT ? task : work -> {
            work.check();
            return task.run(work);
        };
        Runnable begin = () -> background.execute(() -> run(job, wanted, done, failed));
        quick += turn == Turn.QUICK ? 1 : 0;
        if (turn == Turn.PATIENT && quick > 0) {
            waiting.add(begin);
        } else {
            begin.run();
        }
        return job;
    }

    private <T> void run(Job job, Task<T> task, Consumer<? super T> done, Consumer<Failure> failed) {
        try {
            T answer = task.run(job);
            end(job, () -> done.accept(answer));
        } catch (CancellationException e) {
            end(job, () -> {});
        } catch (Exception | OutOfMemoryError | StackOverflowError | AssertionError e) {
            Failure failure = Failure.of(job.title(), e);
            end(job, () -> {
                report(failure);
                failed.accept(failure);
            });
        }
    }

    /// Cancelled jobs leave the list without a word, whatever came of them.
    private void end(Job job, Runnable then) {
        fx.execute(() -> {
            try {
                if (!job.cancelled()) {
                    then.run();
                }
            } finally {
                running.remove(job);
                quick -= job.turn() == Turn.QUICK ? 1 : 0;
                if (quick == 0 && !waiting.isEmpty()) {
                    List<Runnable> due = List.copyOf(waiting);
                    waiting.clear();
                    due.forEach(Runnable::run);
                }
            }
        });
    }

    /// Shows a failure that happened outside of a job.
    public void report(Failure failure) {
        if (!failures.contains(failure)) {
            failures.add(failure);
        }
    }

    /// What runs now.
    public ObservableList<Job> running() {
        return runningShown;
    }

    /// Failures that nobody has dismissed yet, oldest first.
    public ObservableList<Failure> failures() {
        return failuresShown;
    }

    /// Takes a failure off the list.
    public void dismiss(Failure failure) {
        failures.remove(failure);
    }

    /// Whether nothing runs.
    public BooleanBinding idle() {
        return idle;
    }

    /// Runs something on the window's thread.
    public Executor fx() {
        return fx;
    }
}
