package org.tailwright.work;

/// Work that is told and asked like another; what is offered early goes nowhere unless said otherwise.
public interface Passed extends Work {
    /// Whose progress it is and who cancels it.
    Work work();

    @Override
    default void progress(long done, long total) {
        work().progress(done, total);
    }

    @Override
    default boolean cancelled() {
        return work().cancelled();
    }
}
