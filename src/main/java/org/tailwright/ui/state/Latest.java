package org.tailwright.ui.state;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tailwright.ui.jobs.Failure;
import org.tailwright.ui.jobs.Job;
import org.tailwright.ui.jobs.Jobs;
import org.tailwright.work.Passed;
import org.tailwright.work.Work;

/// Keeps the answer to the latest question. An equal question does nothing; a new one cancels the old; answers that come too late are
/// dropped; the previous answer stays, marked stale, until the new one is there. Used on the window's thread only.
///
/// Questions are compared with `equals`, so they are records of records and immutable data sets.
public final class Latest<Q, A> {
    /// Computes an answer in the background.
    @FunctionalInterface
    public interface Solver<Q, A> {
        /// @param work is asked regularly whether to go on
        A answer(Q question, Watched<A> work) throws Exception;
    }

    /// Work whose early answers are shown. What a part of the computation offers is heard only where [#made] says what answer it makes.
    public interface Watched<A> extends Work {
        /// Shows what the answer would be if the computation ended now; made only when it is time to show one.
        void early(Supplier<? extends A> soFar);

        /// This work for a part of the computation.
        ///
        /// @param whole makes an early answer from one of the part
        @SuppressWarnings("unchecked") // a computation offers what it returns
        default <S> Work made(Function<? super S, ? extends A> whole) {
            return heard(soFar -> early(() -> whole.apply((S) soFar.get())));
        }
    }

    private record Shown<A>(Work work, Consumer<Supplier<? extends A>> show) implements Watched<A>, Passed {
        @Override
        public void early(Supplier<? extends A> soFar) {
            show.accept(soFar);
        }
    }

    /// What is known now.
    ///
    /// @param answer the last answer; null before the first
    /// @param stale whether the answer belongs to an earlier question than the latest (also while there is none yet)
    /// @param failure why the latest question has no answer; null while computing and when answered
    /// @param early whether the answer is what was known before the computation ended
    public record State<A>(@Nullable A answer, boolean stale, @Nullable Failure failure, boolean early) {
        State(@Nullable A answer, boolean stale, @Nullable Failure failure) {
            this(answer, stale, failure, false);
        }
    }

    /// Early answers are shown no faster than they can be looked at, nanoseconds.
    private static final long PAUSE = 200_000_000;

    private final Jobs jobs;
    private final String title;
    private final Jobs.Turn turn;
    private final Solver<Q, A> solver;
    private final ReadOnlyObjectWrapper<State<A>> state = new ReadOnlyObjectWrapper<>(new State<>(null, false, null));
    private @Nullable Q question;
    private @Nullable Job job;
    private boolean held;

    /// @param title what the status bar says while it computes ("fitting the curve")
    public Latest(Jobs jobs, String title, Solver<Q, A> solver) {
        this(jobs, title, Jobs.Turn.USUAL, solver);
    }

    /// The same, computed at its turn.
    public Latest(Jobs jobs, String title, Jobs.Turn turn, Solver<Q, A> solver) {
        this.jobs = jobs;
        this.title = title;
        this.turn = turn;
        this.solver = solver;
    }

    /// Asks; null forgets the answer.
    public void ask(@Nullable Q latest) {
        if (!held && Objects.equals(latest, question)) {
            return;
        }
        held = false;
        if (job != null) {
            job.cancel();
            job = null;
        }
        question = latest;
        if (latest == null) {
            state.set(new State<>(null, false, null));
            return;
        }
        state.set(new State<>(state.get().answer(), true, null));
        job = jobs.start(title, turn, work -> solver.answer(latest, watched(latest, work)),
                answer -> state.set(new State<>(answer, false, null)),
                failure -> state.set(new State<>(state.get().answer(), true, failure)));
    }

    private Watched<A> watched(Q asked, Work work) {
        AtomicLong last = new AtomicLong(System.nanoTime() - PAUSE);
        return new Shown<>(work, soFar -> {
            long now = System.nanoTime();
            long before = last.get();
            if (now - before >= PAUSE && last.compareAndSet(before, now)) {
                A answer = soFar.get();
                jobs.fx().execute(() -> early(asked, answer));
            }
        });
    }

    /// An early answer counts as long as its question is the latest one and was not cancelled.
    private void early(Q asked, A answer) {
        if (asked == question && job != null && !job.cancelled()) {
            state.set(new State<>(answer, false, null, true));
        }
    }

    /// Stops computing because what the question rests on is being computed anew; the answer stays, marked stale, until the next question.
    public void hold() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        held = true;
        question = null;
        if (state.get().answer() != null) {
            state.set(new State<>(state.get().answer(), true, null));
        }
    }

    /// The latest question; null when there is none.
    public @Nullable Q question() {
        return question;
    }

    /// What is known, for binding.
    public ReadOnlyObjectProperty<State<A>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What is known now.
    public State<A> state() {
        return state.get();
    }

    /// Calls `show` with every new answer (not while stale).
    public void onAnswer(Consumer<? super A> show) {
        state.subscribe(now -> {
            A answer = now.answer();
            if (answer != null && !now.stale()) {
                show.accept(answer);
            }
        });
    }
}
