package org.tailwright.work;

/// The work of a part about which nobody is told.
record Silent(Work work) implements Passed {
    @Override
    public void progress(long done, long total) {
        // told by the whole
    }
}
