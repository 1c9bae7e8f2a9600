package org.tailwright.work;

/// The work of a part about which nobody is told.
record Silent(Work work) implements Work {
    @Override
    public void progress(long done, long total) {
        // told by the whole
    }

    @Override
    public boolean cancelled() {
        return work.cancelled();
    }
}
