package org.tailwright.work;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

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

    /// Offers what the answer would be if the computation ended now, of the type that it returns. It is made before this returns, and only where somebody looks.
    default void known(Supplier<?> soFar) {}

    /// This work with early answers that go elsewhere.
    default Work heard(Consumer<Supplier<?>> ear) {
        return new Heard(this, ear);
    }

    /// This work for a part of a computation.
    ///
    /// @param whole makes an early answer of the whole from one of the part
    @SuppressWarnings("unchecked") // a computation offers what it returns
    default <S> Work within(Function<? super S, ?> whole) {
        return heard(soFar -> known(() -> whole.apply((S) soFar.get())));
    }

    /// This work for a part that neither tells how far it is nor offers early answers; it is cancelled with the whole.
    default Work silent() {
        return new Silent(this);
    }

    /// Stops here when cancelled.
    ///
    /// @throws CancellationException when the answer is no longer wanted
    default void check() {
        if (cancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
