package org.tailwright.cli;

import java.util.concurrent.atomic.AtomicInteger;
import org.tailwright.work.Work;

/// Shows progress in one line of a terminal, and wipes it in the end.
final class ConsoleWork implements Work, AutoCloseable {
    private static final int NOTHING = -1;

    private final Console console;
    private final String what;
    private final AtomicInteger shown = new AtomicInteger(NOTHING);

    ConsoleWork(Console console, String what) {
        this.console = console;
        this.what = what;
    }

    @Override
    public void progress(long done, long total) {
        if (!console.progress() || total <= 0) {
            return;
        }
        int percent = (int) Math.clamp(100.0 * done / total, 0, 100);
        int before = shown.getAndSet(percent);
        if (before != percent) {
            console.err().print("\r" + what + " " + percent + " %\u001b[K");
        }
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public void close() {
        if (shown.get() != NOTHING) {
            console.err().print("\r\u001b[K");
            console.err().flush();
        }
    }
}
