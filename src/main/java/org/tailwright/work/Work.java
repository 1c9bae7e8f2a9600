package org.tailwright.work;

import java.util.concurrent.CancellationException;

/// What a long computation needs from whoever started it: a way to say how far it is and to learn that nobody waits any more.
/// Called on the working thread; implementations are thread-safe and cheap enough for one call per few thousand rows.
public interface Work {
    /// Nobody watches, nobody cancels.
    Work NONE = new Work() {
        @Override
        public void progress(long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /// Says that `done` of `total` units are finished; `total` is -1 when unknown.
    void progress(long done, long total);

    /// Whether the answer is no longer wanted.
    boolean cancelled();

    /// Stops here when cancelled.
    ///
    /// @throws CancellationException when the answer is no longer wanted
    default void check() {
        if (cancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
