package org.tailwright.ui.pictures;

import javafx.animation.AnimationTimer;
import org.tailwright.ui.jobs.Jobs;

/// Waits until nothing runs any more and the window had a few pulses to lay itself out.
final class Settled extends AnimationTimer {
    private static final int PULSES = 6;

    private final Jobs jobs;
    private final Runnable then;
    private int quiet;

    private Settled(Jobs jobs, Runnable then) {
        this.jobs = jobs;
        this.then = then;
    }

    static void then(Jobs jobs, Runnable then) {
        new Settled(jobs, then).start();
    }

    @Override
    public void handle(long now) {
        quiet = jobs.idle().get() ? quiet + 1 : 0;
        if (quiet >= PULSES) {
            stop();
            then.run();
        }
    }
}
