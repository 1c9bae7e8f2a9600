package org.tailwright.ui.state;

import java.lang.ref.SoftReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Remembers the last answer to a question that is worth it, such as that about the whole run, to which every selection that is taken back returns.
/// Given up where memory is short. May be asked by several threads.
public final class Kept<Q, A> implements Latest.Solver<Q, A> {
    private record Pair<Q, A>(Q question, A answer) {}

    private final Predicate<? super Q> worth;
    private final Latest.Solver<Q, A> solver;
    private volatile @Nullable SoftReference<Pair<Q, A>> last;

    /// @param worth whether the answer to a question is remembered
    /// @param solver answers what is not remembered
    public Kept(Predicate<? super Q> worth, Latest.Solver<Q, A> solver) {
        this.worth = worth;
        this.solver = solver;
    }

    @Override
    public A answer(Q question, Latest.Watched<A> work) throws Exception {
        SoftReference<Pair<Q, A>> reference = last;
        Pair<Q, A> known = reference == null ? null : reference.get();
        if (known != null && known.question().equals(question)) {
            return known.answer();
        }
        A answer = solver.answer(question, work);
        if (worth.test(question)) {
            last = new SoftReference<>(new Pair<>(question, answer));
        }
        return answer;
    }
}
