package org.tailwright.readers.gclog;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;

/// What a log held, as it is read.
final class GcEvents {
    static final String CAUSE = "cause";
    static final String COLLECTION = "collection";

    final EventRows pauses = new EventRows(CAUSE, COLLECTION, Unit.NONE);
    final EventRows concurrent = new EventRows(CAUSE, COLLECTION, Unit.NONE);
    final EventRows safepoints = new EventRows("operation", "reaching safepoint", Unit.DURATION);
    final EventRows stalls = new EventRows("thread", COLLECTION, Unit.NONE);
    final StatisticsTable statistics = new StatisticsTable();
    final HeapSeries heap = new HeapSeries();
    final Diagnostics diagnostics = new Diagnostics();
    final GcClock clock = new GcClock();
    final Collections collections = new Collections();

    private final Numbers before = new Numbers();
    private final Numbers after = new Numbers();
    private final Numbers capacity = new Numbers();
    private String collector = "";
    private String lastLabel = "";
    private long skipped;

    /// A pause; its heap may follow.
    void pause(long start, long duration, String label, @Nullable String cause, long collection) {
        lastLabel = label;
        pauses.add(start, duration, label, cause, collection);
        heap.collection(start, start + duration);
        for (Numbers each : List.of(before, after, capacity)) {
            each.add(Quantities.NONE);
        }
    }

    /// Heap around the last pause, bytes or [Quantities#NONE].
    void pauseHeap(long usedBefore, long usedAfter, long size) {
        if (before.size() > 0) {
            before.setLast(usedBefore);
            after.setLast(usedAfter);
            capacity.setLast(size);
            heap.heap(usedBefore, usedAfter, size);
        }
    }

    /// Young generation around the last pause, bytes: it lost what died and what was promoted, the heap only what died.
    void young(long usedBefore, long usedAfter) {
        int last = before.size() - 1;
        if (last < 0 || usedBefore < 0 || usedAfter < 0 || before.at(last) == Quantities.NONE || after.at(last) == Quantities.NONE) {
            return;
        }
        long old = after.at(last) - usedAfter;
        heap.old(Math.max(0, old));
        if (!lastLabel.startsWith("Full")) {
            heap.promoted(Math.max(0, old - (before.at(last) - usedBefore)));
        }
    }

    /// Heap around a cycle that ran beside the application, bytes or [Quantities#NONE].
    void cycleHeap(long start, long end, long usedBefore, long usedAfter, long size) {
        heap.collection(start, end);
        heap.heap(usedBefore, usedAfter, size);
    }

    /// Names the collector; the first name stands.
    void collector(String name) {
        if (collector.isEmpty()) {
            collector = name;
        }
    }

    String collector() {
        return collector;
    }

    /// Leaves out an event.
    void skip(long line, String why) {
        skipped++;
        diagnostics.line(Diagnostic.Severity.WARNING, line, why);
    }

    long skipped() {
        return skipped;
    }

    boolean nothing() {
        return pauses.size() + concurrent.size() + safepoints.size() + stalls.size() == 0;
    }

    /// The columns of the pauses with those of the heap.
    LinkedHashMap<String, Column> pauseColumns() {
        LinkedHashMap<String, Column> columns = pauses.columns();
        if (after.any()) {
            columns.put("heap before", before.column(Unit.BYTES));
            columns.put("heap after", after.column(Unit.BYTES));
        }
        if (capacity.any()) {
            columns.put("heap capacity", capacity.column(Unit.BYTES));
        }
        return columns;
    }
}
