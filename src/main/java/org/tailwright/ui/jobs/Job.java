package org.tailwright.ui.jobs;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.tailwright.work.Work;

/// A piece of work that runs in the background, as the status bar shows it. It is the [Work] that the computation sees.
public final class Job implements Work {
    private final String title;
    private final Jobs.Turn turn;
    private final Executor fx;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final AtomicBoolean posted = new AtomicBoolean();
    private volatile double share = -1;
    private volatile boolean cancelled;

    Job(String title, Jobs.Turn turn, Executor fx) {
        this.title = title;
        this.turn = turn;
        this.fx = fx;
    }

    /// What it does ("reading results.jtl").
    public String title() {
        return title;
    }

    Jobs.Turn turn() {
        return turn;
    }

    /// From 0 to 1, or -1 as long as nobody knows; changes on the window's thread.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Asks it to stop; its answer is dropped.
    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    /// Any number of calls between two turns of the window's thread cost it one.
    @Override
    public void progress(long done, long total) {
        share = total > 0 ? Math.clamp((double) done / total, 0, 1) : -1;
        if (posted.compareAndSet(false, true)) {
            fx.execute(() -> {
                posted.set(false);
                progress.set(share);
            });
        }
    }
}
