package org.tailwright.work;

import java.util.function.Function;
import java.util.function.Supplier;

/// The work of a part, whose early answers become those of the whole.
record Within<S>(Work work, Function<? super S, ?> whole) implements Work {
    @Override
    public void progress(long done, long total) {
        work.progress(done, total);
    }

    @Override
    public boolean cancelled() {
        return work.cancelled();
    }

    @Override
    @SuppressWarnings("unchecked") // a computation offers what it returns
    public void known(Supplier<?> soFar) {
        work.known(() -> whole.apply((S) soFar.get()));
    }
}
